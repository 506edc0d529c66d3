package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"

	"gostrace/internal/options"
	"gostrace/internal/report"
	"gostrace/internal/show"
)

// output is where the trace goes: stderr, a file, a command, or one file per process.
type output struct {
	options.Output
	shared *report.Output
	pipe   *os.Process // the command; nil if there is none
	reaped bool        // somebody has waited for it already
}

func openOutput(o *options.Options) (*output, error) {
	out := &output{Output: o.Output}
	switch {
	case out.Piped:
		w, err := out.start()
		if err != nil {
			return nil, err
		}
		out.shared = report.NewFileOutput(w, "'"+out.Pipe+"'")
	case out.Given && !out.Separate:
		f, err := out.open(out.File)
		if err != nil {
			return nil, err
		}
		out.shared = report.NewFileOutput(f, out.File)
	default:
		if err := out.separable(); err != nil {
			return nil, err
		}
		out.shared = report.NewFileOutput(os.Stderr, "stderr")
	}
	return out, nil
}

// open opens a file to write to. No descriptor of ours may reach the command.
func (o *output) open(name string) (*os.File, error) {
	flags := syscall.O_WRONLY | syscall.O_CREAT | syscall.O_CLOEXEC
	if o.Append {
		flags |= syscall.O_APPEND
	} else {
		flags |= syscall.O_TRUNC
	}
	// Not os.OpenFile, which would start the runtime's poller for it.
	fd, err := syscall.Open(name, flags, 0o666)
	for errors.Is(err, syscall.EINTR) {
		fd, err = syscall.Open(name, flags, 0o666)
	}
	if err != nil {
		return nil, fmt.Errorf("Can't fopen '%s': %s", name, reason(err))
	}
	return os.NewFile(uintptr(fd), name), nil
}

// colors returns the colours of what goes to the output; nil for none.
func (o *output) colors(opts *options.Options) *show.Palette {
	if opts.Color == options.ColorAuto && (o.Separate && o.Given || !o.shared.Terminal()) {
		return nil
	}
	return opts.Colors
}

// separable tells why files for processes could not be made, before there are any.
func (o *output) separable() error {
	if !o.Given || !o.Separate {
		return nil
	}
	const mayWriteAndSearch = 3 // W_OK|X_OK of access(2)
	if err := syscall.Access(filepath.Dir(o.File), mayWriteAndSearch); err != nil {
		return fmt.Errorf("Can't fopen '%s.PID': %s", o.File, reason(err))
	}
	return nil
}

// separate opens the file of one process (-ff).
func (o *output) separate(pid int) (*report.Output, error) {
	if !o.Given {
		return o.shared, nil
	}
	name := o.File + "." + strconv.Itoa(pid)
	f, err := o.open(name)
	if err != nil {
		return nil, err
	}
	return report.NewFileOutput(f, name), nil
}

// start starts the command of -o '|command' and returns its standard input.
func (o *output) start() (*os.File, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("making a pipe to '%s': %w", o.Pipe, err)
	}
	defer r.Close()
	o.pipe, err = os.StartProcess("/bin/sh", []string{"sh", "-c", o.Pipe},
		&os.ProcAttr{Files: []*os.File{r, os.Stdout, os.Stderr}})
	if err != nil {
		w.Close()
		return nil, fmt.Errorf("starting '%s': %w", o.Pipe, err)
	}
	return w, nil
}

// onChild hears of the end of children that are not traced: the engine waits for all.
func (o *output) onChild(pid int, status uint32) {
	if o.pipe != nil && pid == o.pipe.Pid {
		o.reaped = true
	}
}

// close ends the output and waits for the command that reads it.
func (o *output) close(sink report.Sink) error {
	var err error
	if sink != nil {
		err = sink.Close()
	} else {
		err = o.shared.Close()
	}
	if o.pipe != nil && !o.reaped {
		_, _ = o.pipe.Wait() // its status is its own business
	}
	return err
}

// reason is the C library's text for the cause of an error.
func reason(err error) string {
	if pe := (*os.PathError)(nil); errors.As(err, &pe) {
		err = pe.Err
	}
	return capitalised(err)
}
