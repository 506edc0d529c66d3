package ioctl

import (
	"strings"

	d "gostrace/internal/decode"
)

// An argument that nobody declares is shown as the bytes that its command says
// it has, where structures are shown in full, else as a number.

// raws are the ways in which bytes are passed, by the direction (_IOC_DIR).
var raws = [...]Arg{
	{In: dump{}, Out: dump{}}, // _IOC_NONE, but with a size
	{In: dump{}},              // _IOC_WRITE
	{Late: dump{}},            // _IOC_READ
	{In: dump{}, Out: dump{}},
}

// known are the types (_IOC_TYPE) of which the reference knows some commands;
// it shows no bytes of the others.
const known = "\x03\x12\x15!\"$=>EIKLMORTVWXfiopu\x89\x8a\x94\xa4\xaa\xab\xae\xb4\xb7\xfd\xff"

var (
	number  = Arg{In: d.Hex}
	pointer = Arg{In: d.Addr}
)

// undeclared returns the declaration for a command that has none.
func undeclared(c *d.Call, cmd uint32) *Arg {
	if t := cmd >> 8 & 0xff; t == sockets || t == input && cmd>>30 != 0 {
		return &pointer
	}
	if c.Abbrev || size(cmd) == 0 || strings.IndexByte(known, byte(cmd>>8)) >= 0 {
		return &number
	}
	return &raws[cmd>>30]
}

// Types whose commands take addresses: all, and those with a direction.
const (
	sockets = 0x89
	input   = 'E'
)

func size(cmd uint32) uint32 { return cmd >> 16 & 0x3fff }

// dump shows bytes as hexadecimal escapes.
type dump struct{}

// Show implements decode.Type.
func (dump) Show(c *d.Call, v uint64) {
	b, ok := fetch(c, v)
	if !ok {
		d.Hex.Show(c, v)
		return
	}
	c.P.Binary(b[:min(len(b), c.P.StrLen)], len(b) > c.P.StrLen)
}

// fetch reads as much of the argument as -s wants, and one byte more.
func fetch(c *d.Call, v uint64) ([]byte, bool) {
	return c.Fetch(c.Word(v), min(int(size(uint32(c.Args[1]))), c.P.StrLen+1))
}

// Plan implements decode.Planned.
func (dump) Plan(p *d.Planner, from d.Expr) { p.Bytes(from, d.C+0x3fff) }

// Again says whether the argument is shown again after the call: a declared
// one if that succeeded, another one if it can be read.
func Again(c *d.Call) bool {
	if a := find(c.ABI, uint32(c.Args[1])); a != nil {
		return (!c.Failed || a.Even) && c.HasKept()
	}
	_, ok := fetch(c, c.Args[2])
	return ok
}
