package procfs

import (
	"encoding/binary"
	"syscall"
	"unsafe"
)

// GenericFamilies tells the names of the families of NETLINK_GENERIC, whose
// numbers the kernel gives out. The zero value is ready to use; it belongs to one thread.
type GenericFamilies struct {
	known []genericFamily
}

type genericFamily struct {
	id   uint16
	name []byte // nil: there is none
}

// Name returns the name of the family with this number, or nil.
func (g *GenericFamilies) Name(id uint16) []byte {
	for i := range g.known {
		if g.known[i].id == id {
			return g.known[i].name
		}
	}
	name := askFamily(id)
	g.known = append(g.known, genericFamily{id, name})
	return name
}

// linux/genetlink.h
const (
	netlinkGeneric = 16
	genlController = 0x10
	genlGetFamily  = 3
	genlFamilyID   = 1
	genlFamilyName = 2
)

// askFamily asks the kernel for the name of a family.
func askFamily(id uint16) []byte {
	fd, _, e := syscall.RawSyscall(syscall.SYS_SOCKET, syscall.AF_NETLINK, syscall.SOCK_RAW|syscall.SOCK_CLOEXEC, netlinkGeneric)
	if e != 0 {
		return nil
	}
	defer syscall.RawSyscall(syscall.SYS_CLOSE, fd, 0, 0)

	const attrAt = netlinkHeaderSize + 4 // behind struct genlmsghdr
	ne := binary.NativeEndian
	var req [attrAt + 8]byte
	ne.PutUint32(req[0:], uint32(len(req)))
	ne.PutUint16(req[4:], genlController)
	ne.PutUint16(req[6:], syscall.NLM_F_REQUEST)
	req[netlinkHeaderSize], req[netlinkHeaderSize+1] = genlGetFamily, 1
	ne.PutUint16(req[attrAt:], 6)
	ne.PutUint16(req[attrAt+2:], genlFamilyID)
	ne.PutUint16(req[attrAt+4:], id)
	if _, _, e := syscall.RawSyscall6(syscall.SYS_SENDTO, fd, uintptr(unsafe.Pointer(&req)), uintptr(len(req)), 0, 0, 0); e != 0 {
		return nil
	}
	answer := make([]byte, answerSize)
	// The answer is there when the question has been sent: never wait.
	n, _, e := syscall.RawSyscall6(syscall.SYS_RECVFROM, fd, uintptr(unsafe.Pointer(&answer[0])), uintptr(len(answer)), syscall.MSG_DONTWAIT, 0, 0)
	if e != 0 || n < attrAt || ne.Uint16(answer[4:]) != genlController {
		return nil
	}
	for b := answer[attrAt:n]; len(b) >= 4; {
		size := int(ne.Uint16(b))
		if size < 4 || size > len(b) {
			return nil
		}
		if v := b[4:size]; ne.Uint16(b[2:]) == genlFamilyName && len(v) > 1 {
			return append([]byte(nil), v[:len(v)-1]...)
		}
		b = b[min((size+3)&^3, len(b)):]
	}
	return nil
}
