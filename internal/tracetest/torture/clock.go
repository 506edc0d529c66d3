package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"

	"gostrace/internal/abi"
	"gostrace/internal/decode"
	"gostrace/internal/mem"
	"gostrace/internal/report"
	"gostrace/internal/syscalls"
	"gostrace/internal/trace"
)

var negative = regexp.MustCompile(`(?m)^-|\d-\d|<-|"duration":-`)

// timeBack tells a story whose wall clock jumps. No clock is changed for it:
// the events come from here.
func timeBack(_ *rig, rnd *rand.Rand) error {
	for _, json := range []bool{false, true} {
		var out bytes.Buffer
		dec := &decode.Options{}
		dec.JSON, dec.StrLen = json, 32
		o := report.Options{
			Decode: dec, Column: 40, Status: report.AnyStatus, Time: report.Clock, TimeRes: 6,
			Relative: true, RelativeRes: 6, Durations: true, DurationRes: 6,
		}
		var sink report.Sink = report.NewText(o, report.NewOutput(&out, "memory"))
		if json {
			sink = report.NewJSON(o, report.NewOutput(&out, "memory"))
		}
		t := &report.Task{Task: &trace.Task{TID: 7, PID: 7, ABI: &abi.X86_64, Resuming: -1}}
		t.Call.Setup(dec)
		t.Call.Mem, t.Call.ABI = &mem.Snapshot{}, t.ABI
		mono := int64(0)
		const calls, sysClose = 50, 3
		for i := range calls * 2 {
			mono += rnd.Int64N(1e9)
			ev := &trace.Event{Kind: trace.SyscallEnter, Task: t.Task, Nr: sysClose, Mono: mono, Wall: 1e18 + rnd.Int64N(1e15) - rnd.Int64N(1e15)}
			if i%2 == 0 {
				t.Call.Nr, t.Nr = sysClose, sysClose
				sink.Enter(t, ev, syscalls.Of(&abi.X86_64).Call(sysClose))
				continue
			}
			ev.Kind = trace.SyscallExit
			sink.Leave(t, ev)
		}
		if err := sink.Close(); err != nil {
			return err
		}
		if n := bytes.Count(out.Bytes(), []byte("\n")); n != calls {
			return fmt.Errorf("%d lines, want %d", n, calls)
		}
		if line := negative.Find(out.Bytes()); line != nil && !json {
			return fmt.Errorf("a negative time: %q in\n%s", line, out.Bytes())
		}
	}
	return nil
}
