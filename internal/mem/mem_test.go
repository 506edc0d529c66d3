package mem

import (
	"bytes"
	"os"
	"syscall"
	"testing"
	"unsafe"
)

// A snapshot reads across segments that touch or overlap, and stops at the first gap.
func TestSnapshot(t *testing.T) {
	var s Snapshot
	s.Add(0x1000, []byte("hell"))
	s.Add(0x1004, []byte("o, w"))
	s.Add(0x1006, []byte(" world"))
	s.Add(0x2000, []byte("far"))
	s.Add(^uint64(0)-1, []byte("end"))
	for _, test := range []struct {
		addr uint64
		n    int
		want string
	}{
		{0x1000, 5, "hello"},
		{0x1000, 100, "hello, world"},
		{0x1003, 3, "lo,"},
		{0x2002, 4, "r"},
		{0xfff, 4, ""},
		{0x3000, 4, ""},
		{^uint64(0) - 1, 2, "en"},
		{0x1000, 0, ""},
	} {
		b := make([]byte, test.n)
		if got := string(b[:s.ReadAt(b, test.addr)]); got != test.want {
			t.Errorf("%d bytes at %#x: %q, want %q", test.n, test.addr, got, test.want)
		}
	}
	s.Reset()
	if n := s.ReadAt(make([]byte, 1), 0x1000); n != 0 {
		t.Errorf("%d bytes after Reset", n)
	}
}

// Live memory, of this very process: two pages of which the third is not there.
func TestLive(t *testing.T) {
	area, err := syscall.Mmap(-1, 0, 3*pageSize, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE|syscall.MAP_ANON)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.Munmap(area)
	for i := range area[:2*pageSize] {
		area[i] = byte(i * 7)
	}
	if err := syscall.Mprotect(area[2*pageSize:], syscall.PROT_NONE); err != nil {
		t.Fatal(err)
	}
	base := uint64(uintptr(unsafe.Pointer(&area[0])))
	live := &Live{PID: os.Getpid()}
	for _, test := range []struct{ off, n, want int }{
		{0, 8, 8},
		{pageSize - 4, 8, 8}, // across pages
		{2*pageSize - 3, 8, 3},
		{2 * pageSize, 1, 0},
		{0, 3 * pageSize, 2 * pageSize}, // more than a page at once
		{1, pageSize, pageSize},
	} {
		b := make([]byte, test.n)
		n := live.ReadAt(b, base+uint64(test.off))
		if n != test.want {
			t.Errorf("%d bytes at +%d: got %d, want %d", test.n, test.off, n, test.want)
			continue
		}
		if !bytes.Equal(b[:n], area[test.off:test.off+n]) {
			t.Errorf("%d bytes at +%d differ", test.n, test.off)
		}
	}
	if n := live.ReadAt(make([]byte, 8), 0); n != 0 {
		t.Errorf("%d bytes at NULL", n)
	}
}

// watched is read from outside while it changes.
var watched byte

// A page that was read is remembered until Reset; the first few bytes alone are not.
func TestLiveReset(t *testing.T) {
	live := &Live{PID: os.Getpid()}
	read := func() byte {
		var b [1]byte
		if live.ReadAt(b[:], uint64(uintptr(unsafe.Pointer(&watched)))) != 1 {
			t.Fatal("cannot read own memory")
		}
		return b[0]
	}
	var got [4]byte
	for i := range got {
		if i == len(got)-1 {
			live.Reset()
		}
		watched++
		got[i] = read()
	}
	if want := [...]byte{1, 2, 2, 4}; got != want {
		t.Errorf("read %v, want %v", got, want)
	}
	if n := testing.AllocsPerRun(100, func() { live.Reset(); read(); read() }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
