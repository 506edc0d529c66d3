package tracetest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A console is a terminal with a shell that has job control.
type console struct {
	t     *testing.T
	dir   string
	keys  *os.File
	mu    sync.Mutex
	shown bytes.Buffer
}

// newConsole starts bash on a terminal of its own.
func newConsole(t *testing.T, tracer string) *console {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip(err)
	}
	master, slave := openTerminal(t)
	c := &console{t: t, dir: t.TempDir(), keys: master}
	cmd := exec.CommandContext(t.Context(), bash, "--norc", "--noprofile", "-i")
	cmd.Dir = c.dir
	cmd.Env = []string{"LC_ALL=C", "PATH=/usr/bin:/bin", "PS1=$ ", "TERM=dumb", "HISTFILE=", "STRACE=" + tracer}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := syscall.Read(int(master.Fd()), buf)
			if err == syscall.EINTR {
				continue
			}
			if n <= 0 {
				return
			}
			c.mu.Lock()
			c.shown.Write(buf[:n])
			c.mu.Unlock()
		}
	}()
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
		master.Close()
		if t.Failed() {
			t.Logf("on the terminal:\n%s", c.text())
		}
	})
	return c
}

func (c *console) text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.shown.String()
}

// press types keys.
func (c *console) press(keys string) {
	c.t.Helper()
	if _, err := c.keys.WriteString(keys); err != nil {
		c.t.Fatal(err)
	}
}

// says waits until the file answer, which the shell is told to write, holds text.
func (c *console) says(command, text string) {
	c.t.Helper()
	name := filepath.Join(c.dir, "answer")
	c.press(command + " >answer.new; mv answer.new answer\r")
	eventually(c.t, "that "+command+" says "+text, func() bool {
		b, _ := os.ReadFile(name)
		return strings.Contains(string(b), text)
	})
	os.Remove(name)
}

// number waits for a file that holds a number.
func (c *console) number(name string) (n int) {
	c.t.Helper()
	eventually(c.t, "a number in "+name, func() bool {
		b, _ := os.ReadFile(filepath.Join(c.dir, name))
		n, _ = strconv.Atoi(strings.TrimSpace(string(b)))
		return n != 0
	})
	return n
}

// letter returns the state of a process, as in /proc/PID/stat; "" if it is gone.
func letter(pid int) string {
	b, _ := os.ReadFile("/proc/" + itoa(pid) + "/stat")
	_, rest, ok := strings.Cut(string(b), ") ")
	if !ok {
		return ""
	}
	return rest[:1]
}

// TestJobControl: on a terminal, ^Z stops tracer and command and gives the
// shell back, fg lets both go on, and ^C ends both; so with the reference.
func TestJobControl(t *testing.T) {
	mine, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	tracers := []Tracer{mine}
	if theirs, err := Reference(); err == nil {
		tracers = append(tracers, theirs)
	}
	for _, tracer := range tracers {
		for _, options := range []string{"-o out", "-f -o out", "-e trace=none", "-c -o out"} {
			t.Run(tracer.Name+" "+options, func(t *testing.T) {
				t.Parallel()
				c := newConsole(t, tracer.Path)
				c.press("$STRACE " + options + " sh -c 'echo $$ >pid; exec sleep 60'\r")
				command := c.number("pid")
				asleep := func() bool {
					b, _ := os.ReadFile("/proc/" + itoa(command) + "/comm")
					return letter(command) == "S" && string(b) == "sleep\n"
				}
				tracing := func() int {
					n, _ := strconv.Atoi(tracerOf(command))
					return n
				}
				eventually(t, "the sleep, traced,", func() bool { return asleep() && tracing() != 0 })
				strace := tracing()
				for range 2 {
					c.press("\x1a")
					eventually(t, "the stop", func() bool { return letter(strace) == "T" && strings.Contains("Tt", letter(command)) })
					c.says("jobs", "Stopped")
					c.press("fg\r")
					eventually(t, "the continuation", func() bool { return letter(strace) == "S" && asleep() && tracing() == strace })
					time.Sleep(20 * time.Millisecond)
				}
				c.press("\x03")
				eventually(t, "the end", func() bool { return letter(strace) == "" && letter(command) == "" })
				c.says("echo $?", "130")
			})
		}
	}
}
