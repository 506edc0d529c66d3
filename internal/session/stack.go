package session

import (
	"gostrace/internal/abi"
	"gostrace/internal/trace"
)

// walk takes the stack of a task that is stopped at ev, if anyone wants to see it.
func (s *Session) walk(t *task, ev *trace.Event) {
	if s.Stacks == nil {
		return
	}
	t.Stack.Reset()
	if r, ok := s.Engine.(trace.RegisterReader); ok && r.Registers(ev.Task, &s.regs) {
		s.Stacks.Walk(&t.Stack, ev.Task, &s.regs, s.Engine.Memory(ev.Task))
	}
}

// remapped says that the task's process has other memory now.
func (s *Session) remapped(t *task) {
	if s.Stacks != nil {
		s.Stacks.Remapped(t.PID)
	}
}

// remaps says whether the call that t is in changes what is mapped where, and
// anyone must know. Both its stops are of interest then.
func (s *Session) remaps(t *task, a *abi.ABI) bool {
	if s.Stacks == nil {
		return false
	}
	switch a.Syscall(t.Nr) {
	case "mmap", "mmap2", "munmap", "mremap", "mprotect", "pkey_mprotect", "remap_file_pages", "shmat", "shmdt", "ipc":
		return true
	}
	return false
}
