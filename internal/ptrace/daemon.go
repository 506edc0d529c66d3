package ptrace

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"unsafe"

	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/trace"
)

// With -D the command is to be the child of whoever started strace, not of
// strace. So this process becomes the command, and the tracer is this program
// started once more, by a child that ends at once: then it is nobody's that
// the command could wait for.

// A Handover tells the tracer who waits for it: by the environment variable
// HandoverEnv, as "PID:FD".
type Handover struct {
	PID int // the process that will be the command
	FD  int // of a pipe to it: a byte says that it is traced, the end that it won't be
}

// HandoverEnv is the environment variable that makes a tracer of this program.
const HandoverEnv = "GOSTRACE_HANDOVER"

// TakeHandover returns what HandoverEnv says, and removes it; nil if there is
// nothing: then this is no tracer that another process has started.
func TakeHandover() *Handover {
	text, ok := os.LookupEnv(HandoverEnv)
	if !ok {
		return nil
	}
	_ = os.Unsetenv(HandoverEnv) // it is only for us: nobody we start is a tracer of this command
	pid, fd, _ := strings.Cut(text, ":")
	var h Handover
	var err error
	if h.PID, err = strconv.Atoi(pid); err != nil {
		return nil
	}
	if h.FD, err = strconv.Atoi(fd); err != nil {
		return nil
	}
	syscall.CloseOnExec(h.FD)
	return &h
}

// Where the tracer of Daemonize runs; the values are the number of times that
// strace is given -D.
const (
	Grandchild   = 1
	ProcessGroup = 2 // in a process group of its own
	NewSession   = 3 // in a session of its own
)

// ErrNotTraced is Daemonize's error when the tracer has ended before the
// command began. It has said why.
var ErrNotTraced = errors.New("the tracer has ended")

// Daemonize starts this program again with the same arguments, as a tracer
// with a Handover, and becomes the command of t once it is traced. It returns
// only if that fails. It must be called on the main thread.
func Daemonize(t *trace.Target, how int) error {
	c, err := newChild(t, inherit.Get(), nil)
	if err != nil {
		return err
	}
	var gate [2]int
	if err := syscall.Pipe2(gate[:], syscall.O_CLOEXEC); err != nil {
		return fmt.Errorf("making a pipe to the tracer: %w", err)
	}
	c.gate = gate
	marker := HandoverEnv + "=" + strconv.Itoa(os.Getpid()) + ":" + strconv.Itoa(gate[1])
	d, err := newChild(&trace.Target{Path: "/proc/self/exe", Argv: os.Args, Env: append(inherit.Environ(), marker)}, c.was, nil)
	if err != nil {
		return err
	}
	d.gate = gate
	setPtracer(^uintptr(0)) // PR_SET_PTRACER_ANY: it is no ancestor
	syscall.ForkLock.Lock()
	pid, errno := d.forkTracer(how)
	syscall.ForkLock.Unlock()
	if errno != 0 {
		return fmt.Errorf("making a process for the tracer: %w", errno)
	}
	for {
		if _, err := syscall.Wait4(pid, nil, 0, nil); err != syscall.EINTR {
			break
		}
	}
	syscall.Close(gate[1])
	if !c.becomeCommand() {
		return ErrNotTraced
	}
	return nil
}

// setPtracer says who may trace this process where Yama restricts that
// (Documentation/admin-guide/LSM/Yama.rst); 0: only its ancestors.
//
//go:nosplit
func setPtracer(pid uintptr) {
	const prSetPtracer = 0x59616d61
	syscall.RawSyscall6(syscall.SYS_PRCTL, prSetPtracer, pid, 0, 0, 0, 0)
}

// forkTracer starts the tracer by a child that ends, and returns the child.
//
//go:noinline
//go:norace
//go:nocheckptr
func (c *child) forkTracer(how int) (int, syscall.Errno) {
	beforeFork()
	pid, _, errno := syscall.RawSyscall6(syscall.SYS_CLONE, uintptr(syscall.SIGCHLD), 0, 0, 0, 0, 0)
	if errno != 0 || pid != 0 {
		afterFork()
		return int(pid), errno
	}
	// As in fork, only what is nosplit from here on.
	pid, _, errno = syscall.RawSyscall6(syscall.SYS_CLONE, uintptr(syscall.SIGCHLD), 0, 0, 0, 0, 0)
	if errno != 0 {
		c.fail("strace: fork: ", errno)
	}
	if pid != 0 {
		exit()
	}
	switch how {
	case ProcessGroup:
		syscall.RawSyscall(syscall.SYS_SETPGID, 0, 0, 0)
	case NewSession:
		syscall.RawSyscall(syscall.SYS_SETSID, 0, 0, 0)
	}
	syscall.RawSyscall(syscall.SYS_FCNTL, uintptr(c.gate[1]), syscall.F_SETFD, 0)
	c.restore()
	syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, sigSetMask, uintptr(unsafe.Pointer(&c.was.Blocked)), 0, 8, 0, 0)
	_, _, errno = syscall.RawSyscall(syscall.SYS_EXECVE, uintptr(unsafe.Pointer(c.path)),
		uintptr(unsafe.Pointer(unsafe.SliceData(c.argv))), uintptr(unsafe.Pointer(unsafe.SliceData(c.envp))))
	c.fail("strace: starting the tracer, /proc/self/exe: ", errno)
	return 0, 0
}

// The runtime's own preparation for a system call that may take long
// (runtime/proc.go): without it, it would send this thread SIGURG every 10 ms,
// to have it let others run, and the trace would show that.
//
//go:linkname enterSyscall runtime.entersyscall
func enterSyscall()

//go:linkname exitSyscall runtime.exitsyscall
func exitSyscall()

// becomeCommand waits until this thread is traced, and becomes the command. It
// returns, false, if it won't be traced.
//
//go:nosplit
//go:norace
//go:nocheckptr
func (c *child) becomeCommand() bool {
	all, old := ^uint64(0), uint64(0)
	enterSyscall()
	syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, sigSetMask, uintptr(unsafe.Pointer(&all)), uintptr(unsafe.Pointer(&old)), 8, 0, 0)
	var b byte
	n, _, _ := syscall.RawSyscall(syscall.SYS_READ, uintptr(c.gate[0]), uintptr(unsafe.Pointer(&b)), 1)
	if n == 1 {
		setPtracer(0)
		c.run()
	}
	syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, sigSetMask, uintptr(unsafe.Pointer(&old)), 0, 8, 0, 0)
	exitSyscall()
	return false
}

// takeOver begins to trace the process that waits for it, and lets it become
// the command.
func (e *Engine) takeOver(h *Handover) error {
	if errno := ptrace(reqSeize, h.PID, 0, e.options()); errno != 0 {
		return attachError(h.PID, errno)
	}
	e.addCommand(h.PID)
	if e.config.OnAttach != nil {
		e.config.OnAttach(h.PID, 1, nil)
	}
	_, err := syscall.Write(h.FD, []byte{0})
	syscall.Close(h.FD)
	if err != nil {
		return fmt.Errorf("letting process %d become the command: %w", h.PID, err)
	}
	return nil
}
