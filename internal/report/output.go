package report

import (
	"fmt"
	"io"
	"os"
	"syscall"
	"unsafe"
)

// highWater is how many buffered bytes are written out at once.
const highWater = 64 << 10

// An Output is where lines go. What goes to a regular file is buffered until
// there is much of it, or until Flush; all else is written as soon as Show says.
//
// After the first write error the Output drops everything: the tracees must
// not suffer from a full disk. Err returns that error.
type Output struct {
	name     string
	w        io.Writer
	file     *os.File // closed by Close; nil if w is not our own
	buffered bool
	terminal bool
	buf      []byte
	err      error
}

// NewOutput returns an Output that writes to w and leaves it open; name is for messages.
func NewOutput(w io.Writer, name string) *Output { return &Output{name: name, w: w} }

// NewFileOutput returns an Output that writes to f. Close closes f, unless that is os.Stderr.
func NewFileOutput(f *os.File, name string) *Output {
	o := &Output{name: name, w: FD(f.Fd())}
	if f != os.Stderr {
		o.file = f
	}
	if st, err := f.Stat(); err == nil {
		o.buffered = st.Mode().IsRegular()
		o.terminal = st.Mode()&os.ModeCharDevice != 0 && isTerminal(f.Fd())
	}
	return o
}

// isTerminal says whether a descriptor is a terminal's, as isatty(3) does.
func isTerminal(fd uintptr) bool {
	var t syscall.Termios
	_, _, e := syscall.RawSyscall(syscall.SYS_IOCTL, fd, syscall.TCGETS, uintptr(unsafe.Pointer(&t)))
	return e == 0
}

// Terminal says whether a person looks at the output.
func (o *Output) Terminal() bool { return o.terminal }

// Write appends b; it never fails (see Err).
func (o *Output) Write(b []byte) (int, error) {
	if o.err == nil {
		o.buf = append(o.buf, b...)
	}
	return len(b), nil
}

// Show writes out what is not to be buffered: called when a line, or the part
// of it that is known before the call runs, is complete.
func (o *Output) Show() {
	if !o.buffered || len(o.buf) >= highWater {
		o.Flush()
	}
}

// Flush writes everything out.
func (o *Output) Flush() {
	if len(o.buf) == 0 || o.err != nil {
		return
	}
	if _, err := o.w.Write(o.buf); err != nil {
		o.err = fmt.Errorf("writing the trace to %s: %w", o.name, err)
	}
	o.buf = o.buf[:0]
}

// Err returns the error that stopped the output, if any.
func (o *Output) Err() error { return o.err }

// Close writes everything out and closes what is written to.
func (o *Output) Close() error {
	o.Flush()
	if o.file == nil {
		return o.err
	}
	if err := o.file.Close(); err != nil && o.err == nil {
		o.err = fmt.Errorf("closing %s: %w", o.name, err)
	}
	return o.err
}
