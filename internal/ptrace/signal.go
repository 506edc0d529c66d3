package ptrace

import (
	"fmt"
	"sync/atomic"
	"syscall"
	"unsafe"

	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/trace"
)

// An Interrupted error says that Sig asks for the end of tracing. The caller
// should Close the engine and, by custom, die of the signal: Raise.
type Interrupted = trace.Interrupted

// sigaction is the kernel's (asm/signal.h).
type sigaction struct {
	handler, flags uintptr
	restorer       uintptr
	mask           uint64
}

const (
	sigDfl     = 0
	sigIgn     = 1
	sigSetMask = 2

	saNoCldStop = 1
	saOnStack   = 0x08000000
	saRestart   = 0x10000000
	saRestorer  = 0x04000000

	sysPrlimit64 = 302
)

// What the handler in signal_amd64.s writes and reads. A signal that comes just
// before a blocking wait4 would not be noticed until the next report; so the
// handler makes a child of the tracing thread that exits at once. As that
// cannot go unreported, no wait is missed and the hot path pays nothing.
var (
	caughtSignal atomic.Int32 // 0: none
	wakerPID     atomic.Int32 // the child's
	tracerTID    int32        // the thread that waits; written before a handler is installed
)

// onSignalPC and onReturnPC return where the handler and its way back are.
func onSignalPC() uintptr
func onReturnPC() uintptr

// setAction sets what happens on sig, without the Go runtime's knowledge.
func setAction(sig syscall.Signal, act *sigaction) error {
	if _, _, e := syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(sig), uintptr(unsafe.Pointer(act)), 0, 8, 0, 0); e != 0 {
		return fmt.Errorf("setting the action for signal %d: %w", int(sig), e)
	}
	return nil
}

// defaultSIGCHLD takes SIGCHLD from the Go runtime, whose handler would run at
// every stop, and makes sure that it isn't ignored: children that end would
// not be reported.
func defaultSIGCHLD() error {
	return setAction(syscall.SIGCHLD, &sigaction{flags: saNoCldStop})
}

// catch sets the actions that Config.Interruptible asks for.
func (e *Engine) catch() error {
	mode := e.config.Interruptible
	if mode == 0 {
		return nil
	}
	tracerTID = int32(syscall.Gettid())
	caughtSignal.Store(0)
	ignored := []syscall.Signal{syscall.SIGTTOU, syscall.SIGTTIN}
	fatal := []syscall.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGPIPE, syscall.SIGTERM}
	if mode == Never || mode == NeverTstp {
		ignored = append(ignored, fatal...)
		fatal = nil
	}
	if mode == NeverTstp {
		ignored = append(ignored, syscall.SIGTSTP)
	}
	if err := e.disown(); err != nil {
		return err
	}
	for _, sig := range ignored {
		if err := setAction(sig, &sigaction{handler: sigIgn}); err != nil {
			return err
		}
	}
	for _, sig := range fatal {
		if err := notice(sig); err != nil {
			return err
		}
	}
	return nil
}

// notice has the handler take sig.
func notice(sig syscall.Signal) error {
	return setAction(sig, &sigaction{handler: onSignalPC(), flags: saOnStack | saRestorer | saRestart, restorer: onReturnPC(), mask: ^uint64(0)})
}

// disown takes from the Go runtime the signals that it would swallow: a
// SIGUSR1 ends this process, if it wasn't ignored before. The runtime keeps
// those by which it learns of faults, SIGURG (preemption) and SIGPROF. Where
// tasks need this process (Config.Seccomp) a signal ends the tracing only.
func (e *Engine) disown() error {
	signals := []syscall.Signal{
		syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGALRM, syscall.SIGVTALRM, syscall.SIGSTKFLT, syscall.SIGIO,
		syscall.SIGPWR, syscall.SIGXCPU, syscall.SIGXFSZ, syscall.SIGWINCH, syscall.SIGCONT, syscall.SIGTSTP,
	}
	const harmless = 3 // the last ones don't end a process
	ends := len(signals) - harmless
	const firstRealTime = 35 // the C library keeps 32 to 34
	for sig := syscall.Signal(firstRealTime); sig <= inherit.Signals; sig++ {
		if sig != tickSignal {
			signals = append(signals, sig)
		}
	}
	for i, sig := range signals {
		act := sigaction{handler: sigDfl}
		if inherit.Has(e.was.Ignored, int(sig)) {
			act.handler = sigIgn
		}
		err := setAction(sig, &act)
		if e.config.Seccomp != nil && act.handler == sigDfl && (i < ends || i >= ends+harmless) {
			err = notice(sig)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Raise ends this process by sig, without a core file. It returns only if sig
// does not end processes.
func Raise(sig int) error {
	var none [2]uint64
	if _, _, e := syscall.RawSyscall6(sysPrlimit64, 0, syscall.RLIMIT_CORE, uintptr(unsafe.Pointer(&none)), 0, 0, 0); e != 0 {
		return fmt.Errorf("setting RLIMIT_CORE to 0: %w", e)
	}
	if s := syscall.Signal(sig); s != syscall.SIGKILL && s != syscall.SIGSTOP { // theirs cannot be set
		if err := setAction(s, &sigaction{handler: sigDfl}); err != nil {
			return err
		}
	}
	set := uint64(1) << (sig - 1)
	const sigUnblock = 1
	syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, sigUnblock, uintptr(unsafe.Pointer(&set)), 0, 8, 0, 0)
	return syscall.Tgkill(syscall.Getpid(), syscall.Gettid(), syscall.Signal(sig))
}
