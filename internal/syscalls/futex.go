package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// futex(2): which arguments count depends on the operation.

var futex = d.Syscall{Name: "futex", Params: []*d.Param{
	futexAddr, futexOp, futexVal,
	{Name: "timeout", Type: futexTimeout{&timespec}, If: futexHasTimeout},
	futexVal2, futexAddr2, futexVal3,
}}

var futexTime64 = d.Syscall{Name: "futex_time64", Params: []*d.Param{
	futexAddr, futexOp, futexVal,
	{Name: "timeout", Type: futexTimeout{&timespec64}, If: futexHasTimeout},
	futexVal2, futexAddr2, futexVal3,
}}

var (
	futexAddr  = &d.Param{Name: "uaddr", Type: d.Addr}
	futexOp    = &d.Param{Name: "futex_op", Type: &d.Enum{Of: &xlat.FutexOp}}
	futexVal   = &d.Param{Name: "val", Type: d.Uint, If: func(c *d.Call) bool { return futexShape(c)&futexTakesVal != 0 }}
	futexVal2  = &d.Param{Name: "val2", Type: d.Uint, Reg: d.Arg3, If: func(c *d.Call) bool { return futexShape(c)&futexTakesVal2 != 0 }}
	futexAddr2 = &d.Param{Name: "uaddr2", Type: d.Addr, If: func(c *d.Call) bool { return futexShape(c)&futexTakesAddr2 != 0 }}
	futexVal3  = &d.Param{Name: "val3", Type: d.Func(showFutexVal3), If: func(c *d.Call) bool {
		return futexShape(c)&(futexTakesVal3|futexTakesBitset|futexTakesWakeOp|futexTakesAny) != 0
	}}
)

// What an operation takes besides the address.
const (
	futexTakesVal = 1 << iota
	futexTakesTimeout
	futexTakesVal2 // a number in the register of the timeout
	futexTakesAddr2
	futexTakesVal3
	futexTakesBitset
	futexTakesWakeOp
	futexTakesAny // unknown operation: a number
)

// futexShapes are what each operation takes (linux/futex.h has the numbers).
var futexShapes = [...]uint8{
	0:  futexTakesVal | futexTakesTimeout,                                   // WAIT
	1:  futexTakesVal,                                                       // WAKE
	2:  futexTakesVal,                                                       // FD
	3:  futexTakesVal | futexTakesVal2 | futexTakesAddr2,                    // REQUEUE
	4:  futexTakesVal | futexTakesVal2 | futexTakesAddr2 | futexTakesVal3,   // CMP_REQUEUE
	5:  futexTakesVal | futexTakesVal2 | futexTakesAddr2 | futexTakesWakeOp, // WAKE_OP
	6:  futexTakesTimeout,                                                   // LOCK_PI
	7:  0,                                                                   // UNLOCK_PI
	8:  0,                                                                   // TRYLOCK_PI
	9:  futexTakesVal | futexTakesTimeout | futexTakesBitset,                // WAIT_BITSET
	10: futexTakesVal | futexTakesBitset,                                    // WAKE_BITSET
	11: futexTakesVal | futexTakesTimeout | futexTakesAddr2,                 // WAIT_REQUEUE_PI
	12: futexTakesVal | futexTakesVal2 | futexTakesAddr2 | futexTakesVal3,   // CMP_REQUEUE_PI
	13: futexTakesTimeout,                                                   // LOCK_PI2
	14: futexTakesVal | futexTakesTimeout | futexTakesAddr2 | futexTakesAny, // unknown: an address in the timeout's place
}

const futexCmdMask = 0x7f // FUTEX_CMD_MASK without what an int's upper bits may hold

func futexShape(c *d.Call) uint8 {
	return futexShapes[min(int(c.Args[1]&futexCmdMask), len(futexShapes)-1)]
}

// futexTimeout is a time, or, of an operation that is unknown, an address.
type futexTimeout struct{ of *d.Struct }

// Show implements decode.Type.
func (t futexTimeout) Show(c *d.Call, v uint64) {
	if futexShape(c)&futexTakesAny != 0 {
		c.P.Addr(c.Word(v))
		return
	}
	d.Ptr{To: t.of}.Show(c, v)
}

// Plan implements decode.Planned.
func (t futexTimeout) Plan(p *d.Planner, from d.Expr) { p.Object(from, t.of, 0) }

func futexHasTimeout(c *d.Call) bool { return futexShape(c)&futexTakesTimeout != 0 }

var futexBitset = d.Enum{Of: &xlat.FutexBitset}

func showFutexVal3(c *d.Call, v uint64) {
	switch shape := futexShape(c); {
	case shape&futexTakesVal3 != 0:
		d.Uint.Show(c, v)
	case shape&futexTakesBitset != 0:
		futexBitset.Show(c, v)
	case shape&futexTakesWakeOp != 0:
		showFutexWakeOp(c, uint64(uint32(v)))
	default:
		d.Hex32.Show(c, v)
	}
}

// showFutexWakeOp shows FUTEX_OP(op, oparg, cmp, cmparg), see futex(2).
func showFutexWakeOp(c *d.Call, v uint64) {
	const opargShift = 8 // FUTEX_OP_OPARG_SHIFT
	c.P.Expr(v)
	if v>>28&opargShift != 0 {
		c.P.Named(opargShift, "FUTEX_OP_OPARG_SHIFT", show.Hexadecimal)
		c.P.Text("<<28")
		c.P.Punct("|")
	}
	shiftedName(c, v>>28&7, &xlat.FutexWakeOp, "<<28")
	c.P.Punct("|")
	c.P.Hex(v >> 12 & 0xfff)
	c.P.Text("<<12")
	c.P.Punct("|")
	shiftedName(c, v>>24&0xf, &xlat.FutexWakeCmp, "<<24")
	c.P.Punct("|")
	c.P.Hex(v & 0xfff)
	c.P.EndExpr()
}

// shiftedName shows a name or number and its position, FUTEX_OP_ADD<<28; what
// stands for no name comes behind.
func shiftedName(c *d.Call, v uint64, t *xlat.Table, shift string) {
	if name, ok := t.Name(v); ok && !c.P.NumbersOnly() {
		c.P.Named(v, name, show.Hexadecimal)
		c.P.Text(shift)
		return
	}
	c.P.Hex(v)
	c.P.Text(shift)
	c.P.Comment(t.Unknown)
}

// The calls that came after futex: kernel Documentation/userspace-api/futex2.rst.

var futex2Flags = d.Flags{&xlat.Futex2Size, &xlat.Futex2Flag}

var futexWaitv = d.Syscall{Name: "futex_waitv", Params: []*d.Param{
	{Name: "waiters", Type: futexWaiters{}},
	{Name: "nr_futexes", Type: d.Uint},
	{Name: "flags", Type: d.Hex32},
	{Name: "timeout", Type: d.Ptr{To: &timespec64}},
	{Name: "clockid", Type: &clockID},
}}

var futexWaiter = d.Struct{Of: abi.Sizeof_futex_waitv, Fields: []*d.Field{
	{Name: "val", At: abi.Futex_waitv_val, Type: d.Hex64},
	{Name: "uaddr", At: abi.Futex_waitv_uaddr, Type: d.Addr64},
	{Name: "flags", At: abi.Futex_waitv_flags, Type: &futex2Flags},
	{Name: "__reserved", At: abi.Futex_waitv___reserved, Type: d.Hex32, If: d.Nonzero},
}}

// futexWaiters is an array of which an unsigned int says the length.
type futexWaiters struct{}

const futexWaitvMax = 128 // FUTEX_WAITV_MAX, linux/futex.h

// Show implements decode.Type.
func (futexWaiters) Show(c *d.Call, v uint64) {
	d.Array{Of: &futexWaiter, Most: futexWaitvMax}.ShowN(c, v, uint64(uint32(c.Args[1])))
}

// Plan implements decode.Planned.
func (futexWaiters) Plan(p *d.Planner, from d.Expr) { p.Object(from, &futexWaiter, d.Arg1) }

var futexMask = d.Enum64{Of: &xlat.FutexBitset}

var futexWake = d.Syscall{Name: "futex_wake", Params: []*d.Param{
	{Name: "uaddr", Type: d.Addr},
	{Name: "mask", Type: &futexMask},
	{Name: "nr", Type: d.Int},
	{Name: "flags", Type: &futex2Flags},
}}

var futexWait = d.Syscall{Name: "futex_wait", Params: []*d.Param{
	{Name: "uaddr", Type: d.Addr},
	{Name: "val", Type: d.Ulong},
	{Name: "mask", Type: &futexMask},
	{Name: "flags", Type: &futex2Flags},
	{Name: "timeout", Type: d.Ptr{To: &timespec64}},
	{Name: "clockid", Type: &clockID},
}}

var futexRequeue = d.Syscall{Name: "futex_requeue", Params: []*d.Param{
	{Name: "waiters", Type: d.Array{Of: &futexWaiter, N: d.C + 2}},
	{Name: "flags", Type: d.Hex32},
	{Name: "nr_wake", Type: d.Int},
	{Name: "nr_requeue", Type: d.Int},
}}
