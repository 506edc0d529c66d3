package main

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// place is where a fact was found.
type place struct{ name, header string }

func comparePlaces(a, b place) int {
	return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.header, b.header))
}

// write writes the collection's files to dir.
func (c *collection) write(dir string) error {
	constants := c.constants()
	if err := writeConstants(filepath.Join(dir, "constants.txt"), constants); err != nil {
		return err
	}
	if err := c.writeStructs(filepath.Join(dir, "structs.txt")); err != nil {
		return err
	}
	return c.writeIoctls(filepath.Join(dir, "ioctls.txt"), constants)
}

// lines writes a file with a heading and what body prints.
func lines(path, heading string, body func(w *bufio.Writer)) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	fmt.Fprintf(w, "# Written by internal/gen/facts. %s\n", heading)
	body(w)
	if err := w.Flush(); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return f.Close()
}

// hex spells a constant's value: negative ones with a sign.
func (c constant) hex() string {
	if c.neg {
		return fmt.Sprintf("-%#x", uint64(-c.val))
	}
	return fmt.Sprintf("%#x", uint64(c.val))
}

// constants returns each target's constants by place.
func (c *collection) constants() (byTarget [len(targets)]map[place]constant) {
	for i, us := range c.units {
		m := make(map[place]constant)
		for _, u := range us {
			for _, k := range u.constants {
				p := place{k.name, k.header}
				if old, ok := m[p]; !ok || k.rank < old.rank {
					m[p] = k
				}
			}
		}
		byTarget[i] = m
	}
	return byTarget
}

func writeConstants(path string, byTarget [len(targets)]map[place]constant) error {
	all := maps.Clone(byTarget[0])
	for p, k := range byTarget[1] {
		if _, ok := all[p]; !ok {
			all[p] = k
		}
	}
	return lines(path, "Constants: name, value, header[, i386=value, or - where it is not defined].", func(w *bufio.Writer) {
		for _, p := range slices.SortedFunc(maps.Keys(all), comparePlaces) {
			k, ok := byTarget[0][p]
			value := "-"
			if ok {
				value = k.hex()
			}
			fmt.Fprint(w, p.name, " ", value, " ", p.header)
			other := "-"
			if k, ok := byTarget[1][p]; ok {
				other = k.hex()
			}
			if other != value {
				fmt.Fprint(w, " i386=", other)
			}
			fmt.Fprintln(w)
		}
	})
}

// structs returns target i's structures by place.
func (c *collection) structs(i int) map[place]structure {
	m := make(map[place]structure)
	for _, u := range c.units[i] {
		for _, s := range u.structs {
			p := place{s.name, s.header}
			old, ok := m[p]
			if !ok || s.rank < old.rank || s.rank == old.rank && old.kind == "typedef" && s.kind != "typedef" {
				m[p] = s
			}
		}
	}
	return m
}

func (s structure) equal(o structure) bool {
	return s.kind == o.kind && s.size == o.size && slices.Equal(s.members, o.members)
}

func (c *collection) writeStructs(path string) error {
	var by [len(targets)]map[place]structure
	for i := range by {
		by[i] = c.structs(i)
	}
	names := make(map[place]bool)
	for _, m := range by {
		for p := range m {
			names[p] = true
		}
	}
	heading := `Structures: kind, name, size, header[, ABI if it differs or is the only one],
# then for each member: path, offset, size, u(nsigned) s(igned) a(ggregate) or bFIRST:COUNT (bits), C type.
# The layout is that of x86_64, and of i386 too unless a second one follows or "x86_64" stands behind the header.`
	return lines(path, heading, func(w *bufio.Writer) {
		for _, p := range slices.SortedFunc(maps.Keys(names), comparePlaces) {
			long, ok64 := by[0][p]
			short, ok32 := by[1][p]
			switch {
			case ok64 && ok32 && long.equal(short):
				long.print(w, "")
			case ok64 && ok32:
				long.print(w, "")
				short.print(w, " "+targets[1].name)
			case ok64:
				long.print(w, " "+targets[0].name)
			default:
				short.print(w, " "+targets[1].name)
			}
		}
		for _, a := range c.aliases() {
			fmt.Fprintf(w, "alias %s %s %s\n", a.name, a.of, a.header)
		}
	})
}

func (s structure) print(w *bufio.Writer, abi string) {
	fmt.Fprintf(w, "%s %s %d %s%s\n", s.kind, s.name, s.size, s.header, abi)
	for _, m := range s.members {
		fmt.Fprintf(w, "\t%s %d %d %s %s\n", m.path, m.off, m.size, m.kind, m.typ)
	}
}

// aliases returns the typedef names of structures that also have a tag.
func (c *collection) aliases() []alias {
	m := make(map[alias]bool)
	for _, us := range c.units {
		for _, u := range us {
			for _, a := range u.aliases {
				m[a] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(m), func(a, b alias) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.of, b.of), cmp.Compare(a.header, b.header))
	})
}

func (c *collection) writeIoctls(path string, constants [len(targets)]map[place]constant) error {
	all := make(map[place]ioctl)
	for _, us := range c.units {
		for _, u := range us {
			for _, k := range u.ioctls {
				p := place{k.name, k.header}
				if _, ok := all[p]; !ok {
					all[p] = k
				}
			}
		}
	}
	for p := range constants[0] {
		if _, ok := all[p]; !ok && plainCommand(p) {
			all[p] = ioctl{name: p.name, header: p.header}
		}
	}
	heading := "ioctl commands: name, value, i386's value or - if it is the same, header, type of the argument."
	return lines(path, heading, func(w *bufio.Writer) {
		for _, p := range slices.SortedFunc(maps.Keys(all), comparePlaces) {
			k, ok := constants[0][p]
			if !ok {
				continue
			}
			other := "-"
			if k32, ok := constants[1][p]; ok && k32.val != k.val {
				other = k32.hex()
			}
			fmt.Fprintf(w, "%s %#x %s %s", p.name, uint32(k.val), other, p.header)
			if arg := all[p].arg; arg != "" {
				fmt.Fprint(w, " ", arg)
			}
			fmt.Fprintln(w)
		}
	})
}
