package unwind

import (
	"bytes"
	"debug/gosym"
	"math"
)

// goTable reads the table that a Go program carries for its own stack traces,
// with the names and lines of all functions: it is there when all else is
// stripped (-ldflags=-s). It returns nil if there is none.
func (img *image) goTable() *gosym.Table {
	b := img.section(".gopclntab")
	if b == nil {
		b = img.section(".data.rel.ro.gopclntab") // of position-independent ones
	}
	text := img.file.Section(".text")
	if b == nil || text == nil {
		return nil
	}
	t, err := gosym.NewTable(nil, gosym.NewLineTable(b, text.Addr))
	if err != nil {
		return nil
	}
	return t
}

// loadGo takes the functions of a Go program.
func (t *symbolTable) loadGo(img *image) {
	g := img.goTable()
	if g == nil {
		return
	}
	var names []byte
	for i := range g.Funcs {
		f := &g.Funcs[i]
		if f.Sym == nil || f.End <= f.Entry || len(names) > maxSection {
			continue
		}
		t.funcs = append(t.funcs, function{
			value: f.Entry, size: uint32(min(f.End-f.Entry, math.MaxUint32)), name: uint32(len(names)), index: uint32(i),
		})
		names = append(append(names, f.Name...), 0)
	}
	t.names = bytes.NewReader(names)
	sortFunctions(t.funcs)
}
