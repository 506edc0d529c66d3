package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gostrace/internal/gen/factfile"
)

func value(v uint64) factfile.Value { return factfile.Value{Bits: v, Defined: true} }

var facts = newDictionary([]factfile.Constant{
	{Name: "A_MINUS", Header: "linux/a.h", Val: factfile.Value{Bits: ^uint64(0), Neg: true, Defined: true}},
	{Name: "A_ONE", Header: "drm/a.h", Val: value(9), I386: value(9)},
	{Name: "A_ONE", Header: "linux/a.h", Val: value(1), I386: value(11)},
	{Name: "A_TWO", Header: "linux/a.h", Val: value(2)},
	{Name: "A_ZWEI", Header: "linux/a.h", Val: value(2)},
	{Name: "B", Header: "linux/a.h", Val: value(3)},
	{Name: "B", Header: "linux/b.h", Val: value(4)},
})

func resolve(t *testing.T, spec string) (string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "spec.txt")
	if err := os.WriteFile(path, []byte(spec), 0o644); err != nil {
		t.Fatal(err)
	}
	tables, err := readSpec(path)
	if err != nil {
		return "", err
	}
	done := make(map[string]*table)
	var last *table
	for _, last = range tables {
		if err := last.resolve(facts, done); err != nil {
			return "", err
		}
		done[last.name] = last
	}
	var out []string
	for _, e := range last.consts {
		out = append(out, fmt.Sprintf("%s=%#x", e.name, e.val))
	}
	return strings.Join(out, " "), nil
}

func TestResolve(t *testing.T) {
	for _, c := range []struct{ spec, want string }{
		{"T enum A_TWO A_ONE", "A_ONE=0x1 A_TWO=0x2"},
		{"T flags A_TWO A_ONE", "A_TWO=0x2 A_ONE=0x1"},
		{"T enum A_*", "A_ONE=0x1 A_TWO=0x2 A_MINUS=0xffffffff"},
		{"T enum A_* prefer:A_ZWEI", "A_ONE=0x1 A_ZWEI=0x2 A_MINUS=0xffffffff"},
		{"T enum bits:64 A_MINUS", "A_MINUS=0xffffffffffffffff"},
		{"T enum A_* -A_MINUS\n\tX=0x7 Y=A_TWO", "A_ONE=0x1 A_TWO=0x2 X=0x7"},
		{"T enum i386 A_ONE", "A_ONE=0xb"},
		{"T enum linux/b.h:B", "B=0x4"},
		{"S flags A_TWO\nT flags A_ONE @S", "A_ONE=0x1 A_TWO=0x2"},
	} {
		if got, err := resolve(t, c.spec); err != nil || got != c.want {
			t.Errorf("%s: %s, %v; want %s", c.spec, got, err, c.want)
		}
	}
	for _, spec := range []string{"T enum NONE", "T enum B", "T enum N_*", "T odd A_ONE", "T enum @S", "T", "T enum bits:3 A_ONE", "\tA_ONE"} {
		if got, err := resolve(t, spec); err == nil {
			t.Errorf("%s: no error but %s", spec, got)
		}
	}
}
