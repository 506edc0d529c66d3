package tracetest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// scene runs a shell script under each tracer and compares what they leave in
// the file "out" of the working directory, and on the standard output. $STRACE
// is the tracer. What a script waits for must be certain to come.
type scene struct {
	name, script string
	// same changes what must be equal before it is compared; nil: nothing but process ids.
	same func(string) string
	want string // part of the result, so that two empty ones don't pass
	// exact says that there are no process ids in the result, but other numbers that look like it.
	exact bool
	alone string // why this isn't compared with the reference
}

var blanks = regexp.MustCompile(` +`)

// ids are the process ids in a trace.
var ids = regexp.MustCompile(`\b\d{3,7}\b`)

// stage plays a scene under one tracer.
func stage(t *testing.T, tracer Tracer, s scene) string {
	t.Helper()
	dir := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), 6*deadline)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", s.script)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "STRACE="+tracer.Path, "LC_ALL=C", "PATH=/usr/bin:/bin")
	cmd.WaitDelay = deadline
	stdout, err := cmd.Output()
	if err != nil && cmd.ProcessState == nil {
		t.Fatalf("%s: %v", tracer.Name, err)
	}
	if ctx.Err() != nil {
		t.Errorf("%s: the script did not end in %v", tracer.Name, 6*deadline)
	}
	trace, _ := os.ReadFile(filepath.Join(dir, "out")) // not every script leaves one
	text := "stdout:\n" + string(stdout) + "status: " + itoa(cmd.ProcessState.ExitCode()) + "\ntrace:\n" + string(trace)
	if s.same != nil {
		text = s.same(text)
	}
	if s.exact {
		return text
	}
	// How wide an id is moves what follows.
	return blanks.ReplaceAllString(ids.ReplaceAllString(text, "N"), " ")
}

// play plays scenes under both tracers, or under ours alone where there is no reference.
func play(t *testing.T, scenes []scene) {
	mine, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := Reference()
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			got := stage(t, mine, s)
			if !strings.Contains(got, s.want) {
				t.Errorf("there is no %q in\n%s", s.want, got)
			}
			if err != nil || s.alone != "" {
				t.Logf("not compared: %v%s", err, s.alone)
				return
			}
			if want := stage(t, theirs, s); got != want {
				t.Errorf("ours:\n%s\nthe reference:\n%s", got, want)
			}
		})
	}
}

// finished waits until the trace in out ends with the end of a process.
const finished = "\nfor i in $(seq 500); do tail -n1 out | grep -q '^[^ ]* *+++' && break; sleep 0.01; done\n"

// TestDaemonize: the command is the caller's own child, and whoever waits for
// it gets its status; the tracer is nobody's child, in its own group or session.
func TestDaemonize(t *testing.T) {
	// What the command sees of itself and its tracer.
	const look = `'t=$(sed -n "s/TracerPid:.//p" /proc/$$/status)
		set -- $(sed "s/.*) . //" /proc/$t/stat); echo child of init: $(($1 == 1)); tg=$2 ts=$3
		set -- $(sed "s/.*) . //" /proc/$$/stat); echo parent $(($1 == $PARENT)) same group $(($2 == tg)) same session $(($3 == ts))
		echo tracer leads group $(($t == tg)) session $(($t == ts)); exit 5'`
	var scenes []scene
	for _, option := range []string{"-D", "-DD", "-DDD", "--daemonize", "--daemonize=pgroup", "--daemonize=session"} {
		scenes = append(scenes, scene{name: option, want: "exited with 5",
			script: `PARENT=$$; export PARENT; $STRACE ` + option + ` -o out -e trace=exit_group sh -c ` + look + `; echo $?` + finished})
	}
	play(t, append(scenes, []scene{
		{name: "no such program", script: `$STRACE -D -o out ./nowhere 2>err; echo $?; cat err`, want: "nowhere"},
		{name: "not executable", script: `>f; $STRACE -D -e trace=execve -o out ./f 2>err; echo $?; cat err` + finished, want: "Permission denied",
			same: blankPointers},
		{name: "output cannot be opened", script: `$STRACE -D -o ./no/where echo ran 2>err; echo $?; cat err`, want: "Can't fopen"},
		{name: "message", script: `$STRACE -D -e trace=none -e signal=none true 2>out; echo $?` + finished, want: "attached"},
		{name: "killed", script: `$STRACE -D -o out -e trace=none sh -c 'kill -TERM $$'; echo $?` + finished, want: "killed by SIGTERM"},
		{name: "signals are not for the tracer", want: "exited with 3", script: `$STRACE -D -o out -e trace=none -e signal=none sh -c '
			t=$(sed -n "s/TracerPid:.//p" /proc/$$/status); for s in HUP INT QUIT PIPE TERM TSTP; do kill -$s $t; done; exit 3'; echo $?` + finished},
		{name: "redirections", want: "in=data", script: `echo data | $STRACE -D -o out -e trace=none sh -c 'read x; echo in=$x; echo err >&2' 2>&1; echo $?` + finished},
	}...))
}

// blankPointers hides addresses, whose width differs, too.
func blankPointers(s string) string { return pointers.ReplaceAllString(s, "0xN") }

var pointers = regexp.MustCompile(`0x[0-9a-f]{6,}`)

// TestLetGo: a task is let go when it executes a program, or everything after
// a number of calls; what was let go runs on untraced.
func TestLetGo(t *testing.T) {
	const status = ` grep TracerPid: /proc/self/status`
	untraced := func(s string) string { return blankPointers(s) }
	play(t, []scene{
		{name: "-b, children", want: "<detached ...>", same: untraced,
			script: `$STRACE -f -b execve -o out -e trace=execve,exit_group sh -c '` + status + `; exit 3' 2>/dev/null; echo $?`},
		{name: "-b, itself", want: "TracerPid:\t0", same: untraced,
			script: `$STRACE -b execve -o out -e trace=execve,exit_group sh -c 'exec` + status + `' >a 2>/dev/null; s=$?; until test -s a; do sleep 0.01; done; cat a; echo $s`},
		{name: "-b, without -f", want: "exited with 0", same: untraced,
			script: `$STRACE -b execve -o out -e trace=execve,exit_group sh -c '` + status + ` >/dev/null; true' 2>/dev/null; echo $?`},
		{name: "-b, messages", want: "detached", same: untraced,
			script: `$STRACE -b execve -e trace=none sh -c 'exec sleep 0.1' 2>out; echo $?`},
		{name: "-b, a failure is none", want: "exited with", same: untraced,
			script: `$STRACE -b execve -o out -e trace=execve sh -c 'exec ./nowhere' 2>/dev/null; echo $?`},
		{name: "--syscall-limit", want: "TracerPid:\t0", same: untraced,
			script: `$STRACE --syscall-limit=3 -o out -e trace=read,execve` + status + ` >a 2>/dev/null; s=$?; until test -s a; do sleep 0.01; done; cat a; echo $s`},
		{name: "--syscall-limit, messages", want: "limit has been reached", same: untraced,
			script: `$STRACE --syscall-limit=1 -e trace=execve sleep 0.1 2>out; echo $?`},
		{name: "--syscall-limit, not reached", want: "exited with 3", same: untraced,
			script: `$STRACE --syscall-limit=1000 -o out -e trace=execve sh -c 'exit 3'; echo $?`},
		{name: "--syscall-limit, failed calls only", want: "ENOENT", same: untraced,
			script: `$STRACE --syscall-limit=1 -Z -o out -e trace=access,chdir,execve sh -c 'cd /nowhere; cd /; exit 3' 2>/dev/null; echo $?`},
		{name: "--syscall-limit, summary", want: "total", same: func(s string) string {
			return regexp.MustCompile(`\d+\.\d+|  \d+ `).ReplaceAllString(s, "x")
		}, script: `$STRACE --syscall-limit=2 -c -S name -U calls,name -o out -e trace=execve,close true 2>/dev/null; echo $?`},
	})
}
