package deptest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"gostrace/internal/tracetest"
)

const module = "gostrace"

// A goPackage is what go list says about a package of the module.
type goPackage struct {
	ImportPath, Dir, Name, Doc, Export string
	GoFiles, TestGoFiles, Imports      []string
}

// packages lists the module; -e so that a package that doesn't compile is
// looked at, too.
var packages = sync.OnceValues(func() ([]goPackage, error) {
	if err := tracetest.DependOnModule("../.."); err != nil {
		return nil, err
	}
	return list("-e", "./...")
})

func list(args ...string) ([]goPackage, error) {
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Name,Doc,Export,GoFiles,TestGoFiles,Imports"}, args...)...)
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = errors.New("go list: " + string(exit.Stderr))
		}
		return nil, err
	}
	var all []goPackage
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		switch err := dec.Decode(&p); {
		case err == io.EOF:
			return all, nil
		case err != nil:
			return nil, err
		}
		all = append(all, p)
	}
}

func modulePackages(t *testing.T) []goPackage {
	t.Helper()
	all, err := packages()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 5 {
		t.Fatalf("go list found %d packages", len(all))
	}
	return all
}

// layer returns the name in the table that a package belongs to, or "" for a
// package of others.
func layer(importPath string) string {
	rest, ok := strings.CutPrefix(importPath, module+"/")
	if !ok {
		return ""
	}
	rest = strings.TrimPrefix(rest, "internal/")
	name, _, _ := strings.Cut(rest, "/")
	return name
}

// allowed tells why a package may not import another, or "".
func allowed(from, to string) string {
	rows := map[string]int{}
	for i, row := range layers {
		for _, name := range row {
			rows[name] = i
		}
	}
	a, b := layer(from), layer(to)
	if b == "" || a == b {
		return ""
	}
	i, ok := rows[a]
	if !ok {
		return "is in no row of the table in internal/deptest/layers_test.go"
	}
	j, ok := rows[b]
	switch {
	case !ok:
		return "imports " + to + ", which is in no row of the table in internal/deptest/layers_test.go"
	case j > i:
		return "imports " + to + ", which is below it"
	case j == i:
		return "imports its sibling " + to
	}
	return ""
}

// TestLayers: each package imports only rows above it.
func TestLayers(t *testing.T) {
	for _, p := range modulePackages(t) {
		for _, to := range p.Imports {
			if why := allowed(p.ImportPath, to); why != "" {
				t.Errorf("%s %s", p.ImportPath, why)
			}
		}
	}
}

// TestLayersCatch: the rule refuses what it should.
func TestLayersCatch(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		ok       bool
	}{
		{"gostrace/internal/decode", "gostrace/internal/show", true},
		{"gostrace/internal/show", "gostrace/internal/decode", false},
		{"gostrace/internal/ptrace", "gostrace/internal/ebpf", false},
		{"gostrace/internal/ptrace", "gostrace/internal/ptrace/inherit", true},
		{"gostrace/internal/ptrace", "gostrace/internal/trace", true},
		{"gostrace/internal/trace", "gostrace/internal/ptrace/inherit", false},
		{"gostrace/cmd/strace", "gostrace/internal/session", true},
		{"gostrace/internal/session", "gostrace/internal/tracetest", false},
		{"gostrace/internal/session", "gostrace/internal/unheardof", false},
		{"gostrace/internal/unheardof", "gostrace/internal/abi", false},
		{"gostrace/internal/abi", "strings", true},
	} {
		if got := allowed(tt.from, tt.to); got == "" != tt.ok {
			t.Errorf("%s imports %s: %q", tt.from, tt.to, got)
		}
	}
}

// grabBags are names that say nothing.
var grabBags = map[string]bool{
	"util": true, "utils": true, "common": true, "helper": true, "helpers": true, "misc": true,
	"shared": true, "lib": true, "stuff": true, "various": true, "base": true, "tools": true,
}

// TestNames: no package and no file has a grab-bag name.
func TestNames(t *testing.T) {
	for _, p := range modulePackages(t) {
		if grabBags[p.Name] || grabBags[filepath.Base(p.Dir)] {
			t.Errorf("%s: a name that says nothing", p.ImportPath)
		}
		for _, f := range append(p.GoFiles, p.TestGoFiles...) {
			name := strings.TrimSuffix(strings.TrimSuffix(f, ".go"), "_test")
			if grabBags[name] {
				t.Errorf("%s/%s: a name that says nothing", p.ImportPath, f)
			}
		}
	}
}
