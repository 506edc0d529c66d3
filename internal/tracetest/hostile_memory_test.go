package tracetest

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// hostileProgram builds testdata/hostile/name.c.
func hostileProgram(t *testing.T, name string) string {
	t.Helper()
	root, err := ModuleRoot()
	if err != nil {
		t.Fatal(err)
	}
	p, err := ReadProgram(filepath.Join(root, "internal/tracetest/testdata/hostile", name+".c"))
	if err != nil {
		t.Fatal(err)
	}
	binary, err := p.Build(false)
	if errors.Is(err, ErrNoCompiler) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return binary
}

// startUp are the calls that the programs need before they begin; injections let the first few of each pass.
const startUp = "execve,brk,arch_prctl,set_tid_address,set_robust_list,rseq,prlimit64,readlink,getrandom,mprotect,mmap"

// TestHostileMemory: arguments whose memory changes or vanishes while it is
// read, points to itself or claims to be 2 GiB long cost bounded time and memory.
// None of the calls is made: what is injected stands for a result of any kind.
func TestHostileMemory(t *testing.T) {
	const most = 400 << 20 // bytes
	stuck := 60 * deadline // passes only if something is stuck
	run := func(t *testing.T, args ...string) {
		var stderr bytes.Buffer
		cmd := strace(t, args...)
		cmd.Stderr = &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(stuck, func() { cmd.Process.Kill() })
		defer timer.Stop()
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v: %v\n%s", args, err, stderr.Bytes())
		}
		if strings.Contains(stderr.String(), "internal error") {
			t.Errorf("%v: %s", args, stderr.Bytes())
		}
		if size := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss * 1024; size > most {
			t.Errorf("%v: strace grew to %d MB", args, size>>20)
		}
	}
	cyclic, racing := hostileProgram(t, "cyclic"), hostileProgram(t, "racing")
	for _, result := range []string{"error=EPERM", "retval=100"} {
		for _, options := range []string{"-v", "--json -v"} {
			t.Run("cyclic "+options+" "+result, func(t *testing.T) {
				t.Parallel()
				run(t, append(words(options), "-o", "/dev/null", "-e", "inject=!"+startUp+",exit_group:"+result,
					"-e", "inject="+startUp+":"+result+":when=6+", cyclic)...)
			})
		}
		t.Run("racing "+result, func(t *testing.T) {
			t.Parallel()
			const needed = ",exit_group,clone,clone3,gettid,getpid,rt_sigprocmask,mprotect"
			run(t, "-f", "-v", "-y", "-o", "/dev/null", "-e", "inject=!"+startUp+needed+":"+result, racing)
		})
	}
}
