package decode

import (
	"gostrace/internal/procfs"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Scalar is a value shown without looking at tracee memory.
type Scalar uint8

const (
	Int        Scalar = iota // int, signed decimal
	Uint                     // unsigned int, decimal
	Long                     // long of the ABI, signed decimal
	Ulong                    // unsigned long of the ABI, decimal
	Int64                    // 64 bits on every ABI, signed decimal
	Uint64                   // 64 bits on every ABI, decimal
	Hex32                    // unsigned int, hexadecimal
	Hex                      // unsigned long of the ABI, hexadecimal
	Hex64                    // 64 bits on every ABI, hexadecimal
	Octal                    // unsigned int, octal: 0644
	Octal64                  // 64 bits on every ABI, octal
	Mode                     // permissions of a file, 16 bits, octal: 0644
	Addr                     // address; NULL for 0
	Addr64                   // address in 64 bits on every ABI
	FD                       // file descriptor
	DirFD                    // file descriptor, or AT_FDCWD
	PID                      // process id
	TID                      // thread id
	PGID                     // id of a process group
	SID                      // id of a session
	PIDOrGroup               // process id; negated, the id of a process group
	UID                      // user or group id; -1 for "unchanged"
	OldUID                   // user or group id of a call that has one of 16 bits on i386
)

// Show implements Type.
func (s Scalar) Show(c *Call, v uint64) {
	switch s {
	case Int:
		c.P.Int(int64(int32(v)))
	case PID:
		c.pid(int32(v), procfs.ProcessID)
	case TID:
		c.pid(int32(v), procfs.ThreadID)
	case PGID:
		c.pid(int32(v), procfs.GroupID)
	case SID:
		c.pid(int32(v), procfs.SessionID)
	case PIDOrGroup:
		if int32(v) < -1 {
			c.pid(int32(v), procfs.GroupID)
		} else {
			c.pid(int32(v), procfs.ProcessID)
		}
	case Uint:
		c.P.Uint(uint64(uint32(v)))
	case Long:
		c.P.Int(c.signed(v))
	case Ulong:
		c.P.Uint(c.Word(v))
	case Int64:
		c.P.Int(int64(v))
	case Uint64:
		c.P.Uint(v)
	case Hex32:
		c.P.Hex(uint64(uint32(v)))
	case Hex:
		c.P.Hex(c.Word(v))
	case Hex64:
		c.P.Hex(v)
	case Octal:
		c.P.Oct(uint64(uint32(v)))
	case Octal64:
		c.P.Oct(v)
	case Mode:
		c.P.Oct(uint64(uint16(v)))
	case Addr:
		c.P.Addr(c.Word(v))
	case Addr64:
		c.P.Addr(v)
	case FD:
		c.fd(int32(v))
	case DirFD:
		c.dirFD(int32(v))
	case UID:
		if uint32(v) == ^uint32(0) {
			c.P.Int(-1)
		} else {
			c.P.Uint(uint64(uint32(v)))
		}
	case OldUID:
		if c.ABI.Word == 4 {
			v = uint64(int64(int16(v)))
			if v != ^uint64(0) {
				v = uint64(uint16(v))
			}
		}
		UID.Show(c, v)
	}
}

// signed returns v as a long of the ABI.
func (c *Call) signed(v uint64) int64 {
	if c.ABI.Word == 4 {
		return int64(int32(v))
	}
	return int64(v)
}

func (c *Call) fd(fd int32) {
	var desc []byte
	if c.Describe != nil && fd >= 0 {
		desc = c.Describe(fd)
	}
	c.P.FD(int64(fd), desc)
}

// pid shows an id, and what it is the id of. A negative one is that of a group.
func (c *Call) pid(id int32, kind procfs.IDKind) {
	who := id
	if kind == procfs.GroupID {
		who = max(id, -id)
	}
	if c.Process == nil || who <= 0 {
		c.P.Int(int64(id))
		return
	}
	comm, outer := c.Process(kind, who)
	c.P.PID(int64(id), comm, outer)
}

// FDOf shows a file descriptor of the process that the descriptor PIDFD refers to.
type FDOf struct{ PIDFD Expr }

// Show implements Type.
func (t FDOf) Show(c *Call, v uint64) {
	fd := int32(v)
	var desc []byte
	if c.DescribeOf != nil && fd >= 0 {
		desc = c.DescribeOf(int32(t.PIDFD.Eval(c)), fd)
	}
	c.P.FD(int64(fd), desc)
}

const atFDCWD = -100 // linux/fcntl.h

func (c *Call) dirFD(fd int32) {
	if fd != atFDCWD {
		c.fd(fd)
		return
	}
	var cwd []byte
	if c.Describe != nil {
		cwd = c.Describe(atFDCWD)
	}
	c.P.NamedFD(atFDCWD, "AT_FDCWD", cwd)
}

// Symbolic shows To by names whatever -X says.
type Symbolic struct{ To Type }

// Show implements Type.
func (t Symbolic) Show(c *Call, v uint64) {
	c.P.Plain(true)
	t.To.Show(c, v)
	c.P.Plain(false)
}

// Wordy shows To by number and name even if -X does not ask for that.
type Wordy struct {
	To   Type
	When show.Wordy
}

// Show implements Type.
func (t Wordy) Show(c *Call, v uint64) {
	c.P.Wordy(t.When)
	t.To.Show(c, v)
	c.P.Wordy(show.Never)
}

// Enum shows a 32-bit value by its one name.
type Enum struct {
	Of   *xlat.Table
	Base show.Base
}

// Show implements Type.
func (e *Enum) Show(c *Call, v uint64) {
	if e.Base == show.SignedDecimal {
		v = uint64(int64(int32(v)))
		if _, ok := e.Of.Name(v); !ok {
			if _, ok := e.Of.Name(uint64(uint32(v))); ok {
				v = uint64(uint32(v))
			}
		}
	} else {
		v = uint64(uint32(v))
	}
	c.P.Symbol(v, e.Of, e.Base)
}

// Enum64 shows an unsigned long, or a 64-bit member, by its one name.
type Enum64 struct {
	Of   *xlat.Table
	Base show.Base
}

// Show implements Type.
func (e *Enum64) Show(c *Call, v uint64) { c.P.Symbol(c.Word(v), e.Of, e.Base) }

// EnumU64 shows a member that has 64 bits on every ABI by its one name.
type EnumU64 struct {
	Of   *xlat.Table
	Base show.Base
}

// Show implements Type.
func (e *EnumU64) Show(c *Call, v uint64) { c.P.Symbol(v, e.Of, e.Base) }

// Flags shows a 32-bit value as an OR of names.
type Flags []*xlat.Table

// Show implements Type.
func (f *Flags) Show(c *Call, v uint64) { c.P.Flags(uint64(uint32(v)), *f) }

// Flags64 shows an unsigned long, or a 64-bit member, as an OR of names.
type Flags64 []*xlat.Table

// Show implements Type.
func (f *Flags64) Show(c *Call, v uint64) { c.P.Flags(v, *f) }
