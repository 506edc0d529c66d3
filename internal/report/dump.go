package report

import (
	"math/bits"
	"strconv"

	"gostrace/internal/decode"
)

// dumps says whether what the call of t moved is to be shown in full.
func (o *Options) dumps(t *Task) bool {
	if o.Reads == nil && o.Writes == nil {
		return false
	}
	fd, way := t.Call.Dumps()
	return way.Reads() && o.Reads.Has(fd) || way.Writes() && o.Writes.Has(fd)
}

// A hexDump writes what a call moved as lines of hexadecimal numbers and text.
type hexDump struct {
	to  *stream
	buf []byte
}

// Message implements decode.Dump.
func (h *hexDump) Message(i int, buffers uint64) {
	b := strconv.AppendUint(append(h.buf[:0], " = "...), buffers, 10)
	h.line(appendInt(append(b, " buffers in vector "...), i))
}

// Buffer implements decode.Dump.
func (h *hexDump) Buffer(i int, n uint64) {
	b := strconv.AppendUint(append(h.buf[:0], " * "...), n, 10)
	h.line(appendInt(append(b, " bytes in buffer "...), i))
}

// Unread implements decode.Dump.
func (h *hexDump) Unread(n int, addr uint64) {
	b := appendInt(append(h.buf[:0], " | <Cannot fetch "...), n)
	b = append(b, " byte"...)
	if n != 1 {
		b = append(b, 's')
	}
	b = appendInt(append(b, " from pid "...), h.to.open.TID)
	b = strconv.AppendUint(append(b, " @0x"...), addr, 16)
	h.line(append(b, '>'))
}

// Bytes implements decode.Dump: " | 00000  68 69                     hi   |".
func (h *hexDump) Bytes(b []byte, off, size uint64) {
	const perLine, least = 16, 5
	digits := max(least, (bits.Len64(size-1)+3)/4)
	for at := 0; at < len(b); at += perLine {
		part := b[at:min(at+perLine, len(b))]
		l := append(h.buf[:0], " | "...)
		for i := digits - 1; i >= 0; i-- {
			l = append(l, hexDigits[(off+uint64(at))>>(4*i)&15])
		}
		l = append(l, ' ')
		for i := range perLine {
			if i%8 == 0 {
				l = append(l, ' ')
			}
			if i < len(part) {
				l = append(l, hexDigits[part[i]>>4], hexDigits[part[i]&15], ' ')
			} else {
				l = append(l, "   "...)
			}
		}
		l = append(l, ' ')
		for i := range perLine {
			switch {
			case i >= len(part):
				l = append(l, ' ')
			case part[i] >= ' ' && part[i] <= '~':
				l = append(l, part[i])
			default:
				l = append(l, '.')
			}
		}
		h.line(append(l, " |"...))
	}
}

const hexDigits = "0123456789abcdef"

func (h *hexDump) line(b []byte) {
	h.buf = append(b, '\n')
	h.to.Write(h.buf)
}

// dump shows what the call of t moved, below its line.
func (x *Text) dump(t *Task, s *stream) {
	x.hex.to = s
	s.open = t // whose bytes they are
	t.Call.Dump(&x.hex)
	s.open = nil
	s.Show()
}

// A jsonDump writes what a call moved as an array, a buffer an element.
type jsonDump struct {
	c    *decode.Call
	data []byte // of the buffer so far
	size uint64 // of all of it
}

// Message implements decode.Dump.
func (*jsonDump) Message(int, uint64) {}

// Buffer implements decode.Dump.
func (*jsonDump) Buffer(int, uint64) {}

// Unread implements decode.Dump.
func (*jsonDump) Unread(int, uint64) {}

// Bytes implements decode.Dump.
func (j *jsonDump) Bytes(b []byte, off, size uint64) {
	if off == 0 {
		j.end()
		j.size = size
	}
	if len(j.data) < decode.MaxFetch {
		j.data = append(j.data, b...)
	}
}

// end writes the buffer that is complete.
func (j *jsonDump) end() {
	if len(j.data) == 0 {
		return
	}
	j.c.P.Elem()
	j.c.P.Quote(j.data, uint64(len(j.data)) < j.size)
	j.data = j.data[:0]
}

// appendDump appends what the call of t moved as a member of its object.
func (x *JSON) appendDump(b []byte, t *Task) []byte {
	x.data.c = &t.Call
	t.Call.P.Array()
	t.Call.Dump(&x.data)
	x.data.end()
	t.Call.P.EndArray()
	return append(append(b, `,"data":`...), t.Call.P.Take()...)
}
