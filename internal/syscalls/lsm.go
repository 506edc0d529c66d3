package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Security modules: lsm_get_self_attr(2), lsm_set_self_attr(2), lsm_list_modules(2).

var lsmAttr = d.Enum{Of: &xlat.LsmAttr}

var lsmGetSelfAttr = d.Syscall{Name: "lsm_get_self_attr", Params: []*d.Param{
	{Name: "attr", Type: &lsmAttr},
	{Name: "ctx", Type: lsmContexts{}, At: d.Exit},
	{Name: "size", Type: d.InOut{Of: &d.UintObj}, At: d.Exit},
	{Name: "flags", Type: &d.Flags{&xlat.LsmFlag}, At: d.Exit},
}}

var lsmSetSelfAttr = d.Syscall{Name: "lsm_set_self_attr", Params: []*d.Param{
	{Name: "attr", Type: &lsmAttr},
	{Name: "ctx", Type: &d.Reads{
		Func: func(c *d.Call, v uint64) {
			v = c.Word(v)
			n := uint64(uint32(c.Args[2]))
			head, ok := c.Fetch(v, lsmContext.Size(c.ABI))
			if !ok || n < uint64(len(head)) {
				c.P.Addr(v)
				return
			}
			showLsmContext(c, head, v, n)
		},
		What: func(p *d.Planner, from d.Expr) { p.Memory(from, d.U32+d.Arg2) },
	}},
	{Name: "size", Type: d.Uint},
	{Name: "flags", Type: d.Hex32},
}}

var lsmListModules = d.Syscall{Name: "lsm_list_modules", Params: []*d.Param{
	{Name: "ids", Type: lsmIDs{}, At: d.Out},
	{Name: "size", Type: d.InOut{Of: &d.UintObj}, At: d.Exit},
	{Name: "flags", Type: d.Hex32},
}}

// lsmIDs are the numbers of modules that the call has told, along with their size.
type lsmIDs struct{}

// Show implements Type.
func (lsmIDs) Show(c *d.Call, v uint64) {
	if _, ok := c.Fetch(c.Word(c.Args[1]), 4); !ok {
		c.P.Addr(c.Word(v))
		return
	}
	d.Array{Of: &lsmIDObj, N: d.Ret}.Show(c, v)
}

// Plan implements Planned.
func (lsmIDs) Plan(p *d.Planner, from d.Expr) { p.Object(from, &lsmIDObj, d.Ret) }

var (
	lsmIDObj = d.Num{Type: wideEnum{&xlat.LsmID}, Bytes: 8}
	lsmID    = &wideEnum{&xlat.LsmContextID}
)

// wideEnum is a member of 64 bits on every ABI.
type wideEnum struct{ of *xlat.Table }

// Show implements Type.
func (t wideEnum) Show(c *d.Call, v uint64) { c.P.Symbol(v, t.of, show.Hexadecimal) }

// lsmContext is struct lsm_ctx (linux/lsm.h), behind which the context is.
var lsmContext = d.Struct{Of: abi.Sizeof_lsm_ctx, Fields: []*d.Field{
	{Name: "id", At: abi.Lsm_ctx_id, Type: lsmID},
	{Name: "flags", At: abi.Lsm_ctx_flags, Type: d.Hex64},
	{Name: "len", At: abi.Lsm_ctx_len, Type: d.Uint64},
	{Name: "ctx_len", At: abi.Lsm_ctx_ctx_len, Type: d.Uint64},
}}

// showLsmContext shows the context that head, read from addr, begins, and of which there are size bytes at most.
func showLsmContext(c *d.Call, head []byte, addr, size uint64) {
	c.P.Struct()
	lsmContext.Members(c, head)
	n, _ := c.ABI.Load(head, abi.Lsm_ctx_ctx_len)
	all, _ := c.ABI.Load(head, abi.Lsm_ctx_len)
	if size = min(size, all); size < uint64(len(head)) {
		n = 0
	} else {
		n = min(n, size-uint64(len(head)))
	}
	if n > 0 {
		c.P.Field("ctx")
		addr += uint64(len(head))
		if b, ok := c.Fetch(addr, int(min(n, uint64(c.P.StrLen)+1))); ok {
			c.P.Binary(b[:min(len(b), c.P.StrLen)], n > uint64(c.P.StrLen))
		} else {
			c.P.Addr(addr)
		}
	}
	c.P.EndStruct()
}

// lsmContexts are those that lsm_get_self_attr has written, one after the other. With LSM_FLAG_SINGLE the
// caller has chosen the module by its number in the first one.
type lsmContexts struct{}

const lsmFlagSingle = 1 // linux/lsm.h

// Save implements Saver.
func (lsmContexts) Save(c *d.Call, v uint64) {
	if c.Args[3]&lsmFlagSingle == 0 {
		return
	}
	if _, ok := c.Fetch(c.Word(c.Args[2]), 4); !ok {
		return
	}
	if b, ok := c.Fetch(c.Word(v), lsmContext.Size(c.ABI)); ok {
		id, _ := c.ABI.Load(b, abi.Lsm_ctx_id)
		c.Keep(id)
	}
}

// Show implements Type.
func (lsmContexts) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	single := c.HasKept()
	if single {
		c.P.Change()
		c.P.Struct()
		c.P.Field("id")
		c.P.Symbol(c.Kept(), &xlat.LsmContextID, show.Hexadecimal)
		c.P.EndStruct()
		c.P.Arrow()
	}
	showLsmContexts(c, v)
	if single {
		c.P.EndChange()
	}
}

func showLsmContexts(c *d.Call, addr uint64) {
	size, ok := c.Fetch(c.Word(c.Args[2]), 4)
	if c.Failed || !ok {
		c.P.Addr(addr)
		return
	}
	left := abi.LoadInt(size, 4, false)
	head, ok := c.Fetch(addr, lsmContext.Size(c.ABI))
	if !ok || left < uint64(len(head)) {
		c.P.Addr(addr)
		return
	}
	c.P.Array()
	for n := 0; ; n++ {
		if n == c.P.StrLen && c.Abbrev {
			c.P.MoreElems()
			break
		}
		c.P.Elem()
		showLsmContext(c, head, addr, left)
		step, _ := c.ABI.Load(head, abi.Lsm_ctx_len)
		if step < uint64(len(head)) || step >= left {
			break
		}
		addr, left = addr+step, left-step
		if head, ok = c.Fetch(addr, lsmContext.Size(c.ABI)); !ok || left < uint64(lsmContext.Size(c.ABI)) {
			c.P.UnreadElems(addr)
			break
		}
	}
	c.P.EndArray()
}

// Plan implements Planned.
func (lsmContexts) Plan(p *d.Planner, from d.Expr) {
	p.AtEntryToo(func() {
		p.Block(from, lsmContextsRead)
		p.Object(d.Arg2, &d.UintObj, 0)
	})
}

const lsmContextsRead = 4096 // what is captured of the contexts
