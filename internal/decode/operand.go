package decode

import "gostrace/internal/abi"

// OperandKind says where an Operand's number is.
type OperandKind uint8

const (
	Constant    OperandKind = iota // Value
	FromArg                        // argument register Value
	FromRet                        // the result; 0 if the call failed or has not returned
	FromSP                         // the stack pointer
	FromMember                     // Size bytes at Value in the innermost structure
	AddressOf                      // the address of the innermost structure, and Value
	FromDecoder                    // what a decoder kept at entry: only decoders know
)

// An Operand is an Expr in terms of registers and offsets, for a program that
// does not know this package: the one in the kernel.
type Operand struct {
	Kind   OperandKind
	Value  uint32
	Size   uint8 // bytes: 1, 2, 4 or 8
	Signed bool
	Low32  bool // only the lower 32 bits count
}

// Operand returns e as it is on an ABI. A member that the ABI does not have is
// the constant 0, as Eval has it.
func (e Expr) Operand(a *abi.ABI) Operand {
	switch {
	case e&constE != 0:
		return Operand{Value: uint32(e &^ constE)}
	case e&low32 != 0:
		o := (e &^ low32).Operand(a)
		o.Low32 = true
		return o
	case e&addr != 0:
		return Operand{Kind: AddressOf, Value: uint32(a.Members[abi.Member(e&^(addr|member))].Off)}
	case e&member != 0:
		l := a.Members[abi.Member(e&^member)]
		switch l.Kind {
		case abi.Absent:
			return Operand{}
		case abi.Aggregate:
			return Operand{Value: uint32(l.Off)}
		}
		return Operand{Kind: FromMember, Value: uint32(l.Off), Size: uint8(l.Size), Signed: l.Kind == abi.Signed}
	case e == SP:
		return Operand{Kind: FromSP}
	case e >= Kept0:
		return Operand{Kind: FromDecoder, Value: uint32(e - Kept0)}
	case e == Ret:
		return Operand{Kind: FromRet}
	case e >= Arg0:
		return Operand{Kind: FromArg, Value: uint32(e - Arg0)}
	}
	return Operand{}
}

// The bounds of programs in the kernel that capture.
const (
	MaxElements = 1 << 12 // of one capture: each takes steps, of which the kernel allows so many
	PathMax     = pathMax // bytes of a file name, linux/limits.h
)
