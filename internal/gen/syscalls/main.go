package main

import (
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gostrace/internal/gen/emit"
	"gostrace/internal/gen/factfile"
)

func main() {
	list := flag.Bool("list", false, "list the calls that have no declaration of their own, and write nothing")
	emit.Main("syscalls", func(check bool) error { return run(check, *list) })
}

func run(check, list bool) error {
	root, err := factfile.Root()
	if err != nil {
		return err
	}
	calls, err := factfile.Syscalls(root)
	if err != nil {
		return err
	}
	dir := filepath.Join(root, "internal", "syscalls")
	decls, err := scan(dir)
	if err != nil {
		return err
	}
	fb := newFallback()
	tables := make(map[string]*strings.Builder)
	classes := make(map[string]*strings.Builder)
	names := make(map[string]*strings.Builder)
	full := make(map[string]bool)
	var abis []string
	for _, c := range calls {
		if tables[c.ABI] == nil {
			abis = append(abis, c.ABI)
			tables[c.ABI], classes[c.ABI], names[c.ABI] = new(strings.Builder), new(strings.Builder), new(strings.Builder)
		}
		variable := declared(decls[c.Name], c.ABI)
		if variable == "" {
			if list {
				fmt.Println(c.ABI, c.Number, c.Name)
			}
			variable = fb.declare(c)
		} else {
			full[c.ABI+" "+c.Name] = true
		}
		fmt.Fprintf(tables[c.ABI], "\t%d: &%s,\n", c.Number, variable)
		fmt.Fprintf(names[c.ABI], "\t%d: %q,\n", c.Number, c.Name)
		if expr := classExpr(c.Classes); expr != "" {
			fmt.Fprintf(classes[c.ABI], "\t%d: %s, // %s\n", c.Number, expr, c.Name)
		}
	}
	if list {
		return nil
	}
	set := emit.Open("syscalls", dir, check)
	for _, abi := range abis {
		src := fmt.Sprintf("package syscalls\n\nimport d %q\n\n// %sCalls are the system calls of %s by number.\nvar %sCalls = []*d.Syscall{\n%s}\n\n"+
			"// %sClasses are the classes of each number.\nvar %sClasses = []d.Class{\n%s}\n",
			decodePath, abi, abi, abi, tables[abi], abi, abi, classes[abi])
		if err := set.File("z"+abi+".go", []byte(src)); err != nil {
			return err
		}
	}
	if err := set.File("zfallback.go", []byte(fb.source())); err != nil {
		return err
	}
	if err := set.Close("z*.go"); err != nil {
		return err
	}
	if err := writeNames(root, check, abis, names); err != nil {
		return err
	}
	return writeCoverage(root, check, calls, full)
}

// writeNames writes the names alone: what has no business with declarations needs only them.
func writeNames(root string, check bool, abis []string, names map[string]*strings.Builder) error {
	var b strings.Builder
	b.WriteString("package abi\n")
	for _, abi := range abis {
		fmt.Fprintf(&b, "\n// %sNames are the names of the system calls of %s by number.\nvar %sNames = []string{\n%s}\n", abi, abi, abi, names[abi])
	}
	set := emit.Open("syscalls", filepath.Join(root, "internal", "abi"), check)
	if err := set.File("znames.go", []byte(b.String())); err != nil {
		return err
	}
	return set.Close("znames.go")
}

const decodePath = "gostrace/internal/decode"

// declared picks the variable for abi, one for just that ABI first.
func declared(ds []declaration, abi string) string {
	for _, want := range []string{abi, ""} {
		if i := slices.IndexFunc(ds, func(d declaration) bool { return d.abi == want }); i >= 0 {
			return ds[i].variable
		}
	}
	return ""
}

// classNames are the constants of package decode by the class's name.
var classNames = map[string]string{
	"file": "File", "process": "Process", "net": "Net", "signal": "Signal", "ipc": "IPC", "desc": "Desc",
	"memory": "Memory", "creds": "Creds", "stat": "Stat", "lstat": "Lstat", "fstat": "Fstat", "%stat": "StatLike",
	"statfs": "Statfs", "fstatfs": "Fstatfs", "%statfs": "StatfsLike", "clock": "Clock", "pure": "Pure",
}

func classExpr(names []string) string {
	var terms []string
	for _, n := range names {
		terms = append(terms, "d.Class"+classNames[n])
	}
	return strings.Join(terms, " | ")
}
