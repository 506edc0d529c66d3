package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// videoBuffers are the commands of the buffers of video devices
// (linux/videodev2.h), in the layouts of struct v4l2_buffer.
var videoBuffers = [...]Arg{
	{Names: "VIDIOC_QUERYBUF VIDIOC_QBUF", On: onX86_64, Split: &v4lBuffer{Size: 88, Stamp: 24, Sec: 8, Memory: 60, Union: 64, Word: 8}},
	{Names: "VIDIOC_DQBUF", On: onX86_64, Split: &v4lBuffer{Size: 88, Stamp: 24, Sec: 8, Memory: 60, Union: 64, Word: 8, Dequeue: true}},
	{Names: "VIDIOC_QUERYBUF_TIME32 VIDIOC_QBUF_TIME32", On: onX86_64, Split: &v4lBuffer{Size: 80, Stamp: 20, Sec: 4, Memory: 48, Union: 56, Word: 8}},
	{Names: "VIDIOC_DQBUF_TIME32", On: onX86_64, Split: &v4lBuffer{Size: 80, Stamp: 20, Sec: 4, Memory: 48, Union: 56, Word: 8, Dequeue: true}},
	{Names: "VIDIOC_QUERYBUF_TIME32 VIDIOC_QBUF_TIME32", On: onI386, Split: &v4lBuffer{Size: 68, Stamp: 20, Sec: 4, Memory: 48, Union: 52, Word: 4}},
	{Names: "VIDIOC_DQBUF_TIME32", On: onI386, Split: &v4lBuffer{Size: 68, Stamp: 20, Sec: 4, Memory: 48, Union: 52, Word: 4, Dequeue: true}},
}

// A v4lBuffer shows struct v4l2_buffer in one layout.
type v4lBuffer struct {
	Size        int // its size
	Stamp, Sec  int // offset of its timestamp; size of that's members
	Memory      int // offset of memory
	Union, Word int // offset and size of what memory says; length follows
	Dequeue     bool
}

// Show implements decode.Type.
func (t *v4lBuffer) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, t.Size)
	switch {
	case !c.Exit && !ok:
		c.P.Addr(v)
	case !c.Exit:
		c.Keep(1)
		c.P.Struct()
		c.P.Field("type")
		v4lBuf.Show(c, abi.LoadInt(b[4:], 4, false))
		if !t.Dequeue {
			c.P.Field("index")
			c.P.Uint(abi.LoadInt(b, 4, false))
		}
	case c.HasKept():
		if ok && !c.Failed {
			t.rest(c, b)
		}
		c.P.EndStruct()
	}
}

func (t *v4lBuffer) rest(c *d.Call, b []byte) {
	if t.Dequeue {
		c.P.Field("index")
		c.P.Uint(abi.LoadInt(b, 4, false))
	}
	memory := abi.LoadInt(b[t.Memory:], 4, false)
	c.P.Field("memory")
	v4lMemory.Show(c, memory)
	switch memory {
	case 1: // V4L2_MEMORY_MMAP
		c.P.Field("m.offset")
		c.P.Hex(abi.LoadInt(b[t.Union:], 4, false))
	case 2: // V4L2_MEMORY_USERPTR
		c.P.Field("m.userptr")
		c.P.Hex(abi.LoadInt(b[t.Union:], t.Word, false))
	}
	c.P.Field("length")
	c.P.Uint(abi.LoadInt(b[t.Union+t.Word:], 4, false))
	c.P.Field("bytesused")
	c.P.Uint(abi.LoadInt(b[8:], 4, false))
	c.P.Field("flags")
	showV4lBufFlags(c, abi.LoadInt(b[12:], 4, false))
	if t.Dequeue {
		c.P.Field("timestamp")
		c.P.Struct()
		c.P.Field("tv_sec")
		c.P.Int(int64(abi.LoadInt(b[t.Stamp:], t.Sec, true)))
		c.P.Field("tv_usec")
		c.P.Uint(abi.LoadInt(b[t.Stamp+t.Sec:], t.Sec, false))
		c.P.EndStruct()
	}
	c.P.MoreFields()
}

// showV4lBufFlags shows flags, and behind them the two numbers among their bits.
func showV4lBufFlags(c *d.Call, v uint64) {
	const times, sources = 0xe000, 0x70000
	if c.P.NumbersOnly() {
		c.P.Hex(v)
		return
	}
	c.P.Expr(v)
	if flags := v &^ (times | sources); flags != 0 {
		c.P.Flags(flags, []*xlat.Table{&xlat.V4l2BufFlag})
		c.P.Punct("|")
	}
	c.P.Symbol(v&times, &xlat.V4l2BufTime, show.Hexadecimal)
	c.P.Punct("|")
	c.P.Symbol(v&sources, &xlat.V4l2BufSource, show.Hexadecimal)
	c.P.EndExpr()
}

// Abandon ends what a call began that will not return.
func (t *v4lBuffer) Abandon(c *d.Call) {
	if c.HasKept() {
		c.P.EndStruct()
	}
}

// Plan implements decode.Planned.
func (t *v4lBuffer) Plan(p *d.Planner, from d.Expr) {
	p.At(true, true, func() { p.Block(from, t.Size) })
}
