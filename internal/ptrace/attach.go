package ptrace

import (
	"os"
	"strconv"
	"strings"
	"syscall"

	"gostrace/internal/trace"
)

// attach begins to trace pid, with all its threads if children are followed,
// and returns how many threads that are. It does not wait for them to stop: a
// task in an uninterruptible sleep may not for a long time.
func (e *Engine) attach(pid int) (int, error) {
	errno, n := e.seize(pid, pid), 1
	switch {
	case errno == syscall.EPERM && e.target.Follow && leaderless(pid):
		n = 0 // its other threads live
	case errno != 0:
		return 0, attachError(pid, errno)
	case !e.target.Follow:
		return 1, nil
	}
	// Threads may be made while the list is read; those made by threads that
	// are traced already are, too.
	for {
		tids, err := threads(pid)
		if err != nil {
			break // it has ended
		}
		before := n
		for _, tid := range tids {
			if e.find(tid) == nil && e.seize(tid, pid) == 0 {
				n++
			}
		}
		if n == before {
			break
		}
	}
	if n == 0 {
		return 0, attachError(pid, errno)
	}
	return n, nil
}

// leaderless says whether a process has threads, but its first has ended: so it
// stays, and may not be traced, until the others have, too.
func leaderless(pid int) bool {
	s := statusOf(pid)
	return strings.HasPrefix(s.field("State"), "Z") && s.number("Threads") > 1
}

// seize begins to trace one thread and asks it to stop.
func (e *Engine) seize(tid, pid int) syscall.Errno {
	if errno := ptrace(reqSeize, tid, 0, e.options()); errno != 0 {
		return errno
	}
	if errno := ptrace(reqInterrupt, tid, 0, 0); errno != 0 && errno != syscall.ESRCH {
		return errno
	}
	e.fresh = append(e.fresh, e.add(tid, group(tid, pid), trace.Requested))
	return 0
}

// threads lists the threads of pid.
func threads(pid int) ([]int, error) {
	names, err := readNames("/proc/" + strconv.Itoa(pid) + "/task")
	if err != nil {
		return nil, err
	}
	var tids []int
	for _, name := range names {
		if tid, err := strconv.Atoi(name); err == nil {
			tids = append(tids, tid)
		}
	}
	return tids, nil
}

func readNames(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Readdirnames(-1)
}
