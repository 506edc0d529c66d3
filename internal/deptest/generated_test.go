package deptest

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var checkFlag = regexp.MustCompile(`\bemit\.Main\(`)

// TestGenerated: each generator with a -check flag says that what it wrote is
// what it would write now. Those without one need the network.
func TestGenerated(t *testing.T) {
	checked := 0
	for _, p := range modulePackages(t) {
		if layer(p.ImportPath) != "gen" || p.Name != "main" {
			continue
		}
		t.Run(filepath.Base(p.Dir), func(t *testing.T) {
			if !hasCheck(t, p) {
				t.Skip("it has no -check flag: its inputs aren't in the repository")
			}
			cmd := exec.Command("go", "run", p.ImportPath, "-check")
			cmd.Dir = "../.."
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("go run %s -check: %v\n%s", p.ImportPath, err, out)
			}
		})
		checked++
	}
	if checked == 0 {
		t.Error("no generators found")
	}
}

func hasCheck(t *testing.T, p goPackage) bool {
	t.Helper()
	for _, f := range p.GoFiles {
		text, err := os.ReadFile(filepath.Join(p.Dir, f))
		if err != nil {
			t.Fatal(err)
		}
		if checkFlag.Match(text) {
			return true
		}
	}
	return false
}

// tables are the packages that are data: nothing of them may run at start-up.
var tables = []string{"abi", "xlat", "ioctl", "netlink", "sockopt", "syscalls"}

// initSymbol is the function that go tool nm -size shows for a package that
// initialises variables by code. The compiler leaves an empty one, of a single
// RET, where it found out late that everything is static.
var initSymbol = regexp.MustCompile(`\s(\d+) T (\S+\.init(?:\.\d+)?)$`)

// TestNoInit: the tables are static data, with no code that runs at start-up.
func TestNoInit(t *testing.T) {
	for _, name := range tables {
		if files, _ := filepath.Glob("../" + name + "/*.go"); len(files) == 0 {
			continue
		}
		t.Run(name, func(t *testing.T) {
			if found := initCode(t, "./internal/"+name); len(found) > 0 {
				t.Errorf("code that runs at start-up: %v (a constructor in a declaration? use keyed literals)", found)
			}
		})
	}
}

// TestNoInitCatches: this package has a variable that only code can initialise.
func TestNoInitCatches(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module x\n\ngo 1.26\n",
		"x.go":   "package x\n\nimport \"os\"\n\nvar V = os.Getpid()\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "list", "-export", "-f", "{{.Export}}", ".")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if found := initSymbols(t, strings.TrimSpace(string(out))); len(found) == 0 {
		t.Error("found no code that runs at start-up where there is some")
	}
}

// initCode compiles a package and lists its initialisers.
func initCode(t *testing.T, path string) []string {
	t.Helper()
	all, err := list("-export", path)
	if err != nil {
		t.Fatal(err)
	}
	return initSymbols(t, all[0].Export)
}

func initSymbols(t *testing.T, archive string) (found []string) {
	t.Helper()
	out, err := exec.Command("go", "tool", "nm", "-size", archive).Output()
	if err != nil {
		t.Fatalf("go tool nm %s: %v", archive, err)
	}
	for _, l := range strings.Split(string(out), "\n") {
		if m := initSymbol.FindStringSubmatch(l); m != nil && m[1] != "1" {
			found = append(found, m[2]+" ("+m[1]+" bytes)")
		}
	}
	return found
}
