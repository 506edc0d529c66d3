// One thread does everything: the runtime need not look, at start-up and ever
// after, for how many processors the container has.
//
//go:debug containermaxprocs=0
//go:debug updatemaxprocs=0
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"

	"gostrace/internal/options"
	"gostrace/internal/ptrace"
	"gostrace/internal/report"
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
	if len(o.Command) == 0 && len(o.Attach) == 0 && !o.Engine.Group() {
		if _, err := compile(o); err != nil {
			fail(err)
		}
		tip(o)
		return
	}
	handover := ptrace.TakeHandover()
	if handover == nil {
		for _, w := range o.Warnings {
			say("%s", w)
		}
		if o.Daemonize != 0 {
			os.Exit(daemonize(o))
		}
	}
	os.Exit(run(o, handover))
}

// daemonize becomes the command, and leaves tracing it to this program, started again (-D).
func daemonize(o *options.Options) int {
	target, err := newTarget(o)
	if err != nil {
		fail(err)
	}
	if err = ptrace.Daemonize(&target, int(o.Daemonize)); err != ptrace.ErrNotTraced {
		say("%v", err)
	}
	return 1
}

// tip shows what --tips asks for.
func tip(o *options.Options) {
	report.FD(2).Write([]byte(o.Tips.Text(uint64(time.Now().UnixNano() / 1000))))
}

// say writes one line to stderr, in one write: others write to the same
// terminal. If stderr is gone, there is nobody to say that to.
func say(format string, args ...any) {
	report.FD(2).Write([]byte("strace: " + fmt.Sprintf(format, args...) + "\n"))
}

// fail says what is wrong and ends the program as the reference does.
func fail(err error) {
	text := err.Error()
	var usage *options.Error
	if errors.As(err, &usage) && usage.Hint {
		text += "\nTry 'strace -h' for more information."
	}
	say("%s", text)
	os.Exit(1)
}
