package show

import "gostrace/internal/xlat"

// FieldFlags shows a word of flags of which those under mask, named by field,
// stand apart in every style: 0x2000 /* AT_STATX_FORCE_SYNC */|0x100 /* AT_SYMLINK_NOFOLLOW */.
// The raw style shows nothing of a field that is 0.
func (p *Printer) FieldFlags(v, mask uint64, field, others []*xlat.Table) {
	p.Expr(v)
	if f := v & mask; f != 0 || p.JSON || p.style() != Raw {
		p.Flags(f, field)
	}
	if rest := v &^ mask; rest != 0 {
		p.Punct("|")
		p.Flags(rest, others)
	}
	p.EndExpr()
}
