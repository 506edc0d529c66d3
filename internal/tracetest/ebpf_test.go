package tracetest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"testing"
	"time"

	"gostrace/internal/abi"
	"gostrace/internal/ebpf"
	"gostrace/internal/ptrace"
	"gostrace/internal/trace"
)

// TestLosses: a reader that sleeps loses events from a small ring, and all that
// is lost is accounted for; with Lossless it loses nothing.
func TestLosses(t *testing.T) {
	for _, lossless := range []bool{false, true} {
		ended, told, e := traceLate(t, lossless)
		totals := e.Totals()
		t.Logf("lossless %v: %d calls told, %+v", lossless, told, totals)
		if told+totals.LostCalls != totals.Calls || totals.Calls < calls {
			t.Errorf("lossless %v: %d calls told and %d lost of %d", lossless, told, totals.LostCalls, totals.Calls)
		}
		if lost := totals.Lost; lossless != (lost == 0) || lost != e.Lost() {
			t.Errorf("lossless %v: %d events lost, and %d of them told", lossless, lost, e.Lost())
		}
		if lossless && totals.Held == 0 {
			t.Error("nothing was held back")
		}
		if !ended {
			t.Error("the end of the command was not told")
		}
	}
}

const calls = 20000

// traceLate traces a command that makes calls calls, but sleeps now and then.
func traceLate(t *testing.T, lossless bool) (ended bool, told uint64, e *ebpf.Engine) {
	runtime.LockOSThread() // the thread that may make requests by ptrace
	defer runtime.UnlockOSThread()
	const getppid = 110
	pid := 0
	e = ebpf.New(ebpf.Config{
		Calls:    func() []ebpf.Call { return []ebpf.Call{{ABI: &abi.X86_64, Nr: getppid}} },
		RingSize: 256 << 10,
		Lossless: lossless,
		Spawn: func(t *trace.Target) (ebpf.Process, error) {
			p, err := ptrace.Spawn(t)
			if err == nil {
				pid = p.ID()
			}
			return p, err
		},
	})
	perl := "getppid for 1..20000"
	if err := e.Start(trace.Target{Path: "/usr/bin/perl", Argv: []string{"perl", "-e", perl}}); err != nil {
		t.Skipf("tracing by eBPF is not possible here: %v", err)
	}
	defer func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}()
	// Until it has ended, or is held back.
	state := byte('Z')
	if lossless {
		state = 't'
	}
	for end := time.Now().Add(20 * time.Second); processState(pid) != state && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	for {
		var ev trace.Event
		err := e.Next(&ev)
		if errors.Is(err, io.EOF) {
			return ended, told, e
		}
		if err != nil {
			t.Fatal(err)
		}
		switch ev.Kind {
		case trace.SyscallExit:
			told++
		case trace.Exited:
			ended = true
		}
		if err := e.Resume(&ev); err != nil {
			t.Fatal(err)
		}
	}
}

// processState returns the state of a process as proc_pid_stat(5) has it.
func processState(pid int) byte {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	i := bytes.LastIndex(text, []byte(") "))
	if i < 0 {
		return 0
	}
	return text[i+2]
}
