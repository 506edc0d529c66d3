package unwind

import (
	"bytes"
	"io"

	"github.com/ulikunitz/xz/lzma"
)

// The .xz format (https://tukaani.org/xz/xz-file-format.txt): what holds the
// compressed data together. The data itself is the library's; its own package
// for the format brings cryptography along, whose initialisation every start of
// the program would pay for. Checksums are not looked at: a symbol table that
// is wrong shows wrong names.
const (
	xzMagic     = "\xfd7zXZ\x00"
	xzHeader    = 12   // bytes before the first block
	xzLZMA2     = 0x21 // the only filter in use for programs' symbols
	xzMaxDict   = 64 << 20
	xzMaxBlocks = 1000
)

// unxz returns what is compressed in b, at most maxSection bytes; nil if that
// makes no sense.
func unxz(b []byte) []byte {
	if len(b) < xzHeader || string(b[:len(xzMagic)]) != xzMagic {
		return nil
	}
	check := xzCheck(b[7] & 15)
	in := bytes.NewReader(b[xzHeader:])
	var out []byte
	for range xzMaxBlocks {
		start := in.Len()
		dict, ok := xzBlock(in)
		if !ok {
			break
		}
		r, err := lzma.Reader2Config{DictCap: dict}.NewReader2(in)
		if err != nil {
			return nil
		}
		part, err := io.ReadAll(io.LimitReader(r, int64(maxSection-len(out))))
		if err != nil {
			return nil
		}
		out = append(out, part...)
		padding := -(start - in.Len()) & 3
		if _, err := in.Seek(int64(padding+check), io.SeekCurrent); err != nil {
			break
		}
	}
	return out
}

// xzCheck returns the size of the checksum behind each block.
func xzCheck(kind byte) int {
	if kind == 0 {
		return 0
	}
	return 4 << ((kind - 1) / 3)
}

// xzBlock reads the header of a block and returns the size of its dictionary;
// ok is false if there are no more.
func xzBlock(in *bytes.Reader) (dict int, ok bool) {
	first, err := in.ReadByte()
	if err != nil || first == 0 {
		return 0, false // the index
	}
	h := make([]byte, 4*int(first)+3)
	if _, err := io.ReadFull(in, h); err != nil {
		return 0, false
	}
	flags, r := h[0], reader{b: h[1:]}
	if flags&3 != 0 {
		return 0, false // several filters
	}
	for bit := byte(0x40); bit != 0; bit <<= 1 {
		if flags&bit != 0 {
			r.uleb()
		}
	}
	if r.uleb() != xzLZMA2 || r.uleb() != 1 {
		return 0, false
	}
	bits := r.u8()
	if r.bad || bits > 40 {
		return 0, false
	}
	size := (2 | uint64(bits&1)) << (bits/2 + 11)
	return int(max(lzma.MinDictCap, min(size, xzMaxDict))), true
}
