package decode

import "gostrace/internal/abi"

// A Visitor is told which descriptors and files a call names: see Names. The
// methods return true to end the visit.
type Visitor interface {
	// FD is told of a descriptor.
	FD(fd int32) bool
	// Path is told of the name of a file. A relative one begins at the
	// directory of the descriptor dir, or at the current one if that is
	// AT_FDCWD. The bytes are valid during the call.
	Path(dir int32, name []byte) bool
}

// A Namer is a Type whose value names a descriptor or a file before the call
// runs, or points to memory that does: that is what the filters on paths and
// descriptors go by. A type that is not a Namer names nothing.
type Namer interface {
	Names(c *Call, v uint64, n *Naming) bool
}

// A Naming is one walk over what a call names.
type Naming struct {
	Visitor
	dir int32 // the directory parameter before, for a relative path
}

// Names tells v what the call names, in the order of its parameters, until v
// returns true: then it does, too. The registers of c must be set, and stay as
// they are.
func (c *Call) Names(s *Syscall, v Visitor) bool {
	args, addresses := c.Args, c.Addresses
	c.Addresses, c.raw = false, false
	c.begin(s)
	c.naming = Naming{Visitor: v, dir: atFDCWD}
	found := false
	for ; c.next < len(c.sys.Params) && !found; c.next++ {
		p := c.sys.Params[c.next]
		c.param = c.next
		found = c.namesOf(p, &c.naming)
		c.advance(p)
	}
	c.Args, c.Addresses = args, addresses
	return found
}

func (c *Call) namesOf(p *Param, n *Naming) bool {
	t, ok := p.Type.(Namer)
	if !ok {
		return false
	}
	if p.At != In {
		if _, ok := p.Type.(Planned); ok {
			return false // memory that the call writes
		}
	} else if p.If != nil && !p.If(c) {
		return false
	}
	return t.Names(c, c.value(p), n)
}

// Names implements Namer.
func (s Scalar) Names(_ *Call, v uint64, n *Naming) bool {
	switch s {
	case DirFD:
		n.dir = int32(v)
		return n.fd(v)
	case FD:
		return n.fd(v)
	}
	return false
}

func (n *Naming) fd(v uint64) bool { return int32(v) >= 0 && n.Visitor.FD(int32(v)) }

// Names implements Namer.
func (pathType) Names(c *Call, v uint64, n *Naming) bool {
	dir := n.dir
	n.dir = atFDCWD
	b, nul, ok := c.String(c.Word(v), pathMax)
	return ok && nul && n.Path(dir, b)
}

// Names implements Namer.
func (t FDSet) Names(c *Call, v uint64, n *Naming) bool {
	b, ok := c.Fetch(c.Word(v), t.n(c))
	if !ok {
		return false
	}
	for fd := range min(int(int32(t.N.Eval(c))), 8*len(b)) {
		if b[fd/8]>>(fd%8)&1 != 0 && n.FD(int32(fd)) {
			return true
		}
	}
	return false
}

// Names implements Namer: for an array of descriptors, or of structures that
// have one (poll). All elements count, however many are shown.
func (t Array) Names(c *Call, v uint64, n *Naming) bool {
	addr, size := c.Word(v), t.Of.Size(c.ABI)
	count := min(t.N.Eval(c), maxNamed)
	if addr == 0 || !namesObject(t.Of) || beyond(addr, count, size) {
		return false
	}
	mark := len(c.arena)
	for i := range count {
		b, ok := c.Fetch(addr+i*uint64(size), size)
		if !ok || c.namesIn(t.Of, b, n) {
			return ok
		}
		c.arena = c.arena[:min(mark, len(c.arena))]
	}
	return false
}

// maxNamed bounds the elements of one array that are looked at: RLIMIT_NOFILE
// bounds what poll(2) takes, and is rarely more.
const maxNamed = 1 << 20

// namesObject says whether an element can name a descriptor.
func namesObject(o Object) bool {
	switch o := o.(type) {
	case *Num:
		return o.Type == FD
	case *Struct:
		for _, f := range o.Fields {
			if f.Type == FD {
				return true
			}
		}
	}
	return false
}

func (c *Call) namesIn(o Object, b []byte, n *Naming) bool {
	switch o := o.(type) {
	case *Num:
		return n.fd(abi.LoadInt(b, 4, false))
	case *Struct:
		for _, f := range o.Fields {
			if f.Type != FD {
				continue
			}
			if v, ok := c.ABI.Load(b, f.At); ok && n.fd(v) {
				return true
			}
		}
	}
	return false
}

// Names implements Namer.
func (s *Switch) Names(c *Call, v uint64, n *Naming) bool { return names(s.pick(c), c, v, n) }

// Names implements Namer.
func (t ByABI) Names(c *Call, v uint64, n *Naming) bool { return names(t.pick(c.ABI.Word), c, v, n) }

// Names implements Namer.
func (t Far) Names(c *Call, v uint64, n *Naming) bool {
	return c.Word(v) == v && names(t.To, c, v, n)
}

func names(t Type, c *Call, v uint64, n *Naming) bool {
	k, ok := t.(Namer)
	return ok && k.Names(c, v, n)
}

// Inert shows To, a name that the call only stores: no file is looked up by it.
type Inert struct{ To Type }

// Show implements Type.
func (t Inert) Show(c *Call, v uint64) { t.To.Show(c, v) }

// Plan implements Planned.
func (t Inert) Plan(p *Planner, from Expr) { p.typ(t.To, from) }

// DirFDFunc is a Func for a value that is the descriptor of a directory at
// which the next parameter's path begins.
type DirFDFunc func(c *Call, v uint64)

// Show implements Type.
func (f DirFDFunc) Show(c *Call, v uint64) { f(c, v) }

// Names implements Namer.
func (DirFDFunc) Names(c *Call, v uint64, n *Naming) bool { return DirFD.Names(c, v, n) }

// MayName says whether calls of s may name a descriptor or a file: the others
// never pass a filter on those.
func (s *Syscall) MayName() bool {
	if s.Via != nil {
		return true // what it really is shows at run time
	}
	for _, p := range s.Params {
		if mayName(p.Type) {
			return true
		}
	}
	return false
}

func mayName(t Type) bool {
	switch t := t.(type) {
	case Scalar:
		return t == FD || t == DirFD
	case Array:
		return namesObject(t.Of)
	case *Array:
		return namesObject(t.Of)
	case ByABI:
		return mayName(t.Word8) || mayName(t.Word4)
	case Far:
		return mayName(t.To)
	case *Switch:
		for _, c := range t.Case {
			if mayName(c.Type) {
				return true
			}
		}
		return mayName(t.Else)
	}
	_, ok := t.(Namer)
	return ok
}
