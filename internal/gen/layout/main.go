package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"gostrace/internal/gen/emit"
	"gostrace/internal/gen/factfile"
)

func main() { emit.Main("layout", run) }

func run(check bool) error {
	root, err := factfile.Root()
	if err != nil {
		return err
	}
	dir := filepath.Join(root, "internal", "abi")
	ix, err := newIndex(root, filepath.Join(dir, "layouts.txt"))
	if err != nil {
		return err
	}
	uses, err := scan(root)
	if err != nil {
		return err
	}
	// What can be resolved is written even if something else cannot.
	src, unresolved := generate(ix, uses)
	set := emit.Open("layout", dir, check)
	if err := set.File("zlayout.go", src); err != nil {
		return err
	}
	return errors.Join(set.Close("zlayout.go"), unresolved)
}

// abis are the ABIs in the order of the generated tables.
var abis = []string{"x86_64", "i386"}

var kinds = map[string]string{"u": "Unsigned", "s": "Signed", "a": "Aggregate"}

// generate writes the tables of the names in uses.
func generate(ix *index, uses map[string]use) ([]byte, error) {
	names := slices.Sorted(maps.Keys(uses))
	var consts bytes.Buffer
	tables := make([]bytes.Buffer, len(abis))
	var unresolved []string
	for _, name := range names {
		layouts, err := ix.resolve(name)
		if err != nil {
			unresolved = append(unresolved, fmt.Sprintf("%s: abi.%s: %v", uses[name], name, err))
			continue
		}
		fmt.Fprintf(&consts, "\t%s // %s\n", name, layouts.what)
		for i, l := range layouts.on {
			if l != nil {
				fmt.Fprintf(&tables[i], "\t%s: {%d, %d, %s},\n", name, l.Off, l.Size, kinds[l.Kind])
			}
		}
	}
	var b bytes.Buffer
	fmt.Fprint(&b, "package abi\n\n// The members of kernel structures in use. 0 is none.\nconst (\n\t_ Member = iota\n")
	b.Write(consts.Bytes())
	fmt.Fprint(&b, "\t// NumMembers is the length of ABI.Members.\n\tNumMembers\n)\n")
	for i, abi := range abis {
		fmt.Fprintf(&b, "\nvar %sMembers = [NumMembers]Layout{\n%s}\n", abi, tables[i].Bytes())
	}
	if len(unresolved) > 0 {
		return b.Bytes(), fmt.Errorf("unresolved names:\n\t%s", strings.Join(unresolved, "\n\t"))
	}
	return b.Bytes(), nil
}
