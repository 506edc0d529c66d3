package syscalls

import (
	"bytes"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

var getdents = d.Syscall{Name: "getdents", Params: []*d.Param{
	fdParam, {Name: "dirp", Type: &direntsOld, At: d.Out}, {Name: "count", Type: d.Uint},
}}

var getdents64 = d.Syscall{Name: "getdents64", Params: []*d.Param{
	fdParam, {Name: "dirp", Type: &dirents64, At: d.Out}, {Name: "count", Type: d.Uint},
}}

// A direntLayout says how one generation of directory entries is laid out
// (getdents(2)).
type direntLayout struct {
	ino, off, reclen, name abi.Member
	typ                    abi.Member // 0: in the entry's last byte
}

var (
	direntsOld = dirents{direntLayout{
		ino: abi.Linux_dirent_d_ino, off: abi.Linux_dirent_d_off,
		reclen: abi.Linux_dirent_d_reclen, name: abi.Linux_dirent_d_name,
	}}
	dirents64 = dirents{direntLayout{
		ino: abi.Linux_dirent64_d_ino, off: abi.Linux_dirent64_d_off,
		reclen: abi.Linux_dirent64_d_reclen, name: abi.Linux_dirent64_d_name, typ: abi.Linux_dirent64_d_type,
	}}
)

// dirents shows the entries that the call returned; in brief how many.
type dirents struct{ direntLayout }

// Show implements d.Type.
func (t *dirents) Show(c *d.Call, v uint64) {
	n := d.Ret.Eval(c)
	if n > uint64(uint32(c.Args[2])) || c.Addresses {
		d.Addr.Show(c, v)
		return
	}
	b, ok := c.Fetch(v, int(n))
	switch {
	case !ok && n > 0:
		d.Addr.Show(c, v)
	case c.Abbrev:
		count := 0
		for len(b) >= t.head(c) {
			b = b[t.size(c, b):]
			count++
		}
		c.P.Expr(c.Word(v))
		d.Addr.Show(c, v)
		c.P.OpenComment()
		c.P.Int(int64(count))
		c.P.Text(" entries")
		c.P.CloseComment()
		c.P.EndExpr()
	default:
		c.P.Array()
		for len(b) >= t.head(c) {
			n := t.size(c, b)
			c.P.Elem()
			t.entry(c, b[:n])
			b = b[n:]
		}
		if len(b) > 0 {
			c.P.Elem()
			c.P.Binary(b, false)
		}
		c.P.EndArray()
	}
}

// Plan implements d.Planned.
func (t *dirents) Plan(p *d.Planner, from d.Expr) { p.Memory(from, d.Ret) }

// head is the number of bytes before the name.
func (t *direntLayout) head(c *d.Call) int { return int(c.ABI.Members[t.name].Off) }

// size is the number of bytes that the first entry in b takes: what its
// d_reclen says, if that can be, else all of them.
func (t *direntLayout) size(c *d.Call, b []byte) int {
	n, _ := c.ABI.Load(b, t.reclen)
	if n < uint64(t.head(c)) || n > uint64(len(b)) {
		return len(b)
	}
	return int(n)
}

// entry shows the entry that b holds.
func (t *direntLayout) entry(c *d.Call, b []byte) {
	ino, _ := c.ABI.Load(b, t.ino)
	off, _ := c.ABI.Load(b, t.off)
	reclen, _ := c.ABI.Load(b, t.reclen)
	c.P.Struct()
	c.P.Field("d_ino")
	c.P.Uint(ino)
	c.P.Field("d_off")
	c.P.Uint(off)
	c.P.Field("d_reclen")
	c.P.Uint(reclen)
	head := t.head(c)
	switch n := uint64(head); {
	case reclen < n:
		showMisfit(c, n-reclen, " bytes underflow")
	case reclen > uint64(len(b)):
		showMisfit(c, reclen-uint64(len(b)), " bytes overflow")
	}
	if t.typ != 0 {
		typ, _ := c.ABI.Load(b, t.typ)
		showDirentType(c, typ)
		showDirentName(c, b[head:])
	} else if len(b) > head {
		showDirentName(c, b[head:len(b)-1])
		showDirentType(c, uint64(b[len(b)-1]))
	}
	c.P.EndStruct()
}

// showMisfit says beside d_reclen by how much it is wrong.
func showMisfit(c *d.Call, by uint64, what string) {
	if !c.P.JSON {
		c.P.OpenComment()
		c.P.Uint(by)
		c.P.Text(what)
		c.P.CloseComment()
	}
}

func showDirentType(c *d.Call, v uint64) {
	c.P.Field("d_type")
	c.P.Symbol(v, &xlat.DirentType, show.Hexadecimal)
}

func showDirentName(c *d.Call, b []byte) {
	if len(b) == 0 {
		return
	}
	c.P.Field("d_name")
	if i := bytes.IndexByte(b, 0); i >= 0 {
		c.P.Quote(b[:i], false)
	} else {
		c.P.Quote(b[:len(b)-1], true)
	}
}

var readdir = d.Syscall{Name: "readdir", Params: []*d.Param{
	fdParam,
	{Name: "dirp", Type: &readdirEntry, At: d.Out},
	{Name: "count", Type: d.Uint, If: func(c *d.Call) bool { return uint32(c.Args[2]) != 1 }},
}}

// readdirEntry is the entry that readdir(2) of i386 returns, and the name behind it.
var readdirEntry = d.Reads{
	Func: func(c *d.Call, v uint64) {
		if c.Ret == 0 { // the end
			c.P.Addr(c.Word(v))
			return
		}
		d.Ptr{To: &oldDirent}.Show(c, v)
	},
	What: func(p *d.Planner, from d.Expr) { p.Block(from, 12+256) },
}

var oldDirent = d.Struct{Of: abi.Sizeof_old_linux_dirent, Fields: []*d.Field{
	{Name: "d_ino", At: abi.Old_linux_dirent_d_ino, Type: d.Ulong},
	{Name: "d_off", At: abi.Old_linux_dirent_d_offset, Type: d.Ulong},
	{Name: "d_reclen", At: abi.Old_linux_dirent_d_namlen, Type: d.Uint},
	{Name: "d_name", At: abi.Old_linux_dirent_d_name, Type: d.Func(showOldDirentName)},
}}

// showOldDirentName shows the name behind the entry, which has d_namlen bytes.
func showOldDirentName(c *d.Call, off uint64) {
	b, at := c.Object()
	n, _ := c.ABI.Load(b, abi.Old_linux_dirent_d_namlen)
	name, ok := c.Fetch(at+off, int(min(n, 255)))
	if !ok {
		c.P.Addr(at + off)
		return
	}
	c.P.Quote(name, false)
}
