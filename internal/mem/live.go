package mem

import (
	"syscall"
	"unsafe"
)

const (
	pageSize  = 4096
	pageShift = 12
	slots     = 8   // pages kept per stop
	few       = 256 // bytes that a first read may take without its page
)

// Live reads a stopped task with process_vm_readv(2). It keeps the pages that
// it has read until Reset, so that the many small reads of one call cost one
// system call per page. The zero value with a PID is ready to use.
type Live struct {
	PID int // any thread of the process

	pages   [slots]uint64 // page number + 1; 0: empty
	bytes   *[slots][pageSize]byte
	next    int  // slot to fill next
	started bool // something was read since Reset
}

type iovec struct {
	base uint64
	len  uint64
}

// Reset forgets what was read: the task has run since.
func (l *Live) Reset() {
	if l.started {
		l.pages = [slots]uint64{}
		l.next, l.started = 0, false
	}
}

// ReadAt implements Reader.
func (l *Live) ReadAt(dst []byte, addr uint64) int {
	if len(dst) > pageSize {
		return l.read(dst, addr)
	}
	if !l.started && len(dst) <= few {
		// Most calls read memory once: not a whole page for a few bytes.
		l.started = true
		if n := l.read(dst, addr); n == len(dst) {
			return n
		}
	}
	l.started = true
	n := 0
	for n < len(dst) {
		b := l.page((addr + uint64(n)) >> pageShift)
		if b == nil {
			break
		}
		n += copy(dst[n:], b[(addr+uint64(n))&(pageSize-1):])
	}
	return n
}

// page returns the page with number n, or nil if it cannot be read.
func (l *Live) page(n uint64) *[pageSize]byte {
	for i := range l.pages {
		if l.pages[i] == n+1 {
			return &l.bytes[i]
		}
	}
	if l.bytes == nil {
		l.bytes = new([slots][pageSize]byte)
	}
	i := l.next
	if l.read(l.bytes[i][:], n<<pageShift) != pageSize {
		l.pages[i] = 0
		return nil
	}
	l.pages[i] = n + 1
	l.next = (i + 1) % slots
	return &l.bytes[i]
}

// read reads past the kept pages. process_vm_readv stops at the first page
// that it cannot read, which may be in the middle.
func (l *Live) read(dst []byte, addr uint64) int {
	local := iovec{uint64(uintptr(unsafe.Pointer(unsafe.SliceData(dst)))), uint64(len(dst))}
	remote := iovec{addr, uint64(len(dst))}
	n, _, e := syscall.RawSyscall6(sysProcessVMReadv, uintptr(l.PID),
		uintptr(unsafe.Pointer(&local)), 1, uintptr(unsafe.Pointer(&remote)), 1, 0)
	if e != 0 {
		return 0
	}
	return int(n)
}
