package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"gostrace/internal/gen/factfile"
)

// A definition is one header's idea of a structure, on each ABI.
type definition struct {
	kind, name, header string
	on                 []*factfile.Struct // by ABI; nil where there is none
}

// An index finds definitions by Go name.
type index struct {
	byName map[string][]*definition // by goName of the tag
	chosen map[string]string        // Go name -> header, from layouts.txt
}

// goName is what a structure is called in Go.
func goName(tag string) string {
	tag = strings.TrimLeft(tag, "_")
	if tag == "" {
		return ""
	}
	return strings.ToUpper(tag[:1]) + tag[1:]
}

func newIndex(root, choices string) (*index, error) {
	structs, aliases, err := factfile.Structs(root)
	if err != nil {
		return nil, err
	}
	ix := &index{byName: make(map[string][]*definition)}
	byPlace := make(map[[2]string]*definition)
	for i := range structs {
		s := &structs[i]
		place := [2]string{s.Name, s.Header}
		d := byPlace[place]
		if d == nil {
			d = &definition{kind: s.Kind, name: s.Name, header: s.Header, on: make([]*factfile.Struct, len(abis))}
			byPlace[place] = d
			ix.add(s.Name, d)
		}
		// A layout without an ABI comes first, and is everyone's who has no other.
		for j, abi := range abis {
			if s.ABI == abi || s.ABI == "" {
				d.on[j] = s
			}
		}
	}
	for _, a := range aliases {
		for _, d := range ix.byName[goName(a.Of)] {
			if d.name == a.Of {
				ix.add(a.Name, d)
			}
		}
	}
	ix.chosen, err = readChoices(choices)
	return ix, err
}

func (ix *index) add(name string, d *definition) {
	n := goName(name)
	if !slices.Contains(ix.byName[n], d) {
		ix.byName[n] = append(ix.byName[n], d)
	}
}

// readChoices reads lines of the form "Stat = asm/stat.h # why".
func readChoices(path string) (map[string]string, error) {
	m := make(map[string]string)
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for s.Scan() {
		line, _, _ := strings.Cut(s.Text(), "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		name, header, ok := strings.Cut(line, "=")
		if !ok {
			return nil, fmt.Errorf("reading %s: not of the form Name = header: %q", path, s.Text())
		}
		m[strings.TrimSpace(name)] = strings.TrimSpace(header)
	}
	return m, s.Err()
}

// A resolved name has a layout on each ABI, or nil.
type resolved struct {
	what string // for the comment
	on   []*factfile.Member
}

// resolve finds what a name in package abi stands for.
func (ix *index) resolve(name string) (resolved, error) {
	if tag, ok := strings.CutPrefix(name, "Sizeof_"); ok {
		return ix.pick(goName(tag), func(s *factfile.Struct) *factfile.Member {
			return &factfile.Member{Size: s.Size, Kind: "a"}
		}, "size")
	}
	// The longest tag that has such a member wins.
	for i := len(name) - 1; i > 0; i-- {
		if name[i] != '_' {
			continue
		}
		path := name[i+1:]
		r, err := ix.pick(name[:i], func(s *factfile.Struct) *factfile.Member {
			for j := range s.Members {
				if isPath(s.Members[j].Path, path) {
					return &s.Members[j]
				}
			}
			return nil
		}, path)
		if err == nil || !errors.Is(err, errUnknown) {
			return r, err
		}
	}
	return resolved{}, ix.nearMisses(name)
}

// isPath says whether name is the Go form of a dotted path: joined by
// underscores, each part with or without the underscores that it begins with.
func isPath(path, name string) bool {
	part, rest, more := strings.Cut(path, ".")
	for {
		if after, ok := strings.CutPrefix(name, part); ok {
			if !more {
				return after == ""
			}
			if after, ok = strings.CutPrefix(after, "_"); ok && isPath(rest, after) {
				return true
			}
		}
		if !strings.HasPrefix(part, "_") {
			return false
		}
		part = part[1:]
	}
}

var errUnknown = errors.New("no structure has it")

// pick looks a member up, by find, in the definitions called tag in Go, which
// must agree or be chosen from.
func (ix *index) pick(tag string, find func(*factfile.Struct) *factfile.Member, path string) (resolved, error) {
	var have []*definition
	var found []resolved
	for _, d := range ix.byName[tag] {
		if h, ok := ix.chosen[tag]; ok && h != d.header {
			continue
		}
		r := resolved{what: fmt.Sprintf("%s of %s %s, %s", path, d.kind, d.name, d.header), on: make([]*factfile.Member, len(abis))}
		any := false
		for i, s := range d.on {
			if s == nil {
				continue
			}
			m := find(s)
			if m == nil {
				continue
			}
			if kinds[m.Kind] == "" {
				return r, fmt.Errorf("%s is a bit-field (%s): load its word and shift", path, m.Kind)
			}
			if m.Off > 0xffff || m.Size > 0xffff {
				return r, fmt.Errorf("%s is too far out for a Layout: offset %d, size %d", path, m.Off, m.Size)
			}
			r.on[i], any = m, true
		}
		if any {
			have, found = append(have, d), append(found, r)
		}
	}
	if len(found) == 0 {
		return resolved{}, errUnknown
	}
	best := 0
	for i := 1; i < len(found); i++ {
		if have[i].name == have[best].name && !sameLayout(found[i], found[best]) && precedence(have[i]) == precedence(have[best]) {
			return resolved{}, fmt.Errorf("%s and %s differ: choose one in internal/abi/layouts.txt", found[best].what, found[i].what)
		}
		if precedence(have[i]) < precedence(have[best]) {
			best = i
		}
	}
	return found[best], nil
}

// precedence orders definitions of one name: lower wins.
func precedence(d *definition) int {
	switch {
	case strings.HasPrefix(d.header, "asm"):
		return 0
	case d.header == "extra.h":
		return 1
	case strings.HasPrefix(d.name, "__"):
		return 3
	}
	return 2
}

func sameLayout(a, b resolved) bool {
	return slices.EqualFunc(a.on, b.on, func(x, y *factfile.Member) bool {
		if x == nil || y == nil {
			return x == y
		}
		return x.Off == y.Off && x.Size == y.Size && x.Kind == y.Kind
	})
}

// nearMisses says what there is instead of name.
func (ix *index) nearMisses(name string) error {
	for i := len(name) - 1; i > 0; i-- {
		if name[i] != '_' {
			continue
		}
		if ds := ix.byName[name[:i]]; len(ds) > 0 {
			var paths []string
			for _, s := range ds[0].on {
				for j := 0; s != nil && j < len(s.Members); j++ {
					if p := s.Members[j].Path; !slices.Contains(paths, p) {
						paths = append(paths, p)
					}
				}
			}
			slices.SortStableFunc(paths, func(a, b string) int { return cmp.Compare(distance(a, name[i+1:]), distance(b, name[i+1:])) })
			return fmt.Errorf("%w; members of %s %s (%s) are %s", errUnknown, ds[0].kind, ds[0].name, ds[0].header,
				strings.Join(paths[:min(len(paths), 8)], " "))
		}
	}
	return errUnknown
}

// distance is how unlike two names are: the letters outside what they share
// at both ends.
func distance(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	a, b = a[n:], b[n:]
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return len(a) + len(b)
}
