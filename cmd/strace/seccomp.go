package main

import (
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"time"
	"unsafe"

	"gostrace/internal/abi"
	"gostrace/internal/filter"
	"gostrace/internal/options"
	"gostrace/internal/ptrace"
	"gostrace/internal/trace"
)

// seccomp returns the filter by which the kernel stops the command only for
// calls that count; nil if there is to be none. It says why if that was asked for.
func (r *runner) seccomp(f *filters, t *trace.Target) *ptrace.Seccomp {
	o := r.options
	if o.Seccomp == options.SeccompNever {
		return nil
	}
	s, err := newSeccomp(o, f, t)
	switch {
	case err == nil:
		r.debug("seccomp-bpf: in use, %d instructions", len(s.Program))
		s.Refused = func(err error) { r.noSeccomp(fmt.Errorf("the kernel refused the filter: %w", err)) }
		return s
	case o.Seccomp == options.SeccompAlways && !errors.Is(err, errAllCount):
		r.noSeccomp(err)
	default:
		r.debug("seccomp-bpf: not in use: %v", err)
	}
	return nil
}

func (r *runner) noSeccomp(err error) {
	if r.options.Seccomp == options.SeccompAlways || r.options.Debug {
		r.flush()
		say("--seccomp-bpf has no effect: %v", err)
	}
}

// debug says what the program does itself (-d).
func (r *runner) debug(format string, args ...any) {
	if r.options.Debug {
		r.flush()
		say(format, args...)
	}
}

var errAllCount = errors.New("every call counts")

// newSeccomp returns the filter, or why there is none.
func newSeccomp(o *options.Options, f *filters, t *trace.Target) (*ptrace.Seccomp, error) {
	if t.Path == "" {
		return nil, errors.New("only a command that strace starts can be given a filter")
	}
	switch {
	case o.DetachOnExec:
		return nil, errors.New("a filtered process cannot be let go (-b)")
	case o.Limit > 0:
		return nil, errors.New("filtered processes cannot be let go (--syscall-limit)")
	case o.Daemonize != 0:
		return nil, errors.New("strace doesn't start the command itself (-D)")
	}
	stops := f.stops(o)
	if stops.All() {
		return nil, errAllCount
	}
	if o.Nr {
		return nil, errors.New("-n shows the numbers of calls that don't count beside signals")
	}
	if f.inject != nil && f.inject.Signals() {
		return nil, errors.New("an injected signal needs the stop before the filter's")
	}
	s := &ptrace.Seccomp{NoNewPrivs: !mayFilter()}
	set := filter.Seccomp{Calls: stops}
	if o.Seccomp == options.SeccompAuto {
		if err := changes(o, t, s.NoNewPrivs); err != nil {
			return nil, err
		}
	}
	if o.Quiet&options.QuietPersonality == 0 {
		// Changes of the ABI are shown, whichever call they come by.
		s.Native, set.Foreign = &abi.X86_64, &abi.I386
		if is32Bit(t.Path) {
			s.Native, set.Foreign = set.Foreign, s.Native
		}
	}
	var err error
	s.Program, err = set.Program()
	return s, err
}

// changes returns what a filter would change beside speed.
func changes(o *options.Options, t *trace.Target, noNewPrivs bool) error {
	switch {
	case filteredAlready():
		return errors.New("strace runs under a seccomp filter of somebody's (a container's), which may have calls fail before ours sees them")
	case o.Interruptible == options.Anywhere:
		return errors.New("with -I anywhere strace may end before the command, whose calls would fail then")
	case !o.Follow && traces(t.Path):
		return fmt.Errorf("%s may want to trace its children, which must stay traced by this strace", t.Path)
	case !o.Follow && noNewPrivs:
		return errors.New("it takes root: children, which are not traced without -f, could not gain privileges (no_new_privs)")
	case noNewPrivs && privileged(t.Path):
		return fmt.Errorf("it takes root: %s could not gain its privileges (no_new_privs)", t.Path)
	}
	return nil
}

// mayFilter says whether this process may set a filter as it is: with
// CAP_SYS_ADMIN (capget(2)).
func mayFilter() bool {
	const (
		version3 = 0x20080522 // _LINUX_CAPABILITY_VERSION_3
		sysAdmin = 21
	)
	header := struct {
		version uint32
		pid     int32
	}{version: version3}
	var data [2]struct{ effective, permitted, inheritable uint32 }
	_, _, errno := syscall.RawSyscall(syscall.SYS_CAPGET, uintptr(unsafe.Pointer(&header)), uintptr(unsafe.Pointer(&data)), 0)
	return errno == 0 && data[0].effective>>sysAdmin&1 != 0
}

// filteredAlready says whether this process has a filter, which a command
// inherits: PR_GET_SECCOMP is 2 with one, or is itself refused (prctl(2)).
func filteredAlready() bool {
	const prGetSeccomp = 21
	mode, _, errno := syscall.RawSyscall(syscall.SYS_PRCTL, prGetSeccomp, 0, 0)
	return errno != 0 && errno != syscall.EINVAL || mode != 0
}

// privileged says whether executing path gives privileges: set-user-id,
// set-group-id, or capabilities (capabilities(7)).
func privileged(path string) bool {
	st, err := os.Stat(path)
	if err != nil {
		return false
	}
	n, _ := syscall.Getxattr(path, "security.capability", nil)
	return st.Mode()&(os.ModeSetuid|os.ModeSetgid) != 0 || n > 0
}

// is32Bit says whether path is a 32-bit ELF program.
func is32Bit(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var ident [elf.EI_NIDENT]byte
	_, err = io.ReadFull(f, ident[:])
	return err == nil && bytes.HasPrefix(ident[:], []byte(elf.ELFMAG)) && elf.Class(ident[elf.EI_CLASS]) == elf.ELFCLASS32
}

// traces says whether path looks like a tracer: by its name, or because it
// calls the C library's ptrace.
func traces(path string) bool {
	switch filepath.Base(path) {
	case "strace", "ltrace", "gdb", "gdbserver", "lldb", "lldb-server", "dlv", "rr":
		return true
	}
	f, err := elf.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	s := f.Section(".dynstr")
	if s == nil || s.Size > 16<<20 {
		return false
	}
	names, err := s.Data()
	return err == nil && bytes.Contains(names, []byte("\x00ptrace\x00"))
}

// stay waits for the end of what nobody traces any more but is still filtered:
// it needs a tracer. Whoever waits for our descriptors to be closed need not wait.
func (r *runner) stay(live tracer) {
	engine, ok := live.(*ptrace.Engine)
	if !ok || engine.Silent() == 0 {
		return
	}
	r.debug("seccomp-bpf: staying with %d threads until they end", engine.Silent())
	null, err := os.OpenFile("/dev/null", os.O_RDWR, 0)
	if err == nil {
		for fd := range 2 {
			_ = syscall.Dup3(int(null.Fd()), fd, 0) // else somebody waits longer
		}
	}
	patience := time.AfterFunc(time.Second, func() {
		if r.options.Quiet&options.QuietAttach == 0 {
			say("staying until what the command left behind has ended: its calls are filtered (see --seccomp-bpf)")
		}
		if err == nil {
			_ = syscall.Dup3(int(null.Fd()), 2, 0)
		}
	})
	defer patience.Stop()
	for engine.Silent() > 0 {
		sig, err := engine.Stay()
		if err != nil {
			say("%v", err)
			return
		}
		if sig != 0 {
			engine.PassOn(sig)
		}
	}
}
