package session

import (
	"io"
	"slices"
	"testing"

	"gostrace/internal/abi"
	"gostrace/internal/decode"
	"gostrace/internal/mem"
	"gostrace/internal/report"
	"gostrace/internal/trace"
)

// script is an engine that plays events.
type script struct {
	events  []trace.Event
	resumed []trace.Event
}

func (s *script) Start(trace.Target) error { return nil }
func (s *script) Next(e *trace.Event) error {
	if len(s.events) == 0 {
		return io.EOF
	}
	*e, s.events = s.events[0], s.events[1:]
	return nil
}
func (s *script) Resume(e *trace.Event) error   { s.resumed = append(s.resumed, *e); return nil }
func (s *script) Memory(*trace.Task) mem.Reader { return new(mem.Snapshot) }
func (s *script) Close() error                  { return nil }

// notes is a sink that writes down what it hears.
type notes struct{ heard []string }

func (n *notes) note(s string)                                           { n.heard = append(n.heard, s) }
func (n *notes) Enter(_ *report.Task, _ *trace.Event, d *decode.Syscall) { n.note("enter " + d.Name) }
func (n *notes) Leave(*report.Task, *trace.Event)                        { n.note("leave") }
func (n *notes) Signal(*report.Task, *trace.Event)                       { n.note("signal") }
func (n *notes) Exiting(*report.Task, *trace.Event)                      { n.note("exiting") }
func (n *notes) End(*report.Task, *trace.Event)                          { n.note("end") }
func (n *notes) Personality(t *report.Task, _ *trace.Event)              { n.note("personality " + t.ABI.Name) }
func (n *notes) Lifecycle(*report.Task, *trace.Event)                    { n.note("lifecycle") }
func (n *notes) Forget(*report.Task)                                     { n.note("forget") }
func (n *notes) Flush()                                                  {}
func (n *notes) Err() error                                              { return nil }
func (n *notes) Close() error                                            { return nil }

// A launched program attaches, calls as a 64-bit and as a 32-bit program,
// hears a signal and ends: the sink is told in order, and the result is the
// program's status.
func TestRun(t *testing.T) {
	task := &trace.Task{TID: 7, PID: 7, ABI: &abi.X86_64, Origin: trace.Launched, Resuming: -1}
	engine := &script{events: []trace.Event{
		{Kind: trace.Attached, Task: task},
		{Kind: trace.SyscallEnter, Task: task, Nr: 3},
		{Kind: trace.SyscallExit, Task: task},
		{Kind: trace.Signal, Task: task, Sig: 17},
		{Kind: trace.SyscallEnter, Task: task, Nr: 231},
		{Kind: trace.Exiting, Task: task},
		{Kind: trace.Exited, Task: task, Status: 3},
	}}
	sink := new(notes)
	result, err := New(Config{Engine: engine, Sink: sink, Decode: &decode.Options{}}).Run()
	if err != nil || !result.Known || result.Status != 3 {
		t.Errorf("%+v, %v", result, err)
	}
	want := []string{"lifecycle", "enter close", "leave", "signal", "enter exit_group", "exiting", "end", "forget"}
	if !slices.Equal(sink.heard, want) {
		t.Errorf("heard %q, want %q", sink.heard, want)
	}
	if len(engine.resumed) != 7 {
		t.Errorf("%d events resumed, want 7", len(engine.resumed))
	}
}

// The sink hears of a call in another ABI that the ABI has changed, first.
func TestPersonality(t *testing.T) {
	task := &trace.Task{TID: 7, PID: 7, ABI: &abi.I386, Origin: trace.Launched, Resuming: -1}
	sink := new(notes)
	engine := &script{events: []trace.Event{{Kind: trace.SyscallEnter, Task: task, Nr: 6}, {Kind: trace.SyscallExit, Task: task}}}
	if _, err := New(Config{Engine: engine, Sink: sink, Decode: &decode.Options{}}).Run(); err != nil {
		t.Error(err)
	}
	if want := []string{"personality i386", "enter close", "leave"}; !slices.Equal(sink.heard, want) {
		t.Errorf("heard %q, want %q", sink.heard, want)
	}
}
