package ptrace

import (
	"fmt"
	"syscall"
	"unsafe"

	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/trace"
)

// launchSignal tells the tracer that a launched child is about to execve.
const launchSignal = int(syscall.SIGURG)

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
	gate       [2]int         // a pipe: a byte in it says go, its end says exit
	reasons    [errnos]string // what an errno means
}

func newChild(t *trace.Target, was inherit.State) (*child, error) {
	c := &child{was: was, nofile: was.NoFile != inherit.Limit{}}
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
	for i := range c.reasons {
		c.reasons[i] = syscall.Errno(i).Error()
	}
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
	c.run()
	return 0, 0
}

// run is the life of the child up to its execve. Signals are blocked.
//
//go:nosplit
//go:norace
//go:nocheckptr
func (c *child) run() {
	syscall.RawSyscall(syscall.SYS_CLOSE, uintptr(c.gate[1]), 0, 0)
	var b byte
	if n, _, _ := syscall.RawSyscall(syscall.SYS_READ, uintptr(c.gate[0]), uintptr(unsafe.Pointer(&b)), 1); n != 1 {
		exit()
	}
	c.restore()
	if c.user {
		c.become()
	}
	mask := c.was.Blocked &^ (1 << (launchSignal - 1))
	pid, _, _ := syscall.RawSyscall(syscall.SYS_GETPID, 0, 0, 0)
	syscall.RawSyscall(syscall.SYS_KILL, pid, uintptr(launchSignal), 0)
	syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, sigSetMask, uintptr(unsafe.Pointer(&mask)), 0, 8, 0, 0)
	_, _, errno := syscall.RawSyscall(syscall.SYS_EXECVE, uintptr(unsafe.Pointer(c.path)),
		uintptr(unsafe.Pointer(unsafe.SliceData(c.argv))), uintptr(unsafe.Pointer(unsafe.SliceData(c.envp))))
	c.fail("exec", errno)
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

// become takes on another identity.
//
//go:nosplit
//go:norace
//go:nocheckptr
func (c *child) become() {
	_, _, errno := syscall.RawSyscall(syscall.SYS_SETGROUPS, uintptr(len(c.groups)), uintptr(unsafe.Pointer(unsafe.SliceData(c.groups))), 0)
	if errno != 0 {
		c.fail("setgroups", errno)
	}
	if _, _, errno = syscall.RawSyscall(syscall.SYS_SETREGID, uintptr(c.gid), uintptr(c.gid), 0); errno != 0 {
		c.fail("setregid", errno)
	}
	if _, _, errno = syscall.RawSyscall(syscall.SYS_SETREUID, uintptr(c.uid), uintptr(c.uid), 0); errno != 0 {
		c.fail("setreuid", errno)
	}
}

// fail says why the command cannot run ("strace: exec: No such file or
// directory") and ends the child.
//
//go:nosplit
//go:norace
//go:nocheckptr
func (c *child) fail(what string, errno syscall.Errno) {
	reason := "unknown error"
	if errno < errnos {
		reason = c.reasons[errno]
	}
	var first byte
	if len(reason) > 0 {
		first = reason[0]
		if 'a' <= first && first <= 'z' {
			first -= 'a' - 'A'
		}
		reason = reason[1:]
	}
	const intro, colon, end = "strace: ", ": ", "\n"
	v := [...]syscall.Iovec{
		{Base: unsafe.StringData(intro), Len: uint64(len(intro))},
		{Base: unsafe.StringData(what), Len: uint64(len(what))},
		{Base: unsafe.StringData(colon), Len: uint64(len(colon))},
		{Base: &first, Len: 1},
		{Base: unsafe.StringData(reason), Len: uint64(len(reason))},
		{Base: unsafe.StringData(end), Len: uint64(len(end))},
	}
	syscall.RawSyscall(syscall.SYS_WRITEV, 2, uintptr(unsafe.Pointer(&v)), uintptr(len(v)))
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
