package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// A table is one line of a spec.
type table struct {
	name, kind, doc string
	line            int
	unknown         string
	mask            string // as written; or ""
	shift           string // of a field shown as a number: the name of its position
	zero, unsorted  bool
	dup, i386       bool
	bits            int
	bitsFrom        int // names are numbers of bits from here on; -1: they are not
	prefer          map[string]bool
	items           []string
	texts           map[string]string // of a texts table

	consts []entry // filled by resolve
}

// word splits a spec line: a quoted text is one word.
var word = regexp.MustCompile(`"[^"]*"|[^\s"]+`)

// readSpec parses a spec file.
func readSpec(path string) ([]*table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var tables []*table
	var doc []string
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		line := s.Text()
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "":
			doc = nil
			continue
		case strings.HasPrefix(trimmed, "#"):
			doc = append(doc, strings.TrimSpace(trimmed[1:]))
			continue
		}
		words := word.FindAllString(line, -1)
		if line[0] == ' ' || line[0] == '\t' {
			if len(tables) == 0 {
				return nil, fmt.Errorf("%s:%d: continues nothing", path, n)
			}
		} else {
			if len(words) < 2 {
				return nil, fmt.Errorf("%s:%d: a table needs a name and a kind", path, n)
			}
			tables = append(tables, &table{name: words[0], kind: words[1], line: n, bits: 32, bitsFrom: -1,
				doc: strings.Join(doc, "\n"), prefer: make(map[string]bool), texts: make(map[string]string)})
			words = words[2:]
		}
		doc = nil
		if err := tables[len(tables)-1].parse(words); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return tables, s.Err()
}

// parse takes options and items from words.
func (t *table) parse(words []string) error {
	switch t.kind {
	case "enum", "flags", "field", "array", "texts":
	default:
		return fmt.Errorf("%q is no kind of table", t.kind)
	}
	for _, w := range words {
		key, value, _ := strings.Cut(w, ":")
		switch {
		case w[0] == '#':
			return nil
		case w[0] == '"':
			if t.kind != "texts" || len(t.items) == 0 {
				return fmt.Errorf("a text without a name before it: %s", w)
			}
			t.texts[t.items[len(t.items)-1]] = strings.Trim(w, `"`)
		case key == "unknown":
			t.unknown = value
		case key == "mask":
			t.mask = value
		case key == "shift":
			t.shift = value
		case key == "bits":
			n, err := strconv.Atoi(value)
			if err != nil || n != 16 && n != 32 && n != 64 {
				return fmt.Errorf("%s: 16, 32 or 64 bits", w)
			}
			t.bits = n
		case key == "bits-from":
			n, err := strconv.Atoi(value)
			if err != nil {
				return fmt.Errorf("%s: %w", w, err)
			}
			t.bitsFrom = n
		case key == "prefer":
			t.prefer[value] = true
		case w == "zero":
			t.zero = true
		case w == "unsorted":
			t.unsorted = true
		case w == "dup":
			t.dup = true
		case w == "i386":
			t.i386 = true
		default:
			t.items = append(t.items, w)
		}
	}
	return nil
}
