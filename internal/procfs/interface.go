package procfs

import (
	"bytes"
	"encoding/binary"
	"syscall"
	"unsafe"
)

// Interfaces tells the names of network interfaces in our own network name
// space, where the reference looks them up, too. The zero value is ready to
// use; it belongs to one thread.
type Interfaces struct {
	fd  int // socket to ask by, +1; 0: none yet
	req [40]byte
}

// Name returns the name of the interface with this index, or nil. The bytes
// are valid until the next call.
func (n *Interfaces) Name(index uint32) []byte {
	if n.fd == 0 {
		fd, _, e := syscall.RawSyscall(syscall.SYS_SOCKET, syscall.AF_UNIX, syscall.SOCK_DGRAM|syscall.SOCK_CLOEXEC, 0)
		if e != 0 {
			return nil
		}
		n.fd = int(fd) + 1
	}
	// struct ifreq of linux/if.h: the name, and behind it the index.
	const nameSize = syscall.IFNAMSIZ
	const siocGIFName = 0x8910 // linux/sockios.h
	clear(n.req[:])
	binary.NativeEndian.PutUint32(n.req[nameSize:], index)
	if _, _, e := syscall.RawSyscall(syscall.SYS_IOCTL, uintptr(n.fd-1), siocGIFName, uintptr(unsafe.Pointer(&n.req))); e != 0 {
		return nil
	}
	name := n.req[:nameSize]
	if i := bytes.IndexByte(name, 0); i >= 0 {
		name = name[:i]
	}
	return name
}
