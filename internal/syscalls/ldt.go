package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
)

// Segments of x86: modify_ldt(2), set_thread_area(2).

// userDesc is struct user_desc (asm/ldt.h): three words, and bits in a fourth.
// An entry that does not exist has nothing to show but its number.
var userDesc = d.ObjFunc{Of: abi.Sizeof_user_desc, Func: func(c *d.Call, b []byte) { showUserDesc(c, b, false) }}

// userDescNumber is a user_desc of which only the number counts.
var userDescNumber = d.ObjFunc{Bytes: 4, Func: func(c *d.Call, b []byte) { showUserDesc(c, b, true) }}

// The bits of user_desc, the lowest first; lm is there in 64-bit programs only.
var userDescBits = [...]struct {
	name  string
	width int
}{
	{"seg_32bit", 1}, {"contents", 2}, {"read_exec_only", 1}, {"limit_in_pages", 1}, {"seg_not_present", 1}, {"useable", 1}, {"lm", 1},
}

// showEntryNumber shows a number without a sign, but -1 for "any".
func showEntryNumber(c *d.Call, v uint64) {
	if uint32(v) == 1<<32-1 {
		c.P.Int(-1)
		return
	}
	c.P.Uint(v)
}

func showUserDesc(c *d.Call, b []byte, numberOnly bool) {
	word := func(i int) uint64 { return abi.LoadInt(b[4*i:], 4, false) }
	c.P.Struct()
	c.P.Field("entry_number")
	showEntryNumber(c, word(0))
	if numberOnly {
		c.P.MoreFields()
		c.P.EndStruct()
		return
	}
	c.P.Field("base_addr")
	c.P.HexFull(word(1), 8)
	c.P.Field("limit")
	c.P.HexFull(word(2), 8)
	bits := word(3)
	for i := range userDescBits {
		f := &userDescBits[i]
		if f.name == "lm" && c.ABI.Word == 4 {
			break
		}
		c.P.Field(f.name)
		c.P.Uint(bits & (1<<f.width - 1))
		bits >>= f.width
	}
	c.P.EndStruct()
}

// modify_ldt returns an int, which the kernel does not extend: to a 64-bit
// program an error looks like 4294967274.
var modifyLdt = d.Syscall{Name: "modify_ldt", Ret: d.Func(showLdtResult), Params: []*d.Param{
	{Name: "func", Type: d.Int},
	{Name: "ptr", Type: ldtPointer{}},
	{Name: "bytecount", Type: d.Ulong},
}}

// ldtPointer is a user_desc if there is room for one, else an address.
type ldtPointer struct{}

func (ldtPointer) Show(c *d.Call, v uint64) {
	if c.Word(c.Args[2]) != uint64(userDesc.Size(c.ABI)) {
		c.P.Addr(c.Word(v))
		return
	}
	d.Ptr{To: &userDesc}.Show(c, v)
}

func (ldtPointer) Plan(p *d.Planner, from d.Expr) { p.Object(from, &userDesc, 0) }

func showLdtResult(c *d.Call, v uint64) {
	e := -int64(int32(v))
	name := d.ErrnoName(e)
	if e <= 0 || name == "" {
		c.P.Uint(v)
		return
	}
	c.P.Uint(v)
	c.P.Color(show.NoColor)
	c.P.Text(" ")
	c.P.Color(show.ErrorColor)
	c.P.Text(name)
	c.P.Color(show.NoColor)
	c.P.Text(" ")
	c.P.Color(show.ErrorColor)
	c.P.Text("(")
	c.P.Text(d.ErrnoText(e))
	c.P.Text(")")
}

var setThreadArea = d.Syscall{Name: "set_thread_area", Params: []*d.Param{
	{Name: "u_info", Type: d.Ptr{To: &userDesc}},
}, Tail: []*d.Param{
	{Name: "entry_number", Reg: d.Arg0, Type: d.Ptr{To: &userDescEntry}, Bare: true, If: areaReadable},
}}

// areaReadable says whether the call has told the number of an entry.
func areaReadable(c *d.Call) bool {
	if c.Failed {
		return false
	}
	_, ok := c.Fetch(c.Word(c.Args[0]), userDesc.Size(c.ABI))
	return ok
}

// userDescEntry is the number that the kernel chose: (entry_number=12).
var userDescEntry = d.ObjFunc{Of: abi.Sizeof_user_desc, Func: func(c *d.Call, b []byte) {
	c.P.Text("entry_number=")
	d.Uint.Show(c, abi.LoadInt(b, 4, false))
}}

var getThreadArea = d.Syscall{Name: "get_thread_area", Params: []*d.Param{
	{Name: "u_info", At: d.Exit, Type: &d.Reads{
		Func: func(c *d.Call, v uint64) {
			if c.Failed {
				d.Ptr{To: &userDescNumber}.Show(c, v)
			} else {
				d.Ptr{To: &userDesc}.Show(c, v)
			}
		},
		What: func(p *d.Planner, from d.Expr) { p.Object(from, &userDesc, 0) },
	}},
}}
