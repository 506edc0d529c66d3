package main

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"gostrace/internal/gen/factfile"
)

// An entry is one constant of a table.
type entry struct {
	name string
	val  uint64
}

// A dictionary finds constants by name.
type dictionary struct {
	byName   map[string][]factfile.Constant
	byHeader map[string][]factfile.Constant
	names    []string // sorted
}

func newDictionary(cs []factfile.Constant) *dictionary {
	d := &dictionary{byName: make(map[string][]factfile.Constant), byHeader: make(map[string][]factfile.Constant)}
	for _, c := range cs {
		if len(d.byName[c.Name]) == 0 {
			d.names = append(d.names, c.Name)
		}
		d.byName[c.Name] = append(d.byName[c.Name], c)
		d.byHeader[c.Header] = append(d.byHeader[c.Header], c)
	}
	return d
}

// standing orders headers by how much they settle what a name means.
func standing(header string) int {
	dir, _, _ := strings.Cut(header, "/")
	switch dir {
	case "asm":
		return 0
	case "asm-generic":
		return 1
	case "linux":
		return 2
	case "elf.h":
		return 3
	case "kernel":
		return 4
	}
	return 5
}

// lookup returns the value of name, in header or, if that is "", in the
// headers of the best standing, which must agree.
func (d *dictionary) lookup(header, name string, i386 bool) (factfile.Value, error) {
	var best *factfile.Constant
	var bestVal factfile.Value
	cs := d.byName[name]
	for i := range cs {
		c := &cs[i]
		v := c.Val
		if i386 {
			v = c.I386
		}
		if header != "" && c.Header != header || !v.Defined {
			continue
		}
		switch {
		case best == nil || standing(c.Header) < standing(best.Header):
			best, bestVal = c, v
		case standing(c.Header) == standing(best.Header) && v != bestVal:
			return v, fmt.Errorf("%s is %#x in %s and %#x in %s: write HEADER:%s", name, bestVal.Bits, best.Header, v.Bits, c.Header, name)
		}
	}
	if best != nil {
		return bestVal, nil
	}
	if header != "" {
		return bestVal, fmt.Errorf("%s does not define %s%s", header, name, d.places(name))
	}
	return bestVal, fmt.Errorf("no header defines %s", name)
}

// places says which headers define name.
func (d *dictionary) places(name string) string {
	var hs []string
	for _, c := range d.byName[name] {
		hs = append(hs, c.Header)
	}
	if len(hs) == 0 {
		return ""
	}
	return "; but " + strings.Join(hs, ", ") + " does"
}

// match returns the names that match pattern, in header or all headers of the
// UAPI.
func (d *dictionary) match(header, pattern string) ([]string, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	var names []string
	if header != "" {
		for _, c := range d.byHeader[header] {
			if ok, _ := path.Match(pattern, c.Name); ok {
				names = append(names, c.Name)
			}
		}
	} else {
		prefix, _, _ := strings.Cut(pattern, "*")
		i, _ := slices.BinarySearch(d.names, prefix)
		for ; i < len(d.names) && strings.HasPrefix(d.names[i], prefix); i++ {
			if ok, _ := path.Match(pattern, d.names[i]); ok {
				names = append(names, d.names[i])
			}
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("nothing matches %s in %s", pattern, cmp.Or(header, "any header"))
	}
	return names, nil
}

// resolve fills t.consts. done has the tables of the same file before it.
func (t *table) resolve(d *dictionary, done map[string]*table) error {
	var excluded []string
	for _, it := range t.items {
		if it[0] == '-' {
			excluded = append(excluded, it[1:])
		}
	}
	var all []entry
	var errs []error
	for _, it := range t.items {
		if it[0] == '-' {
			continue
		}
		es, err := t.expand(d, done, it)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		all = append(all, slices.DeleteFunc(es, func(e entry) bool {
			return slices.ContainsFunc(excluded, func(x string) bool { ok, _ := path.Match(x, e.name); return ok })
		})...)
	}
	t.consts = t.unique(t.asBits(all))
	if t.kind != "flags" && !t.unsorted {
		slices.SortStableFunc(t.consts, func(a, b entry) int { return cmp.Compare(a.val, b.val) })
	}
	if len(t.consts) == 0 && t.shift == "" {
		errs = append(errs, errors.New("the table is empty"))
	}
	return errors.Join(errs...)
}

// expand turns one item into entries, those of a pattern by value.
func (t *table) expand(d *dictionary, done map[string]*table, item string) ([]entry, error) {
	if other, ok := strings.CutPrefix(item, "@"); ok {
		o := done[other]
		if o == nil {
			return nil, fmt.Errorf("no table %s before this one", other)
		}
		return slices.Clone(o.consts), nil
	}
	if name, value, ok := strings.Cut(item, "="); ok {
		v, err := factfile.ParseValue(value)
		if err != nil {
			if v, err = d.lookup("", value, t.i386); err != nil {
				return nil, err
			}
		}
		return []entry{{name, t.cut(v)}}, nil
	}
	header, name, ok := strings.Cut(item, ":")
	if !ok {
		header, name = "", item
	}
	if !strings.ContainsAny(name, "*?[") {
		v, err := d.lookup(header, name, t.i386)
		return []entry{{name, t.cut(v)}}, err
	}
	names, err := d.match(header, name)
	if err != nil {
		return nil, err
	}
	var es []entry
	for _, name := range names {
		v, err := d.lookup(header, name, t.i386)
		if err != nil {
			return nil, err
		}
		es = append(es, entry{name, t.cut(v)})
	}
	slices.SortFunc(es, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.val, b.val), cmp.Compare(len(a.name), len(b.name)), cmp.Compare(a.name, b.name))
	})
	return es, nil
}

// asBits turns numbers of bits into flags: CAP_KILL, 5, into 1<<CAP_KILL, 0x20.
func (t *table) asBits(es []entry) []entry {
	if t.bitsFrom < 0 {
		return es
	}
	var bits []entry
	for _, e := range es {
		if n := e.val - uint64(t.bitsFrom); n < 32 {
			bits = append(bits, entry{"1<<" + e.name, 1 << n})
		}
	}
	return bits
}

// cut reduces a negative value to the table's bits.
func (t *table) cut(v factfile.Value) uint64 {
	if v.Neg && t.bits < 64 {
		return v.Bits & (1<<t.bits - 1)
	}
	return v.Bits
}

// unique leaves one name for each value, and each name once.
func (t *table) unique(es []entry) []entry {
	var out []entry
	at := make(map[uint64]int)
	names := make(map[string]bool)
	for _, e := range es {
		if names[e.name] {
			continue
		}
		names[e.name] = true
		i, seen := at[e.val]
		switch {
		case !seen || t.dup:
			at[e.val] = len(out)
			out = append(out, e)
		case t.prefer[e.name]:
			out[i] = e
		}
	}
	return out
}
