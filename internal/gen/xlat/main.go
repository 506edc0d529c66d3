package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"gostrace/internal/gen/emit"
	"gostrace/internal/gen/factfile"
)

func main() { emit.Main("xlat", run) }

func run(check bool) error {
	root, err := factfile.Root()
	if err != nil {
		return err
	}
	constants, err := factfile.Constants(root)
	if err != nil {
		return err
	}
	dict := newDictionary(constants)
	dir := filepath.Join(root, "internal", "xlat")
	specs, err := filepath.Glob(filepath.Join(dir, "spec", "*.txt"))
	if err != nil {
		return err
	}
	set := emit.Open("xlat", dir, check)
	var errs []error
	owner := make(map[string]string) // Go name -> spec
	for _, path := range specs {
		base := filepath.Base(path)
		tables, err := readSpec(path)
		if err != nil {
			return err
		}
		var b strings.Builder
		b.WriteString("package xlat\n")
		done := make(map[string]*table)
		for _, t := range tables {
			if o, ok := owner[t.name]; ok {
				return fmt.Errorf("%s:%d: %s is declared in %s too", base, t.line, t.name, o)
			}
			owner[t.name] = base
			if err := t.resolve(dict, done); err != nil {
				// The other tables, and this one's other names, are written.
				errs = append(errs, fmt.Errorf("%s:%d: %s: %w", base, t.line, t.name, err))
			}
			done[t.name] = t
			t.print(&b, base)
		}
		name := "z" + strings.TrimSuffix(base, ".txt") + ".go"
		if err := set.File(name, []byte(b.String())); err != nil {
			return err
		}
	}
	return errors.Join(append(errs, set.Close("z*.go"))...)
}
