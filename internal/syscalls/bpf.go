package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// bpfCall is bpf(2).
var bpfCall = d.Syscall{Name: "bpf", Ret: d.Func(bpfResult), Params: []*d.Param{
	{Name: "cmd", Type: &d.Enum{Of: &xlat.BpfCmd}},
	{Name: "attr", Type: bpfAttr{}, At: d.Exit, Early: bpfAsksOnly},
	{Name: "size", Type: d.Uint},
}}

// bpfResult is a descriptor for most commands that make an object, and 0 for the others.
func bpfResult(c *d.Call, v uint64) {
	if cmd := bpfCommandOf(c); cmd != nil && cmd.makes {
		if _, ok := bpfFetch(c, c.Args[1]); ok {
			d.FD.Show(c, v)
			return
		}
	}
	d.Long.Show(c, v)
}

// A bpfCommand says which members of union bpf_attr a command has.
type bpfCommand struct {
	wrap   string     // the member of the union that they are members of, if any
	known  int        // where the last of them ends
	groups []bpfGroup // in order
	makes  bool       // the result is a descriptor
	out    []bpfPart  // what the kernel writes: the command is shown at exit
}

// A bpfGroup is what was added to a command at one time: it is shown if the
// attributes are longer than over.
type bpfGroup struct {
	over int
	of   *d.Struct
}

// A bpfPart are bytes of the attributes.
type bpfPart struct{ off, n int }

const (
	bpfAttrSize = 168  // of union bpf_attr
	bpfMaxSize  = 4096 // of what the kernel looks at: a page
)

func bpfCommandOf(c *d.Call) *bpfCommand {
	if cmd := uint32(c.Args[0]); int(cmd) < len(bpfCommands) {
		return &bpfCommands[cmd]
	}
	return nil
}

// bpfAnswers says whether the kernel writes to the attributes of the command.
func bpfAnswers(c *d.Call) bool {
	cmd := bpfCommandOf(c)
	return cmd != nil && cmd.out != nil
}

func bpfAsksOnly(c *d.Call) bool { return !bpfAnswers(c) }

// bpfAttr is union bpf_attr, of which the caller says the size.
type bpfAttr struct{}

// Plan implements Planned.
func (bpfAttr) Plan(p *d.Planner, from d.Expr) {
	p.AtEntryToo(func() {
		p.Memory(from, d.U32+d.Arg2)
		for cmd := range bpfCommands {
			p.When(d.U32+d.Arg0, uint64(cmd), func() {
				for _, g := range bpfCommands[cmd].groups {
					p.Object(from, g.of, 0)
				}
				if cmd == bpfLinkCreate {
					p.Object(from, bpfLinkReads{}, 0)
				}
			})
		}
	})
}

// bpfFetch reads attributes: all that the caller says there are.
func bpfFetch(c *d.Call, v uint64) ([]byte, bool) {
	n := uint32(c.Args[2])
	if n == 0 || n > bpfMaxSize {
		return nil, false
	}
	return c.Fetch(c.Word(v), int(n))
}

// Save implements Saver: what the kernel does not write is shown as it was at entry.
func (bpfAttr) Save(c *d.Call, v uint64) {
	if !bpfAnswers(c) {
		return
	}
	b, ok := bpfFetch(c, v)
	if !ok {
		return
	}
	c.Stash(b)
	if uint32(c.Args[0]) == bpfProgLoad {
		padded := c.Scratch(bpfAttrSize)
		copy(padded, b)
		bpfSaveLog(c, padded)
	}
}

// Show implements Type.
func (bpfAttr) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	cmd := bpfCommandOf(c)
	if cmd == nil || cmd.groups == nil {
		c.P.Addr(v)
		return
	}
	n := int(uint32(c.Args[2]))
	b := c.Stashed()
	if cmd.out == nil {
		b, _ = bpfFetch(c, v)
	}
	if len(b) < n || n == 0 {
		c.P.Addr(v)
		return
	}
	b = b[:n]
	padded := c.Scratch(bpfAttrSize)
	copy(padded, b)
	if cmd.out != nil {
		bpfUpdate(c, cmd, v, padded[:min(n, bpfAttrSize)])
	}
	cmd.show(c, b, padded)
}

// bpfUpdate replaces what the kernel has written in b, which was at addr.
func bpfUpdate(c *d.Call, cmd *bpfCommand, addr uint64, b []byte) {
	now, ok := c.Fetch(addr, len(b))
	if !ok {
		return
	}
	for _, part := range cmd.out {
		if part.off < len(b) {
			copy(b[part.off:min(part.off+part.n, len(b))], now[part.off:])
		}
	}
}

func (cmd *bpfCommand) show(c *d.Call, b, padded []byte) {
	c.P.Struct()
	if cmd.wrap != "" {
		c.P.Field(cmd.wrap)
		c.P.Struct()
	}
	known := cmd.known
	for _, g := range cmd.groups {
		if len(b) > g.over {
			g.of.Members(c, padded)
		}
	}
	if uint32(c.Args[0]) == bpfLinkCreate {
		known = bpfShowLink(c, len(b), padded)
	}
	if cmd.wrap != "" {
		c.P.EndStruct()
	}
	bpfExcess(c, b, known)
	c.P.EndStruct()
}

// bpfExcess shows the bytes of b that no member has, if they are not 0: in brief as "...".
func bpfExcess(c *d.Call, b []byte, known int) {
	for i := known; i < len(b); i++ {
		if b[i] == 0 {
			continue
		}
		if c.Abbrev {
			c.P.MoreFields()
			return
		}
		c.P.Field("extra_data")
		c.P.Binary(b[known:], false)
		c.P.BytesComment(known, len(b)-1)
		return
	}
}

const (
	bpfLogSize = 1 << 16 // bounds how much of a log is remembered for its display

	bpfLogKept  = 1 // the log is stashed
	bpfLogWhole = 2 // with its end
)

// bpfSaveLog stashes what the buffer for the verifier's log holds at entry, behind the attributes.
func bpfSaveLog(c *d.Call, attr []byte) {
	addr, _ := c.ABI.Load(attr, abi.Bpf_attr_log_buf)
	size, _ := c.ABI.Load(attr, abi.Bpf_attr_log_size)
	if c.Word(addr) != addr || addr == 0 {
		return
	}
	n := int(min(size, bpfLogSize, uint64(c.P.StrLen)+1))
	s, nul, ok := c.String(addr, n)
	if !ok {
		return
	}
	kept := uint64(bpfLogKept)
	if nul || n == 0 {
		kept |= bpfLogWhole
	}
	c.Keep(kept)
	c.Stash(s)
}

// bpfLog shows the buffer for the verifier's log as it was at entry.
func bpfLog(c *d.Call, v uint64) {
	n := int(uint32(c.Args[2]))
	if c.Kept()&bpfLogKept == 0 {
		c.P.Addr(v)
		return
	}
	s := c.Stashed()[n:]
	c.P.Quote(s[:min(len(s), c.P.StrLen)], c.Kept()&bpfLogWhole == 0)
}
