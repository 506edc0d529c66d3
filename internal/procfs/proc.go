package procfs

import (
	"bytes"
	"strconv"
	"syscall"
	"unsafe"
)

const atSymlinkNoFollow = 0x100 // linux/fcntl.h

// proc sets d.name to /proc/TID/dir/FD, without /FD if fd is negative.
func (d *Describer) proc(tid int, dir string, fd int32) {
	b := append(d.name[:0], "/proc/"...)
	b = strconv.AppendInt(b, int64(tid), 10)
	b = append(b, '/')
	b = append(b, dir...)
	if fd >= 0 {
		b = append(b, '/')
		b = strconv.AppendInt(b, int64(fd), 10)
	}
	_ = append(b, 0)
}

// readlink returns where /proc/TID/dir/FD links to, or nil. It is valid until
// the next readlink.
func (d *Describer) readlink(tid int, dir string, fd int32) []byte {
	d.proc(tid, dir, fd)
	n, _, e := syscall.RawSyscall6(syscall.SYS_READLINKAT, atFDCWD, uintptr(unsafe.Pointer(&d.name)),
		uintptr(unsafe.Pointer(&d.link)), uintptr(len(d.link)-1), 0, 0)
	if e != 0 {
		return nil
	}
	return d.link[:n]
}

// Boot returns when the machine was booted, in nanoseconds since 1970.
func Boot() int64 {
	const realtime, boottime = 0, 7 // linux/time.h
	var now, up syscall.Timespec
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, realtime, uintptr(unsafe.Pointer(&now)), 0)
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, boottime, uintptr(unsafe.Pointer(&up)), 0)
	return now.Nano() - up.Nano()
}

const atFDCWD = ^uintptr(99)

// stat reports on the file named by the NUL-terminated bytes at path.
func stat(path *byte, flags uintptr, st *syscall.Stat_t) bool {
	_, _, e := syscall.RawSyscall6(sysFstatat, atFDCWD, uintptr(unsafe.Pointer(path)), uintptr(unsafe.Pointer(st)), flags, 0, 0)
	return e == 0
}

// fdinfo returns the text of /proc/TID/fdinfo/FD, or nil. It is valid until
// the next fdinfo.
func (d *Describer) fdinfo(tid int, fd int32) []byte {
	d.proc(tid, "fdinfo", fd)
	return d.contents()
}

// read returns the text of /proc/TID/file, or nil. It is valid until the next
// read or fdinfo.
func (d *Describer) read(tid int, file string) []byte {
	d.proc(tid, file, -1)
	return d.contents()
}

// contents returns what the file d.name has, as far as it fits; nil if it can't be read.
func (d *Describer) contents() []byte {
	f, _, e := syscall.RawSyscall6(syscall.SYS_OPENAT, atFDCWD, uintptr(unsafe.Pointer(&d.name)),
		syscall.O_RDONLY|syscall.O_CLOEXEC, 0, 0, 0)
	if e != 0 {
		return nil
	}
	n, _, e := syscall.RawSyscall(syscall.SYS_READ, f, uintptr(unsafe.Pointer(&d.file)), uintptr(len(d.file)))
	syscall.RawSyscall(syscall.SYS_CLOSE, f, 0, 0)
	if e != 0 {
		return nil
	}
	return d.file[:n]
}

// field returns the value of the line "key: value" of an fdinfo text.
func field(info []byte, key string) ([]byte, bool) {
	for len(info) > 0 {
		line := info
		if i := bytes.IndexByte(info, '\n'); i >= 0 {
			line, info = info[:i], info[i+1:]
		} else {
			info = nil
		}
		if len(line) > len(key) && string(line[:len(key)]) == key && line[len(key)] == ':' {
			return bytes.TrimLeft(line[len(key)+1:], " \t"), true
		}
	}
	return nil, false
}

// Link returns the path of a descriptor of the thread tid, or what the kernel
// has for one (pipe:[7]); for CWD that of its current directory. The mark of a
// file that has no name any more is cut off. nil: there is no such descriptor.
// It is valid until the next call.
func (d *Describer) Link(tid int, fd int32) []byte {
	if fd == CWD {
		return d.readlink(tid, "cwd", -1)
	}
	if fd < 0 {
		return nil
	}
	link := d.readlink(tid, "fd", fd)
	if len(link) > 0 && link[0] == '/' {
		link, _ = d.stripDeleted(tid, fd, link)
	}
	return link
}
