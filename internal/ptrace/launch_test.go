package ptrace

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/trace"
)

func TestLaunch(t *testing.T) {
	lock(t)
	all := run(t, command("/bin/true"))
	check(t, all)
	want := []trace.Kind{trace.Attached, trace.SyscallEnter, trace.Exec, trace.SyscallExit}
	for i, k := range want {
		if all[i].Kind != k {
			t.Fatalf("event %d is of kind %d, want %d", i, all[i].Kind, k)
		}
	}
	if all[0].origin != trace.Launched || all[1].Nr != sysExecve || all[3].Ret != 0 || all[3].Failed {
		t.Errorf("the command starts by %+v", all[:4])
	}
	n := len(all)
	last := []trace.Kind{trace.SyscallEnter, trace.Exiting, trace.Exited}
	for i, k := range last {
		if all[n-3+i].Kind != k {
			t.Errorf("event %d from the end is of kind %d, want %d", 3-i, all[n-3+i].Kind, k)
		}
	}
	if all[n-1].Status != 0 || !all[n-1].inSyscall {
		t.Errorf("the command ends by %+v", all[n-1])
	}
}

// A command that cannot be executed says so itself; of that nothing is traced.
func TestLaunchFails(t *testing.T) {
	lock(t)
	text := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(text, []byte("x"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path   string
		errno  syscall.Errno
		reason string
	}{
		{"/nonexistent", syscall.ENOENT, "No such file or directory"},
		{"/etc", syscall.EACCES, "Permission denied"},
		{text, syscall.ENOEXEC, "Exec format error"},
	} {
		all := run(t, command(c.path))
		if got, want := kinds(all), []trace.Kind{trace.Attached, trace.Exited}; !reflect.DeepEqual(got, want) || len(all) != 4 {
			t.Fatalf("%s: events %v of %d, want %v of 4", c.path, got, len(all), want)
		}
		if m := all[2]; m.Kind != trace.SyscallExit || !m.Failed || m.Ret != -int64(c.errno) {
			t.Errorf("%s: execve returns %d", c.path, m.Ret)
		}
		if all[3].Status != 1 {
			t.Errorf("%s: exit status %d", c.path, all[3].Status)
		}
		cmd := tracer(t, "trace", c.path)
		out, _ := cmd.CombinedOutput()
		if want := "strace: exec: " + c.reason + "\n"; string(out) != want || cmd.ProcessState.ExitCode() != 1 {
			t.Errorf("%s: says %q and exits with %d, want %q and 1", c.path, out, cmd.ProcessState.ExitCode(), want)
		}
	}
}

// tracer is this test binary as a tracer of a command.
func tracer(t *testing.T, mode string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asTracer+"="+mode)
	return cmd
}

// exact skips the test where what was inherited cannot be told, as under the race detector.
func exact(t *testing.T) {
	t.Helper()
	if !inherit.Get().Exact {
		t.Skip("this build cannot tell all that it inherited: see package inherit")
	}
}

// What a traced command inherits is what it would inherit untraced.
func TestInherited(t *testing.T) {
	lock(t)
	exact(t)
	prog := build(t, "inherited")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	reference, _ := exec.LookPath("strace-reference")
	for _, c := range []struct{ name, before, after string }{
		{"plain", "", ""},
		{"no stdin", "", "<&-"},
		{"no descriptors", "", "<&- >&- 2>&-"},
		{"null stdin", "", "<>/dev/null"},
		{"ignored", `trap "" TERM PIPE USR1 HUP INT QUIT CHLD URG TSTP TTOU;`, "<&-"},
		{"limits", "ulimit -S -n 77; ulimit -S -c 0; umask 027; cd /;", ""},
		{"hard limit", "ulimit -n 64;", ">&-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			script := func(exe string) string {
				cmd := exec.Command("/bin/sh", "-c", c.before+" exec "+exe+` "$0" "$1" `+c.after, prog, out)
				cmd.Env = append(os.Environ(), asTracer+"=trace")
				if exe == "" {
					cmd.Env = os.Environ()
				}
				if err := cmd.Run(); err != nil {
					t.Fatalf("%s: %v", cmd, err)
				}
				b, err := os.ReadFile(out)
				if err != nil {
					t.Fatal(err)
				}
				return string(b)
			}
			want := script("")
			if got := script(self); got != want {
				t.Errorf("traced, it inherits\n%s\nuntraced\n%s", got, want)
			}
			if reference != "" {
				if got := script(reference + " -o /dev/null"); got != want {
					t.Logf("the reference itself differs:\n%s\nuntraced\n%s", got, want)
				}
			}
		})
	}
}

// The blocked signals reach the command, too: also the one that the engine uses.
func TestInheritedMask(t *testing.T) {
	lock(t)
	exact(t)
	prog := build(t, "inherited")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3, to block signals")
	}
	const block = `import os, signal, sys
signal.pthread_sigmask(signal.SIG_SETMASK, {signal.SIGURG, signal.SIGSEGV, signal.SIGTERM, 40})
os.execv(sys.argv[1], sys.argv[1:])`
	var got [2]string
	for i := range got {
		out := filepath.Join(t.TempDir(), "out")
		cmd := exec.Command(python, "-c", block, prog, out)
		if i == 1 {
			cmd = tracer(t, "trace", python, "-c", block, prog, out)
			// The tracer itself must start with the mask, so python starts the tracer.
			cmd = exec.Command(python, "-c", block, cmd.Path, prog, out)
			cmd.Env = append(os.Environ(), asTracer+"=trace")
		}
		if b, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, b)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		got[i] = string(b)
	}
	if got[0] != got[1] || !strings.Contains(got[0], "SigBlk:\t0000008000404400") {
		t.Errorf("traced, it inherits\n%s\nuntraced\n%s", got[1], got[0])
	}
}

// Entries of the environment with one name, or with none, all arrive.
func TestEnvironment(t *testing.T) {
	lock(t)
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	env := []string{"A=1", "A=2", "nothing", "=x", "A=1"}
	p, err := os.StartProcess(self, []string{self, "/usr/bin/env"}, &os.ProcAttr{
		Env:   append([]string{asTracer + "=trace"}, env...),
		Files: []*os.File{nil, out, os.Stderr},
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Wait(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Join(env, "\n") + "\n"; string(b) != want {
		t.Errorf("the environment arrives as %q, want %q", b, want)
	}
}

// A launched command goes on when its tracer is killed.
func TestTracerKilled(t *testing.T) {
	lock(t)
	prog := build(t, "sleeper")
	for i := range 10 {
		out := filepath.Join(t.TempDir(), "out")
		cmd := tracer(t, "trace", "/bin/sh", "-c", prog+"; echo $? >"+out)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(20+i) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
	}
	// The last of the commands, at least, was under way.
	end := time.Now().Add(5 * time.Second)
	for len(processes(prog)) > 0 && time.Now().Before(end) {
		for _, pid := range processes(prog) {
			if s := state(pid); strings.ContainsAny(s, "tT") {
				t.Fatalf("process %d is left stopped: state %s", pid, s)
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	if p := processes(prog); len(p) > 0 {
		t.Errorf("processes %v have not ended", p)
	}
}

// processes returns those that run exe.
func processes(exe string) []int {
	names, _ := filepath.Glob("/proc/[0-9]*/exe")
	var pids []int
	for _, name := range names {
		if to, err := os.Readlink(name); err == nil && to == exe {
			pid, _ := strconv.Atoi(strings.Split(name, "/")[2])
			pids = append(pids, pid)
		}
	}
	return pids
}

// A command can be run as someone else, by root.
func TestUser(t *testing.T) {
	lock(t)
	if os.Geteuid() != 0 {
		t.Skip("needs root")
	}
	out := filepath.Join(t.TempDir(), "out")
	target := command("/bin/sh", "-c", `exec >"$0"; exec "$@"`, out, "/usr/bin/id")
	dir := filepath.Dir(out)
	if err := errors.Join(os.Chmod(filepath.Dir(dir), 0o755), os.Chmod(dir, 0o777)); err != nil {
		t.Fatal(err)
	}
	target.User = &trace.User{UID: 12345, GID: 23456, Groups: []int{34567, 23456}}
	all := run(t, target)
	check(t, all)
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if want := "uid=12345 gid=23456 groups=23456,34567\n"; string(b) != want {
		t.Errorf("it runs as %q, want %q", b, want)
	}
}

// With KillOnExit, the command ends with its tracer.
func TestKillOnExit(t *testing.T) {
	lock(t)
	prog := build(t, "spin")
	cmd := tracer(t, "kill", prog)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(5 * time.Second); len(processes(prog)) == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the command was not started")
		}
	}
	cmd.Process.Kill()
	cmd.Wait()
	for end := time.Now().Add(5 * time.Second); len(processes(prog)) != 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("processes %v are left", processes(prog))
		}
	}
}
