package main

import (
	"fmt"
	"strings"
)

// print writes t's Go declaration.
func (t *table) print(b *strings.Builder, spec string) {
	b.WriteByte('\n')
	t.printDoc(b, spec)
	switch t.kind {
	case "array", "texts":
		fmt.Fprintf(b, "var %s = [...]string{\n", t.name)
		for _, e := range t.consts {
			text := e.name
			if t.kind == "texts" {
				text = t.texts[e.name]
			}
			fmt.Fprintf(b, "\t%d: %q,\n", e.val, text)
		}
		b.WriteString("}\n")
		return
	}
	fmt.Fprintf(b, "var %s = Table{\n", t.name)
	if t.unknown != "" {
		fmt.Fprintf(b, "\tUnknown: %q,\n", t.unknown)
	}
	if t.kind == "field" {
		fmt.Fprintf(b, "\tMask: %s,\n", t.mask)
	}
	if t.shift != "" {
		fmt.Fprintf(b, "\tShift: %q,\n", t.shift)
	}
	if t.zero {
		b.WriteString("\tZero: true,\n")
	}
	if t.sorted() {
		b.WriteString("\tSorted: true,\n")
	}
	if len(t.consts) == 0 {
		b.WriteString("}\n")
		return
	}
	b.WriteString("\tConsts: []Const{\n")
	for _, e := range t.consts {
		fmt.Fprintf(b, "\t\t{%#x, %q},\n", e.val, e.name)
	}
	b.WriteString("\t},\n}\n")
}

// sorted says whether the values of an enum or field ascend.
func (t *table) sorted() bool {
	if t.kind == "flags" {
		return false
	}
	for i := 1; i < len(t.consts); i++ {
		if t.consts[i].val <= t.consts[i-1].val {
			return false
		}
	}
	return true
}

// printDoc writes the spec's comment, or says what the table is made of.
func (t *table) printDoc(b *strings.Builder, spec string) {
	if t.doc != "" {
		fmt.Fprintf(b, "// %s\n", strings.ReplaceAll(t.doc, "\n", "\n// "))
		return
	}
	names := make([]string, 0, 4)
	for i, e := range t.consts {
		if i == 3 {
			names = append(names, "...")
			break
		}
		names = append(names, e.name)
	}
	fmt.Fprintf(b, "// %s names %s (spec/%s).\n", t.name, strings.Join(names, ", "), spec)
}
