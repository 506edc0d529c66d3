package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gostrace/internal/gen/factfile"
)

// An argument is an element of a package-level array of Arg in package ioctl.
type argument struct {
	expr  string // terminal[3]
	names []string
	on    string // onX86_64 or onI386; "" for both
	where string // file:line
}

// argSource returns the generated table from commands to the declarations of
// their arguments, which it finds in the source in dir.
func argSource(dir string, all []factfile.Ioctl) (string, error) {
	decls, err := scan(dir)
	if err != nil {
		return "", err
	}
	byName := make(map[string]factfile.Ioctl)
	for _, k := range all {
		if old, ok := byName[k.Name]; ok && old.Val != k.Val {
			return "", fmt.Errorf("%s is both %#x and %#x", k.Name, old.Val, k.Val)
		}
		byName[k.Name] = k
	}
	type line struct {
		val      uint32
		on, expr string
	}
	var lines []line
	taken := make(map[string]string) // value and ABI -> where
	for _, a := range decls {
		for _, name := range a.names {
			k, ok := byName[name]
			if !ok {
				return "", fmt.Errorf("%s: no header has the command %s", a.where, name)
			}
			ls := []line{{k.Val, "onAll", a.expr}}
			switch {
			case k.Val == 0:
				ls = []line{{k.I386, "onI386", a.expr}}
			case k.I386 == 0:
				ls[0].on = "onX86_64"
			case k.Val != k.I386:
				ls = []line{{k.Val, "onX86_64", a.expr}, {k.I386, "onI386", a.expr}}
			}
			if a.on != "" {
				ls = slices.DeleteFunc(ls, func(l line) bool { return l.on != "onAll" && l.on != a.on })
				for i := range ls {
					ls[i].on = a.on
				}
			}
			for _, l := range ls {
				key := fmt.Sprint(l.val, l.on)
				if other, ok := taken[key]; ok {
					return "", fmt.Errorf("%s: %s has the value of one at %s", a.where, name, other)
				}
				taken[key] = a.where
			}
			lines = append(lines, ls...)
		}
	}
	slices.SortFunc(lines, func(a, b line) int { return cmp.Or(cmp.Compare(a.val, b.val), cmp.Compare(a.on, b.on)) })
	var b strings.Builder
	b.WriteString("package ioctl\n\n// args ascend by value.\nvar args = [...]argOf{\n")
	for _, l := range lines {
		fmt.Fprintf(&b, "\t{%#x, %s, &%s},\n", l.val, l.on, l.expr)
	}
	b.WriteString("}\n")
	return b.String(), nil
}

// scan returns the elements of all package-level arrays of Arg in dir.
func scan(dir string) ([]argument, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var found []argument
	fset := token.NewFileSet()
	for _, path := range files {
		base := filepath.Base(path)
		if base[0] == 'z' || strings.HasSuffix(base, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			// Its declarations are missing until it is Go again; the rest counts.
			fmt.Fprintln(os.Stderr, "ioctl: leaving out what does not parse:", err)
		}
		if f == nil {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok || len(v.Values) != 1 {
				return true
			}
			for i, elem := range elements(v.Values[0]) {
				a := argument{expr: fmt.Sprintf("%s[%d]", v.Names[0].Name, i)}
				pos := fset.Position(elem.Pos())
				a.where = fmt.Sprintf("%s:%d", base, pos.Line)
				a.names, a.on = fields(elem)
				found = append(found, a)
			}
			return true
		})
	}
	return found, nil
}

// elements returns the elements of [...]Arg{...}.
func elements(e ast.Expr) []*ast.CompositeLit {
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	array, ok := lit.Type.(*ast.ArrayType)
	if !ok {
		return nil
	}
	if elem, ok := array.Elt.(*ast.Ident); !ok || elem.Name != "Arg" {
		return nil
	}
	var out []*ast.CompositeLit
	for _, x := range lit.Elts {
		if c, ok := x.(*ast.CompositeLit); ok {
			out = append(out, c)
		}
	}
	return out
}

// fields returns the fields Names and On of an Arg.
func fields(lit *ast.CompositeLit) (names []string, on string) {
	for _, x := range lit.Elts {
		kv, ok := x.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key, isIdent := kv.Key.(*ast.Ident)
		if !isIdent {
			continue
		}
		switch key.Name {
		case "Names":
			names = strings.Fields(text(kv.Value))
		case "On":
			if v, ok := kv.Value.(*ast.Ident); ok {
				on = v.Name
			}
		}
	}
	return names, on
}

// text returns the value of a string literal, or of several joined by +.
func text(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, _ := strconv.Unquote(e.Value)
		return s
	case *ast.BinaryExpr:
		return text(e.X) + text(e.Y)
	}
	return ""
}
