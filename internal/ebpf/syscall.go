package ebpf

import (
	"syscall"
	"unsafe"
)

// Commands of bpf(2) and what they take (linux/bpf.h).
const (
	sysBPF = 321

	cmdMapCreate = 0
	cmdLookup    = 1
	cmdUpdate    = 2
	cmdProgLoad  = 5
	cmdRawOpen   = 17
	cmdBTFLoad   = 18
	cmdMapFreeze = 22

	progRawTracepoint = 17

	updateAny     = 0
	updateNoExist = 1
)

type mapCreate struct {
	typ, key, value, entries, flags, _, _ uint32 // inner map, node
	name                                  [16]byte
}

type mapElem struct {
	fd, _      uint32
	key, value uint64
	flags      uint64
}

type progLoad struct {
	typ, count        uint32
	code, license     uint64
	logLevel, logSize uint32
	log               uint64
	_, _              uint32 // version, flags
	name              [16]byte
	_, _              uint32 // interface, attach type
	btf, funcSize     uint32
	funcs             uint64
	funcCount, _      uint32 // size of line information
	_                 uint64 // that, and how much
	_, _              uint32
}

type rawOpen struct {
	name  uint64
	fd, _ uint32
}

type btfLoad struct {
	btf, _        uint64 // log
	size, _, _, _ uint32 // its size and level
}

// bpf makes one bpf(2) call. The struct at attr must hold only addresses of
// memory that does not move and that the caller keeps.
func bpf[T any](cmd uintptr, attr *T) (int, syscall.Errno) {
	for {
		r, _, errno := syscall.Syscall(sysBPF, cmd, uintptr(unsafe.Pointer(attr)), unsafe.Sizeof(*attr))
		if errno != syscall.EAGAIN && errno != syscall.EINTR { // EAGAIN: a signal interrupted the verifier
			return int(r), errno
		}
	}
}

func address[T any](p *T) uint64 { return uint64(uintptr(unsafe.Pointer(p))) }

// objectName cuts a name to what the kernel takes.
func objectName(name string) (b [16]byte) {
	copy(b[:len(b)-1], name)
	return b
}

// kernelMap is a map's descriptor.
type kernelMap int

func (m kernelMap) lookup(key *uint32, value unsafe.Pointer) syscall.Errno {
	a := mapElem{fd: uint32(m), key: address(key), value: uint64(uintptr(value))}
	_, errno := bpf(cmdLookup, &a)
	return errno
}

func (m kernelMap) update(key *uint32, value unsafe.Pointer, flags uint64) syscall.Errno {
	a := mapElem{fd: uint32(m), key: address(key), value: uint64(uintptr(value)), flags: flags}
	_, errno := bpf(cmdUpdate, &a)
	return errno
}
