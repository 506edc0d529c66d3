package filter

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"gostrace/internal/decode"
)

// FDs is a set of descriptors. A nil *FDs holds none.
type FDs struct {
	listed []int32 // ascending
	invert bool    // all but those listed
}

// CompileFDs compiles an expression of descriptors.
func CompileFDs(text string) (*FDs, error) {
	e, err := parse("descriptor", text)
	if err != nil {
		return nil, err
	}
	set := &FDs{invert: e.invert != e.all}
	for _, v := range e.values {
		n, err := strconv.ParseInt(strings.TrimLeft(v, " \t\n\v\f\r"), 10, 32)
		if err != nil || n < 0 {
			return nil, &InvalidError{What: "descriptor", Value: v}
		}
		set.listed = append(set.listed, int32(n))
	}
	slices.Sort(set.listed)
	return set, nil
}

// Has reports whether fd belongs to the set; a negative one never does.
func (s *FDs) Has(fd int32) bool {
	if s == nil || fd < 0 {
		return false
	}
	_, found := slices.BinarySearch(s.listed, fd)
	return found != s.invert
}

// Targets are descriptors and files: a call counts if it names one of them
// (-e fd=, -P). It belongs to one thread.
type Targets struct {
	FDs *FDs
	// Paths are the names of files, and what they resolve to.
	Paths []string
	// Link returns the path of a descriptor of a thread, or what the kernel has
	// for one; for decode.CWD that of the current directory. nil: unknown.
	Link func(tid int, fd int32) []byte

	tid int // of the call being looked at
	buf []byte
}

// Named reports whether the call c of thread tid, which d declares and
// whose registers are set, names a target.
func (t *Targets) Named(c *decode.Call, d *decode.Syscall, tid int) bool {
	t.tid = tid
	return c.Names(d, t)
}

// FD implements decode.Visitor.
func (t *Targets) FD(fd int32) bool {
	if t.FDs.Has(fd) {
		return true
	}
	return len(t.Paths) > 0 && t.hasPath(t.Link(t.tid, fd))
}

// Path implements decode.Visitor. A name counts as it is written, and as the
// absolute one that it stands for.
func (t *Targets) Path(dir int32, name []byte) bool {
	switch {
	case len(t.Paths) == 0:
		return false
	case t.hasPath(name):
		return true
	case len(name) == 0:
		return false // the directory itself, or nothing
	}
	t.buf = t.buf[:0]
	if name[0] != '/' {
		base := t.Link(t.tid, dir)
		if len(base) == 0 || base[0] != '/' {
			return false
		}
		t.buf = append(append(t.buf, base...), '/')
	} else if !unclean(name) {
		return false
	}
	t.buf = append(t.buf, name...)
	return t.hasPath(clean(t.buf))
}

func (t *Targets) hasPath(b []byte) bool {
	for _, p := range t.Paths {
		if p == string(b) {
			return true
		}
	}
	return false
}

// clean shortens an absolute path, in place, to what it means if none of its
// directories is a symbolic link.
func clean(p []byte) []byte {
	out := p[:0]
	for len(p) > 0 {
		var part []byte
		if i := bytes.IndexByte(p, '/'); i >= 0 {
			part, p = p[:i], p[i+1:]
		} else {
			part, p = p, nil
		}
		switch string(part) {
		case "", ".":
		case "..":
			out = out[:max(0, bytes.LastIndexByte(out, '/'))]
		default:
			out = append(append(out, '/'), part...)
		}
	}
	if len(out) == 0 {
		return append(out, '/')
	}
	return out
}

// unclean reports whether an absolute path has a component that says nothing
// or goes back.
func unclean(b []byte) bool {
	return bytes.Contains(b, []byte("//")) || bytes.Contains(b, []byte("/.")) || len(b) > 1 && b[len(b)-1] == '/'
}
