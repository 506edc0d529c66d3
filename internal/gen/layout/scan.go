package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

const abiPath = "gostrace/internal/abi"

// A use is where a name is mentioned first.
type use struct {
	file string // relative to the module's root
	line int
}

func (u use) String() string { return fmt.Sprintf("%s:%d", u.file, u.line) }

// memberName matches the names that stand for members or structures.
var memberName = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*_\w+$`)

// mention finds the same in a file that does not parse.
var mention = regexp.MustCompile(`\babi\.([A-Z][A-Za-z0-9]*_\w+)`)

// scan returns the member names that the module's source mentions.
func scan(root string) (map[string]use, error) {
	uses := make(map[string]use)
	declared, err := declaredNames(filepath.Join(root, "internal", "abi"))
	if err != nil {
		return nil, err
	}
	err = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := e.Name()
		if e.IsDir() && path != root && (name == "testdata" || name[0] == '.' || name[0] == '_') {
			return filepath.SkipDir
		}
		if e.IsDir() || !strings.HasSuffix(name, ".go") || name[0] == '.' {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		scanFile(rel, src, func(name string, line int) {
			if u, ok := uses[name]; !declared[name] && (!ok || u.file == rel && line < u.line) {
				uses[name] = use{rel, line}
			}
		})
		return nil
	})
	return uses, err
}

// scanFile reports the member names in src.
func scanFile(name string, src []byte, report func(name string, line int)) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		// Not Go at the moment: keep what it needs nevertheless.
		for _, m := range mention.FindAllSubmatchIndex(src, -1) {
			report(string(src[m[2]:m[3]]), 1+strings.Count(string(src[:m[0]]), "\n"))
		}
		return
	}
	local := importName(f)
	if local == "" {
		return
	}
	ast.Inspect(f, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := sel.X.(*ast.Ident); ok && x.Name == local && memberName.MatchString(sel.Sel.Name) {
			report(sel.Sel.Name, fset.Position(sel.Pos()).Line)
		}
		return true
	})
}

// importName is the name that f imports package abi by, or "".
func importName(f *ast.File) string {
	for _, im := range f.Imports {
		if path, err := strconv.Unquote(im.Path.Value); err != nil || path != abiPath {
			continue
		}
		if im.Name != nil {
			return im.Name.Name
		}
		return "abi"
	}
	return ""
}

// declaredNames are those that package abi declares by hand, like X86_64.
func declaredNames(dir string) (map[string]bool, error) {
	names := make(map[string]bool)
	files, err := filepath.Glob(filepath.Join(dir, "[a-y]*.go"))
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	for _, path := range files {
		f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, s := range g.Specs {
				if v, ok := s.(*ast.ValueSpec); ok {
					for _, id := range v.Names {
						names[id.Name] = true
					}
				}
			}
		}
	}
	return names, nil
}
