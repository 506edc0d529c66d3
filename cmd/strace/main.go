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
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

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
	tell("strace: " + harmless(fmt.Sprintf(format, args...)) + "\n")
}

// tell writes text to stderr as it is.
func tell(text string) { report.FD(2).Write([]byte(text)) }

// harmless escapes in a line what would drive a terminal: messages name files
// and processes, which others have named.
func harmless(s string) string {
	plain := func(r rune, size int) bool { return strconv.IsPrint(r) && (r != utf8.RuneError || size > 1) }
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case plain(r, size):
			b.WriteString(s[i : i+size])
		case r == '\n':
			b.WriteString(`\n`)
		default:
			for _, c := range []byte(s[i : i+size]) {
				fmt.Fprintf(&b, `\%03o`, c)
			}
		}
		i += size
	}
	return b.String()
}

// fail says what is wrong and ends the program as the reference does.
func fail(err error) {
	text := "strace: " + harmless(err.Error()) + "\n"
	var usage *options.Error
	if errors.As(err, &usage) && usage.Hint {
		text += "Try 'strace -h' for more information.\n"
	}
	tell(text)
	os.Exit(1)
}
