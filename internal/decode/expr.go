package decode

import "gostrace/internal/abi"

// An Expr is a number known only at run time: an argument, the result, a
// member of the enclosing structure, or a constant. It is data, not code, so
// that a capture plan can hold it.
type Expr uint32

const (
	// Arg0 to Arg5 are the argument registers, cut to the ABI's word.
	Arg0 Expr = iota + 1
	Arg1
	Arg2
	Arg3
	Arg4
	Arg5
	// Ret is the result; 0 if the call failed or has not returned.
	Ret
	// Kept0 to Kept7 are what parameter 0 to 7 saved at entry.
	Kept0
	Kept1
	Kept2
	Kept3
	Kept4
	Kept5
	Kept6
	Kept7
	// SP is the stack pointer.
	SP
	// End is the address behind the innermost structure.
	End

	member Expr = 1 << 16 // + abi.Member
	low32  Expr = 1 << 30 // + any of the above
	addr   Expr = 1 << 29 // + member + abi.Member: its address
	constE Expr = 1 << 31 // + value
)

// M is for members of the innermost structure: d.M + d.Expr(abi.Iovec_iov_len).
const M = member

// At is for addresses of members: d.At + d.M + d.Expr(abi.Fiemap_fm_extents).
const At = addr

// U32 is for the lower 32 bits of an argument that is an int: d.U32 + d.Arg1.
const U32 = low32

// C is for constants: d.C + 2.
const C = constE

// Eval returns the value of e for the call being shown.
func (e Expr) Eval(c *Call) uint64 {
	switch {
	case e&constE != 0:
		return uint64(e &^ constE)
	case e&low32 != 0:
		return uint64(uint32((e &^ low32).Eval(c)))
	case e&addr != 0:
		return c.base + uint64(c.ABI.Members[abi.Member(e&^(addr|member))].Off)
	case e&member != 0:
		v, _ := c.ABI.Load(c.obj, abi.Member(e&^member))
		return v
	case e == End:
		return c.base + uint64(len(c.obj))
	case e == SP:
		return c.Word(c.SP)
	case e >= Kept0:
		return c.kept[e-Kept0]
	case e == Ret:
		if c.Failed || !c.Exit {
			return 0
		}
		return uint64(c.Ret)
	case e >= Arg0:
		return c.Word(c.Args[e-Arg0])
	}
	return 0
}
