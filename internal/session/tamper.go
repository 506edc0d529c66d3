package session

import (
	"fmt"

	"gostrace/internal/trace"
)

// tamper does to the call that t enters what the rules say. The execve by
// which a launched task becomes its program is the tracer's own: it isn't
// touched, nor counted.
func (s *Session) tamper(t *task, ev *trace.Event) {
	if !t.begun {
		return
	}
	what := s.Inject.Call(&t.inject, ev.Task.ABI, ev.Nr)
	if what == nil {
		return
	}
	what = s.checkPokes(t, ev, what)
	if err := s.tamperer.Tamper(ev, what); err != nil {
		s.pokeFailed(t, ev.Nr, err)
	}
}

// checkPokes leaves out the pokes of arguments that the call does not have.
func (s *Session) checkPokes(t *task, ev *trace.Event, what *trace.Tampering) *trace.Tampering {
	if len(what.PokeEnter)+len(what.PokeExit) == 0 {
		return what
	}
	most := s.declaration(t, ev.Task.ABI, ev.Nr).Registers(ev.Task.ABI)
	var had bool
	check := func(pokes []trace.Poke) (good []trace.Poke) {
		for _, p := range pokes {
			if p.Arg < most {
				good = append(good, p)
				continue
			}
			had = true
			s.pokeFailed(t, ev.Nr, fmt.Errorf("it has only %d arguments, no argument %d", most, p.Arg+1))
		}
		return good
	}
	enter, exit := check(what.PokeEnter), check(what.PokeExit)
	if !had {
		return what
	}
	t.tampering = *what
	t.tampering.PokeEnter, t.tampering.PokeExit = enter, exit
	return &t.tampering
}

// pokeFailed says that memory could not be overwritten in call nr of t.
func (s *Session) pokeFailed(t *task, nr uint64, err error) {
	if s.PokeFailed != nil {
		s.PokeFailed(t.Task.Task, t.Task.Task.ABI.Syscall(nr), err)
	}
}
