package unwind

// The instructions of call frame information, DWARF 5, 6.4.2, and GNU's.
const (
	opNop            = 0x00
	opSetLoc         = 0x01
	opAdvance1       = 0x02
	opAdvance2       = 0x03
	opAdvance4       = 0x04
	opOffsetExtended = 0x05
	opRestoreExt     = 0x06
	opUndefined      = 0x07
	opSameValue      = 0x08
	opRegister       = 0x09
	opRemember       = 0x0a
	opRestoreState   = 0x0b
	opDefCFA         = 0x0c
	opDefCFARegister = 0x0d
	opDefCFAOffset   = 0x0e
	opDefCFAExpr     = 0x0f
	opExpression     = 0x10
	opOffsetSigned   = 0x11
	opDefCFASigned   = 0x12
	opDefCFAOffSgn   = 0x13
	opValOffset      = 0x14
	opValOffsetSgn   = 0x15
	opValExpression  = 0x16
	opGNUArgsSize    = 0x2e
	opGNUNegOffset   = 0x2f

	// In the upper two bits:
	opAdvance = 0x40
	opOffset  = 0x80
	opRestore = 0xc0
)

// ruleKind says where the caller's value of a register is.
type ruleKind uint8

const (
	unchanged ruleKind = iota
	undefined
	atOffset     // in memory, at CFA+arg
	isOffset     // CFA+arg
	inRegister   // arg
	atExpression // in memory, where the expression says
	isExpression // what the expression says
	plusOffset   // for the CFA: register reg + arg

	maxRemembered  = 32
	maxExpressions = 64
)

type rule struct {
	kind ruleKind
	reg  uint8
	arg  int64 // for expressions: index into row.expressions
}

// A row says how to find the caller's registers.
type row struct {
	cfa         rule
	reg         [registers]rule
	expressions [][]byte
	ra          int
	signal      bool
	last        bool // of the function's code: a return address behind it belongs to what follows, unless the call never returns
}

// row returns the row for pc, an address in the file; nil if there is none.
func (img *image) row(pc uint64) *row {
	if r, ok := img.rows[pc]; ok {
		return r
	}
	if img.rows == nil || len(img.rows) >= maxRows {
		img.rows = map[uint64]*row{}
	}
	r := img.compute(pc)
	img.rows[pc] = r
	return r
}

func (img *image) compute(pc uint64) *row {
	f, ok := img.cfi.find(img, pc)
	if !ok && img.debug != nil && img.debug != img {
		f, ok = img.debug.cfi.find(img.debug, pc)
	}
	if !ok || f.initial == nil {
		return nil
	}
	r := *f.initial
	r.ra, r.signal, r.last = f.ra, f.signal, pc+1 == f.end
	if !r.run(f.cie, f.initial, f.code, f.start, pc) {
		return nil
	}
	return &r
}

// run changes the row by the instructions up to address pc. It returns false if
// they make no sense.
func (r *row) run(c *cie, initial *row, code []byte, loc, pc uint64) bool {
	var remembered []row
	in := reader{b: code, wide: true}
	for len(in.b) > 0 && !in.bad {
		op := in.u8()
		low := int(op & 0x3f)
		switch op & 0xc0 {
		case opAdvance:
			if loc += uint64(low) * c.codeAlign; loc > pc {
				return true
			}
			continue
		case opOffset:
			r.rule(uint64(low), atOffset, int64(in.uleb())*c.dataAlign)
			continue
		case opRestore:
			r.restore(uint64(low), initial)
			continue
		}
		switch op {
		case opNop:
		case opSetLoc:
			loc = in.pointer(c.encoding &^ 0x70)
			if c.encoding&0x70 != 0 {
				return false // nobody writes it
			}
			if loc > pc {
				return true
			}
		case opAdvance1, opAdvance2, opAdvance4:
			if loc += in.uint(1<<(op-opAdvance1)) * c.codeAlign; loc > pc {
				return true
			}
		case opOffsetExtended:
			r.rule(in.uleb(), atOffset, int64(in.uleb())*c.dataAlign)
		case opRestoreExt:
			r.restore(in.uleb(), initial)
		case opUndefined:
			r.rule(in.uleb(), undefined, 0)
		case opSameValue:
			r.rule(in.uleb(), unchanged, 0)
		case opRegister:
			n := in.uleb()
			r.rule(n, inRegister, int64(in.uleb()&0xffff))
		case opRemember:
			if len(remembered) == maxRemembered {
				return false
			}
			remembered = append(remembered, *r)
		case opRestoreState:
			n := len(remembered)
			if n == 0 {
				return false
			}
			*r, remembered = remembered[n-1], remembered[:n-1]
		case opDefCFA:
			r.cfa = rule{plusOffset, uint8(min(in.uleb(), 255)), int64(in.uleb())}
		case opDefCFASigned:
			r.cfa = rule{plusOffset, uint8(min(in.uleb(), 255)), in.sleb() * c.dataAlign}
		case opDefCFARegister:
			r.cfa.kind, r.cfa.reg = plusOffset, uint8(min(in.uleb(), 255))
		case opDefCFAOffset:
			r.cfa.arg = int64(in.uleb())
		case opDefCFAOffSgn:
			r.cfa.arg = in.sleb() * c.dataAlign
		case opDefCFAExpr:
			r.cfa = rule{kind: isExpression, arg: r.expression(in.block())}
		case opExpression:
			r.rule(in.uleb(), atExpression, r.expression(in.block()))
		case opOffsetSigned:
			r.rule(in.uleb(), atOffset, in.sleb()*c.dataAlign)
		case opValOffset:
			r.rule(in.uleb(), isOffset, int64(in.uleb())*c.dataAlign)
		case opValOffsetSgn:
			r.rule(in.uleb(), isOffset, in.sleb()*c.dataAlign)
		case opValExpression:
			r.rule(in.uleb(), isExpression, r.expression(in.block()))
		case opGNUArgsSize:
			in.uleb()
		case opGNUNegOffset:
			n := in.uleb()
			r.rule(n, atOffset, -int64(in.uleb())*c.dataAlign)
		default:
			return false
		}
	}
	return !in.bad
}

// rule sets the rule of a register; of those that aren't followed, none.
func (r *row) rule(n uint64, kind ruleKind, arg int64) {
	if n < registers {
		r.reg[n] = rule{kind: kind, arg: arg}
	}
}

func (r *row) restore(n uint64, initial *row) {
	if n >= registers {
		return
	}
	if initial == nil {
		r.reg[n] = rule{}
		return
	}
	r.reg[n] = initial.reg[n]
}

// expression keeps an expression and returns its index, or -1 if there are too
// many. Rows that are copies share what they have.
func (r *row) expression(b []byte) int64 {
	if len(r.expressions) == maxExpressions {
		return -1
	}
	r.expressions = append(r.expressions[:len(r.expressions):len(r.expressions)], b)
	return int64(len(r.expressions) - 1)
}
