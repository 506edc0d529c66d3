package netlink

import d "gostrace/internal/decode"

// Buf shows what a socket sends or receives: Len bytes at an address, messages
// if the socket, argument 0, is one of netlink.
type Buf struct {
	Len d.Expr
	// Got says that the call fills the buffer: no more than its result is shown.
	Got bool
	// Part says that the buffer is one of several: see d.Call.Take.
	Part bool
}

// Show implements d.Type.
func (t Buf) Show(c *d.Call, v uint64) {
	n := t.Len.Eval(c)
	switch {
	case t.Part:
		n = c.Take(n)
	case t.Got:
		n = min(n, d.Ret.Eval(c))
	}
	if c.Netlink != nil {
		if protocol := c.Netlink(int32(c.Args[0])); protocol >= 0 && protocol != kobjectUevent && showMessages(c, protocol, v, n) {
			return
		}
	}
	c.ShowBytes(v, n)
}

// Plan implements d.Planned: it can't know what a socket is, so that it has
// more than strings need and less than the longest messages.
func (t Buf) Plan(p *d.Planner, from d.Expr) { p.Block(from, plannedBytes) }

const plannedBytes = 4096
