package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"syscall"
)

// command returns the command line of strace with options.
func (r *rig) command(options []string, command ...string) []string {
	return slices.Concat([]string{r.strace}, options, command)
}

func killed(r *rig, rnd *rand.Rand) error {
	return kill(r, append(options(rnd), "-o", "@trace"), func(int) { sleep(rnd, 30000) })
}

func killedStopped(r *rig, rnd *rand.Rand) error {
	return kill(r, slices.Clone(unfiltered), func(pid int) {
		seen, wanted := 0, 1+rnd.IntN(20)
		for seen < wanted {
			b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
			if err != nil {
				return
			}
			_, rest, _ := strings.Cut(string(b), ") ")
			switch rest[:1] {
			case "t":
				seen++
			case "Z", "X":
				return
			}
		}
	})
}

// kill kills a traced process after wait.
func kill(r *rig, options []string, wait func(pid int)) error {
	j, err := r.start(r.command(options, r.victim, "work", "8", "100")...)
	if err != nil {
		return err
	}
	pid, err := child(j.pid())
	if err == nil {
		wait(pid)
		err = syscall.Kill(pid, syscall.SIGKILL)
	}
	if err != nil && !errors.Is(err, errGone) && err != syscall.ESRCH {
		j.abandon()
		return err
	}
	end, err := j.expect("signal: killed", "exit status 0")
	if err != nil {
		j.abandon()
		return err
	}
	text := j.traceText()
	switch {
	case end == "exit status 0":
		err = okay(j)
	case text == "" || strings.Contains(text, `"type"`) || strings.Contains(text, "% time"):
	case !strings.Contains(text, "+++ killed by SIGKILL"):
		err = fmt.Errorf("the trace does not tell of the end; its last lines are\n%s", text[max(0, len(text)-500):])
	}
	return errors.Join(err, j.clean())
}

// complete runs a command under strace to its end, which must be a good one.
func complete(r *rig, end string, argv []string, check func(j *job) error) error {
	j, err := r.start(argv...)
	if err != nil {
		return err
	}
	if _, err := j.expect(end); err != nil {
		j.abandon()
		return err
	}
	return errors.Join(check(j), j.clean())
}

func execs(r *rig, rnd *rand.Rand) error {
	opts := []string{"-f", "-o", "@trace"}
	if rnd.IntN(2) == 0 {
		opts = append(opts, "-e", "trace=execve")
	}
	return complete(r, "exit status 42", r.command(opts, r.victim, "exec", "5"), func(j *job) error {
		text := j.traceText()
		if n := strings.Count(text, "+++ superseded by execve in pid"); n != 5 {
			return fmt.Errorf("%d threads were superseded, want 5:\n%s", n, text)
		}
		if !strings.HasSuffix(text, "+++ exited with 42 +++\n") {
			return fmt.Errorf("the trace ends with %q", text[max(0, len(text)-200):])
		}
		return nil
	})
}

// treeSize is how many processes victim forks 3 4 makes with itself: of four
// children three have children, and one is from vfork.
const treeSize = 1 + 4 + 3*4 + 9*4

func forks(r *rig, rnd *rand.Rand) error {
	opts := []string{"-f", "-o", "@trace"}
	if rnd.IntN(2) == 0 {
		opts = append(opts, "-e", "trace=write,wait4")
	}
	return complete(r, "exit status 0", r.command(opts, r.victim, "forks", "3", "4"), func(j *job) error {
		text := j.traceText()
		if n := strings.Count(text, "+++ exited with"); n != treeSize {
			return fmt.Errorf("%d processes ended in the trace, want %d", n, treeSize)
		}
		return okay(j)
	})
}

func forksUnseen(r *rig, _ *rand.Rand) error {
	argv := r.command([]string{"--seccomp-bpf", "-e", "trace=read,write,getpid,wait4", "-o", "@trace"}, r.victim, "forks", "3", "4")
	return complete(r, "exit status 0", argv, func(j *job) error {
		text := j.traceText()
		if n := strings.Count(text, "+++ exited with"); n != 1 {
			return fmt.Errorf("%d processes ended in the trace, want 1", n)
		}
		if n := strings.Count(text, "WEXITSTATUS("); n != 4 {
			return fmt.Errorf("%d successful waits are in the trace, want 4:\n%s", n, text)
		}
		return okay(j)
	})
}

func stops(r *rig, rnd *rand.Rand) error {
	j, err := r.start(r.command(append(options(rnd), "-o", "@trace"), r.victim, "work", "8", "40")...)
	if err != nil {
		return err
	}
	if pid, err := child(j.pid()); err == nil {
		for range 10 {
			sleep(rnd, 1500)
			syscall.Kill(pid, syscall.SIGSTOP)
			sleep(rnd, 1500)
			syscall.Kill(pid, syscall.SIGCONT)
		}
	}
	if _, err := j.expect("exit status 0"); err != nil {
		j.abandon()
		return err
	}
	return errors.Join(okay(j), j.clean())
}
