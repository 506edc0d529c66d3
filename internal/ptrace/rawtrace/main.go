// Command rawtrace prints the events of the ptrace engine, undecoded, for
// those who work on it:
//
//	go run ./internal/ptrace/rawtrace [-f] [-I N] [-p PID]... [PROGRAM [ARG]...]
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"

	"gostrace/internal/ptrace"
	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/trace"
)

func init() { runtime.LockOSThread() }

func main() {
	var t trace.Target
	var c ptrace.Config
	flag.BoolVar(&t.Follow, "f", false, "follow children")
	flag.BoolVar(&t.Times, "t", false, "stamp events")
	flag.BoolVar(&t.CPUTime, "c", false, "ask for CPU time")
	flag.BoolVar(&c.Pin, "pin", false, "stay on one processor")
	quiet := flag.Bool("q", false, "print nothing but the number of events")
	flag.IntVar(&c.Interruptible, "I", ptrace.Waiting, "interruptible")
	flag.Func("p", "attach to `PID`", func(s string) error {
		pid, err := strconv.Atoi(s)
		t.PIDs = append(t.PIDs, pid)
		return err
	})
	flag.Parse()
	if flag.NArg() > 0 {
		path, err := exec.LookPath(flag.Arg(0))
		if err != nil {
			path = flag.Arg(0)
		}
		t.Path, t.Argv, t.Env = path, flag.Args(), inherit.Environ()
	}
	c.OnAttach = func(pid, threads int, err error) { fmt.Println("attach", pid, threads, err) }
	c.OnDetach = func(e *trace.Event) { fmt.Println(e.Task.TID, "detached, in call:", e.Task.InSyscall) }
	c.OnChild = func(pid int, status uint32) { fmt.Println("child", pid, status) }
	if err := run(ptrace.New(c), t, *quiet); err != nil {
		var i *ptrace.Interrupted
		if errors.As(err, &i) {
			err = errors.Join(err, ptrace.Raise(i.Sig))
		}
		fmt.Fprintln(os.Stderr, "rawtrace:", err)
		os.Exit(1)
	}
}

func run(e *ptrace.Engine, t trace.Target, quiet bool) error {
	if err := e.Start(t); err != nil {
		return err
	}
	var ev trace.Event
	for n := 0; ; n++ {
		switch err := e.Next(&ev); {
		case err == io.EOF:
			fmt.Println(n, "events")
			return e.Close()
		case err != nil:
			return errors.Join(err, e.Close())
		}
		if !quiet {
			show(&ev)
		}
		if err := e.Resume(&ev); err != nil {
			return err
		}
	}
}

func show(ev *trace.Event) {
	k := ev.Task
	fmt.Printf("%d/%d ", k.PID, k.TID)
	switch ev.Kind {
	case trace.SyscallEnter:
		fmt.Printf("enter %s %d %x\n", k.ABI.Name, ev.Nr, ev.Args)
	case trace.SyscallExit:
		fmt.Printf("exit %d %v\n", ev.Ret, ev.Failed)
	case trace.Signal:
		fmt.Println("signal", ev.Sig)
	case trace.GroupStop:
		fmt.Println("stopped by", ev.Sig)
	case trace.Exited:
		fmt.Println("exited with", ev.Status)
	case trace.Killed:
		fmt.Println("killed by", ev.Sig, ev.Core)
	case trace.Attached:
		fmt.Println("attached, origin", k.Origin)
	case trace.Exec:
		fmt.Println("exec")
	case trace.Superseded:
		fmt.Println("superseded by", ev.By)
	case trace.Exiting:
		fmt.Println("exiting, in call:", k.InSyscall)
	default:
		fmt.Println("kind", ev.Kind)
	}
}
