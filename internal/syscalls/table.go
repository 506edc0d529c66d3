package syscalls

import (
	"strconv"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// A Table is the system calls of one ABI.
type Table struct {
	ABI     *abi.ABI
	Calls   []*d.Syscall // by number; nil where there is none
	Classes []d.Class    // by number
}

// Tables are the system calls of every ABI that a tracee of this machine may use.
var Tables = [...]Table{
	{&abi.X86_64, x86_64Calls, x86_64Classes},
	{&abi.I386, i386Calls, i386Classes},
}

// Of returns the table of an ABI.
func Of(a *abi.ABI) *Table {
	if a == &abi.I386 {
		return &Tables[1]
	}
	return &Tables[0]
}

// Len is one more than the highest number.
func (t *Table) Len() int { return len(t.Calls) }

// Call returns the declaration of number nr; nil if there is none.
func (t *Table) Call(nr uint64) *d.Syscall {
	if nr >= uint64(len(t.Calls)) {
		return nil
	}
	return t.Calls[nr]
}

// Name returns the name of number nr; "" if there is none.
func (t *Table) Name(nr uint64) string {
	if s := t.Call(nr); s != nil {
		return s.Name
	}
	return ""
}

// Class returns the classes of number nr.
func (t *Table) Class(nr uint64) d.Class {
	if nr >= uint64(len(t.Classes)) {
		return 0
	}
	return t.Classes[nr]
}

// Unknown declares a number that the tables do not have.
var Unknown = d.Syscall{
	Name: "syscall",
	Params: []*d.Param{
		{Name: "arg1", Type: d.Hex}, {Name: "arg2", Type: d.Hex}, {Name: "arg3", Type: d.Hex},
		{Name: "arg4", Type: d.Hex}, {Name: "arg5", Type: d.Hex}, {Name: "arg6", Type: d.Hex},
	},
}

// Numbered makes s the declaration of a number that the tables do not have: syscall_0x4d2.
func Numbered(s *d.Syscall, a *abi.ABI, nr uint64) *d.Syscall {
	*s = Unknown
	s.Name = "syscall_0x" + strconv.FormatUint(nr, 16)
	return s
}
