package procfs

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
	"unsafe"

	"gostrace/internal/show"
)

// PIDKinds says what is told of process ids (--decode-pids).
type PIDKinds uint32

const (
	// Comm is the name of the process or thread (-Y).
	Comm PIDKinds = 1 << iota
	// PIDNS is its id in our own pid name space, where the tracee has another one.
	PIDNS
	// AllPIDs is both.
	AllPIDs = Comm | PIDNS
)

// IDKind says what an id is the id of.
type IDKind uint8

const (
	ProcessID IDKind = iota // a thread group
	ThreadID
	GroupID   // a process group
	SessionID // a session
)

// statusLines are the lines of /proc/PID/status that have an id in all name spaces (proc(5)).
var statusLines = [...]string{ProcessID: "NStgid", ThreadID: "NSpid", GroupID: "NSpgid", SessionID: "NSsid"}

// PIDs tells what process ids are. It belongs to one thread.
type PIDs struct {
	kinds PIDKinds
	d     Describer // for its buffers
	own   uint64    // inode of our own pid name space; 0: not asked for yet
	out   []byte
}

// NewPIDs returns a PIDs that tells kinds, in text escaped as o says.
func NewPIDs(kinds PIDKinds, o *show.Options) *PIDs {
	return &PIDs{kinds: kinds, d: Describer{opts: o}}
}

// Comm returns the name of a thread of ours: in text in brackets, <sh>; nil if
// it has none or is gone. The bytes are valid until the next call.
func (p *PIDs) Comm(tid int) []byte {
	if p.kinds&Comm == 0 {
		return nil
	}
	name, _, _ := bytes.Cut(p.d.read(tid, "comm"), []byte("\n"))
	if len(name) == 0 {
		return nil
	}
	// That of a worker of the kernel is longer here than elsewhere.
	const most = 15 // TASK_COMM_LEN of linux/sched.h, without its NUL
	name = name[:min(most, len(name))]
	if p.d.opts.JSON {
		return name
	}
	p.out = append(p.out[:0], '<')
	p.out = show.AppendEscaped(p.out, name, p.d.opts.Escape, '>')
	p.out = append(p.out, '>')
	return p.out
}

// Of tells of an id as the thread tid sees it: the name of its process or
// thread, as Comm does, and its id in our own name space; 0 if that is the
// same one, or if there is no such id.
func (p *PIDs) Of(tid int, kind IDKind, id int32) (comm []byte, outer int32) {
	if id <= 0 {
		return nil, 0
	}
	ours := id
	if p.elsewhere(tid) {
		if ours = p.translate(tid, kind, id); ours == 0 {
			return nil, 0
		}
		if p.kinds&PIDNS != 0 {
			outer = ours
		}
	}
	if kind <= ThreadID {
		comm = p.Comm(int(ours))
	}
	return comm, outer
}

// Namespace returns what /proc/PID/ns/kind links to: uts:[4026531838]. id is
// the process as the thread tid sees it, 0 being the thread itself. nil: it is
// gone. The bytes are valid until the next call.
func (p *PIDs) Namespace(tid int, id int32, kind string) []byte {
	pid := tid
	if id > 0 {
		pid = int(id)
		if p.elsewhere(tid) {
			pid = int(p.translate(tid, ThreadID, id))
		}
	}
	return p.d.readlink(pid, "ns/"+kind, -1)
}

// elsewhere says whether a thread is in another pid name space than we.
func (p *PIDs) elsewhere(tid int) bool {
	if p.own == 0 {
		p.own = p.space(os.Getpid())
	}
	s := p.space(tid)
	return s != 0 && s != p.own
}

// space returns the inode of a thread's pid name space; 0 if it is gone.
func (p *PIDs) space(tid int) uint64 {
	var st syscall.Stat_t
	p.d.proc(tid, "ns/pid", -1)
	if !stat(&p.d.name[0], 0, &st) {
		return 0
	}
	return st.Ino
}

// What asks a name space for the caller's id of a process or thread of it
// (linux/nsfs.h, since Linux 6.11).
const (
	nsGetPIDFromPIDNS  = 0x8004b706
	nsGetTGIDFromPIDNS = 0x8004b707
)

// translate returns what id in the pid name space of tid is in ours; 0 if nothing.
func (p *PIDs) translate(tid int, kind IDKind, id int32) int32 {
	p.d.proc(tid, "ns/pid", -1)
	f, _, e := syscall.RawSyscall6(syscall.SYS_OPENAT, atFDCWD, uintptr(unsafe.Pointer(&p.d.name)),
		syscall.O_RDONLY|syscall.O_CLOEXEC, 0, 0, 0)
	if e != 0 {
		return 0
	}
	request := uintptr(nsGetPIDFromPIDNS)
	if kind == ProcessID {
		request = nsGetTGIDFromPIDNS
	}
	r, _, e := syscall.RawSyscall(syscall.SYS_IOCTL, f, request, uintptr(id))
	syscall.RawSyscall(syscall.SYS_CLOSE, f, 0, 0)
	switch {
	case e == 0:
		return int32(r)
	case e == syscall.ESRCH && kind <= ThreadID:
		return 0
	}
	// An older kernel; or a group or session whose leader is gone.
	return p.search(p.space(tid), kind, id)
}

// search looks through all processes for the id.
func (p *PIDs) search(space uint64, kind IDKind, id int32) int32 {
	dir, err := os.ReadDir("/proc")
	if err != nil {
		return 0
	}
	for _, e := range dir {
		pid, err := strconv.Atoi(e.Name())
		if err != nil || p.space(pid) != space {
			continue
		}
		if kind != ThreadID {
			if ours := p.match(pid, kind, id); ours != 0 {
				return ours
			}
			continue
		}
		threads, err := os.ReadDir("/proc/" + e.Name() + "/task")
		if err != nil {
			continue
		}
		for _, t := range threads {
			if tid, err := strconv.Atoi(t.Name()); err == nil {
				if ours := p.match(tid, kind, id); ours != 0 {
					return ours
				}
			}
		}
	}
	return 0
}

// match returns the first id of a line of /proc/TID/status, which is ours, if
// the last one, which is that of the thread's own name space, is id.
func (p *PIDs) match(tid int, kind IDKind, id int32) int32 {
	line, ok := field(p.d.read(tid, "status"), statusLines[kind])
	if !ok {
		return 0
	}
	ids := bytes.Fields(line)
	if len(ids) < 2 {
		return 0
	}
	if last, _ := decimal(ids[len(ids)-1]); last != uint64(id) {
		return 0
	}
	first, _ := decimal(ids[0])
	return int32(first)
}
