package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"

	"gostrace/internal/options"
)

// The kernel lets only the thread that attached trace, and the main thread is
// the one that other tracers look at: it does everything.
func init() { runtime.LockOSThread() }

func main() {
	o, err := options.Parse(os.Args[1:], os.LookupEnv)
	if err != nil {
		fail(err)
	}
	switch {
	case o.Help:
		fmt.Print(options.Help())
		return
	case o.Version:
		fmt.Print(options.Version())
		return
	}
	for _, w := range o.Warnings {
		say(w)
	}
	os.Exit(run(o))
}

// say writes one line to stderr.
func say(format string, args ...any) {
	text := format
	if len(args) > 0 {
		text = fmt.Sprintf(format, args...)
	}
	// One write: others write to the same terminal.
	os.Stderr.WriteString("strace: " + strings.TrimSuffix(text, "\n") + "\n")
}

// fail says what is wrong and ends the program as the reference does.
func fail(err error) {
	text := err.Error()
	var usage *options.Error
	if errors.As(err, &usage) && usage.Hint {
		text += "\nTry 'strace -h' for more information."
	}
	say(text)
	os.Exit(1)
}
