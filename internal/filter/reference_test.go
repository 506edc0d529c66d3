package filter

import (
	"context"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestReference asks the reference which expressions it takes and which calls
// of a small program it traces with them.
func TestReference(t *testing.T) {
	path, err := exec.LookPath("strace-reference")
	if err != nil {
		t.Skipf("strace-reference is not installed: %v", err)
	}
	ps := personalities(t)
	all, ok := traced(t, path, "all")
	if !ok || len(all) < 5 {
		t.Fatalf("the reference traced %q of true", all)
	}
	exprs := make(chan string)
	var workers sync.WaitGroup
	for range 2 {
		workers.Go(func() {
			for e := range exprs {
				set, err := CompileCalls([]string{e}, ps)
				names, ok := traced(t, path, e)
				if ok != (err == nil) {
					t.Errorf("%q: the reference accepts: %v, ours: %v", e, ok, err)
				}
				if err != nil || !ok {
					continue
				}
				var want []string
				for _, name := range all {
					if set.Has(ps[0].ABI, number(t, ps[0], name)) {
						want = append(want, name)
					}
				}
				if !slices.Equal(names, want) {
					t.Errorf("%q: the reference traces %q, ours %q", e, names, want)
				}
			}
		})
	}
	for _, e := range []string{
		"close", "!close", "!!close", "?!close", "?foo", "foo", "", ",", "!", ",close", "close,",
		"none", "!none", "!all", "none,open", "all,open", "all,foo", "all@64", "all@32", "!all@32", "none@64",
		"close@64", "close@32", "!close@32", "close@99", "?foo@99", "close@", "@64", "close@32@64",
		"close@x32", "!close@x32", "uselib@x32", "foo@x32", "?foo@x32", "stat64@x32", "%net@x32", "/map@x32", "/zzz@x32", "400@x32", "3@x32", "all@x32", "close@X32",
		"/^m", "/map|close", "/^(m|p)", "/[", "/(m", "/zzz", "?/zzz", "/", "/map@32", "/map@64", "/map@foo",
		"/*m", "/+m", "/m)", "/()", "/a||b", "/m{1", "/m{1}", "/{1}m", "/^*m", `/\bm`, `/\<m`, `/\d`, `/m.\`, "/a**",
		"/MMAP", "/[z-a]", "/(?:m)map", "/[[:alpha:]]map", "/[[:foo:]]map", "/m+?", "/[]m]", `/[\m]`,
		"0", "1", "017", "3,9", "1000", "-1", "+1", " 1", "0x1", "400", "400@64", "999@64", "4294967296", "4294967299",
		"%", "%foo", "?%foo", "creds", "net", "clock", "pure", "CLOSE", "close open", "open,!close", "waitpid", "waitpid@64",
		"%file", "%process", "%net", "%network", "%signal", "%ipc", "%desc", "%memory", "%creds", "%stat", "%lstat", "%fstat",
		"%%stat", "%statfs", "%fstatfs", "%%statfs", "%clock", "%pure", "file", "process", "network", "signal", "ipc", "desc",
		"memory", "stat", "!%file", "!memory", "file@32", "?file", "!%desc,%memory",
		"syscall_0x1", "restart_syscall", "mmap,mprotect,close", "!mmap,mprotect,close",
	} {
		exprs <- e
	}
	close(exprs)
	workers.Wait()
}

var callName = regexp.MustCompile(`^(\w+)\(`)

// traced returns the names of the calls that the reference shows of true; ok
// is false if it does not accept the expression.
func traced(t *testing.T, path, expr string) (names []string, ok bool) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, "-e", "trace="+expr, "true")
	var out strings.Builder
	cmd.Stderr = &out
	if err := cmd.Run(); err != nil {
		if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != 1 {
			t.Errorf("running %s: %v", cmd, err)
		}
		return nil, false
	}
	for line := range strings.SplitSeq(out.String(), "\n") {
		if m := callName.FindStringSubmatch(line); m != nil {
			names = append(names, m[1])
		}
	}
	return names, true
}
