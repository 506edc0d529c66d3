package options

import "fmt"

// An Error is a mistake on the command line. The exit status is 1.
type Error struct {
	Msg string // one line, without the program's name
	// Hint says that "Try 'strace -h' for more information." belongs below.
	Hint bool
}

func (e *Error) Error() string { return e.Msg }

// Hint is the line below an Error that asks for it.
const Hint = "Try 'strace -h' for more information."

// usage is an Error with the hint.
func usage(format string, args ...any) error {
	return &Error{Msg: fmt.Sprintf(format, args...), Hint: true}
}

// refuse is an Error without the hint.
func refuse(format string, args ...any) error {
	return &Error{Msg: fmt.Sprintf(format, args...)}
}
