package mem

// A Snapshot is memory that was captured earlier: by the kernel-side program,
// in a capture file, or in a test. It reads as if nothing else were mapped.
type Snapshot struct {
	Segs []Segment
	data []byte
}

// A Segment is contiguous captured memory.
type Segment struct {
	Addr uint64
	Data []byte
}

// Reset forgets everything captured, keeping the space.
func (s *Snapshot) Reset() { s.Segs, s.data = s.Segs[:0], s.data[:0] }

// Add records a copy of b as the memory at addr.
func (s *Snapshot) Add(addr uint64, b []byte) {
	off := len(s.data)
	s.data = append(s.data, b...)
	s.Segs = append(s.Segs, Segment{addr, s.data[off:len(s.data):len(s.data)]})
}

// ReadAt implements Reader. Segments that touch or overlap read as one.
func (s *Snapshot) ReadAt(dst []byte, addr uint64) int {
	n := 0
next:
	for n < len(dst) {
		at := addr + uint64(n)
		for i := range s.Segs {
			g := &s.Segs[i]
			if at >= g.Addr && at-g.Addr < uint64(len(g.Data)) {
				n += copy(dst[n:], g.Data[at-g.Addr:])
				continue next
			}
		}
		break
	}
	return n
}
