package ebpf

import (
	"encoding/binary"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"unsafe"

	"gostrace/internal/trace"
)

// What in and sent in a taskState say.
const (
	inCall    = 1 // in a call that is traced
	sentBegin = 1 // the beginning of the call has been sent
	sentGuess = 2 // the call was under way when the task was attached to
)

// attachProcess begins to trace the threads of pid and returns how many there are.
func (e *Engine) attachProcess(pid int) (int, error) {
	if pid == os.Getpid() {
		return 0, fmt.Errorf("process %d is strace itself", pid)
	}
	n := 0
	for {
		tids, err := threads(pid)
		if err != nil {
			if n > 0 {
				return n, nil // it has ended
			}
			return 0, fmt.Errorf("tracing process %d: no such process", pid)
		}
		before := n
		for _, tid := range tids {
			if e.find(tid) != nil {
				continue
			}
			if err := e.track(tid, pid, trace.Requested, e.underWayIn(pid, tid)); err != nil {
				return n, err
			}
			n++
		}
		if n == before {
			return n, nil
		}
	}
}

// threads lists the threads of pid.
func threads(pid int) ([]int, error) {
	f, err := os.Open("/proc/" + strconv.Itoa(pid) + "/task")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
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

// underWayIn returns the call that a thread is in, from /proc/PID/syscall
// (proc_pid_syscall(5)). It may have ended meanwhile: the program looks again
// when a call ends.
func (e *Engine) underWayIn(pid, tid int) taskState {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/task/" + strconv.Itoa(tid) + "/syscall")
	if err != nil {
		return taskState{}
	}
	f := strings.Fields(string(b))
	if len(f) < 9 {
		return taskState{}
	}
	nr, err := strconv.ParseUint(f[0], 10, 64)
	if err != nil {
		return taskState{}
	}
	s := taskState{began: monotonic(), call: 1, check: 1, nr: nr, in: 1, sent: sentGuess}
	if is32(pid) {
		s.abi = 1
	}
	for i := range s.args {
		s.args[i], _ = strconv.ParseUint(strings.TrimPrefix(f[1+i], "0x"), 16, 64)
	}
	s.args[6], s.args[7] = s.args[7], s.args[6] // the file has the stack pointer first
	if !e.wants(&s) {
		s.in = 0
	}
	return s
}

// wants says whether the call of s is one of those to trace.
func (e *Engine) wants(s *taskState) bool {
	for i := range e.wanted {
		if c := &e.wanted[i]; table(c.ABI) == int(s.abi) && c.Nr == s.nr {
			return true
		}
	}
	return false
}

// is32 says whether a process runs a 32-bit program.
func is32(pid int) bool {
	f, err := os.Open("/proc/" + strconv.Itoa(pid) + "/exe")
	if err != nil {
		return false
	}
	defer f.Close()
	var head [5]byte
	_, err = f.ReadAt(head[:], 0)
	const class32 = 1 // ELFCLASS32, elf.h
	return err == nil && head[4] == class32
}

// hint counts a task where the programs look first.
func (e *Engine) hint(tid int, by int64) {
	atomic.AddInt64((*int64)(unsafe.Pointer(&e.hints[8*(tid&(hints-1))])), by)
}

// configure says in c which processes are traced.
func (g *Group) configure(c *config) error {
	switch {
	case g.All:
		c.mode = everything
	case g.Comm != "":
		c.mode = byComm
		if len(g.Comm) > len(c.comm)-1 {
			return fmt.Errorf("--comm %s: the kernel keeps %d bytes of a name", g.Comm, len(c.comm)-1)
		}
		copy(c.comm[:], g.Comm)
	case g.Cgroup != "":
		c.mode = byCgroup
		id, level, err := cgroup(g.Cgroup)
		if err != nil {
			return err
		}
		c.cgroup, c.level = id, level
	}
	return nil
}

// cgroup returns the id of a cgroup and how deep it is in the hierarchy.
func cgroup(path string) (id uint64, level uint32, err error) {
	root, err := unified()
	if err != nil {
		return 0, 0, err
	}
	if !strings.HasPrefix(path, root+"/") && path != root {
		path = root + "/" + strings.TrimPrefix(path, "/")
	}
	path = strings.TrimRight(path, "/")
	if id, err = handle(path); err != nil {
		return 0, 0, fmt.Errorf("--cgroup %s: %w", path, err)
	}
	return id, uint32(strings.Count(path, "/") - strings.Count(root, "/")), nil
}

// unified returns where the unified hierarchy is mounted.
func unified() (string, error) {
	b, err := os.ReadFile("/proc/self/mounts")
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(b)) {
		if f := strings.Fields(line); len(f) > 2 && f[2] == "cgroup2" {
			return f[1], nil
		}
	}
	return "", fmt.Errorf("there is no unified hierarchy of cgroups (cgroup2) here")
}

// handle returns the id of a cgroup, which is its file handle.
func handle(path string) (uint64, error) {
	const (
		sysNameToHandleAt = 303
		atFDCWD           = -100
	)
	name, err := syscall.BytePtrFromString(path)
	if err != nil {
		return 0, err
	}
	h := struct {
		bytes, typ uint32
		b          [8]byte
	}{bytes: 8}
	var mount int32
	at := atFDCWD
	_, _, errno := syscall.Syscall6(sysNameToHandleAt, uintptr(at), uintptr(unsafe.Pointer(name)),
		uintptr(unsafe.Pointer(&h)), uintptr(unsafe.Pointer(&mount)), 0, 0)
	if errno != 0 {
		return 0, errno
	}
	return binary.LittleEndian.Uint64(h.b[:]), nil
}

// possibleCPUs returns one more than the highest number that a processor may have.
func possibleCPUs() int {
	b, err := os.ReadFile("/sys/devices/system/cpu/possible")
	if err == nil {
		text := strings.TrimSpace(string(b))
		if i := strings.LastIndexAny(text, "-,"); i >= 0 {
			text = text[i+1:]
		}
		if n, err := strconv.Atoi(text); err == nil {
			return n + 1
		}
	}
	return 1024
}
