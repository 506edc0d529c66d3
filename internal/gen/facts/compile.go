package main

import (
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// A macro is an object-like macro.
type macro struct {
	name, text string
	header     string
}

// A constant is a macro or an enumerator with its value.
type constant struct {
	name, header string
	val          int64 // bits; see neg
	neg          bool  // the type is signed and val is below 0
	rank         int   // see root.owns
}

// A unit is what compiling one root for one target gave.
type unit struct {
	root      root
	target    target
	constants []constant
	structs   []structure
	ioctls    []ioctl
	aliases   []alias
	dropped   []string // macros that are no integer constants
}

var (
	lineMarker = regexp.MustCompile(`^# \d+ "([^"]*)"`)
	objectLike = regexp.MustCompile(`^#define (\w+) (.+)$`)
)

// macros lists the object-like macros that r owns.
func (c *compiler) macros(r root, t target) ([]macro, error) {
	src := filepath.Join(c.in.work, workName(r, t)+".c")
	if err := os.WriteFile(src, []byte(r.include()), 0o644); err != nil {
		return nil, err
	}
	defer os.Remove(src)
	out, err := output("", "gcc", c.args(t, "-E", "-dD", src)...)
	if err != nil {
		return nil, err
	}
	var ms []macro
	var header string
	owned := false
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if m := lineMarker.FindStringSubmatch(line); m != nil {
			header = c.header(m[1])
			_, owned = r.owns(header)
			continue
		}
		if !owned {
			continue
		}
		if m := objectLike.FindStringSubmatch(line); m != nil && plausible(m[2]) {
			ms = append(ms, macro{m[1], m[2], header})
		}
	}
	return lastDefinitions(ms), nil
}

// lastDefinitions drops all but the last definition of each name.
func lastDefinitions(ms []macro) []macro {
	last := make(map[string]int, len(ms))
	for i, m := range ms {
		last[m.name] = i
	}
	kept := ms[:0]
	for i, m := range ms {
		if last[m.name] == i {
			kept = append(kept, m)
		}
	}
	return kept
}

// plausible weeds out what would derail the compiler for many lines.
func plausible(text string) bool {
	return !strings.ContainsAny(text, `{};"`) && !strings.HasPrefix(text, "__attribute__") &&
		strings.Count(text, "(") == strings.Count(text, ")")
}

func workName(r root, t target) string {
	return t.name + "-" + strings.NewReplacer("/", "-", ".", "_").Replace(r.header)
}

// compile collects the facts that r owns.
func (c *compiler) compile(r root, t target) (*unit, error) {
	ms, err := c.macros(r, t)
	if err != nil {
		return nil, err
	}
	u := &unit{root: r, target: t}
	obj, live, err := c.object(r, t, ms)
	if err != nil {
		return nil, err
	}
	defer os.Remove(obj)
	f, err := elf.Open(obj)
	if err != nil {
		return nil, fmt.Errorf("reading what gcc made of %s: %w", r.header, err)
	}
	defer f.Close()
	if err := u.readValues(f, ms); err != nil {
		return nil, fmt.Errorf("reading what gcc made of %s: %w", r.header, err)
	}
	if err := c.readDWARF(u, f); err != nil {
		return nil, fmt.Errorf("reading what gcc made of %s: %w", r.header, err)
	}
	for i, m := range ms {
		if !live[i] {
			u.dropped = append(u.dropped, m.header+": "+m.name+" "+m.text)
		}
	}
	return u, c.readIoctls(u, ms)
}

// object compiles the header with one line for each macro, and again without
// the lines that gcc has objected to, until it objects no more. live says
// which macros are left.
func (c *compiler) object(r root, t target, ms []macro) (obj string, live []bool, err error) {
	src := filepath.Join(c.in.work, workName(r, t)+".c")
	obj = filepath.Join(c.in.work, workName(r, t)+".o")
	defer os.Remove(src)
	live = make([]bool, len(ms))
	for i := range live {
		live[i] = true
	}
	complaint := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(src) + `:(\d+):(?:\d+:)? (?:fatal )?error:`)
	for range 12 {
		var b bytes.Buffer
		b.WriteString(r.include())
		first := bytes.Count(b.Bytes(), []byte("\n")) + 1
		for i, m := range ms {
			if live[i] {
				fmt.Fprintf(&b, "_Static_assert((%s) == (%s), \"\"); const unsigned long long zv_%d[2] = {(%s), (%s) < 0};", m.name, m.name, i, m.name, m.name)
			}
			b.WriteByte('\n')
		}
		if err := os.WriteFile(src, b.Bytes(), 0o644); err != nil {
			return "", nil, err
		}
		cmd := exec.Command("gcc", c.args(t, "-c", "-gdwarf-5", "-fno-eliminate-unused-debug-types",
			"-ftrack-macro-expansion=0", "-fmax-errors=0", "-fdiagnostics-color=never", "-fno-diagnostics-show-caret", "-o", obj, src)...)
		var errs bytes.Buffer
		cmd.Stderr = &errs
		if cmd.Run() == nil {
			return obj, live, nil
		}
		found := complaint.FindAllSubmatch(errs.Bytes(), -1)
		for _, m := range found {
			n, err := strconv.Atoi(string(m[1]))
			if err != nil || n < first || n-first >= len(ms) {
				continue
			}
			live[n-first] = false
		}
		if len(found) == 0 {
			return "", nil, errors.New(firstError(errs.String()))
		}
	}
	return "", nil, errors.New("gcc objects to something new each time")
}

// firstError picks the line that says what is wrong from gcc's complaints.
func firstError(s string) string {
	for line := range strings.Lines(s) {
		if strings.Contains(line, "error:") {
			return strings.TrimSpace(line)
		}
	}
	return strings.TrimSpace(s)
}

// readValues fetches the values of the macros from the object's data.
func (u *unit) readValues(f *elf.File, ms []macro) error {
	syms, err := f.Symbols()
	if errors.Is(err, elf.ErrNoSymbols) {
		return nil
	}
	if err != nil {
		return err
	}
	data := make(map[elf.SectionIndex][]byte)
	for _, s := range syms {
		n, ok := strings.CutPrefix(s.Name, "zv_")
		if !ok {
			continue
		}
		i, err := strconv.Atoi(n)
		if err != nil {
			return err
		}
		sec := f.Sections[s.Section]
		v := make([]byte, 16) // all zero, if in .bss
		if sec.Type != elf.SHT_NOBITS {
			if data[s.Section] == nil {
				if data[s.Section], err = sec.Data(); err != nil {
					return err
				}
			}
			v = data[s.Section][s.Value:]
		}
		m := ms[i]
		rank, _ := u.root.owns(m.header)
		u.constants = append(u.constants, constant{m.name, m.header,
			int64(f.ByteOrder.Uint64(v)), f.ByteOrder.Uint64(v[8:]) != 0, rank})
	}
	return nil
}
