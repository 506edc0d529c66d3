package procfs

import (
	"bytes"

	"gostrace/internal/show"
)

// Kinds says of which descriptors what is told (--decode-fds).
type Kinds uint32

const (
	Path     Kinds = 1 << iota // the path, or what the kernel has for one (-y)
	Socket                     // protocol and addresses
	Dev                        // device numbers behind the path
	EventFD                    // counter and number
	PIDFD                      // the process
	SignalFD                   // the signals

	All = Path | Socket | Dev | EventFD | PIDFD | SignalFD // -yy
)

// CWD is the descriptor that stands for the current directory: AT_FDCWD
// (linux/fcntl.h).
const CWD = -100

// A Describer tells what descriptors are. It belongs to one thread.
type Describer struct {
	kinds Kinds
	opts  *show.Options

	name [48]byte   // the file in /proc being asked, with a NUL
	link [4096]byte // what it links to; PATH_MAX of linux/limits.h
	file [4096]byte // fdinfo, status
	out  []byte

	known   *[knownSockets]knownSocket // by the low bits of ino
	netlink [16]netlinkProtocol        // likewise
	msg     []byte                     // answers of sock_diag
}

// New returns a Describer of kinds, whose text is escaped as o says.
func New(kinds Kinds, o *show.Options) *Describer {
	return &Describer{kinds: kinds, opts: o, out: make([]byte, 0, 512)}
}

// FD returns what the descriptor of the thread tid is: in text the brackets
// and all that stands in or behind them, </tmp/x>(deleted); in JSON plain
// bytes, /tmp/x. It returns nil if there is nothing to tell. The bytes are
// valid until the next call.
func (d *Describer) FD(tid int, fd int32) []byte {
	d.out = d.out[:0]
	if fd == CWD {
		if d.kinds&Path == 0 {
			return nil
		}
		// The kernel's mark of a directory that is gone is left in the path.
		return d.path(d.readlink(tid, "cwd", -1), false)
	}
	if fd < 0 {
		return nil
	}
	link := d.readlink(tid, "fd", fd)
	if len(link) == 0 {
		return nil
	}
	if link[0] == '/' {
		link, gone := d.stripDeleted(tid, fd, link)
		if d.kinds&Dev != 0 {
			if b := d.device(tid, fd, link); b != nil {
				return b
			}
		}
		if d.kinds&Path == 0 {
			return nil
		}
		return d.path(link, gone)
	}
	if b := d.special(tid, fd, link); b != nil {
		return b
	}
	if d.kinds&Path == 0 {
		return nil
	}
	return d.path(link, false)
}

// special describes a descriptor that is no file, if the kinds ask for more
// than its link. If there is no more, that is shown as it is.
func (d *Describer) special(tid int, fd int32, link []byte) []byte {
	var b []byte
	ino, isSocket := socketInode(link)
	switch {
	case isSocket && d.kinds&Socket != 0:
		b = d.socket(tid, fd, ino)
	case d.kinds&EventFD != 0 && string(link) == "anon_inode:[eventfd]":
		b = d.eventFD(tid, fd)
	case d.kinds&SignalFD != 0 && string(link) == "anon_inode:[signalfd]":
		b = d.signalFD(tid, fd)
	case d.kinds&PIDFD != 0 && string(link) == "anon_inode:[pidfd]":
		b = d.pidFD(tid, fd)
	default:
		return nil
	}
	if b == nil {
		d.open()
		d.out = append(d.out, link...)
		d.shut()
		b = d.out
	}
	return b
}

// path describes a file by its path.
func (d *Describer) path(link []byte, gone bool) []byte {
	if len(link) == 0 {
		return nil
	}
	if d.opts.JSON {
		d.out = append(d.out, link...)
		if gone {
			d.out = append(d.out, deleted...)
		}
		return d.out
	}
	d.open()
	d.escape(link)
	d.shut()
	if gone {
		d.out = append(d.out, "(deleted)"...)
	}
	return d.out
}

func (d *Describer) escape(b []byte) { d.out = show.AppendEscaped(d.out, b, d.opts.Escape, '>') }

func (d *Describer) open() {
	if !d.opts.JSON {
		d.out = append(d.out, '<')
	}
}

func (d *Describer) shut() {
	if !d.opts.JSON {
		d.out = append(d.out, '>')
	}
}

// socketInode returns N of socket:[N].
func socketInode(link []byte) (uint32, bool) {
	rest, ok := bytes.CutPrefix(link, []byte("socket:["))
	if !ok {
		return 0, false
	}
	v, n := decimal(rest)
	return uint32(v), n > 0
}

// decimal returns the number that b begins with and its digits.
func decimal(b []byte) (v uint64, digits int) {
	for digits < len(b) && b[digits] >= '0' && b[digits] <= '9' {
		v = v*10 + uint64(b[digits]-'0')
		digits++
	}
	return v, digits
}
