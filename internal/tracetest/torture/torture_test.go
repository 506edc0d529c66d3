package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"gostrace/internal/tracetest"
)

// TestTorture: every scenario, 100 times; make torture runs them 1,000 times.
func TestTorture(t *testing.T) {
	scratch := t.TempDir()
	for dir := scratch; dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		_ = os.Chmod(dir, 0o755) // another user runs in it, too
	}
	r, err := newRig(scratch)
	if errors.Is(err, tracetest.ErrNoCompiler) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	n := 100
	if testing.Short() {
		n = 5
	}
	for _, s := range scenarios {
		t.Run(s.name, func(t *testing.T) {
			res := torture(r, s, n, atOnce())
			if res.skipped != "" {
				t.Skip(res.skipped)
			}
			for _, err := range res.failures {
				t.Error(err)
			}
		})
	}
}
