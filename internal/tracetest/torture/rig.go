package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unsafe"

	"gostrace/internal/tracetest"
)

// patience bounds what is waited for; it passes only when something is stuck.
const patience = 20 * time.Second

// A rig is where scenarios run.
type rig struct {
	strace, victim string // executables
	scratch        string
}

// newRig builds what is needed into scratch. The process becomes the parent of
// all orphans, to see that none are left.
func newRig(scratch string) (*rig, error) {
	ours, err := tracetest.Ours(scratch)
	if err != nil {
		return nil, err
	}
	root, err := tracetest.ModuleRoot()
	if err != nil {
		return nil, err
	}
	if _, err := exec.LookPath("gcc"); err != nil {
		return nil, tracetest.ErrNoCompiler
	}
	r := &rig{strace: ours.Path, victim: filepath.Join(scratch, "victim"), scratch: scratch}
	source := filepath.Join(root, "internal/tracetest/torture/testdata/victim.c")
	if out, err := exec.Command("gcc", "-O1", "-pthread", "-o", r.victim, source).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("building the victim: %w\n%s", err, out)
	}
	const prSetChildSubreaper = 36
	if _, _, errno := syscall.RawSyscall6(syscall.SYS_PRCTL, prSetChildSubreaper, 1, 0, 0, 0, 0); errno != 0 {
		return nil, fmt.Errorf("adopting orphans: %w", errno)
	}
	return r, nil
}

// A job is a process in a group of its own, with what it started.
type job struct {
	cmd    *exec.Cmd
	stdin  *os.File // nil: /dev/null
	output string   // a file: standard output and standard error
	trace  string   // a file name for -o
	last   string   // the output, once the files are removed
}

// start starts argv in a new directory.
func (r *rig) start(argv ...string) (*job, error) { return r.startWith(nil, argv...) }

// startPiped starts argv with a pipe for its standard input.
func (r *rig) startPiped(argv ...string) (*job, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer read.Close()
	j, err := r.startWith(read, argv...)
	if err != nil {
		write.Close()
		return nil, err
	}
	j.stdin = write
	return j, nil
}

func (r *rig) startWith(stdin *os.File, argv ...string) (*job, error) {
	dir, err := os.MkdirTemp(r.scratch, "run")
	if err != nil {
		return nil, err
	}
	j := &job{output: filepath.Join(dir, "output"), trace: filepath.Join(dir, "trace")}
	for i := range argv {
		argv[i] = strings.ReplaceAll(argv[i], "@trace", j.trace)
	}
	out, err := os.Create(j.output)
	if err != nil {
		return nil, err
	}
	defer out.Close()
	j.cmd = exec.Command(argv[0], argv[1:]...)
	j.cmd.Dir, j.cmd.Stdin, j.cmd.Stdout, j.cmd.Stderr = dir, nil, out, out
	if stdin != nil {
		j.cmd.Stdin = stdin
	}
	j.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := os.WriteFile(filepath.Join(dir, "input"), []byte("a line\n"), 0o644); err != nil {
		return nil, err
	}
	return j, j.cmd.Start()
}

func (j *job) pid() int { return j.cmd.Process.Pid }

// end closes the standard input, waits, and returns how the process ended:
// "exit status 0", "signal: killed".
func (j *job) end() (string, error) {
	if j.stdin != nil {
		j.stdin.Close()
		j.stdin = nil
	}
	stuck := time.AfterFunc(patience, func() { syscall.Kill(-j.pid(), syscall.SIGKILL) })
	_ = j.cmd.Wait() // its error is its status
	if !stuck.Stop() {
		return "", fmt.Errorf("%s was stuck for %v%s", filepath.Base(j.cmd.Path), patience, j.said())
	}
	return j.cmd.ProcessState.String(), nil
}

// expect waits for the end, which must be one of those.
func (j *job) expect(ends ...string) (string, error) {
	got, err := j.end()
	if err != nil {
		return "", err
	}
	for _, e := range ends {
		if got == e {
			return got, nil
		}
	}
	return got, fmt.Errorf("%s ended with %q, want %q%s", filepath.Base(j.cmd.Path), got, ends, j.said())
}

// text is the output so far.
func (j *job) text() string {
	b, _ := os.ReadFile(j.output)
	return string(b)
}

// said is the output as part of an error.
func (j *job) said() string {
	text := j.text()
	if len(text) > 2000 {
		text = text[:1000] + "\n...\n" + text[len(text)-1000:]
	}
	return "; it said:\n" + text
}

// traceText is what was written to -o @trace.
func (j *job) traceText() string {
	b, _ := os.ReadFile(j.trace)
	return string(b)
}

// clean makes sure that nothing of the job is left, reaps what it has left
// behind and ended, and removes its files.
func (j *job) clean() error {
	defer func() {
		j.last = j.text()
		os.RemoveAll(filepath.Dir(j.output))
	}()
	if j.stdin != nil {
		j.stdin.Close()
	}
	for end := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		for {
			const wAll = 0x40000000
			pid, err := syscall.Wait4(-j.pid(), nil, syscall.WNOHANG|wAll, nil)
			if pid <= 0 && err != syscall.EINTR {
				break
			}
		}
		if syscall.Kill(-j.pid(), 0) == syscall.ESRCH {
			return nil
		}
		if time.Now().After(end) {
			left := group(j.pid())
			syscall.Kill(-j.pid(), syscall.SIGKILL)
			return fmt.Errorf("left over: %s%s", left, j.said())
		}
	}
}

// abandon ends a job of which nothing more is expected.
func (j *job) abandon() {
	syscall.Kill(-j.pid(), syscall.SIGKILL)
	_, _ = j.end()
	_ = j.clean()
}

// group describes the processes of a group.
func group(pgid int) string {
	var all []string
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, name := range stats {
		b, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		_, rest, _ := strings.Cut(string(b), ") ")
		f := strings.Fields(rest)
		if len(f) > 2 && f[2] == strconv.Itoa(pgid) {
			all = append(all, strings.TrimSuffix(string(b[:len(b)-len(rest)]), " ")+" "+f[0])
		}
	}
	return strings.Join(all, ", ")
}

// child waits for the first child of a process and returns it.
func child(pid int) (int, error) {
	name := fmt.Sprintf("/proc/%d/task/%d/children", pid, pid)
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(100 * time.Microsecond) {
		b, err := os.ReadFile(name)
		if err != nil {
			return 0, errGone
		}
		if f := strings.Fields(string(b)); len(f) > 0 {
			return strconv.Atoi(f[0])
		}
		if strings.HasPrefix(status(pid, "State"), "Z") {
			return 0, errGone
		}
	}
	return 0, errors.New("no child appeared")
}

var errGone = errors.New("it has ended")

// status returns a field of /proc/PID/status; "" if the process has gone.
func status(pid int, field string) string {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return ""
	}
	_, rest, _ := strings.Cut("\n"+string(b), "\n"+field+":\t")
	value, _, _ := strings.Cut(rest, "\n")
	return value
}

// threadsIn says whether all threads of a process are in that state.
func threadsIn(pid int, state string) bool {
	names, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", pid))
	for _, name := range names {
		b, _ := os.ReadFile(name)
		_, rest, _ := strings.Cut(string(b), ") ")
		if !strings.HasPrefix(rest, state) {
			return false
		}
	}
	return len(names) > 0
}

// reads returns how many calls of read and its like a process has made so far.
func reads(pid int) string {
	b, _ := os.ReadFile(fmt.Sprintf("/proc/%d/io", pid))
	_, rest, _ := strings.Cut(string(b), "syscr: ")
	n, _, _ := strings.Cut(rest, "\n")
	return n
}

// until waits for f.
func until(what string, f func() bool) error {
	for end := time.Now().Add(patience); !f(); time.Sleep(200 * time.Microsecond) {
		if time.Now().After(end) {
			return fmt.Errorf("not in %v: %s", patience, what)
		}
	}
	return nil
}

// limit sets a resource limit of another process: prlimit(2).
func limit(pid, resource int, to uint64) error {
	const sysPrlimit64 = 302
	l := [2]uint64{to, to}
	if _, _, errno := syscall.RawSyscall6(sysPrlimit64, uintptr(pid), uintptr(resource), uintptr(unsafe.Pointer(&l)), 0, 0, 0); errno != 0 {
		return fmt.Errorf("prlimit: %w", errno)
	}
	return nil
}
