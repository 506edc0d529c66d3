package main

import (
	"bufio"
	"fmt"
	"os"
)

const help = `Usage: strace-log-merge STRACE_LOG

Merges the files STRACE_LOG.PID, which strace -ff -tt (or -ttt) -o STRACE_LOG
writes, in the order of their times, with the process id before each line.
Lines that do not begin with a time are left out.
`

func main() {
	args := os.Args[1:]
	if len(args) == 1 && (args[0] == "--help" || args[0] == "-h") {
		fmt.Print(help)
		return
	}
	if len(args) != 1 {
		fmt.Fprint(os.Stderr, help)
		os.Exit(1)
	}
	if err := run(args[0]); err != nil {
		say(err.Error())
		os.Exit(1)
	}
}

func run(prefix string) error {
	logs, err := read(prefix)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(os.Stdout)
	logs.merge(w)
	if err := w.Flush(); err != nil {
		return fmt.Errorf("writing to standard output: %w", err)
	}
	if n := logs.skipped; n > 0 {
		say(fmt.Sprintf("%d lines without a time were left out", n))
	}
	return nil
}

func say(s string) { fmt.Fprintln(os.Stderr, "strace-log-merge: "+s) }
