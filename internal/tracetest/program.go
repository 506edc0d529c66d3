package tracetest

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// A Program is a C program of the corpus: corpus/FAMILY/NAME.c. Its directives
// are explained in corpus/README.md.
type Program struct {
	Family, Name string
	Source       string     // path of the C file
	Options      [][]string // one list per run; the first is empty
	M32          bool       // runs as an i386 program, too
	Root         bool       // means nothing without root
	Network      bool       // runs in a network of its own, which it may change
	Libc         bool       // linked with the C library
	Races        string     // see Case.Races
}

// ErrNoCompiler says that the corpus can't be built here. Tests skip with it.
var ErrNoCompiler = errors.New("gcc is not installed")

// Programs returns the corpus in order.
func Programs() ([]Program, error) {
	root, err := ModuleRoot()
	if err != nil {
		return nil, err
	}
	sources, err := filepath.Glob(filepath.Join(root, "internal/tracetest/corpus/*/*.c"))
	if err != nil {
		return nil, err
	}
	programs := make([]Program, 0, len(sources))
	for _, source := range sources {
		p, err := ReadProgram(source)
		if err != nil {
			return nil, err
		}
		programs = append(programs, p)
	}
	return programs, nil
}

// ReadProgram reads the directives: the comment lines that a C file begins with.
func ReadProgram(source string) (Program, error) {
	source, err := filepath.Abs(source)
	if err != nil {
		return Program{}, err
	}
	text, err := os.ReadFile(source)
	if err != nil {
		return Program{}, err
	}
	p := Program{
		Family:  filepath.Base(filepath.Dir(source)),
		Name:    strings.TrimSuffix(filepath.Base(source), ".c"),
		Source:  source,
		Options: [][]string{{}},
	}
	for n, l := range strings.Split(string(text), "\n") {
		comment, ok := strings.CutPrefix(l, "// ")
		if !ok {
			break
		}
		key, value, _ := strings.Cut(comment, ":")
		switch value = strings.TrimSpace(value); key {
		case "options":
			p.Options = append(p.Options, strings.Fields(value))
		case "only":
			p.Options = slices.DeleteFunc(p.Options, func(o []string) bool { return len(o) == 0 })
			p.Options = append(p.Options, strings.Fields(value))
		case "m32":
			p.M32 = true
		case "root":
			p.Root = true
		case "network":
			p.Network, p.Root = true, true
		case "libc":
			p.Libc = true
		case "races":
			p.Races = value
		case "note":
		default:
			return Program{}, fmt.Errorf("%s:%d: unknown directive %q (options, only, m32, root, network, libc, races, note)", source, n+1, key)
		}
	}
	if p.M32 && p.Libc {
		return Program{}, fmt.Errorf("%s: m32 and libc exclude each other (no 32-bit C library is needed here)", source)
	}
	return p, nil
}

// Follows says whether the program expects its children to be traced: one that
// is a tracer itself may wait for ever for a tracee that has another.
func (p *Program) Follows() bool {
	return slices.ContainsFunc(p.Options, func(o []string) bool { return slices.Contains(o, "-f") })
}

// Case returns the run of a built program with these options.
func (p *Program) Case(binary string, options []string) *Case {
	return &Case{
		Options: options,
		Command: []string{"./" + p.Name},
		Races:   p.Races,
		Network: p.Network,
		Setup: func(dir string) error {
			return os.Symlink(binary, filepath.Join(dir, p.Name))
		},
	}
}

// compiler describes gcc: a new one builds everything again.
var compiler = sync.OnceValues(func() (string, error) {
	out, err := exec.Command("gcc", "-dumpfullversion", "-dumpmachine").Output()
	if err != nil {
		return "", ErrNoCompiler
	}
	return string(out), nil
})

// Build returns the path of the compiled program, from the cache if neither
// its source, nor the headers, nor the compiler has changed.
func (p *Program) Build(m32 bool) (string, error) {
	version, err := compiler()
	if err != nil {
		return "", err
	}
	source, err := os.ReadFile(p.Source)
	if err != nil {
		return "", err
	}
	root, err := ModuleRoot()
	if err != nil {
		return "", err
	}
	include := filepath.Join(root, "internal/tracetest/corpus/include")
	args := p.flags(m32)
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%q\n%s", version, args, source)
	headers, err := filepath.Glob(filepath.Join(include, "*.h"))
	if err != nil {
		return "", err
	}
	for _, path := range headers {
		header, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		h.Write(header)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	dir := filepath.Join(cache, "gostrace-corpus")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	binary := filepath.Join(dir, fmt.Sprintf("%s-%x", p.Name, h.Sum(nil)[:8]))
	if _, err := os.Stat(binary); err == nil {
		return binary, nil
	}
	// To a name of its own first: others may build the same program now.
	tmp := fmt.Sprintf("%s.%d.tmp", binary, os.Getpid())
	args = append(args, "-I"+include, "-o", tmp, p.Source)
	if out, err := exec.Command("gcc", args...).CombinedOutput(); err != nil {
		return "", fmt.Errorf("compiling %s: %w\n%s", p.Source, err, out)
	}
	return binary, os.Rename(tmp, binary)
}

// flags returns gcc's arguments, without paths.
func (p *Program) flags(m32 bool) []string {
	// -w: calls with wrong arguments are the point.
	flags := []string{"-O1", "-w", "-D_GNU_SOURCE", "-static", "-no-pie", "-fno-pie", "-fno-stack-protector", "-Wl,--build-id=none"}
	for i := range 4 {
		flags = append(flags, fmt.Sprintf("-Wl,--section-start=.edge%d=%#x", i, 0x10001000+i*0x2000))
	}
	if p.Libc {
		return append(flags, "-DCORPUS_LIBC", "-pthread")
	}
	flags = append(flags, "-nostdlib", "-ffreestanding")
	if m32 {
		// The headers of the 64-bit C library serve for both.
		flags = append(flags, "-m32", "-fcf-protection=none", "-isystem", "/usr/include/x86_64-linux-gnu")
	}
	return flags
}
