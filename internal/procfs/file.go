package procfs

import (
	"bytes"
	"strconv"
	"syscall"
)

// deleted is what the kernel puts behind the path of a file that has no name
// any more; a name may end so, too.
const deleted = " (deleted)"

// stripDeleted cuts that mark off, and tells whether it did.
func (d *Describer) stripDeleted(tid int, fd int32, link []byte) ([]byte, bool) {
	if !bytes.HasSuffix(link, []byte(deleted)) {
		return link, false
	}
	var file, named syscall.Stat_t
	d.proc(tid, "fd", fd)
	if !stat(&d.name[0], 0, &file) {
		return link, false
	}
	d.link[len(link)] = 0
	if stat(&d.link[0], atSymlinkNoFollow, &named) && named.Dev == file.Dev && named.Ino == file.Ino {
		return link, false
	}
	return link[:len(link)-len(deleted)], true
}

// Device number of /dev/ptmx and of each devpts's ptmx (Documentation/admin-guide/devices.txt).
const ptmxMajor, ptmxMinor = 5, 2

// device describes the device named path, or returns nil: </dev/null<char 1:3>>.
// JSON has the path alone.
func (d *Describer) device(tid int, fd int32, path []byte) []byte {
	end := len(path)
	was := d.link[end] // the mark that stripDeleted cut off must survive
	d.link[end] = 0
	var st syscall.Stat_t
	ok := stat(&d.link[0], 0, &st)
	d.link[end] = was
	if !ok {
		return nil
	}
	var kind string
	switch st.Mode & syscall.S_IFMT {
	case syscall.S_IFCHR:
		kind = "char "
	case syscall.S_IFBLK:
		kind = "block "
	default:
		return nil
	}
	if d.opts.JSON {
		return d.path(path, false)
	}
	// The kernel's dev_t in user space: linux/kdev_t.h.
	major := st.Rdev>>8&0xfff | st.Rdev>>32&^0xfff
	minor := st.Rdev&0xff | st.Rdev>>12&^0xff
	d.open()
	d.escape(path)
	d.out = append(d.out, '<')
	d.out = append(d.out, kind...)
	d.out = strconv.AppendUint(d.out, major, 10)
	d.out = append(d.out, ':')
	d.out = strconv.AppendUint(d.out, minor&0xffffffff, 10)
	if kind == "char " && major == ptmxMajor && minor == ptmxMinor {
		if n, ok := field(d.fdinfo(tid, fd), "tty-index"); ok {
			d.out = append(d.out, " @/dev/pts/"...)
			d.out = append(d.out, n...)
		}
	}
	d.out = append(d.out, '>')
	d.shut()
	return d.out
}
