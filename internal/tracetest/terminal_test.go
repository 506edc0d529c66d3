package tracetest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

// TestTerminal compares what appears on a terminal, byte for byte, where
// colours are on and where the environment says that they are not.
func TestTerminal(t *testing.T) {
	d := sharedDiffer(t)
	for _, test := range []struct {
		env, args string
		colored   bool
	}{
		{"TERM=xterm", "-e trace=access,execve cat /nonexistent", true},
		{"TERM=linux", "-o /dev/tty -e trace=none true", true},
		{"TERM=xterm", "-o |cat -e trace=none true", false},
		{"TERM=xterm", "-c -e trace=none true", false},
		{"TERM=dumb", "-e trace=none true", false},
		{"TERM=xterm NO_COLOR=", "-e trace=none true", false},
		{"TERM=xterm NO_COLOR=1", "--color=always -e trace=none true", true},
		{"TERM=xterm", "--color=never -e trace=none true", false},
		{"TERM=xterm STRACE_COLORS=syscall=1;4", "-e trace=access cat /nonexistent", true},
	} {
		t.Run(test.env+" "+test.args, func(t *testing.T) {
			args := strings.Fields(test.args)
			theirs := onTerminal(t, d.Reference, test.env, args)
			ours := onTerminal(t, d.Ours, test.env, args)
			if theirs != ours {
				t.Errorf("the reference shows\n%q\nours shows\n%q", theirs, ours)
			}
			if strings.Contains(ours, "\x1b[") != test.colored {
				t.Errorf("colours: %v, want %v:\n%q", !test.colored, test.colored, ours)
			}
		})
	}
}

// onTerminal returns what appears on a terminal of its own on which a tracer
// runs, addresses and sizes of the environment left out.
func onTerminal(t *testing.T, by Tracer, env string, args []string) string {
	t.Helper()
	master, slave := openTerminal(t)
	defer master.Close()
	cmd := exec.CommandContext(t.Context(), by.Path, args...)
	cmd.Dir = t.TempDir()
	cmd.Env = append(strings.Fields(env), "LC_ALL=C", "PATH=/usr/bin:/bin")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	var shown []byte
	buf := make([]byte, 4096)
	for {
		n, err := syscall.Read(int(master.Fd()), buf)
		if errors.Is(err, syscall.EINTR) {
			continue
		}
		if n <= 0 {
			break // EIO: nobody has the terminal open any more
		}
		shown = append(shown, buf[:n]...)
	}
	cmd.Wait() // its error is its status
	return strings.ReplaceAll(numbers.ReplaceAllString(strings.ReplaceAll(string(shown), "\x1b[", "<"), "#"), "<", "\x1b[")
}

// openTerminal returns both ends of a new pseudo-terminal.
func openTerminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	var n, unlock uint32
	for _, r := range []struct {
		request uintptr
		arg     *uint32
	}{{syscall.TIOCSPTLCK, &unlock}, {syscall.TIOCGPTN, &n}} {
		if _, _, e := syscall.Syscall(syscall.SYS_IOCTL, master.Fd(), r.request, uintptr(unsafe.Pointer(r.arg))); e != 0 {
			t.Fatal(e)
		}
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	return master, slave
}
