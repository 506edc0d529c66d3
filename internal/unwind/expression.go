package unwind

// DWARF expressions, DWARF 5, 2.5: what call frame information may use of them.
const (
	exprAddr       = 0x03
	exprDeref      = 0x06
	exprConst1u    = 0x08
	exprConst1s    = 0x09
	exprConst2u    = 0x0a
	exprConst2s    = 0x0b
	exprConst4u    = 0x0c
	exprConst4s    = 0x0d
	exprConst8u    = 0x0e
	exprConst8s    = 0x0f
	exprConstu     = 0x10
	exprConsts     = 0x11
	exprDup        = 0x12
	exprDrop       = 0x13
	exprOver       = 0x14
	exprPick       = 0x15
	exprSwap       = 0x16
	exprRot        = 0x17
	exprAbs        = 0x19
	exprAnd        = 0x1a
	exprDiv        = 0x1b
	exprMinus      = 0x1c
	exprMod        = 0x1d
	exprMul        = 0x1e
	exprNeg        = 0x1f
	exprNot        = 0x20
	exprOr         = 0x21
	exprPlus       = 0x22
	exprPlusUconst = 0x23
	exprShl        = 0x24
	exprShr        = 0x25
	exprShra       = 0x26
	exprXor        = 0x27
	exprBra        = 0x28
	exprEq         = 0x29
	exprGe         = 0x2a
	exprGt         = 0x2b
	exprLe         = 0x2c
	exprLt         = 0x2d
	exprNe         = 0x2e
	exprSkip       = 0x2f
	exprLit0       = 0x30
	exprLit31      = 0x4f
	exprBreg0      = 0x70
	exprBreg31     = 0x8f
	exprBregx      = 0x92
	exprDerefSize  = 0x94
	exprNop        = 0x96

	maxSteps = 1000 // operations of one expression
	maxDepth = 64   // of its stack
)

// evaluator is the stack machine of expressions.
type evaluator struct {
	stack [maxDepth]uint64
	n     int
	bad   bool
}

func (e *evaluator) push(v uint64) {
	if e.n == maxDepth {
		e.bad = true
		return
	}
	e.stack[e.n] = v
	e.n++
}

func (e *evaluator) pop() uint64 {
	if e.n == 0 {
		e.bad = true
		return 0
	}
	e.n--
	return e.stack[e.n]
}

// pick returns the entry at depth n.
func (e *evaluator) pick(n int) uint64 {
	if n >= e.n {
		e.bad = true
		return 0
	}
	return e.stack[e.n-1-n]
}

// evaluate computes an expression on the registers of f; initial is on its
// stack at the beginning, unless there is none.
func (w *walk) evaluate(code []byte, f *frame, initial uint64, has bool) (uint64, bool) {
	var e evaluator
	if has {
		e.push(initial)
	}
	in := reader{b: code, wide: w.machine.word == 8}
	for steps := 0; len(in.b) > 0; steps++ {
		if steps == maxSteps || e.bad || in.bad {
			return 0, false
		}
		op := in.u8()
		switch {
		case op >= exprLit0 && op <= exprLit31:
			e.push(uint64(op - exprLit0))
		case op >= exprBreg0 && op <= exprBreg31:
			n := int(op - exprBreg0)
			e.bad = e.bad || !f.has(n)
			if !e.bad {
				e.push(f.reg[n] + uint64(in.sleb()))
			}
		case op == exprBregx:
			n := int(in.uleb() & 0xffff)
			e.bad = e.bad || !f.has(n)
			if !e.bad {
				e.push(f.reg[n] + uint64(in.sleb()))
			}
		case op == exprSkip, op == exprBra:
			d := int(int16(in.u16()))
			if op == exprBra && e.pop() == 0 {
				break
			}
			at := len(code) - len(in.b) + d
			if at < 0 || at > len(code) {
				return 0, false
			}
			in.b = code[at:]
		case op == exprDeref, op == exprDerefSize:
			size := w.machine.word
			if op == exprDerefSize {
				size = int(in.u8())
			}
			v, ok := w.load(e.pop()&w.machine.mask, size)
			e.bad = e.bad || !ok
			e.push(v)
		case e.constant(op, &in):
		case !e.arithmetic(op, &in):
			return 0, false
		}
	}
	v := e.pop() & w.machine.mask
	return v, !e.bad && !in.bad
}

// constant does the operations that push constants.
func (e *evaluator) constant(op byte, in *reader) bool {
	switch op {
	case exprAddr:
		e.push(in.address())
	case exprConst1u:
		e.push(in.uint(1))
	case exprConst1s:
		e.push(uint64(int64(int8(in.u8()))))
	case exprConst2u:
		e.push(in.uint(2))
	case exprConst2s:
		e.push(uint64(int64(int16(in.u16()))))
	case exprConst4u:
		e.push(in.uint(4))
	case exprConst4s:
		e.push(uint64(int64(int32(in.u32()))))
	case exprConst8u, exprConst8s:
		e.push(in.u64())
	case exprConstu:
		e.push(in.uleb())
	case exprConsts:
		e.push(uint64(in.sleb()))
	default:
		return false
	}
	return true
}

// arithmetic does the operations on the stack alone.
func (e *evaluator) arithmetic(op byte, in *reader) bool {
	switch op {
	case exprNop:
	case exprDup:
		e.push(e.pick(0))
	case exprDrop:
		e.pop()
	case exprOver:
		e.push(e.pick(1))
	case exprPick:
		e.push(e.pick(int(in.u8())))
	case exprSwap:
		a, b := e.pop(), e.pop()
		e.push(a)
		e.push(b)
	case exprRot:
		a, b, c := e.pop(), e.pop(), e.pop()
		e.push(a)
		e.push(c)
		e.push(b)
	case exprAbs:
		if v := int64(e.pop()); v < 0 {
			e.push(uint64(-v))
		} else {
			e.push(uint64(v))
		}
	case exprNeg:
		e.push(-e.pop())
	case exprNot:
		e.push(^e.pop())
	case exprPlusUconst:
		e.push(e.pop() + in.uleb())
	default:
		b, a := e.pop(), e.pop()
		v, ok := compute2(op, a, b)
		if !ok {
			return false
		}
		e.push(v)
	}
	return true
}

// compute2 computes a op b.
func compute2(op byte, a, b uint64) (uint64, bool) {
	truth := func(t bool) (uint64, bool) {
		if t {
			return 1, true
		}
		return 0, true
	}
	switch op {
	case exprAnd:
		return a & b, true
	case exprOr:
		return a | b, true
	case exprXor:
		return a ^ b, true
	case exprPlus:
		return a + b, true
	case exprMinus:
		return a - b, true
	case exprMul:
		return a * b, true
	case exprDiv:
		if b == 0 {
			return 0, false
		}
		return uint64(int64(a) / int64(b)), true
	case exprMod:
		if b == 0 {
			return 0, false
		}
		return a % b, true
	case exprShl:
		return a << min(b, 64), true
	case exprShr:
		return a >> min(b, 64), true
	case exprShra:
		return uint64(int64(a) >> min(b, 63)), true
	case exprEq:
		return truth(a == b)
	case exprNe:
		return truth(a != b)
	case exprGe:
		return truth(int64(a) >= int64(b))
	case exprGt:
		return truth(int64(a) > int64(b))
	case exprLe:
		return truth(int64(a) <= int64(b))
	case exprLt:
		return truth(int64(a) < int64(b))
	}
	return 0, false
}
