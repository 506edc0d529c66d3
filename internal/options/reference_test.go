package options

import (
	"context"
	"errors"
	"os/exec"
	"regexp"
	"strings"
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
				status, said := tried(t, path, v.argv)
				if (status == 0) != v.ok || status > 1 {
					t.Errorf("argv.txt:%d: %q: the reference exits with %d, want ok=%v", v.line, v.argv, status, v.ok)
				}
				if _, err := Parse(v.argv, noEnv); !v.ok && err != nil {
					for _, c := range culprits(said) {
						if !strings.Contains(err.Error(), c) {
							t.Errorf("argv.txt:%d: %q: the reference says %q, which names %s; ours says %q", v.line, v.argv, said, c, err)
						}
					}
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

// quoted is what a message is about.
var quoted = regexp.MustCompile(`'([^']+)'`)

// culprits are the words that the reference's message blames.
func culprits(said string) []string {
	line, _, _ := strings.Cut(said, "\n")
	var words []string
	for _, m := range quoted.FindAllStringSubmatch(line, -1) {
		words = append(words, m[1])
	}
	return words
}

// tried returns the exit status of a command line, and what it says.
func tried(t *testing.T, path string, argv []string) (status int, said string) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	var stderr strings.Builder
	cmd := exec.CommandContext(ctx, path, argv...)
	cmd.Stderr = &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0, stderr.String()
	case errors.As(err, &exit):
		return exit.ExitCode(), stderr.String()
	}
	t.Errorf("running %s %q: %v", path, argv, err)
	return -1, ""
}
