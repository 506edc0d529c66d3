package report

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// flushDelay is how long a line may wait in the buffer of a file.
const flushDelay = 10 * time.Millisecond

// highWater is how many buffered bytes are written out at once.
const highWater = 64 << 10

// An Output is where lines go. What goes to a regular file is buffered and
// written at least every 10 ms; all else is written as soon as it is complete.
//
// After the first write error the Output drops everything: the tracees must
// not suffer from a full disk. Err returns that error.
type Output struct {
	name     string
	w        io.Writer
	buffered bool

	mu    sync.Mutex // between the tracer's thread and the timer's
	buf   []byte
	timer *time.Timer
	armed bool
	err   error
}

// NewOutput returns an Output that writes to w; name is for messages.
func NewOutput(w io.Writer, name string) *Output {
	o := &Output{name: name, w: w}
	if f, ok := w.(*os.File); ok {
		if st, err := f.Stat(); err == nil && st.Mode().IsRegular() {
			o.buffered = true
		}
	}
	return o
}

// Write appends b; it never fails (see Err).
func (o *Output) Write(b []byte) (int, error) {
	if o.buffered {
		o.mu.Lock()
		defer o.mu.Unlock()
	}
	if o.err != nil {
		return len(b), nil
	}
	o.buf = append(o.buf, b...)
	if !o.buffered {
		return len(b), nil
	}
	switch {
	case len(o.buf) >= highWater:
		o.flush()
	case !o.armed:
		o.armed = true
		if o.timer == nil {
			o.timer = time.AfterFunc(flushDelay, o.tick)
		} else {
			o.timer.Reset(flushDelay)
		}
	}
	return len(b), nil
}

func (o *Output) tick() {
	o.mu.Lock()
	o.armed = false
	o.flush()
	o.mu.Unlock()
}

// Show writes out what is not to be buffered: called when a line, or the part
// of it that is known before the call runs, is complete.
func (o *Output) Show() {
	if !o.buffered {
		o.flush()
	}
}

// Flush writes everything out.
func (o *Output) Flush() {
	o.mu.Lock()
	o.flush()
	o.mu.Unlock()
}

func (o *Output) flush() {
	if len(o.buf) == 0 || o.err != nil {
		return
	}
	if _, err := o.w.Write(o.buf); err != nil {
		var pe *os.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		o.err = fmt.Errorf("writing the trace to %s: %w", o.name, err)
	}
	o.buf = o.buf[:0]
}

// Err returns the error that stopped the output, if any.
func (o *Output) Err() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.err
}

// Close writes everything out and closes what is written to.
func (o *Output) Close() error {
	o.Flush()
	if c, ok := o.w.(io.Closer); ok && o.w != os.Stderr {
		if err := c.Close(); err != nil && o.err == nil {
			return fmt.Errorf("closing %s: %w", o.name, err)
		}
	}
	return nil
}
