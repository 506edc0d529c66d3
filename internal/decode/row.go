package decode

import "gostrace/internal/abi"

// A Row is an Object of N consecutive objects: all of them are readable, or
// the address is shown. (Of an Array, those that are readable are shown.)
type Row struct {
	Of Object
	N  int
}

// Size implements Object.
func (t *Row) Size(a *abi.ABI) int { return t.N * t.Of.Size(a) }

// ShowAt implements Object.
func (t *Row) ShowAt(c *Call, b []byte) {
	size, base := t.Of.Size(c.ABI), c.base
	c.P.Array()
	for i := range t.N {
		c.P.Elem()
		c.at(t.Of, b[i*size:(i+1)*size], base+uint64(i*size))
	}
	c.P.EndArray()
}
