package session

import "gostrace/internal/trace"

// release returns what lets the task of an event go on: or go, with DetachOnExec.
func (s *Session) release() func(*trace.Event) error {
	if !s.DetachOnExec {
		return s.Engine.Resume
	}
	detacher := s.Engine.(trace.Detacher)
	begun := map[*trace.Task]bool{}
	return func(ev *trace.Event) error {
		switch ev.Kind {
		case trace.Exec:
			if ev.Task.Origin != trace.Launched || begun[ev.Task] {
				delete(begun, ev.Task)
				return detacher.Detach(ev)
			}
			begun[ev.Task] = true
		case trace.Exited, trace.Killed, trace.Superseded, trace.Detached:
			delete(begun, ev.Task)
		}
		return s.Engine.Resume(ev)
	}
}
