package options

import (
	"context"
	"errors"
	"os/exec"
	"sync"
	"testing"
	"time"
)

// TestReference checks that the verdicts in argv.txt are the reference's.
func TestReference(t *testing.T) {
	path, err := exec.LookPath("strace-reference")
	if err != nil {
		t.Skipf("strace-reference is not installed: %v", err)
	}
	cases := make(chan verdict)
	var workers sync.WaitGroup
	for range 2 {
		workers.Go(func() {
			for v := range cases {
				if status := exitStatus(t, path, v.argv); (status == 0) != v.ok || status > 1 {
					t.Errorf("argv.txt:%d: %q: the reference exits with %d, want ok=%v", v.line, v.argv, status, v.ok)
				}
			}
		})
	}
	for _, v := range verdicts(t) {
		cases <- v
	}
	close(cases)
	workers.Wait()
}

func exitStatus(t *testing.T, path string, argv []string) int {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	err := exec.CommandContext(ctx, path, argv...).Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	t.Errorf("running %s %q: %v", path, argv, err)
	return -1
}
