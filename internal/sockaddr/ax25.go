package sockaddr

import (
	"encoding/binary"
	"strconv"

	d "gostrace/internal/decode"
)

// The parts of struct full_sockaddr_ax25 (linux/ax25.h): the call sign of the
// station, how many digipeaters there are, and up to 8 of them.
const (
	ax25CallAt   = 2
	ax25CallSize = 7
	ax25NdigisAt = 12
	ax25Size     = 16
	ax25MaxDigis = 8
)

// showAX25 shows AF_AX25, of which the digipeaters may be missing.
func showAX25(c *d.Call, b []byte, n int) bool {
	digis := int32(binary.LittleEndian.Uint32(b[ax25NdigisAt:]))
	full := digis != 0 || n != ax25Size
	if full {
		c.P.Field("fsa_ax25")
		c.P.Struct()
	}
	c.P.Field("sax25_call")
	showCallSign(c, b[ax25CallAt:ax25CallAt+ax25CallSize])
	c.P.Field("sax25_ndigis")
	c.P.Int(int64(digis))
	if !full {
		return true
	}
	c.P.EndStruct()
	room := (n - ax25Size) / ax25CallSize
	if digis > 0 {
		want := int(min(digis, ax25MaxDigis))
		c.P.Field("fsa_digipeater")
		c.P.Array()
		for i := range min(want, room) {
			c.P.Elem()
			at := ax25Size + i*ax25CallSize
			showCallSign(c, b[at:at+ax25CallSize])
		}
		if want > room {
			c.P.MoreElems()
		}
		c.P.EndArray()
	}
	if (n-ax25Size)%ax25CallSize != 0 || room > ax25MaxDigis {
		c.P.MoreFields()
	}
	return true
}

// showCallSign shows an ax25_address: six characters and a number, each
// shifted left by a bit (AX.25, section 3.12). One that is encoded as it should
// be is shown as ABCDEF-1, others as their bytes, with what they mean if that
// can be said.
func showCallSign(c *d.Call, b []byte) {
	var buf [16]byte
	name, canonical := appendCallSign(buf[:0], b)
	if canonical && (c.P.JSON || c.P.Converting()) {
		c.P.Notation(b, name)
		return
	}
	c.P.Struct()
	c.P.Field("ax25_call")
	c.P.Binary(b, false)
	c.P.EndStruct()
	if len(name) > 0 && (!canonical || c.P.Remarks()) {
		c.P.CommentBytes(name)
	}
}

// appendCallSign appends the call sign b, nothing if it has characters that
// none has, and returns whether b encodes it as the specification says.
func appendCallSign(to, b []byte) ([]byte, bool) {
	canonical := b[6]&^0x1e == 0
	end := 6
	for end > 0 && b[end-1]>>1 == ' ' {
		end--
	}
	for i, x := range b[:6] {
		ch := x >> 1
		if ch < ' ' || ch > '~' || ch == '*' || ch == '/' {
			return nil, false
		}
		letter := ch >= 'A' && ch <= 'Z' || ch >= '0' && ch <= '9' || i >= end
		canonical = canonical && letter && x&1 == 0
		if i < end {
			to = append(to, ch)
		}
	}
	number := b[6] >> 1 & 0xf
	if end == 0 {
		if number == 0 {
			return append(to, '*'), canonical
		}
		canonical = false
	}
	return strconv.AppendUint(append(to, '-'), uint64(number), 10), canonical
}
