package unwind

import (
	"debug/elf"
	"encoding/binary"
	"slices"
	"sort"
)

// Where call frame information is: DWARF 5, 6.4, and for .eh_frame and
// .eh_frame_hdr the Linux Standard Base, 10.6. Delve's package for it was
// looked at: it parses a section whole before the first question (0.2 s for a
// big program), without .eh_frame_hdr and expressions, and panics on bad input.

// A cfiTable finds the call frame information of a file.
type cfiTable struct {
	loaded bool

	// .eh_frame_hdr: pairs of function and FDE, relative to hdr, sorted.
	hdr   uint64
	table []byte

	// Without it: all FDEs of .eh_frame or .debug_frame, sorted.
	lists [2]fdeList

	cies map[cieKey]*cie
	work int // bytes of them so far
}

// An fdeList is a section without an index, and the index that was made of it.
type fdeList struct {
	s   cfiSection
	fde []fdeRange
}

type fdeRange struct {
	start, end uint64
	at         uint64 // address of the FDE in its section
}

// A cfiSection is .eh_frame, at its address in the file, or .debug_frame, at 0.
type cfiSection struct {
	img   *image
	addr  uint64
	data  []byte // nil: read when needed
	debug bool
}

type cieKey struct {
	addr  uint64
	debug bool
}

// A cie is what FDEs have in common.
type cie struct {
	codeAlign uint64
	dataAlign int64
	ra        int
	encoding  byte // of addresses in its FDEs
	augmented bool // FDEs have augmentation data
	signal    bool // for signal frames: the address is not behind a call
	code      []byte
	initial   *row // after code; nil if code makes no sense
}

// An fde is the information about one function.
type fde struct {
	*cie
	start, end uint64
	code       []byte
}

// load finds out what there is. In a program without .eh_frame_hdr (static
// ones have none) it reads all of .eh_frame, once.
func (t *cfiTable) load(img *image) {
	t.loaded = true
	t.cies = map[cieKey]*cie{}
	t.loadTable(img)
	if t.table == nil {
		if s := img.file.Section(".eh_frame"); s != nil {
			t.lists[0].load(t, cfiSection{img: img, addr: s.Addr, data: img.section(".eh_frame")})
		}
	}
}

// loadDebug reads .debug_frame: asked last, as it may be big.
func (t *cfiTable) loadDebug(img *image) {
	b := img.section(".debug_frame")
	if b == nil {
		b = img.section(".zdebug_frame")
	}
	t.lists[1].load(t, cfiSection{img: img, data: b, debug: true})
}

// loadTable reads .eh_frame_hdr, if it has a table of the only sort in use:
// 32 bits, relative to its own beginning.
func (t *cfiTable) loadTable(img *image) {
	for _, p := range img.file.Progs {
		if p.Type != elf.PT_GNU_EH_FRAME {
			continue
		}
		var head [32]byte
		n := img.readAddr(head[:], p.Vaddr)
		if n < 4 || head[0] != 1 || head[3] != peData4|peSigned|peDataRel {
			return
		}
		r := reader{b: head[4:n], addr: p.Vaddr + 4, wide: img.wide, datarel: p.Vaddr}
		r.pointer(head[1])
		count := r.pointer(head[2])
		if r.bad || count == 0 || count > maxSection/8 {
			return
		}
		b := make([]byte, min(8*count, p.Memsz))
		b = b[:img.readAddr(b, r.addr)]
		t.hdr, t.table = p.Vaddr, b[:len(b)&^7]
		return
	}
}

// find returns the information about the function at pc, an address in the file.
func (t *cfiTable) find(img *image, pc uint64) (f fde, ok bool) {
	if !t.loaded {
		t.load(img)
	}
	if t.table != nil {
		n := len(t.table) / 8
		word := func(i int) uint64 { return t.hdr + uint64(int64(int32(binary.LittleEndian.Uint32(t.table[4*i:])))) }
		if i := sort.Search(n, func(i int) bool { return word(2*i) > pc }); i > 0 {
			s := cfiSection{img: img}
			if f, ok = t.parse(&s, word(2*i-1)); ok && pc >= f.start && pc < f.end {
				return f, true
			}
		}
	}
	for i := range t.lists {
		l := &t.lists[i]
		if i == 1 && l.s.img == nil {
			t.loadDebug(img)
		}
		j := sort.Search(len(l.fde), func(j int) bool { return l.fde[j].start > pc })
		if j > 0 && pc < l.fde[j-1].end {
			return t.parse(&l.s, l.fde[j-1].at)
		}
	}
	return f, false
}

// load makes the index.
func (l *fdeList) load(t *cfiTable, s cfiSection) {
	l.s = s
	at := uint64(0)
	for at < uint64(len(s.data)) && len(l.fde) < maxFDEs {
		size, head := entry(s.data[at:])
		if size == 0 {
			if s.debug {
				break
			}
			at += 4 // a terminator; another file's frames may follow
			continue
		}
		if f, ok := t.parse(&s, s.addr+at); ok && f.end > f.start {
			l.fde = append(l.fde, fdeRange{f.start, f.end, s.addr + at})
		}
		at += head + size
	}
	slices.SortFunc(l.fde, func(a, b fdeRange) int { return compareAddr(a.start, b.start) })
}

// entry returns the length of a CIE or FDE, and that of the length itself.
func entry(b []byte) (size, head uint64) {
	if len(b) < 4 {
		return 0, 4
	}
	size, head = uint64(binary.LittleEndian.Uint32(b)), 4
	if size == 0xffffffff {
		if len(b) < 12 {
			return 0, 4
		}
		size, head = binary.LittleEndian.Uint64(b[4:]), 12
	}
	if size > maxEntry {
		return uint64(len(b)), head // nonsense: the rest can't be made sense of
	}
	return size, head
}

const (
	maxEntry = 1 << 18   // bytes of a CIE or FDE
	maxFDEs  = 1 << 20   // of a section without an index
	maxWork  = 256 << 20 // bytes of CIEs that are parsed: there are a few of some 20 bytes, unless somebody makes trouble
)

// at returns the entry at addr behind its length; nil if there is none.
func (s *cfiSection) at(addr uint64) (body reader, ok bool) {
	var b []byte
	if s.data != nil {
		if addr < s.addr || addr-s.addr >= uint64(len(s.data)) {
			return body, false
		}
		b = s.data[addr-s.addr:]
	} else {
		b = make([]byte, 512)
		b = b[:s.img.readAddr(b, addr)]
	}
	size, head := entry(b)
	if size == 0 || size > maxEntry {
		return body, false
	}
	if s.data == nil && head+size > uint64(len(b)) {
		b = make([]byte, head+size)
		b = b[:s.img.readAddr(b, addr)]
	}
	if head+size > uint64(len(b)) {
		return body, false
	}
	return reader{b: b[head : head+size], addr: addr + head, wide: s.img.wide, long: head == 12}, true
}

// parse parses the FDE at addr.
func (t *cfiTable) parse(s *cfiSection, addr uint64) (f fde, ok bool) {
	r, ok := s.at(addr)
	if !ok {
		return f, false
	}
	here := r.addr
	var id uint64
	if r.long && s.debug {
		id = r.u64()
	} else {
		id = uint64(r.u32())
	}
	if s.debug {
		if id == 0xffffffff && !r.long || id == ^uint64(0) {
			return f, false
		}
	} else {
		if id == 0 {
			return f, false
		}
		id = here - id
	}
	if f.cie = t.cie(s, id); f.cie == nil {
		return f, false
	}
	f.start = r.pointer(f.encoding)
	f.end = f.start + r.pointer(f.encoding&0x0f)
	if f.augmented {
		r.skip(r.uleb())
	}
	f.code = r.b
	return f, !r.bad
}

// cie returns the CIE at addr, parsed once; nil if it makes no sense.
func (t *cfiTable) cie(s *cfiSection, addr uint64) *cie {
	key := cieKey{addr, s.debug}
	c, ok := t.cies[key]
	if !ok {
		if t.work > maxWork {
			return nil
		}
		c = parseCIE(s, addr, &t.work)
		if len(t.cies) < maxRows {
			t.cies[key] = c
		}
	}
	return c
}

func parseCIE(s *cfiSection, addr uint64, work *int) *cie {
	r, ok := s.at(addr)
	if !ok {
		return nil
	}
	var id uint64
	if r.long && s.debug {
		id = r.u64()
	} else {
		id = uint64(r.u32())
	}
	*work += len(r.b)
	if isCIE := id == 0; !s.debug != isCIE {
		return nil
	}
	version := r.u8()
	augmentation := r.cstring()
	c := &cie{}
	if version >= 4 {
		r.u8() // size of an address
		r.u8() // of a segment selector
	}
	c.codeAlign = r.uleb()
	c.dataAlign = r.sleb()
	if version == 1 {
		c.ra = int(r.u8())
	} else {
		c.ra = int(r.uleb() & 0xff)
	}
	for i := range len(augmentation) {
		switch augmentation[i] {
		case 'z':
			c.augmented = true
			n := r.uleb()
			if n > uint64(len(r.b)) {
				return nil
			}
			data := r
			data.b = r.b[:n]
			r.skip(n)
			c.augment(augmentation[i+1:], &data)
		case 'e': // "eh": a pointer, of old compilers
			return nil
		}
		if c.augmented {
			break
		}
		if augmentation[i] == 'S' {
			c.signal = true
		}
	}
	if r.bad || c.ra >= registers {
		return nil
	}
	c.code = r.b
	var initial row
	if initial.run(c, nil, c.code, 0, ^uint64(0)) {
		c.initial = &initial
	}
	return c
}

// augment takes the data that the letters of an augmentation string stand for.
func (c *cie) augment(letters string, r *reader) {
	for i := range len(letters) {
		switch letters[i] {
		case 'R':
			c.encoding = r.u8()
		case 'P':
			r.pointer(r.u8())
		case 'L':
			r.u8()
		case 'S':
			c.signal = true
		}
	}
}
