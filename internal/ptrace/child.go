package ptrace

import (
	"fmt"
	"strings"
	"syscall"
	"unsafe"

	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/trace"
)

// launchSignal tells the tracer that a launched child is about to execve.
const launchSignal = int(syscall.SIGURG)

const sysRtTgsigqueueinfo = 297 // asm/unistd_64.h

// errnos is one more than the largest errno that the child can meet.
const errnos = 134

// child is a command to be started, in the form that the new process needs:
// between fork and execve it may neither allocate nor grow its stack.
type child struct {
	path       *byte
	argv, envp []*byte
	was        inherit.State
	nofile     bool // restore RLIMIT_NOFILE
	user       bool
	uid, gid   int
	groups     []uint32
	gate       [2]int // a pipe: a byte in it says go, its end says exit
	filter     *sockFprog
	noNewPrivs bool

	reasons string           // what each errno means, as lines
	lines   [errnos + 1]uint // where they start
}

func newChild(t *trace.Target, was inherit.State, s *Seccomp) (*child, error) {
	c := &child{was: was, nofile: was.NoFile != inherit.Limit{}}
	if s != nil {
		c.filter = &sockFprog{uint16(len(s.Program)), unsafe.SliceData(s.Program)}
		c.noNewPrivs = s.NoNewPrivs
	}
	var err error
	if c.path, err = syscall.BytePtrFromString(t.Path); err != nil {
		return nil, fmt.Errorf("path of the command %q: %w", t.Path, err)
	}
	if c.argv, err = syscall.SlicePtrFromStrings(t.Argv); err != nil {
		return nil, fmt.Errorf("arguments of %s: %w", t.Path, err)
	}
	if c.envp, err = syscall.SlicePtrFromStrings(t.Env); err != nil {
		return nil, fmt.Errorf("environment of %s: %w", t.Path, err)
	}
	if u := t.User; u != nil {
		c.user, c.uid, c.gid = true, u.UID, u.GID
		for _, g := range u.Groups {
			c.groups = append(c.groups, uint32(g))
		}
	}
	var b strings.Builder
	for i := range errnos {
		c.lines[i] = uint(b.Len())
		reason := syscall.Errno(i).Error()
		b.WriteString(strings.ToUpper(reason[:1]))
		b.WriteString(reason[1:])
		b.WriteByte('\n')
	}
	c.lines[errnos] = uint(b.Len())
	c.reasons = b.String()
	return c, nil
}

// The runtime's own preparations for a fork (runtime/proc.go): they block all
// signals in this thread, and make growing the stack fatal.
//
//go:linkname beforeFork syscall.runtime_BeforeFork
func beforeFork()

//go:linkname afterFork syscall.runtime_AfterFork
func afterFork()

// fork makes the new process. Only the tracer returns from it.
//
//go:noinline
//go:norace
//go:nocheckptr
func (c *child) fork() (int, syscall.Errno) {
	beforeFork()
	pid, _, errno := syscall.RawSyscall6(syscall.SYS_CLONE, uintptr(syscall.SIGCHLD), 0, 0, 0, 0, 0)
	if errno != 0 || pid != 0 {
		afterFork()
		return int(pid), errno
	}

	// This is the child, with signals blocked. It has the stack that fork was
	// called with and no more, so it calls nothing but nosplit functions.
	syscall.RawSyscall(syscall.SYS_CLOSE, uintptr(c.gate[1]), 0, 0)
	var b byte
	if n, _, _ := syscall.RawSyscall(syscall.SYS_READ, uintptr(c.gate[0]), uintptr(unsafe.Pointer(&b)), 1); n != 1 {
		exit()
	}
	c.run()
	return 0, 0
}

// run becomes the command, or ends the process. It is for a thread that is
// traced, and whose process has no other that matters.
//
//go:nosplit
//go:norace
//go:nocheckptr
func (c *child) run() {
	c.restore()
	refused := c.limit()
	if what, errno := c.become(); errno != 0 {
		c.fail(what, errno)
	}
	mask := c.was.Blocked &^ (1 << (launchSignal - 1))
	pid, _, _ := syscall.RawSyscall(syscall.SYS_GETPID, 0, 0, 0)
	tid, _, _ := syscall.RawSyscall(syscall.SYS_GETTID, 0, 0, 0)
	info := launchInfo{signo: int32(launchSignal), code: siQueue, value: uint64(refused)}
	syscall.RawSyscall6(sysRtTgsigqueueinfo, pid, tid, uintptr(launchSignal), uintptr(unsafe.Pointer(&info)), 0, 0)
	syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, sigSetMask, uintptr(unsafe.Pointer(&mask)), 0, 8, 0, 0)
	_, _, errno := syscall.RawSyscall(syscall.SYS_EXECVE, uintptr(unsafe.Pointer(c.path)),
		uintptr(unsafe.Pointer(unsafe.SliceData(c.argv))), uintptr(unsafe.Pointer(unsafe.SliceData(c.envp))))
	c.fail("strace: exec: ", errno)
}

// restore undoes what the runtime and the engine have changed in this process.
//
//go:nosplit
//go:norace
//go:nocheckptr
func (c *child) restore() {
	for sig := 1; sig <= inherit.Signals; sig++ {
		act := sigaction{handler: sigDfl}
		if c.was.Ignored>>(sig-1)&1 != 0 {
			act.handler = sigIgn
		}
		syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(sig), uintptr(unsafe.Pointer(&act)), 0, 8, 0, 0)
	}
	for fd := range uintptr(3) {
		if c.was.Closed[fd] {
			syscall.RawSyscall(syscall.SYS_CLOSE, fd, 0, 0)
		}
	}
	if c.nofile {
		syscall.RawSyscall6(sysPrlimit64, 0, syscall.RLIMIT_NOFILE, uintptr(unsafe.Pointer(&c.was.NoFile)), 0, 0, 0)
	}
}

// limit sets the filter, or returns why it could not.
//
//go:nosplit
//go:norace
//go:nocheckptr
func (c *child) limit() syscall.Errno {
	if c.filter == nil {
		return 0
	}
	if c.noNewPrivs {
		if _, _, e := syscall.RawSyscall6(syscall.SYS_PRCTL, prSetNoNewPrivs, 1, 0, 0, 0, 0); e != 0 {
			return e
		}
	}
	_, _, e := syscall.RawSyscall(sysSeccomp, seccompSetFilter, seccompSpecAllow, uintptr(unsafe.Pointer(c.filter)))
	return e
}

// become takes on another identity, or returns what went wrong.
//
//go:nosplit
//go:norace
//go:nocheckptr
func (c *child) become() (string, syscall.Errno) {
	if !c.user {
		return "", 0
	}
	groups := uintptr(unsafe.Pointer(unsafe.SliceData(c.groups)))
	if _, _, e := syscall.RawSyscall(syscall.SYS_SETGROUPS, uintptr(len(c.groups)), groups, 0); e != 0 {
		return "strace: setgroups: ", e
	}
	if _, _, e := syscall.RawSyscall(syscall.SYS_SETREGID, uintptr(c.gid), uintptr(c.gid), 0); e != 0 {
		return "strace: setregid: ", e
	}
	_, _, e := syscall.RawSyscall(syscall.SYS_SETREUID, uintptr(c.uid), uintptr(c.uid), 0)
	return "strace: setreuid: ", e
}

// fail says why the command cannot run ("strace: exec: No such file or
// directory") and ends the child.
//
//go:nosplit
//go:norace
//go:nocheckptr
func (c *child) fail(what string, errno syscall.Errno) {
	if errno >= errnos {
		errno = 0
	}
	from, to := c.lines[errno], c.lines[errno+1]
	v := [...]uintptr{ // two of struct iovec
		uintptr(unsafe.Pointer(unsafe.StringData(what))), uintptr(len(what)),
		uintptr(unsafe.Pointer(unsafe.StringData(c.reasons))) + uintptr(from), uintptr(to - from),
	}
	syscall.RawSyscall(syscall.SYS_WRITEV, 2, uintptr(unsafe.Pointer(&v)), uintptr(len(v)/2))
	exit()
}

// exit ends the child.
//
//go:nosplit
//go:norace
func exit() {
	for {
		syscall.RawSyscall(syscall.SYS_EXIT_GROUP, 1, 0, 0)
	}
}
