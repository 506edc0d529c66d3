package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// The operations of io_uring_register(2) whose argument is more than an
// address here (linux/io_uring.h).
const (
	uringBuffers      = 0
	uringFiles        = 2
	uringEventfd      = 4
	uringEventfdAsync = 7

	uringRegistered = 1 << 31 // IORING_REGISTER_USE_REGISTERED_RING
)

var ioUringRegister = d.Syscall{Name: "io_uring_register", Params: []*d.Param{
	{Name: "fd", Type: uringRing{}},
	{Name: "opcode", Type: d.Func(showUringOp)},
	{Name: "arg", Type: &d.Switch{On: d.U32 + d.Arg1, Else: d.Addr, Case: []d.Case{
		{Val: uringBuffers, Type: uringIovecs},
		{Val: uringFiles, Type: uringFDs},
		{Val: uringEventfd, Type: uringFD},
		{Val: uringEventfdAsync, Type: uringFD},
		{Val: uringRegistered | uringBuffers, Type: uringIovecs},
		{Val: uringRegistered | uringFiles, Type: uringFDs},
		{Val: uringRegistered | uringEventfd, Type: uringFD},
		{Val: uringRegistered | uringEventfdAsync, Type: uringFD},
	}}},
	{Name: "nr_args", Type: d.Uint},
}}

var (
	uringIovecs = &d.Array{Of: &iovecAddr, N: d.U32 + d.Arg3}
	uringFDs    = &d.Array{Of: &d.FDObj, N: d.U32 + d.Arg3}
	uringFD     = &d.Cell{Of: &d.FDObj}
)

// uringRing is a descriptor, or the index of a registered ring.
type uringRing struct{}

// Show implements d.Type.
func (uringRing) Show(c *d.Call, v uint64) {
	if c.Args[1]&uringRegistered != 0 {
		d.Uint.Show(c, v)
		return
	}
	d.FD.Show(c, v)
}

// Names implements d.Namer.
func (uringRing) Names(c *d.Call, v uint64, n *d.Naming) bool {
	return d.FD.Names(c, v, n)
}

// showUringOp shows the operation and, behind it, the flag of a registered ring.
func showUringOp(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	c.P.Expr(v)
	c.P.Symbol(v&^uringRegistered, &xlat.UringRegisterOp, show.Hexadecimal)
	if v&uringRegistered != 0 {
		c.P.Punct("|")
		c.P.Flags(uringRegistered, uringOpFlags)
	}
	c.P.EndExpr()
}

var uringOpFlags = []*xlat.Table{&xlat.UringRegisterFlag}
