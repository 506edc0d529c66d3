package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

const uringRegistered = 1 << 31 // IORING_REGISTER_USE_REGISTERED_RING

var ioUringRegister = d.Syscall{Name: "io_uring_register", Params: []*d.Param{
	{Name: "fd", Type: uringRing{}},
	{Name: "opcode", Type: d.Func(showUringOp)},
	{Name: "arg", Type: uringArg{}, At: d.Exit},
	{Name: "nr_args", Type: d.Uint},
}}

const (
	uringCount    = d.U32 + d.Arg3
	uringRsrcNr   = d.M + d.Expr(abi.Io_uring_rsrc_register_nr)
	uringUpdateNr = d.M + d.Expr(abi.Io_uring_rsrc_update2_nr)
)

// uringArgs are what the operations take, by number (enum io_uring_register_op).
var uringArgs = [...]d.Type{
	0:  &d.Array{Of: &iovecAddr, N: uringCount},
	2:  uringFDs,
	4:  uringFDs,
	6:  d.Ptr{To: &uringFilesUpdate},
	7:  uringFDs,
	8:  uringProbe{},
	11: &d.Array{Of: &uringRestriction, N: uringCount},
	13: countedType{32, d.Ptr{To: &uringFilesRegister}},
	14: countedType{32, d.Ptr{To: &uringFilesUpdate2}},
	15: countedType{32, d.Ptr{To: &uringBuffersRegister}},
	16: countedType{32, d.Ptr{To: &uringBuffersUpdate2}},
	17: cpuSet{uringCount},
	19: uringWorkers{},
	20: &d.Array{Of: &uringRingFD, N: uringCount},
	21: &d.Array{Of: &uringRingOffset, N: uringCount},
	22: countedType{1, d.Ptr{To: &uringBufReg}},
	23: countedType{1, d.Ptr{To: &uringBufReg}},
	24: countedType{1, d.Ptr{To: &uringSyncCancel}},
	25: countedType{1, d.Ptr{To: &uringFileRange}},
	26: countedType{1, ifSucceeded{d.Ptr{To: &uringBufStatus}}},
	27: countedType{1, uringBothWays{&uringNapi}},
	28: countedType{1, ifSucceeded{d.Ptr{To: &uringNapi}}},
	29: countedType{0, d.Ptr{To: &uringClock}},
	30: countedType{1, d.Ptr{To: &uringCloneBuffers}},
	31: countedType{1, d.Ptr{To: &uringSQE}},
	32: countedType{1, d.Ptr{To: &uringZcrxIfq}},
	33: countedType{1, d.Ptr{To: &uringResize}},
	34: countedType{1, d.Ptr{To: &uringMemRegion}},
	35: countedType{0, d.Ptr{To: uringQuery{}}},
	36: countedType{1, d.Ptr{To: &uringZcrxCtrl}},
}

var uringFDs = &d.Array{Of: &d.FDObj, N: uringCount}

// uringArg is the argument of an operation.
type uringArg struct{}

func uringArgOf(c *d.Call) d.Type {
	if op := uint32(c.Args[1]) &^ uringRegistered; int(op) < len(uringArgs) && uringArgs[op] != nil {
		return uringArgs[op]
	}
	return d.Addr
}

// Show implements Type.
func (uringArg) Show(c *d.Call, v uint64) { uringArgOf(c).Show(c, v) }

// Save implements Saver.
func (uringArg) Save(c *d.Call, v uint64) {
	if t, ok := uringArgOf(c).(countedType); ok && uint32(c.Args[3]) == t.n {
		if s, ok := t.Type.(d.Saver); ok {
			s.Save(c, v)
		}
		return
	}
	if s, ok := uringArgOf(c).(d.Saver); ok {
		s.Save(c, v)
	}
}

// Plan implements Planned.
func (uringArg) Plan(p *d.Planner, from d.Expr) {
	for op, t := range uringArgs {
		for _, v := range [...]uint64{uint64(op), uint64(op) | uringRegistered} {
			p.When(d.U32+d.Arg1, v, func() { p.AtEntryToo(func() { p.Type(t, from) }) })
		}
	}
}

// countedType is an argument if there are n of it, and an address otherwise.
type countedType struct {
	n uint32
	d.Type
}

// Show implements Type.
func (t countedType) Show(c *d.Call, v uint64) {
	if uint32(c.Args[3]) != t.n {
		c.P.Addr(c.Word(v))
		return
	}
	t.Type.Show(c, v)
}

// Plan implements Planned.
func (t countedType) Plan(p *d.Planner, from d.Expr) { p.Type(t.Type, from) }

// uringBothWays is a structure that the kernel answers in.
type uringBothWays struct{ of *d.Struct }

// Save implements Saver.
func (t uringBothWays) Save(c *d.Call, v uint64) {
	if b, ok := c.Fetch(c.Word(v), t.of.Size(c.ABI)); ok {
		c.Stash(b)
	}
}

// Show implements Type.
func (t uringBothWays) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	was := c.Stashed()
	if len(was) == 0 {
		c.P.Addr(v)
		return
	}
	if c.Failed {
		c.ShowAt(t.of, was, v)
		return
	}
	c.P.Change()
	c.ShowAt(t.of, was, v)
	c.P.Arrow()
	d.Ptr{To: t.of}.Show(c, v)
	c.P.EndChange()
}

// Plan implements Planned.
func (t uringBothWays) Plan(p *d.Planner, from d.Expr) { p.Object(from, t.of, 0) }

// uringRing is a descriptor, or the index of a registered ring.
type uringRing struct{}

// Names implements d.Namer.
func (uringRing) Names(c *d.Call, v uint64, n *d.Naming) bool { return d.FD.Names(c, v, n) }

// Show implements d.Type.
func (uringRing) Show(c *d.Call, v uint64) {
	if c.Args[1]&uringRegistered != 0 {
		d.Uint.Show(c, v)
		return
	}
	d.FD.Show(c, v)
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
