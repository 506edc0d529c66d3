package unwind

import (
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"sort"
	"strconv"
	"syscall"
	"unsafe"
)

// A mapping is a piece of executable memory: a line of /proc/PID/maps.
type mapping struct {
	start, end uint64
	offset     uint64 // of start in the file
	inode      uint64
	device     uint64 // major<<32 | minor
	path       string // printable
	name       string // path as the kernel spells it
	image      *image // what is known about the file; nil: not looked at yet, or dropped
	tried      bool   // image was looked for
	base       uint64 // where the beginning of the file is mapped; 0: unknown
}

// A process is an address space.
type process struct {
	pid   int // any task of it that is stopped
	maps  []mapping
	fresh bool // maps are those of now
	spare []mapping
	sum   uint64 // of the text that maps are of

	tgid     int // process id
	perf     *perfMap
	perfPath string
}

// find returns the executable mapping that holds addr, or nil.
func (p *process) find(addr uint64) *mapping {
	i := sort.Search(len(p.maps), func(i int) bool { return p.maps[i].end > addr })
	if i < len(p.maps) && p.maps[i].start <= addr {
		return &p.maps[i]
	}
	return nil
}

const maxMaps = 64 << 20 // bytes of /proc/PID/maps that are looked at

// readMaps reads what the process has mapped now, keeping what is known about
// files that are still where they were.
func (u *Unwinder) readMaps(p *process) {
	p.fresh = true
	old := p.maps
	p.maps, p.spare = p.spare[:0], old
	var err error
	if u.text, err = readFile(u.text[:0], "/proc/"+strconv.Itoa(p.pid)+"/maps", maxMaps); err != nil {
		u.unreadable(err)
	}
	sum := maphash.Bytes(u.seed, u.text)
	if sum == p.sum {
		p.maps, p.spare = old, p.maps
		return
	}
	p.sum = sum
	rest := u.text
	at := 0
	var first mapping // the last that begins a file
	for len(rest) > 0 {
		line := rest
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			line, rest = rest[:i], rest[i+1:]
		} else {
			rest = nil
		}
		m, executable := u.parseMapping(line)
		if m.offset == 0 {
			first = m
		}
		if !executable {
			continue
		}
		if m.inode == first.inode && m.device == first.device && (m.inode != 0 || m.offset == 0) {
			m.base = first.start
		}
		for at < len(old) && old[at].start < m.start {
			at++
		}
		if at < len(old) && old[at].same(&m) {
			m.image, m.tried = old[at].image, old[at].tried
		}
		p.maps = append(p.maps, m)
	}
}

// same says whether two mappings are of the same file at the same place.
func (m *mapping) same(o *mapping) bool {
	return m.start == o.start && m.end == o.end && m.offset == o.offset &&
		m.inode == o.inode && m.device == o.device && m.name == o.name
}

// parseMapping parses a line of /proc/PID/maps (proc_pid_maps(5)), without the
// name if it is not executable:
//
//	7f0c1f2a5000-7f0c1f3fb000 r-xp 00026000 fe:00 1835 /usr/lib/x86_64-linux-gnu/libc.so.6
func (u *Unwinder) parseMapping(line []byte) (m mapping, executable bool) {
	l := lineParser{line}
	m.start = l.hex('-')
	m.end = l.hex(' ')
	mode := l.word()
	m.offset = l.hex(' ')
	major := l.hex(':')
	minor := l.hex(' ')
	m.device = major<<32 | minor
	m.inode, _ = strconv.ParseUint(string(l.word()), 10, 64)
	if len(mode) < 4 || mode[2] != 'x' || m.end <= m.start {
		return m, false
	}
	name := bytes.TrimLeft(l.rest, " ")
	if len(name) == 0 || name[0] != '/' && name[0] != '[' || bytes.HasPrefix(name, []byte("[anon")) {
		return m, true
	}
	n := u.name(name)
	m.name, m.path = n.raw, n.printable
	return m, true
}

// A spelling is a name as it is and as it is shown.
type spelling struct{ raw, printable string }

// name returns a name, made once.
func (u *Unwinder) name(b []byte) spelling {
	n, ok := u.names[string(b)]
	if !ok {
		if len(u.names) >= maxNames {
			clear(u.names)
		}
		n = spelling{string(b), printable(string(b))}
		u.names[n.raw] = n
	}
	return n
}

// lineParser takes fields off a line.
type lineParser struct{ rest []byte }

// hex takes a hexadecimal number and the byte behind it.
func (l *lineParser) hex(end byte) (v uint64) {
	for i, c := range l.rest {
		switch {
		case c == end:
			l.rest = l.rest[i+1:]
			return v
		case c >= '0' && c <= '9':
			v = v<<4 | uint64(c-'0')
		case c >= 'a' && c <= 'f':
			v = v<<4 | uint64(c-'a'+10)
		default:
			l.rest = nil
			return 0
		}
	}
	l.rest = nil
	return v
}

// word takes what is before the next space, and the space.
func (l *lineParser) word() []byte {
	w := l.rest
	if i := bytes.IndexByte(w, ' '); i >= 0 {
		w, l.rest = w[:i], w[i+1:]
	} else {
		l.rest = nil
	}
	return w
}

// unreadable complains that a map can't be read: unless its process is gone.
func (u *Unwinder) unreadable(err error) {
	if u.Complain == nil {
		return
	}
	var errno syscall.Errno
	if errors.As(err, &errno) && (errno == syscall.ENOENT || errno == syscall.ESRCH) {
		if fd := open("/proc/self/maps"); fd >= 0 {
			closeFD(fd)
			return
		}
		err = errors.New("/proc is not mounted")
	}
	u.Complain(fmt.Errorf("walking stacks: %w", err))
}

// readFile appends up to limit bytes of a file of /proc to b. Such a file
// doesn't block, so the scheduler need not know.
func readFile(b []byte, name string, limit int) ([]byte, error) {
	fd := open(name)
	if fd < 0 {
		return b, &fs.PathError{Op: "reading", Path: name, Err: syscall.Errno(-fd)}
	}
	for len(b) < limit {
		if cap(b)-len(b) < 4096 {
			b = append(b, make([]byte, max(16<<10, cap(b)))...)[:len(b)]
		}
		free := b[len(b):cap(b)]
		n, _, e := syscall.RawSyscall(syscall.SYS_READ, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(free))), uintptr(len(free)))
		if e != 0 {
			closeFD(fd)
			return b, &fs.PathError{Op: "reading", Path: name, Err: e}
		}
		if n == 0 {
			break
		}
		b = b[:len(b)+int(n)]
	}
	closeFD(fd)
	return b, nil
}

// open opens a file to read; it returns a negated errno if that fails.
// A device or FIFO of that name would not be waited for.
func open(name string) int {
	p, err := syscall.BytePtrFromString(name)
	if err != nil {
		return -int(syscall.EINVAL)
	}
	fd, _, e := syscall.RawSyscall6(syscall.SYS_OPENAT, ^uintptr(99), uintptr(unsafe.Pointer(p)),
		syscall.O_RDONLY|syscall.O_CLOEXEC|syscall.O_NONBLOCK|syscall.O_NOCTTY, 0, 0, 0)
	if e != 0 {
		return -int(e)
	}
	return int(fd)
}

func closeFD(fd int) { syscall.RawSyscall(syscall.SYS_CLOSE, uintptr(fd), 0, 0) }
