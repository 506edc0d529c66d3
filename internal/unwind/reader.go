package unwind

import (
	"bytes"
	"encoding/binary"
)

// Pointer encodings (Linux Standard Base, 10.5).
const (
	peLEB     = 0x01
	peData2   = 0x02
	peData4   = 0x03
	peData8   = 0x04
	peSigned  = 0x08
	pePCRel   = 0x10
	peDataRel = 0x30
	peOmit    = 0xff
)

// A reader takes values off bytes. What is missing reads as 0, and makes it bad.
type reader struct {
	b       []byte
	addr    uint64 // of b
	datarel uint64 // what peDataRel is relative to
	wide    bool   // addresses have 64 bits
	long    bool   // 64-bit DWARF
	bad     bool
}

func (r *reader) skip(n uint64) {
	if n > uint64(len(r.b)) {
		n, r.bad = uint64(len(r.b)), true
	}
	r.b = r.b[n:]
	r.addr += n
}

// uint takes n bytes, at most 8.
func (r *reader) uint(n int) (v uint64) {
	if len(r.b) < n {
		r.skip(uint64(n))
		return 0
	}
	switch n {
	case 1:
		v = uint64(r.b[0])
	case 2:
		v = uint64(binary.LittleEndian.Uint16(r.b))
	case 4:
		v = uint64(binary.LittleEndian.Uint32(r.b))
	case 8:
		v = binary.LittleEndian.Uint64(r.b)
	}
	r.skip(uint64(n))
	return v
}

func (r *reader) u8() byte    { return byte(r.uint(1)) }
func (r *reader) u16() uint16 { return uint16(r.uint(2)) }
func (r *reader) u32() uint32 { return uint32(r.uint(4)) }
func (r *reader) u64() uint64 { return r.uint(8) }

func (r *reader) uleb() (v uint64) {
	for shift := 0; ; shift += 7 {
		c := r.u8()
		if shift < 64 {
			v |= uint64(c&0x7f) << shift
		}
		if c&0x80 == 0 {
			return v
		}
	}
}

func (r *reader) sleb() int64 {
	var v int64
	for shift := 0; ; {
		c := r.u8()
		if shift < 64 {
			v |= int64(c&0x7f) << shift
		}
		shift += 7
		if c&0x80 == 0 {
			if c&0x40 != 0 && shift < 64 {
				v |= -1 << shift
			}
			return v
		}
	}
}

func (r *reader) cstring() string {
	i := bytes.IndexByte(r.b, 0)
	if i < 0 {
		r.skip(uint64(len(r.b)) + 1)
		return ""
	}
	s := string(r.b[:i])
	r.skip(uint64(i) + 1)
	return s
}

// block takes a length and as many bytes.
func (r *reader) block() []byte {
	n := r.uleb()
	b := r.b[:min(n, uint64(len(r.b)))]
	r.skip(n)
	return b
}

// address takes an address as it is.
func (r *reader) address() uint64 {
	if r.wide {
		return r.u64()
	}
	return uint64(r.u32())
}

// pointer takes an encoded pointer.
func (r *reader) pointer(encoding byte) (v uint64) {
	if encoding == peOmit {
		return 0
	}
	here := r.addr
	switch encoding & 0x0f {
	case 0:
		v = r.address()
	case peLEB:
		v = r.uleb()
	case peData2:
		v = r.uint(2)
	case peData4:
		v = r.uint(4)
	case peData8, peData8 | peSigned:
		v = r.uint(8)
	case peLEB | peSigned:
		v = uint64(r.sleb())
	case peData2 | peSigned:
		v = uint64(int64(int16(r.u16())))
	case peData4 | peSigned:
		v = uint64(int64(int32(r.u32())))
	default:
		r.bad = true
	}
	switch encoding & 0x70 {
	case 0:
	case pePCRel:
		v += here
	case peDataRel:
		v += r.datarel
	default:
		r.bad = true
	}
	if !r.wide {
		v &= 1<<32 - 1
	}
	return v
}
