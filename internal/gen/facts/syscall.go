package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// A tableEntry is one line of a syscall_*.tbl.
type tableEntry struct {
	number int
	name   string
	entry  string // the function, without "sys_", that the number leads to
	compat string // likewise, without "compat_sys_", of a 32-bit program on a 64-bit kernel; or ""
}

// tables say where each target's numbers are, and which of the "abi" column's
// values belong to it.
var tables = [len(targets)]struct{ file, abis string }{
	{"arch/x86/entry/syscalls/syscall_64.tbl", "common 64"},
	{"arch/x86/entry/syscalls/syscall_32.tbl", "i386"},
}

// newer are calls that the kernel has and the reference does not know: they
// print as numbers.
var newer = map[string]bool{"uprobe": true}

// variants says which definition (from 0, in order) a target has where the
// source has several that depend on the configuration. The others are first.
var variants = [len(targets)]map[string]int{
	{"clone": 3}, // neither CONFIG_CLONE_BACKWARDS nor its two relatives
	{},
}

// parameters holds the parameter lists of functions, by name, in the order of
// their definitions.
type parameters struct{ native, compat map[string][]string }

func writeSyscalls(in *inputs, dir string) error {
	params, err := readParameters(in.source)
	if err != nil {
		return err
	}
	var entries [len(targets)][]tableEntry
	for i, t := range tables {
		if entries[i], err = readTable(filepath.Join(in.source, t.file), t.abis); err != nil {
			return err
		}
	}
	heading := "System calls: ABI, number, name | parameters (? if the kernel's source has none: not implemented)."
	return lines(filepath.Join(dir, "syscalls.txt"), heading, func(w *bufio.Writer) {
		for i, es := range entries {
			for _, e := range es {
				if !newer[e.name] {
					fmt.Fprintf(w, "%s %d %s | %s\n", targets[i].name, e.number, e.name, params.of(e, variants[i]))
				}
			}
		}
	})
}

// of returns the parameters of e. The compat function's types are those that
// a 32-bit program passes.
func (p parameters) of(e tableEntry, variants map[string]int) string {
	for _, try := range []struct {
		in   map[string][]string
		name string
	}{{p.compat, e.compat}, {p.native, e.compat}, {p.native, e.entry}, {p.native, e.name}} {
		if v := variants[try.name]; v < len(try.in[try.name]) {
			return try.in[try.name][v]
		}
	}
	return "?"
}

func readTable(path, abis string) ([]tableEntry, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var es []tableEntry
	s := bufio.NewScanner(f)
	for s.Scan() {
		f := strings.Fields(s.Text())
		if len(f) < 3 || strings.HasPrefix(f[0], "#") || !strings.Contains(" "+abis+" ", " "+f[1]+" ") {
			continue
		}
		n, err := strconv.Atoi(f[0])
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
		e := tableEntry{number: n, name: f[2], entry: f[2]}
		if len(f) > 3 {
			e.entry = strings.TrimPrefix(f[3], "sys_")
		}
		if len(f) > 4 && f[4] != "-" {
			e.compat = strings.TrimPrefix(strings.TrimPrefix(f[4], "compat_sys_"), "sys_")
		}
		es = append(es, e)
	}
	return es, s.Err()
}

// definition finds SYSCALL_DEFINE2(name, type, name, type, name) and its variants.
var definition = regexp.MustCompile(`(?s)\b(COMPAT_|)(?:SYSCALL32_|SYSCALL_|SYS32_)DEFINE(?:_?)(\d)\(\s*(\w+)\s*(?:,([^{;]*?))?\)\s*[\n{]`)

// readParameters scans the kernel's source.
func readParameters(source string) (parameters, error) {
	p := parameters{make(map[string][]string), make(map[string][]string)}
	err := filepath.WalkDir(source, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".c") {
			return err
		}
		rel := strings.TrimPrefix(path, source+"/")
		if strings.HasPrefix(rel, "tools/") || strings.HasPrefix(rel, "arch/") && !strings.HasPrefix(rel, "arch/x86/") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if !strings.Contains(string(data), "_DEFINE") {
			return nil
		}
		for _, m := range definition.FindAllStringSubmatch(comment.ReplaceAllString(string(data), ""), -1) {
			into := p.native
			if m[1] != "" {
				into = p.compat
			}
			into[m[3]] = append(into[m[3]], joinParameters(m[4]))
		}
		return nil
	})
	if err != nil {
		return p, fmt.Errorf("reading the kernel's source: %w", err)
	}
	return p, nil
}

// joinParameters turns "int, fd, char __user *, buf" into "int fd, char __user *buf".
func joinParameters(list string) string {
	list = strings.Join(strings.Fields(list), " ")
	if list == "" {
		return ""
	}
	parts := strings.Split(list, ",")
	var out []string
	for i := 0; i+1 < len(parts); i += 2 {
		typ, name := strings.TrimSpace(parts[i]), strings.TrimSpace(parts[i+1])
		if !strings.HasSuffix(typ, "*") {
			typ += " "
		}
		out = append(out, typ+name)
	}
	return strings.Join(out, ", ")
}
