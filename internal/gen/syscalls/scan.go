package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A declaration is a d.Syscall variable in the package's source.
type declaration struct {
	variable string
	abi      string // "" for any
	where    string // file:line
}

// abiFields are the values of Syscall's field ABI.
var abiFields = map[string]string{"X86_64": "x86_64", "I386": "i386", "Any": ""}

// scan returns the declarations in dir, by the name of the call.
func scan(dir string) (map[string][]declaration, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	found := make(map[string][]declaration)
	fset := token.NewFileSet()
	for _, path := range files {
		base := filepath.Base(path)
		if base[0] == 'z' || base[0] == '.' || strings.HasSuffix(base, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			// Its declarations are missing until it is Go again; the rest counts.
			fmt.Fprintln(os.Stderr, "syscalls: leaving out what does not parse:", err)
		}
		if f == nil {
			continue
		}
		for _, decl := range f.Decls {
			g, ok := decl.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, spec := range g.Specs {
				v := spec.(*ast.ValueSpec)
				for i, value := range v.Values {
					name, abi, ok := literal(value)
					if !ok || i >= len(v.Names) {
						continue
					}
					pos := fset.Position(v.Names[i].Pos())
					d := declaration{v.Names[i].Name, abi, fmt.Sprintf("%s:%d", base, pos.Line)}
					for _, other := range found[name] {
						if other.abi == d.abi {
							return nil, fmt.Errorf("%s: %s is declared in %s too", d.where, name, other.where)
						}
					}
					found[name] = append(found[name], d)
				}
			}
		}
	}
	return found, nil
}

// literal takes Name and ABI from the expression d.Syscall{...}.
func literal(e ast.Expr) (name, abi string, ok bool) {
	lit, isLit := e.(*ast.CompositeLit)
	if !isLit {
		return "", "", false
	}
	if sel, isSel := lit.Type.(*ast.SelectorExpr); !isSel || sel.Sel.Name != "Syscall" {
		return "", "", false
	}
	for _, el := range lit.Elts {
		kv, isKV := el.(*ast.KeyValueExpr)
		if !isKV {
			continue
		}
		key, _ := kv.Key.(*ast.Ident)
		switch value := kv.Value.(type) {
		case *ast.BasicLit:
			if key != nil && key.Name == "Name" {
				if s, err := strconv.Unquote(value.Value); err == nil {
					name = s
				}
			}
		case *ast.SelectorExpr:
			if key != nil && key.Name == "ABI" {
				abi = abiFields[value.Sel.Name]
			}
		}
	}
	return name, abi, name != ""
}
