package tracetest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
)

// A Tracer is a strace that can be run.
type Tracer struct {
	Name string // how reports call it
	Path string // absolute path of the executable
	// Args come before those of a Case.
	Args []string
}

// ErrNoReference says that the reference isn't installed here. Tests that need
// it skip with this text.
var ErrNoReference = errors.New("strace-reference is not installed (../shared/reference/install does it)")

// ErrNoTracer says that there is no ./cmd/strace to build yet.
var ErrNoTracer = errors.New("cmd/strace has no Go files yet")

// Reference finds the installed reference.
func Reference() (Tracer, error) {
	name := "strace-reference"
	if v := os.Getenv("GOSTRACE_REFERENCE"); v != "" {
		name = v
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return Tracer{}, ErrNoReference
	}
	return Tracer{Name: "reference", Path: path}, nil
}

// Ours builds ./cmd/strace into dir, as "strace", and returns it. Messages of
// the tracer begin with its own name, so the name matters.
func Ours(dir string) (Tracer, error) {
	if v := os.Getenv("GOSTRACE_OURS"); v != "" {
		path, err := exec.LookPath(v)
		if err != nil {
			return Tracer{}, fmt.Errorf("GOSTRACE_OURS: %w", err)
		}
		return Tracer{Name: "ours", Path: path}, nil
	}
	root, err := ModuleRoot()
	if err != nil {
		return Tracer{}, err
	}
	if files, _ := filepath.Glob(filepath.Join(root, "cmd/strace/*.go")); len(files) == 0 {
		return Tracer{}, ErrNoTracer
	}
	if err := DependOnModule(root); err != nil {
		return Tracer{}, err
	}
	path := filepath.Join(dir, "strace")
	cmd := exec.Command("go", "build", "-o", path, "./cmd/strace")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return Tracer{}, fmt.Errorf("building ./cmd/strace: %w\n%s", err, out)
	}
	return Tracer{Name: "ours", Path: path}, nil
}

// ModuleRoot returns the directory of go.mod, from the working directory up.
var ModuleRoot = sync.OnceValues(func() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("finding the module: %w", err)
	}
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(d, "go.mod")); err == nil {
			return d, nil
		}
		if d == filepath.Dir(d) {
			return "", fmt.Errorf("finding the module: no go.mod in %s or above", dir)
		}
	}
})

// DependOnModule makes a test's result depend on every file of the module: go
// test remembers which directories a test has read, and runs it again when a
// file there has another size or time. What a test's child processes read, such
// as go build, it doesn't know, and it would report a pass from the cache.
func DependOnModule(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == ".git" {
			return filepath.SkipDir
		}
		return err
	})
}
