package unwind

import (
	"encoding/binary"
	"testing"

	"gostrace/internal/mem"
)

// cfiBuilder writes .eh_frame.
type cfiBuilder struct{ b []byte }

// entry appends a CIE or FDE and returns where it is.
func (w *cfiBuilder) entry(body []byte) int {
	for len(body)%8 != 4 {
		body = append(body, opNop)
	}
	at := len(w.b)
	w.b = binary.LittleEndian.AppendUint32(w.b, uint32(len(body)))
	w.b = append(w.b, body...)
	return at
}

func (w *cfiBuilder) cie(augmentation string, data, code []byte) int {
	body := append(make([]byte, 4), 1)
	body = append(append(body, augmentation...), 0)
	body = append(body, 1, 0x78, x86IP) // code and data alignment (-8), return address
	if augmentation != "" {
		body = append(append(body, byte(len(data))), data...)
	}
	return w.entry(append(body, code...))
}

// fde appends an FDE whose addresses are absolute and have 8 bytes.
func (w *cfiBuilder) fde(cie int, start, size uint64, code []byte) {
	body := binary.LittleEndian.AppendUint32(nil, uint32(len(w.b)+4-cie))
	body = binary.LittleEndian.AppendUint64(body, start)
	body = binary.LittleEndian.AppendUint64(body, size)
	w.entry(append(append(body, 0), code...)) // no augmentation data
}

// newCFI returns a table of a section at address 0.
func newCFI(section []byte) (*cfiTable, *image) {
	img := &image{wide: true, fd: -1}
	t := &cfiTable{loaded: true, cies: map[cieKey]*cie{}}
	img.cfi = *t
	img.cfi.lists[1].s.img = img // nothing there
	img.cfi.lists[0].load(&img.cfi, cfiSection{img: img, data: section})
	return &img.cfi, img
}

var atEntry = []byte{opDefCFA, x86SP, 8, opOffset | x86IP, 1} // CFA = SP+8, return address at CFA-8

// TestRows computes the rules for addresses before, within and behind changes.
func TestRows(t *testing.T) {
	var w cfiBuilder
	c := w.cie("zR", []byte{0}, atEntry)
	w.fde(c, 0x1000, 0x100, []byte{
		opAdvance | 1, opDefCFAOffset, 16, opOffset | x86BP, 2, // push %rbp
		opAdvance | 3, opDefCFARegister, x86BP, // mov %rsp,%rbp
		opAdvance1, 0x20, opRemember, opDefCFA, x86SP, 8, opRestore | x86BP, // leave
		opAdvance2, 1, 0, opRestoreState,
	})
	signal := w.cie("zRS", []byte{0}, atEntry)
	w.fde(signal, 0x2000, 0x10, []byte{opUndefined, x86IP})
	w.fde(c, 0x3000, 0x10, []byte{opDefCFAExpr, 2, exprBreg0 + x86SP, 24, opExpression, x86BX, 2, exprLit0 + 8, exprPlus})
	_, img := newCFI(w.b)

	at := func(n uint8, off int64) rule { return rule{kind: plusOffset, reg: n, arg: off} }
	saved := rule{kind: atOffset, arg: -16}
	for _, tt := range []struct {
		pc      uint64
		cfa, bp rule
	}{
		{0x1000, at(x86SP, 8), rule{}},
		{0x1001, at(x86SP, 16), saved},
		{0x1003, at(x86SP, 16), saved},
		{0x1004, at(x86BP, 16), saved},
		{0x1023, at(x86BP, 16), saved},
		{0x1024, at(x86SP, 8), rule{}},
		{0x1025, at(x86BP, 16), saved},
		{0x10ff, at(x86BP, 16), saved},
	} {
		r := img.row(tt.pc)
		if r == nil {
			t.Errorf("%#x: no row", tt.pc)
			continue
		}
		if r.cfa != tt.cfa || r.reg[x86BP] != tt.bp || r.ra != x86IP || r.signal {
			t.Errorf("%#x: CFA %+v, BP %+v, want %+v and %+v", tt.pc, r.cfa, r.reg[x86BP], tt.cfa, tt.bp)
		}
	}
	for _, pc := range []uint64{0, 0xfff, 0x1100, 0x1fff, 0x2010} {
		if r := img.row(pc); r != nil {
			t.Errorf("%#x: %+v, and nothing is known there", pc, r)
		}
	}
	if r := img.row(0x2001); r == nil || !r.signal || r.reg[x86IP].kind != undefined {
		t.Errorf("signal frame: %+v", r)
	}

	// What the rules do: SP+24 holds the frame, BX is at CFA+8.
	var m mem.Snapshot
	word := func(addr, v uint64) { m.Add(addr, binary.LittleEndian.AppendUint64(nil, v)) }
	word(0x7010, 0x1010) // CFA-8: the return address
	word(0x7020, 77)
	var f frame
	f.set(x86SP, 0x7000)
	f.set(x86IP, 0x3004)
	p := &walk{machine: &wide, mem: &m, p: &process{}}
	if !p.apply(img.row(0x3004), &f) || f.reg[x86IP] != 0x1010 || f.reg[x86SP] != 0x7018 || f.reg[x86BX] != 77 {
		t.Errorf("the caller's registers: %#x", f.reg)
	}
}

// TestRowsRefuse: what makes no sense has no rows.
func TestRowsRefuse(t *testing.T) {
	for name, code := range map[string][]byte{
		"an unknown instruction":    {0x3f},
		"nothing remembered":        {opRestoreState},
		"a cut instruction":         {opDefCFA, x86SP | 0x80, 0x80, 0x80, 0x80, 0x80, 0x80},
		"an address out of nowhere": {opSetLoc, 1},
	} {
		var w cfiBuilder
		w.fde(w.cie("zR", []byte{0}, atEntry), 0x1000, 0x100, code)
		if _, img := newCFI(w.b); img.row(0x1010) != nil {
			t.Errorf("%s: has a row", name)
		}
	}
	many := []byte{}
	for range maxRemembered + 1 {
		many = append(many, opRemember)
	}
	var w cfiBuilder
	w.fde(w.cie("zR", []byte{0}, atEntry), 0x1000, 0x100, many)
	if _, img := newCFI(w.b); img.row(0x1010) != nil {
		t.Error("too much remembered: has a row")
	}
}

// TestExpressions computes expressions on a stack machine.
func TestExpressions(t *testing.T) {
	var m mem.Snapshot
	m.Add(0x100, binary.LittleEndian.AppendUint64(nil, 0x1122334455667788))
	w := &walk{machine: &wide, mem: &m}
	var f frame
	f.set(3, 40)
	lit := func(n byte) byte { return exprLit0 + n }
	for _, tt := range []struct {
		name string
		code []byte
		want uint64
		ok   bool
	}{
		{"plus", []byte{lit(3), lit(4), exprPlus}, 7, true},
		{"minus", []byte{lit(3), lit(4), exprMinus}, ^uint64(0), true},
		{"order of rot", []byte{lit(1), lit(2), lit(3), exprRot, exprDrop, exprShl}, 3 << 1, true},
		{"signed", []byte{exprConst1s, 0xfe, exprAbs}, 2, true},
		{"division", []byte{exprConst1s, 0xf8, lit(2), exprDiv, exprNeg}, 4, true},
		{"by zero", []byte{lit(1), lit(0), exprDiv}, 0, false},
		{"memory", []byte{exprConst2u, 0, 1, exprDeref}, 0x1122334455667788, true},
		{"two bytes", []byte{exprConst2u, 0, 1, exprDerefSize, 2}, 0x7788, true},
		{"no memory", []byte{lit(0), exprDeref}, 0, false},
		{"a register", []byte{exprBreg0 + 3, 0x7e}, 38, true},
		{"an unknown register", []byte{exprBreg0 + 4, 0}, 0, false},
		{"the branch of a PLT", []byte{lit(11), exprDup, lit(11), exprGe, exprBra, 1, 0, exprDrop, lit(9)}, 9, true},
		{"endless", []byte{exprSkip, 0xfd, 0xff}, 0, false},
		{"out of bounds", []byte{exprSkip, 0, 1}, 0, false},
		{"empty stack", []byte{exprPlus}, 0, false},
		{"nothing", nil, 0, false},
		{"unknown", []byte{0xff}, 0, false},
	} {
		got, ok := w.evaluate(tt.code, &f, 0, false)
		if ok != tt.ok || ok && got != tt.want {
			t.Errorf("%s: %#x, %v; want %#x, %v", tt.name, got, ok, tt.want, tt.ok)
		}
	}
	deep := make([]byte, maxDepth+1)
	for i := range deep {
		deep[i] = lit(1)
	}
	if _, ok := w.evaluate(deep, &f, 0, false); ok {
		t.Error("a stack deeper than the limit is fine")
	}
}
