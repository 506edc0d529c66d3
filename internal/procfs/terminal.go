package procfs

import (
	"strconv"
	"syscall"
)

// Terminal says whether the descriptor of the thread tid is a terminal's:
// whether it is a device of a number that belongs to terminals
// (Documentation/admin-guide/devices.txt).
func Terminal(tid int, fd int32) bool {
	if fd < 0 {
		return false
	}
	var name [48]byte
	b := append(name[:0], "/proc/"...)
	b = strconv.AppendInt(b, int64(tid), 10)
	b = append(b, "/fd/"...)
	b = strconv.AppendInt(b, int64(fd), 10)
	_ = append(b, 0)
	var st syscall.Stat_t
	if !stat(&name[0], 0, &st) || st.Mode&syscall.S_IFMT != syscall.S_IFCHR {
		return false
	}
	switch major := st.Rdev >> 8 & 0xfff; {
	case major >= 2 && major <= 5, // old pseudo-terminals, virtual consoles and serial lines, /dev/tty
		major >= 128 && major <= 143,                           // pseudo-terminals
		major == 166, major == 188, major == 204, major == 229: // modems and serial lines of USB, small ports, hypervisors
		return true
	}
	return false
}

// FDOf returns what a descriptor is in the process that pidfd, a descriptor
// of the thread tid, refers to; as FD does.
func (d *Describer) FDOf(tid int, pidfd, fd int32) []byte {
	text, ok := field(d.fdinfo(tid, pidfd), "Pid")
	if !ok {
		return nil
	}
	pid, digits := decimal(text)
	if digits == 0 || pid == 0 {
		return nil
	}
	return d.FD(int(pid), fd)
}
