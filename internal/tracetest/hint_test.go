package tracetest

import (
	"bytes"
	"strings"
	"testing"
)

// A filter that nothing matched, while a call was made that does the same,
// says so at the end, on stderr. Whoever wants quiet isn't told.
func TestHint(t *testing.T) {
	for _, c := range []struct {
		options string
		hint    bool
	}{
		{"-e trace=open", true},
		{"-e trace=open -o trace", true},
		{"-e trace=open -f -c --seccomp-bpf=never", true},
		{"-q -e trace=open", false},
		{"-e trace=open,openat", false},
		{"-e trace=%ipc", false},
		{"-e trace=getuid", false},
		{"--tips=2 -q -e trace=none", false},
	} {
		var stderr bytes.Buffer
		cmd := strace(t, append(strings.Fields(c.options), "cat", "/dev/null")...)
		cmd.Stderr = &stderr
		if err := cmd.Run(); err != nil {
			t.Errorf("%s: %v", c.options, err)
		}
		if got := strings.Contains(stderr.String(), "no call matched `open`; "); got != c.hint {
			t.Errorf("%s: %q", c.options, stderr.String())
		}
		if got := strings.Contains(stderr.String(), "Tip 2: "); got != strings.Contains(c.options, "--tips") {
			t.Errorf("%s: %q", c.options, stderr.String())
		}
	}
}
