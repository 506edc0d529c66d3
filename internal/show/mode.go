package show

import "gostrace/internal/xlat"

// FileMode shows a file's type and permissions: S_IFREG|S_ISUID|0755.
func (p *Printer) FileMode(v uint64, types, bits *xlat.Table) {
	p.Expr(v)
	defer p.EndExpr()
	name, ok := types.Name(v & types.Mask)
	named := ok || v&types.Mask == 0
	if !p.JSON && p.style() != Abbrev {
		p.Oct(v)
		if p.style() == Raw || !named {
			return
		}
		p.openComment()
	}
	n, rest := 0, v
	if ok {
		p.orPlain(&n, name)
		rest &^= types.Mask
	}
	for i := range bits.Consts {
		if b := &bits.Consts[i]; rest&b.Val != 0 && named {
			p.orPlain(&n, b.Name)
			rest &^= b.Val
		}
	}
	if n > 0 {
		p.buf = append(p.buf, '|')
	}
	p.Oct(rest)
	if !p.JSON && p.style() == Verbose {
		p.closeComment()
	}
}
