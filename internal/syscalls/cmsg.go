package syscalls

import (
	d "gostrace/internal/decode"
)

// ControlMessages shows the Len bytes of control messages at an address (cmsg(3)).
type ControlMessages struct{ Len d.Expr }

// Show implements d.Type.
func (t ControlMessages) Show(c *d.Call, v uint64) { c.P.Addr(c.Word(v)) }
