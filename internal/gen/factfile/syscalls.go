package factfile

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A Syscall is one number of one ABI.
type Syscall struct {
	ABI    string
	Number int
	Name   string
	// Params are those of the kernel's function; nil with Known unset if the
	// kernel has none.
	Params []Param
	Known  bool
	// Classes are the names behind % of the classes that it is in.
	Classes []string
	// ArgNames are the argument names that the reference shows with -N.
	ArgNames []string
}

// A Param is one parameter in C.
type Param struct{ Type, Name string }

// Syscalls reads syscalls.txt, classes.txt and argnames.txt, in the order of
// the first.
func Syscalls(root string) ([]Syscall, error) {
	classes, err := observed(root, "classes.txt")
	if err != nil {
		return nil, err
	}
	names, err := observed(root, "argnames.txt")
	if err != nil {
		return nil, err
	}
	var calls []Syscall
	err = eachLine(root, "syscalls.txt", func(line string) error {
		head, params, ok := strings.Cut(line, " | ")
		f := strings.Fields(head)
		if !ok || len(f) != 3 {
			return fmt.Errorf("not of the form ABI number name | parameters")
		}
		n, err := strconv.Atoi(f[1])
		if err != nil {
			return err
		}
		key := head
		if _, ok := classes[key]; !ok {
			return fmt.Errorf("classes.txt does not have it: run gen/observe")
		}
		s := Syscall{ABI: f[0], Number: n, Name: f[2], Classes: classes[key], ArgNames: names[key]}
		if params != "?" {
			s.Known = true
			s.Params = parseParams(params)
		}
		calls = append(calls, s)
		return nil
	})
	return calls, err
}

func parseParams(list string) []Param {
	var ps []Param
	for p := range strings.SplitSeq(list, ",") {
		p = strings.TrimSpace(p)
		i := strings.LastIndexAny(p, " *")
		if i < 0 {
			continue
		}
		ps = append(ps, Param{strings.TrimSpace(p[:i+1]), p[i+1:]})
	}
	return ps
}

// observed reads a file of lines "ABI number name: words".
func observed(root, name string) (map[string][]string, error) {
	m := make(map[string][]string)
	err := eachLine(root, name, func(line string) error {
		key, words, ok := strings.Cut(line, ":")
		if !ok {
			return fmt.Errorf("no colon")
		}
		m[key] = strings.Fields(words)
		return nil
	})
	return m, err
}

// eachLine calls f for the lines of facts/name that are no comments.
func eachLine(root, name string, f func(line string) error) error {
	path := filepath.Join(root, "facts", name)
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	for s.Scan() {
		line := s.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		if err := f(line); err != nil {
			return fmt.Errorf("reading %s: %q: %w", path, line, err)
		}
	}
	return s.Err()
}
