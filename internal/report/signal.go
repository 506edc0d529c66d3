package report

import (
	"gostrace/internal/abi"
	"gostrace/internal/syscalls"
	"gostrace/internal/trace"
	"gostrace/internal/xlat"
)

// SignalName returns the name of a signal: SIGTERM, SIGRT_3.
func SignalName(sig int) string {
	if sig >= 0 && sig < len(xlat.Signal) && xlat.Signal[sig] != "" {
		return xlat.Signal[sig]
	}
	return string(appendInt(nil, sig))
}

// signal returns "--- SIGCHLD {...} ---".
func (x *Text) signal(t *Task, ev *trace.Event) []byte {
	x.aux.Process = t.Call.Process
	p := &x.aux.P
	p.Reset()
	p.Text("--- ")
	if ev.Kind == trace.GroupStop {
		p.Text("stopped by ")
	}
	p.Text(SignalName(ev.Sig))
	if ev.Kind == trace.Signal && !ev.NoInfo {
		p.Text(" ")
		x.aux.ShowObject(&abi.X86_64, &syscalls.Siginfo, ev.Info[:])
	}
	p.Text(" ---")
	return p.Take()
}
