package unwind

// A Frame is one function of a stack, the innermost first.
type Frame struct {
	// PC is where it goes on, in the tracee's memory.
	PC uint64
	// Path is the file that is mapped there, as /proc/PID/maps spells it,
	// or a name such as [vdso]; "" if there is none.
	Path string
	// Addr is PC as an offset in that file.
	Addr uint64
	// Symbol is the function, demangled; "" if nobody knows.
	Symbol string
	// Offset is how far PC is behind the function's beginning.
	Offset uint64
	// File and Line say where in the source that is; "" if not asked for, or unknown.
	File string
	Line int
}

// A Stack is where a task is. Its space is reused by the next walk.
type Stack struct {
	Frames []Frame
	// More says that there were more frames than were asked for.
	More bool
	// Early says that the walk was made when a call began, not when it is shown.
	Early bool
}

// Reset empties the stack.
func (s *Stack) Reset() { s.Frames, s.More, s.Early = s.Frames[:0], false, false }

// Empty says that there is nothing to show.
func (s *Stack) Empty() bool { return len(s.Frames) == 0 }
