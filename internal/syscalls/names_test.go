package syscalls

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/mem"
)

// noted writes down what a call names.
type noted struct {
	heard []string
	until string // what ends the visit
}

func (n *noted) note(s string) bool {
	n.heard = append(n.heard, s)
	return s == n.until
}

func (n *noted) FD(fd int32) bool { return n.note(fmt.Sprint(fd)) }

func (n *noted) Path(dir int32, name []byte) bool { return n.note(fmt.Sprintf("%d:%s", dir, name)) }

// TestNames: what a call names, by its declaration alone.
func TestNames(t *testing.T) {
	const at = 0x1000
	var s mem.Snapshot
	s.Add(at, []byte("name\x00other\x00"))
	poll := binary.LittleEndian.AppendUint64(nil, 5)       // fd 5
	poll = binary.LittleEndian.AppendUint64(poll, 7|1<<32) // fd 7
	s.Add(2*at, poll)
	s.Add(3*at, binary.LittleEndian.AppendUint64(nil, 1<<3|1<<9|1<<20)) // a set of descriptors
	s.Add(4*at, slices.Concat(make([]byte, 8), []byte{3, 0, 0, 0, 4, 0, 0, 0}))
	minus := func(n int64) uint64 { return uint64(n) }
	for _, c := range []struct {
		name string
		args [6]uint64
		want string
	}{
		{"openat", [6]uint64{minus(-100), at}, "-100:name"},
		{"openat", [6]uint64{3, at}, "3 3:name"},
		{"openat", [6]uint64{3, 9 * at}, "3"},
		{"open", [6]uint64{at}, "-100:name"},
		{"renameat", [6]uint64{3, at, 4, at + 5}, "3 3:name 4 4:other"},
		{"symlink", [6]uint64{at, at + 5}, "-100:other"},
		{"symlinkat", [6]uint64{at, 6, at + 5}, "6 6:other"},
		{"read", [6]uint64{3, at, 5}, "3"},
		{"read", [6]uint64{minus(-1), at, 5}, ""},
		{"mmap", [6]uint64{0, 4096, 1, 2, 9, 0}, "9"},
		{"dup2", [6]uint64{3, 4}, "3 4"},
		{"epoll_ctl", [6]uint64{3, 1, 4, at}, "3 4"},
		{"poll", [6]uint64{2 * at, 2, 0}, "5 7"},
		{"poll", [6]uint64{2 * at, 9, 0}, "5 7"},
		{"select", [6]uint64{10, 3 * at, 0, 3 * at}, "3 9 3 9"},
		{"pipe", [6]uint64{4 * at}, ""},
		{"getpid", [6]uint64{3, 3}, ""},
		{"splice", [6]uint64{3, 0, 4}, "3 4"},
		{"fanotify_mark", [6]uint64{3, 0, 0, 4, at}, "3 4 4:name"},
		{"mq_open", [6]uint64{at}, ""},
	} {
		nr := slices.IndexFunc(x86_64Calls, func(s *d.Syscall) bool { return s != nil && s.Name == c.name })
		if nr < 0 {
			t.Fatalf("no %s", c.name)
		}
		call := d.Call{Mem: &s, ABI: &abi.X86_64, Args: c.args}
		call.Setup(&d.Options{})
		var n noted
		if call.Names(x86_64Calls[nr], &n) || strings.Join(n.heard, " ") != c.want {
			t.Errorf("%s%v names %q, want %q", c.name, c.args, n.heard, c.want)
		}
		if c.want != "" && !x86_64Calls[nr].MayName() {
			t.Errorf("%s may name nothing", c.name)
		}
		if call.Args != c.args {
			t.Errorf("%s: the registers are now %v", c.name, call.Args)
		}
		if len(n.heard) > 0 {
			first := noted{until: n.heard[0]}
			if !call.Names(x86_64Calls[nr], &first) || len(first.heard) != 1 {
				t.Errorf("%s: heard %q after what was sought", c.name, first.heard)
			}
		}
		if allocs := testing.AllocsPerRun(10, func() { call.Names(x86_64Calls[nr], &silent) }); allocs > 0 {
			t.Errorf("%s: %v allocations", c.name, allocs)
		}
	}
}

func TestMayName(t *testing.T) {
	for name, want := range map[string]bool{
		"read": true, "openat": true, "open": true, "poll": true, "select": true, "waitid": true, "fcntl": true, "execve": true,
		"getpid": false, "brk": false, "munmap": false, "futex": false, "wait4": false, "clock_gettime": false, "rt_sigaction": false,
	} {
		for _, s := range x86_64Calls {
			if s != nil && s.Name == name && s.MayName() != want {
				t.Errorf("%s: %v", name, !want)
			}
		}
	}
}

// silent hears nothing.
var silent nobody

type nobody struct{}

func (*nobody) FD(int32) bool           { return false }
func (*nobody) Path(int32, []byte) bool { return false }
