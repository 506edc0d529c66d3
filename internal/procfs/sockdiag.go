package procfs

import (
	"encoding/binary"
	"syscall"
	"unsafe"
)

// linux/netlink.h, linux/sock_diag.h
const (
	netlinkSockDiag   = 4
	sockDiagByFamily  = 20
	netlinkHeaderSize = 16
	maxRequest        = 72
)

// answerSize holds the largest answer that the kernel sends at once.
const answerSize = 32 << 10

// sockDiag asks the kernel the request body (in the layout of the host) and
// calls found for each answer until it returns true; sockDiag returns whether
// it did. With dump the question is about all sockets, without about one.
// The kernel asked is that of our own network name space.
func (d *Describer) sockDiag(body []byte, dump bool, found func(d *Describer, msg []byte) bool) bool {
	fd, _, e := syscall.RawSyscall(syscall.SYS_SOCKET, syscall.AF_NETLINK, syscall.SOCK_RAW|syscall.SOCK_CLOEXEC, netlinkSockDiag)
	if e != 0 {
		return false
	}
	defer syscall.RawSyscall(syscall.SYS_CLOSE, fd, 0, 0)

	var req [maxRequest]byte
	n := netlinkHeaderSize + copy(req[netlinkHeaderSize:], body)
	ne := binary.NativeEndian
	ne.PutUint32(req[0:], uint32(n))
	ne.PutUint16(req[4:], sockDiagByFamily)
	flags := uint16(syscall.NLM_F_REQUEST)
	if dump {
		flags |= syscall.NLM_F_DUMP
	}
	ne.PutUint16(req[6:], flags)
	if _, _, e := syscall.RawSyscall6(syscall.SYS_SENDTO, fd, uintptr(unsafe.Pointer(&req)), uintptr(n), 0, 0, 0); e != 0 {
		return false
	}
	if d.msg == nil {
		d.msg = make([]byte, answerSize)
	}
	for {
		// The answer is there when the question has been sent: never wait.
		n, _, e := syscall.RawSyscall6(syscall.SYS_RECVFROM, fd, uintptr(unsafe.Pointer(&d.msg[0])), answerSize, syscall.MSG_DONTWAIT, 0, 0)
		if e == syscall.EINTR {
			continue
		}
		if e != 0 || n == 0 {
			return false
		}
		for b := d.msg[:n]; len(b) >= netlinkHeaderSize; {
			size := int(ne.Uint32(b))
			if size < netlinkHeaderSize || size > len(b) || ne.Uint16(b[4:]) != sockDiagByFamily {
				return false // the end, or an error
			}
			if found(d, b[netlinkHeaderSize:size]) {
				return true
			}
			b = b[min((size+3)&^3, len(b)):]
		}
		if !dump {
			return false
		}
	}
}
