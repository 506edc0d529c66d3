package tracetest

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// filtered are commands of whose calls some count. @NAME is the program
// testdata/seccomp/NAME.c.
var filtered = []struct {
	command string
	options []string
	m32     bool
	file    bool // not to stderr: the command writes there, too, or one process is attached while others end, in any order
	races   string
}{
	{command: "true", options: []string{"-e trace=execve", "-e trace=none", "-e trace=!execve", "-e trace=exit_group", "-c -e trace=%file", "-e trace=openat -T -tt -i"}},
	{command: "/nonexistent", options: []string{"-e trace=execve", "-e trace=openat", "-f -e trace=write,exit_group"}},
	{command: "sh -c cd${IFS}/;(exit${IFS}3);/bin/true", options: []string{"-e trace=chdir,execve", "-f -e trace=chdir,execve,wait4", "-ff -e trace=execve", "-f -C -e trace=chdir,execve"}, races: children},
	{command: "@children", options: []string{"-e trace=getppid,getuid", "-f -e trace=getppid,getuid,execve", "-f -e trace=getppid -qq", "-ff -e trace=/get.*id", "-c -e trace=getuid"}, races: children, file: true},
	{command: "@children", options: []string{
		"-f -e trace=getppid,getuid -e inject=getppid:retval=7:when=2+2", "-f -e trace=getuid,getppid -e fault=getuid:error=EIO",
		"-e trace=getppid,getuid -e inject=getppid:syscall=getuid:retval=5", "-e trace=getuid -e inject=all:delay_enter=1ms:delay_exit=1ms",
	}, races: children, file: true},
	{command: "cat /etc/hostname", options: []string{"-e trace=openat,read -e inject=openat:poke_enter=@arg2=2f00:when=3", "-e trace=read -e inject=read:poke_exit=@arg2=4142"}, file: true},
	{command: "@sandbox", options: []string{"-e trace=getppid,getuid", "-f -e trace=getppid,getuid,getgid", "-e trace=getgid", "-f -Z -e trace=/^get", "-e trace=seccomp"}, races: children, file: true},
	{command: "@sandbox prctl", options: []string{"-f -e trace=getppid,getuid,getgid", "-e trace=prctl"}, races: children, file: true},
	{command: "@modes", options: []string{"-e trace=getppid", "-f -e trace=getppid", "-f -e trace=getppid -qq", "-f -e trace=getppid@32", "-e trace=none"}, races: children, file: true},
	{command: "@signals", options: []string{"-e trace=getppid -e signal=!CHLD", "-f -e trace=getppid,nanosleep,restart_syscall -e signal=!CHLD", "-e trace=read,poll -e signal=!CHLD", "-f -e trace=rt_sigreturn,read,kill -e signal=!CHLD", "-e trace=none -e signal=!CHLD", "-e trace=read -e signal=none"}, races: children, file: true},
	{command: "@i386", m32: true, options: []string{"-e trace=getppid", "-e trace=getppid -q", "-e trace=execve", "-f -e trace=none"}},
	{command: "@threadexec /bin/true", options: []string{"-f -e trace=execve", "-f -e trace=pause", "-f -qqq -e trace=execve", "-e trace=execve", "-e trace=pause", "-e trace=execveat,brk"}, file: true, races: "when the leader's call ends"},
}

// TestSeccomp: whether the kernel stops for calls that count only is not to be
// seen in the trace, nor by the command.
func TestSeccomp(t *testing.T) {
	d := sharedDiffer(t)
	for _, p := range filtered {
		argv := words(p.command)
		for i := range argv {
			argv[i] = strings.ReplaceAll(argv[i], "${IFS}", " ")
		}
		setup := func(string) error { return nil }
		if name, ok := strings.CutPrefix(argv[0], "@"); ok {
			root, err := ModuleRoot()
			if err != nil {
				t.Fatal(err)
			}
			program, err := ReadProgram(filepath.Join(root, "internal/tracetest/testdata/seccomp", name+".c"))
			if err != nil {
				t.Fatal(err)
			}
			binary, err := program.Build(p.m32)
			if errors.Is(err, ErrNoCompiler) {
				t.Skip(err)
			}
			if err != nil {
				t.Fatal(err)
			}
			argv[0] = "./" + name
			setup = func(dir string) error { return os.Symlink(binary, filepath.Join(dir, name)) }
		}
		for _, options := range p.options {
			for _, toFile := range []bool{true, false} {
				if !toFile && p.file {
					continue
				}
				for _, when := range []string{"always", "never"} {
					name := p.command + "/" + options + " " + when
					if !toFile {
						name += " stderr"
					}
					t.Run(name, func(t *testing.T) {
						t.Parallel()
						expectSame(t, d, &Case{
							Options: words(options), Own: []string{"--seccomp-bpf=" + when},
							Command: slices.Clone(argv), Setup: setup, Races: p.races, NoOutputFile: !toFile,
						})
					})
				}
			}
		}
	}
}

// TestSeccompLetGo: however the tracing ends, what is filtered goes on with
// calls that work, and ours ends when it no longer needs a tracer.
func TestSeccompLetGo(t *testing.T) {
	for _, test := range []struct {
		name, options, script string
		end                   string
	}{
		{"output full", "-o /dev/full -e trace=openat", `cat input; cat input; exit 3`, "exit status 3"},
		{"output full, -f", "-f -o /dev/full -e trace=openat", `cat input; (cat input); exit 3`, "exit status 3"},
		{"a child outlives the command", "-o trace -e trace=openat", `(sleep 0.3; cat input; cat input) & exit 3`, "exit status 3"},
		{"a signal that the command survives", "-e trace=openat -qq -o trace -I2", `trap 'cat input' TERM; kill -TERM $PPID; sleep 0.2; cat input; exit 3`, "signal: terminated"},
		{"another signal", "-f -e trace=openat -qq", `kill -USR1 $PPID; sleep 0.2; cat input; cat input; exit 3`, "signal: user defined signal 1"},
		{"a signal while staying", "-o trace -e trace=openat -I2", `(sleep 0.3; kill -TERM $PPID; cat input; cat input) & exit 3`, "exit status 3"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if os.Getuid() != 0 && !strings.Contains(test.options, "-f") {
				t.Skip("needs root")
			}
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "input"), []byte("a line\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			cmd := strace(t, append(words(test.options), "sh", "-c", "exec >output; "+test.script)...)
			cmd.Dir = dir
			err := cmd.Run()
			if cmd.ProcessState == nil {
				t.Fatal(err)
			}
			if got := cmd.ProcessState.String(); got != test.end {
				t.Errorf("strace: %s, want %s", got, test.end)
			}
			if out, _ := os.ReadFile(filepath.Join(dir, "output")); string(out) != "a line\na line\n" {
				t.Errorf("the command wrote %q", out)
			}
		})
	}
}

// TestSeccompReasons: -d says whether the kernel does the selecting, and if not, why.
func TestSeccompReasons(t *testing.T) {
	for _, test := range []struct {
		options, command string
		user             bool // not root
		want             string
	}{
		{"-d -e trace=openat", "true", false, "seccomp-bpf: in use, "},
		{"-d", "true", false, "seccomp-bpf: not in use: every call counts\n"},
		{"-d -e trace=openat --seccomp-bpf=never", "true", false, ""},
		{"--seccomp-bpf -e trace=openat -n", "true", false, "--seccomp-bpf has no effect: -n shows"},
		{"--seccomp-bpf -e trace=openat -e inject=openat:signal=WINCH", "true", false, "has no effect: an injected signal"},
		{"-d -I1 -e trace=openat", "true", false, "with -I anywhere"},
		{"-d -e trace=openat", "true", true, "it takes root: children, "},
		{"-d -f -e trace=openat", "true", true, "in use, "},
		{"-d --seccomp-bpf -e trace=openat", "true", true, "in use, "},
		{"-d -f -e trace=openat", "su -c true", true, "could not gain its privileges"},
	} {
		t.Run(test.options+" "+test.command, func(t *testing.T) {
			argv := append(words(test.options+" -o /dev/null"), words(test.command)...)
			cmd := strace(t, argv...)
			if os.Getuid() != 0 {
				t.Skip("needs root")
			}
			if test.user {
				cmd.Dir = "/"
				cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
				if err := os.Chmod(filepath.Dir(cmd.Path), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			var stderr strings.Builder
			cmd.Stderr = &stderr
			_ = cmd.Run() // some of them fail
			if got := stderr.String(); test.want == "" && got != "" || !strings.Contains(got, test.want) {
				t.Errorf("it says %q, want %q", got, test.want)
			}
		})
	}
}
