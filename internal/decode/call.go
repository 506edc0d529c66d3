package decode

import (
	"gostrace/internal/abi"
	"gostrace/internal/mem"
	"gostrace/internal/procfs"
	"gostrace/internal/show"
)

// Options are those of the user's wishes that decoders, not the Printer, act on.
type Options struct {
	show.Options
	Verbose bool // structures in full (-v)
}

// A Call is one system call being shown. One is kept per task and reused:
// nothing in it allocates once its buffers have grown.
type Call struct {
	P    show.Printer
	Mem  mem.Reader
	ABI  *abi.ABI
	Args [6]uint64
	Nr   uint64
	SP   uint64 // stack pointer
	Ret  int64  // negated errno if Failed
	// Exit says that the call has returned; Failed that it returned an error.
	Exit, Failed bool
	// Abbrev says that structures are shown in brief (without -v).
	Abbrev bool
	// Addresses says that structures and arrays are not decoded, but shown as
	// their addresses (-e verbose=!call); strings still are.
	Addresses bool
	// Interrupted is the name of the task's call before this one, which
	// restart_syscall resumes.
	Interrupted string
	// Describe says what a descriptor of this task is, or nil: -y. The
	// descriptor -100 is the current directory.
	Describe func(fd int32) []byte
	// DescribeOf says what a descriptor is in the process that pidfd, a
	// descriptor of this task, refers to. nil without -y.
	DescribeOf func(pidfd, fd int32) []byte
	// Process tells of an id as this task sees it: the name of its process, and
	// its id in our own name space; 0 if that is the same. nil without -Y.
	Process func(kind procfs.IDKind, id int32) (comm []byte, outer int32)
	// Namespace returns what a link in /proc/PID/ns says, uts:[4026531838], of a
	// process as this task sees it, 0 being the task itself; nil if there is
	// none. nil without -e namespace.
	Namespace func(pid int32, kind string) []byte
	// Mapping returns the address at which this task has mapped a descriptor; 0
	// if it has not. nil without -e kvm.
	Mapping func(fd int32) uint64
	// Terminal says whether a descriptor of this task is a terminal's. nil: it isn't known.
	Terminal func(fd int32) bool

	// Link returns where /proc links a descriptor of this task to
	// (anon_inode:bpf-map), nil if it is none. nil: it isn't known.
	Link func(fd int32) []byte
	// Boot returns when the machine was booted, in nanoseconds since 1970. nil: it isn't known.
	Boot func() int64

	// Netlink returns the NETLINK_ protocol of a socket, -1 if it has none. nil: none has.
	Netlink func(fd int32) int
	// Interface returns the name of the network interface with this index, nil
	// if there is none. nil: all are unknown.
	Interface func(index uint32) []byte
	// GenericFamily returns the name of the family of NETLINK_GENERIC that has
	// this number, nil if there is none. nil: all are unknown.
	GenericFamily func(id uint16) []byte

	sys   *Syscall
	raw   bool
	next  int  // parameter to show next
	reg   int  // register behind the last one shown
	half  bool // parameter next is shown as far as entry allows
	kept  [8]uint64
	keeps uint8 // which of kept are set
	param int   // parameter being shown

	obj   []byte     // innermost structure being shown
	base  uint64     // its address; 0: unknown
	field abi.Member // its member being shown

	naming Naming // the walk of Names

	left uint64 // what the call moved or counted, and nothing has shown yet: see Budget

	allowance int     // bytes that may still be read at this stop: see Allowance
	room      int     // length of the line at which no more is read
	arena     []byte  // scratch, reset at every stop
	stash     []byte  // what parameters saved at entry
	stashed   [8]span // whose is what in stash
}

// Setup makes c ready for use with options o.
func (c *Call) Setup(o *Options) {
	c.P.Options = &o.Options
	c.Abbrev = !o.Verbose
}

// ShowObject shows an object that is not an argument: b, laid out as on ABI a.
func (c *Call) ShowObject(a *abi.ABI, o Object, b []byte) {
	c.allow()
	c.ABI = a
	c.at(o, b, 0)
}

// MaxFetch is the number of bytes that Fetch reads at most: more than what the
// kernel looks at for one argument, less than a tracee or a forged result may claim.
const MaxFetch = 1 << 24

// Fetch copies n bytes at addr into scratch that lives until the next stop. It
// returns what could be read, and whether that is all: never so if n > MaxFetch.
func (c *Call) Fetch(addr uint64, n int) ([]byte, bool) {
	if addr == 0 || n < 0 || n > MaxFetch || c.Addresses {
		return nil, false
	}
	return c.fetch(addr, n)
}

// fetch is Fetch for the bytes of a string, which -e verbose does not concern.
func (c *Call) fetch(addr uint64, n int) ([]byte, bool) {
	b := c.scratch(n)
	got := c.ReadAt(b, addr)
	return b[:got], got == n
}

// Allowance is how many bytes are read at one stop, and about how many are shown,
// beyond those of long strings that were asked for (-s): more than the kernel looks
// at for any call. Arrays of arrays, structures that point to themselves and
// results that someone has made up could keep a decoder busy for ever.
const Allowance = 8 << 20

// Exhausted, if set, is told of a call that has used up its allowance.
var Exhausted func(c *Call)

// ReadAt reads the task's memory within the allowance; beyond it, nothing is readable.
func (c *Call) ReadAt(dst []byte, addr uint64) int {
	if len(dst) > c.allowance || c.P.Len() > c.room {
		if c.allowance >= 0 && Exhausted != nil {
			Exhausted(c)
		}
		c.allowance = -1
		return 0
	}
	c.allowance -= len(dst)
	return c.Mem.ReadAt(dst, addr)
}

// allow begins a stop.
func (c *Call) allow() {
	c.arena = c.arena[:0]
	const strings = 64 // of the full length
	c.allowance = Allowance + strings*c.P.StrLen
	const escaped = 4 // bytes that one may be shown as
	c.room = c.P.Len() + Allowance + escaped*strings*c.P.StrLen
}

// Scratch returns n zeros to write to, which live until the next stop.
func (c *Call) Scratch(n int) []byte {
	b := c.scratch(n)
	clear(b)
	return b
}

// scratch returns n bytes that live until the next stop.
func (c *Call) scratch(n int) []byte {
	off := len(c.arena)
	if off+n > cap(c.arena) {
		// What is shown already keeps the old array.
		c.arena = make([]byte, 0, 2*(off+n)+4096)
		off = 0
	}
	c.arena = c.arena[:off+n]
	return c.arena[off : off+n : off+n]
}

// Keep stores a value at entry for the parameter being shown; Kept returns it at exit.
func (c *Call) Keep(v uint64) {
	c.kept[c.param&7] = v
	c.keeps |= 1 << (c.param & 7)
}

// HasKept says whether Keep stored anything for the parameter being shown.
func (c *Call) HasKept() bool { return c.keeps>>(c.param&7)&1 != 0 }

// Kept returns what Keep stored for the parameter being shown; 0 if nothing.
func (c *Call) Kept() uint64 { return c.kept[c.param&7] }

// Stash keeps b at entry for the parameter being shown, behind what it has
// stashed already; Stashed returns all of it at exit.
func (c *Call) Stash(b []byte) {
	s := &c.stashed[c.param&7]
	if s.from == s.to {
		s.from = len(c.stash)
	}
	c.stash = append(c.stash, b...)
	s.to = len(c.stash)
}

// Stashed returns what Stash kept for the parameter being shown.
func (c *Call) Stashed() []byte {
	s := c.stashed[c.param&7]
	return c.stash[s.from:s.to]
}

type span struct{ from, to int }

// Word returns v cut to the ABI's word: what an unsigned long of the tracee holds.
func (c *Call) Word(v uint64) uint64 {
	if c.ABI.Word == 4 {
		return uint64(uint32(v))
	}
	return v
}

// Object returns the bytes and the address of the innermost structure being shown.
func (c *Call) Object() ([]byte, uint64) { return c.obj, c.base }

// Field returns where the member being shown is in Object.
func (c *Call) Field() abi.Layout { return c.ABI.Members[c.field] }

// Begin prepares for a new call; its registers must be set in Args and Nr.
func (c *Call) begin(s *Syscall) {
	c.allow()
	c.next, c.reg, c.half, c.Exit, c.Failed, c.Ret = 0, 0, false, false, false, 0
	c.kept, c.keeps = [8]uint64{}, 0
	c.stash, c.stashed = c.stash[:0], [8]span{}
	c.obj, c.base = nil, 0
	c.sys = s
	if s.Via != nil && !c.raw {
		if real := s.Via(c); real != nil {
			c.sys = real
		}
	}
}

// Syscall returns the declaration in use: the one given to Enter, or what its Via said.
func (c *Call) Syscall() *Syscall { return c.sys }

// Enter shows what is known of a call before it runs.
func (c *Call) Enter(s *Syscall) {
	c.raw = false
	c.begin(s)
	c.P.Open(c.sys.Name)
	c.show(In)
}

// registerNames are what -N calls arguments of which nothing is known.
var registerNames = [6]string{"arg1", "arg2", "arg3", "arg4", "arg5", "arg6"}

// registers is how many argument registers the call has: a parameter may be
// declared in several forms, and on a 32-bit ABI take two registers.
func (s *Syscall) registers(a *abi.ABI) int {
	n := 0
	for i := range s.Params {
		p := s.Params[i]
		switch {
		case p.Reg == 0 && p.Wide && a.Word == 4:
			n += 2
		case p.Reg == 0:
			n++
		case p.Reg >= Arg0 && p.Reg <= Arg5:
			n = max(n, int(p.Reg-Arg0)+1)
		}
	}
	return min(n, len(registerNames))
}

// EnterRaw shows a call with its arguments as numbers (-e raw).
func (c *Call) EnterRaw(s *Syscall) {
	c.raw = true
	c.begin(s)
	c.P.Open(s.Name)
	for i, n := 0, s.registers(c.ABI); i < n; i++ {
		c.P.Arg(registerNames[i], false)
		c.P.Hex(c.Args[i])
	}
	c.next = len(s.Params)
}

// Leave shows the rest of the arguments. ret is the result, a negated errno if failed.
func (c *Call) Leave(ret int64, failed bool) {
	c.allow()
	c.Ret, c.Failed, c.Exit = ret, failed, true
	c.show(Exit)
	c.P.Close()
}

// show shows the parameters that the stop allows.
func (c *Call) show(stop Stop) {
	for ; c.next < len(c.sys.Params); c.next++ {
		p := c.sys.Params[c.next]
		c.param = c.next
		if c.half {
			c.half = false
			if p.Continues || p.ThenIf == nil && !c.Failed || p.ThenIf != nil && p.ThenIf(c) {
				c.guard(p, p.Then, c.value(p))
			} else {
				c.P.EndChange()
			}
			c.advance(p)
			continue
		}
		if p.At != In && stop == In && (p.Early == nil || !p.Early(c)) {
			c.save()
			return
		}
		if p.If != nil && !p.If(c) {
			c.advance(p)
			continue
		}
		c.P.Arg(p.Name, p.Labelled)
		if p.Then != nil && !p.Continues {
			c.P.Change()
		}
		v := c.value(p)
		if p.At == Out && c.Failed {
			c.P.Addr(c.Word(v))
		} else {
			c.guard(p, p.Type, v)
		}
		if p.Then != nil {
			if stop == In {
				c.half = true
				c.saveFrom(c.next + 1)
				return
			}
			if !p.Continues {
				c.P.EndChange()
			}
		}
		c.advance(p)
	}
}

// save lets the parameters still to be shown look at the state at entry.
func (c *Call) save() { c.saveFrom(c.next) }

func (c *Call) saveFrom(i int) {
	reg := c.reg
	if i > c.next {
		c.advance(c.sys.Params[c.next])
	}
	for ; i < len(c.sys.Params); i++ {
		p := c.sys.Params[i]
		if s, ok := p.Type.(Saver); ok {
			c.param = i
			s.Save(c, c.value(p))
		}
		c.advance(p)
	}
	c.reg = reg
}

// guard shows one argument. A panic in its decoder costs this argument alone,
// which is shown as its raw value.
func (c *Call) guard(p *Param, t Type, v uint64) {
	mark := c.P.Mark()
	obj, base, field := c.obj, c.base, c.field
	defer func() {
		if r := recover(); r != nil {
			c.P.Rewind(mark)
			c.obj, c.base, c.field = obj, base, field
			c.P.Hex(v)
			if Panicked != nil {
				Panicked(c, p, r)
			}
		}
	}()
	if p.Then != nil && c.Exit && p.At == In && !p.Continues {
		c.P.Arrow()
		t.Show(c, v)
		c.P.EndChange()
		return
	}
	t.Show(c, v)
}

// Panicked, if set, is told of a decoder's panic: tests fail by it.
var Panicked func(c *Call, p *Param, r any)

// value returns the value of the parameter, whose register is the next one.
func (c *Call) value(p *Param) uint64 {
	if p.Reg != 0 {
		return p.Reg.Eval(c)
	}
	if c.reg >= len(c.Args) {
		return 0
	}
	v := c.Args[c.reg]
	if p.Wide && c.ABI.Word == 4 && c.reg+1 < len(c.Args) {
		v = uint64(uint32(v)) | c.Args[c.reg+1]<<32
	}
	return v
}

func (c *Call) advance(p *Param) {
	if p.Reg != 0 {
		return
	}
	c.reg++
	if p.Wide && c.ABI.Word == 4 {
		c.reg++
	}
}
