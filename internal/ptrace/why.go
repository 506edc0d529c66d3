package ptrace

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// An AttachError says why a process cannot be traced.
type AttachError struct {
	PID   int
	Errno syscall.Errno
	Why   string // what stands in the way, if that could be found out
}

func (a *AttachError) Error() string {
	reason := a.Errno.Error()
	s := fmt.Sprintf("attach: ptrace(PTRACE_SEIZE, %d): %s", a.PID, strings.ToUpper(reason[:1])+reason[1:])
	if a.Why != "" {
		s += " (" + a.Why + ")"
	}
	return s
}

func (a *AttachError) Unwrap() error { return a.Errno }

func attachError(pid int, errno syscall.Errno) error {
	a := &AttachError{PID: pid, Errno: errno}
	if errno == syscall.EPERM {
		a.Why = whyNot(pid)
	}
	return a
}

// whyNot finds out why pid may not be traced; see ptrace(2), "Ptrace access mode checking".
func whyNot(pid int) string {
	status := statusOf(pid)
	if tracer := status.number("TracerPid"); tracer > 0 {
		return fmt.Sprintf("process %d%s is tracing it already", tracer, commOf(tracer))
	}
	if status.number("Tgid") == os.Getpid() {
		return "it is this tracer"
	}
	if leaderless(pid) {
		return "its first thread has ended: trace the others, with -f"
	}
	if strings.HasPrefix(status.field("State"), "Z") {
		return "it has ended and waits for its parent to notice"
	}
	if isKernelThread(pid) {
		return "it is a kernel thread"
	}
	if os.Geteuid() != 0 {
		if uid := status.number("Uid"); uid >= 0 && uid != os.Getuid() {
			return fmt.Sprintf("it belongs to user %d: only root may", uid)
		}
	}
	switch scope, _ := os.ReadFile("/proc/sys/kernel/yama/ptrace_scope"); string(bytes.TrimSpace(scope)) {
	case "1":
		return "kernel.yama.ptrace_scope is 1: only descendants may be traced, but by root"
	case "2":
		return "kernel.yama.ptrace_scope is 2: only root may trace"
	case "3":
		return "kernel.yama.ptrace_scope is 3: nobody may trace"
	}
	if os.Geteuid() != 0 {
		return "it has privileges, or has changed its identity: only root may"
	}
	return ""
}

// isKernelThread looks for PF_KTHREAD among the flags in /proc/pid/stat (proc_pid_stat(5)).
func isKernelThread(pid int) bool {
	const pfKthread = 0x00200000
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return false
	}
	f := bytes.Fields(b[bytes.LastIndexByte(b, ')')+1:])
	if len(f) < 7 {
		return false
	}
	flags, err := strconv.ParseUint(string(f[6]), 10, 64)
	return err == nil && flags&pfKthread != 0
}

// procStatus is the text of /proc/pid/status; empty if it could not be read.
type procStatus string

func statusOf(pid int) procStatus {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		return ""
	}
	return procStatus(b)
}

// field returns the text of the field with that name.
func (p procStatus) field(name string) string {
	for line := range strings.Lines(string(p)) {
		if v, ok := strings.CutPrefix(line, name+":"); ok {
			return strings.TrimSpace(v)
		}
	}
	return ""
}

// number returns the first number of the field with that name; -1 if there is none.
func (p procStatus) number(name string) int {
	v, _, _ := strings.Cut(p.field(name), "\t")
	n, err := strconv.Atoi(v)
	if err != nil {
		return -1
	}
	return n
}

// threadGroup returns the thread group id of tid, or tid if that has ended.
func threadGroup(tid int) int {
	if n := statusOf(tid).number("Tgid"); n > 0 {
		return n
	}
	return tid
}

// commOf returns " (name)" for a process.
func commOf(pid int) string {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/comm")
	if err != nil {
		return ""
	}
	return " (" + string(bytes.TrimSpace(b)) + ")"
}
