package tracetest

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"testing"
	"time"
)

// types returns the types of the objects in text, in order.
func types(t *testing.T, text []byte) []string {
	t.Helper()
	var all []string
	for line := range bytes.Lines(text) {
		var object struct{ Type string }
		if err := json.Unmarshal(line, &object); err != nil {
			t.Errorf("%q: %v", line, err)
		}
		all = append(all, object.Type)
	}
	return all
}

// TestJSONOnStderr: where the objects go, nothing else does; and a call that
// is in progress when its task is let go comes before the detaching.
func TestJSONOnStderr(t *testing.T) {
	var stderr bytes.Buffer
	cmd := strace(t, "--json", "-f", "sh", "-c", "(exit 3); kill -9 $$")
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	expectEnd(t, cmd, "signal: killed")
	all := types(t, stderr.Bytes())
	for _, typ := range []string{"attach", "exec", "syscall", "exit", "killed"} {
		if !slices.Contains(all, typ) {
			t.Errorf("there is no %s in %v", typ, all)
		}
	}

	stderr.Reset()
	sleep := exec.CommandContext(t.Context(), "sleep", "60")
	if err := sleep.Start(); err != nil {
		t.Fatal(err)
	}
	defer sleep.Wait()
	defer sleep.Process.Kill()
	cmd = strace(t, "--json", "-o", "trace", "-p", itoa(sleep.Process.Pid))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the tracing", func() bool { return tracerOf(sleep.Process.Pid) == itoa(cmd.Process.Pid) })
	eventually(t, "the attach object", func() bool { return bytes.Contains(readFile(t, cmd.Dir+"/trace"), []byte("attach")) })
	time.Sleep(100 * time.Millisecond) // until it is in its call again, or the test proves less
	cmd.Process.Signal(syscall.SIGINT)
	expectEnd(t, cmd, "signal: interrupt")
	all = types(t, readFile(t, cmd.Dir+"/trace"))
	if len(all) == 0 || all[len(all)-1] != "detach" {
		t.Errorf("the last object is not the detaching: %v", all)
	}
}

// readFile returns what is in a file; nothing if there is none yet.
func readFile(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return b
}
