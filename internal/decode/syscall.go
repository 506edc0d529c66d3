package decode

import "gostrace/internal/abi"

// Stop says at which of a call's two stops a parameter is shown.
type Stop uint8

const (
	In   Stop = iota // at entry
	Out              // at exit; as an address if the call failed
	Exit             // at exit, also if the call failed
)

// ABIs restricts a declaration to one ABI where names coincide and calls do not.
type ABIs uint8

const (
	Any    ABIs = iota // the declaration is for every table that has the name
	X86_64             // the declaration is for 64-bit tables only
	I386               // the declaration is for the i386 table only
)

// Syscall declares how one system call is shown.
type Syscall struct {
	Name   string
	ABI    ABIs
	Params []*Param
	// Ret shows a result that is not an error. nil: signed decimal.
	Ret Type
	// Tail is shown in parentheses behind the result: (flags O_RDWR).
	Tail []*Param
	// Moves says which bytes the call moves through its first argument.
	Moves Moves
	// NeverFails says that Ret shows negative results too: the call cannot fail.
	NeverFails bool
	// Via, if set, names the call that really happens (socketcall, ipc) and
	// replaces c.Args; nil leaves the call as it is.
	Via func(c *Call) *Syscall
}

// Registers returns how many argument registers the call has on an ABI.
func (s *Syscall) Registers(a *abi.ABI) int {
	next, most := 0, 0
	for _, p := range s.Params {
		switch {
		case p.Reg >= Arg0 && p.Reg <= Arg5:
			most = max(most, int(p.Reg-Arg0)+1)
		case p.Reg != 0:
		case p.Wide && a.Word == 4:
			next += 2
		default:
			next++
		}
	}
	return max(most, next)
}

// Param declares one argument, in the order in which it is shown.
type Param struct {
	Name string
	Type Type
	At   Stop
	// Early says of an argument that is shown at exit that its value is known at
	// entry already, where it returns true: one case of a Switch that reads
	// nothing, an address without memory.
	Early func(*Call) bool
	// Then shows the same argument again at exit, behind " => ".
	Then Type
	// ThenIf says whether Then has something to show; nil: if the call succeeded.
	ThenIf func(*Call) bool
	// Continues says that Type and Then show one value, of which the second
	// part is known at exit: no arrow is between them, and Then is always shown.
	Continues bool
	// If leaves the argument out when it returns false. (Leave it to what is
	// shown: a plan may hold more than is needed.)
	If func(*Call) bool
	// Reg is the register, where it is not the one behind the previous argument's.
	Reg Expr
	// Wide says that on a 32-bit ABI the value takes two registers, low first.
	Wide bool
	// Labelled shows the name without -N too: clone(child_stack=NULL, ...).
	Labelled bool
	// Bare shows no name in a Tail.
	Bare bool
	// Plain shows constants in a Tail by name alone, whatever -X says.
	Plain bool
	// Explains leaves an item of a Tail out where only numbers are shown (-X raw).
	Explains bool
}

// A Type shows one value: a register, or an integer loaded from memory. It
// must show exactly one value on every path.
type Type interface{ Show(c *Call, v uint64) }

// A Saver is a Type shown at exit that needs something of the state at entry:
// Save keeps it by Call.Keep.
type Saver interface{ Save(c *Call, v uint64) }

// An Object shows bytes that were fetched from tracee memory.
type Object interface {
	// Size is the number of bytes that the object has on an ABI.
	Size(*abi.ABI) int
	// ShowAt shows the object in b, which has Size bytes.
	ShowAt(c *Call, b []byte)
}

// Func is a hand-written decoder of a value that needs no tracee memory.
type Func func(c *Call, v uint64)

// Show implements Type.
func (f Func) Show(c *Call, v uint64) { f(c, v) }

// ObjFunc is a hand-written decoder of Bytes bytes.
type ObjFunc struct {
	Bytes int        // size on every ABI, or
	Of    abi.Member // the size of this structure (a Sizeof_ name)
	Func  func(c *Call, b []byte)
}

// Size implements Object.
func (f *ObjFunc) Size(a *abi.ABI) int { return sizeOf(a, f.Of, f.Bytes) }

// ShowAt implements Object.
func (f *ObjFunc) ShowAt(c *Call, b []byte) { f.Func(c, b) }

func sizeOf(a *abi.ABI, m abi.Member, bytes int) int {
	if m != 0 {
		return int(a.Members[m].Size)
	}
	return bytes
}
