package syscalls

import (
	"encoding/binary"
	"strconv"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// perf_event_open(2). The kernel writes the size that it knows into attributes
// that are too large, so they are shown at exit, as they were at entry.

var perfEventOpen = d.Syscall{Name: "perf_event_open", Ret: d.FD, Params: []*d.Param{
	{Name: "attr", Type: perfAttr{}, At: d.Exit},
	{Name: "pid", Type: d.Int},
	{Name: "cpu", Type: d.Int},
	{Name: "group_fd", Type: d.FD},
	{Name: "flags", Type: &d.Flags64{&xlat.PerfFlag}},
}}

const (
	perfAttrVer0  = 64  // PERF_ATTR_SIZE_VER0
	perfAttrVer9  = 144 // PERF_ATTR_SIZE_VER9
	perfAttrSize  = 4   // where the size is
	perfAttrBrief = 48  // where the bits end

	perfHardware, perfSoftware, perfTracepoint, perfCache, perfBreakpoint = 0, 1, 2, 3, 5 // PERF_TYPE_*

	perfSampleBranchStack = 1 << 11
	perfSampleStackUser   = 1 << 13

	errnoE2BIG = 7
)

// perfAttr is struct perf_event_attr (linux/perf_event.h): of the size that its member says.
type perfAttr struct{}

// Plan implements Planned.
func (perfAttr) Plan(p *d.Planner, from d.Expr) {
	p.AtEntryToo(func() { p.Block(from, perfAttrVer9) })
}

// Save implements Saver.
func (perfAttr) Save(c *d.Call, v uint64) {
	v = c.Word(v)
	head, ok := c.Fetch(v, perfAttrSize+4)
	if !ok {
		return
	}
	size := binary.LittleEndian.Uint32(head[perfAttrSize:])
	if size == 0 {
		size = perfAttrVer0
	}
	if size < perfAttrVer0 {
		return
	}
	known := uint32(perfAttrVer9)
	if c.Abbrev {
		known = perfAttrBrief
	}
	if b, ok := c.FetchPadded(v, int(min(size, known)), perfAttrVer9); ok {
		c.Stash(b)
	}
}

// Show implements Type.
func (perfAttr) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b := c.Stashed()
	if len(b) == 0 {
		c.P.Addr(v)
		return
	}
	a := perfAttrs{c: c, b: b, size: int(min(uint64(binary.LittleEndian.Uint32(b[perfAttrSize:])), 1<<30))}
	if a.size == 0 {
		a.size = perfAttrVer0
	}
	c.P.Struct()
	a.head(v)
	if !c.Abbrev {
		a.tail()
	}
	if c.Abbrev || a.size > perfAttrVer9 {
		c.P.MoreFields()
	}
	c.P.EndStruct()
}

// perfAttrs are attributes being shown.
type perfAttrs struct {
	c    *d.Call
	b    []byte // perfAttrVer9 bytes, 0 beyond size
	size int
}

func (a *perfAttrs) u32(off int) uint64 { return abi.LoadInt(a.b[off:], 4, false) }
func (a *perfAttrs) u64(off int) uint64 { return binary.LittleEndian.Uint64(a.b[off:]) }

var (
	perfSample = d.Flags64{&xlat.PerfSample}
	perfRead   = d.Flags64{&xlat.PerfRead}
	perfBranch = d.Flags64{&xlat.PerfBranch}
)

// perfBits are the names of the one-bit members at offset 40; precise_ip has two.
var perfBits = [...]string{
	"disabled", "inherit", "pinned", "exclusive", "exclude_user", "exclude_kernel", "exclude_hv", "exclude_idle",
	"mmap", "comm", "freq", "inherit_stat", "enable_on_exec", "task", "watermark", "precise_ip", "",
	"mmap_data", "sample_id_all", "exclude_host", "exclude_guest", "exclude_callchain_kernel", "exclude_callchain_user",
	"mmap2", "comm_exec", "use_clockid", "context_switch", "write_backward", "namespaces", "ksymbol", "bpf_event",
	"aux_output", "cgroup", "text_poke", "build_id", "inherit_thread", "remove_on_exec", "sigtrap",
}

const (
	perfBitFreq, perfBitWatermark, perfBitPrecise, perfBitClockID = 10, 14, 15, 25
)

// perfSkid explains precise_ip.
var perfSkid = [...]string{"arbitrary skid", "constant skid", "requested to have 0 skid", "must have 0 skid"}

// head shows the members up to the bits: all that is shown in brief, and of the bits those that are set.
func (a *perfAttrs) head(addr uint64) {
	p := &a.c.P
	p.Field("type")
	p.Symbol(a.u32(0), &xlat.PerfType, show.Hexadecimal)
	p.Field("size")
	a.showSize(addr)
	p.Field("config")
	a.config()
	bits := a.u64(40)
	if bits>>perfBitFreq&1 != 0 {
		p.Field("sample_freq")
	} else {
		p.Field("sample_period")
	}
	p.Uint(a.u64(16))
	p.Field("sample_type")
	perfSample.Show(a.c, a.u64(24))
	p.Field("read_format")
	perfRead.Show(a.c, a.u64(32))
	for i, name := range perfBits {
		switch {
		case name == "":
		case i == perfBitPrecise:
			p.Field(name)
			p.Uint(bits >> i & 3)
			p.Comment(perfSkid[bits>>i&3])
		case !a.c.Abbrev || bits>>i&1 != 0:
			p.Field(name)
			p.Uint(bits >> i & 1)
		}
	}
	if rest := bits >> len(perfBits); rest != 0 {
		p.Field("__reserved_1")
		p.Hex(rest)
		p.Comment("Bits 63..38")
	}
}

// showSize shows the size, and the one that the kernel has written in its place.
func (a *perfAttrs) showSize(addr uint64) {
	p := &a.c.P
	was := a.u32(perfAttrSize)
	now := was
	if a.c.Failed && a.c.Ret == -errnoE2BIG {
		if b, ok := a.c.Fetch(addr+perfAttrSize, 4); ok {
			now = abi.LoadInt(b, 4, false)
		}
	}
	if now == was {
		p.Symbol(was, &xlat.PerfAttrSize, show.Hexadecimal)
		return
	}
	p.Change()
	p.Symbol(was, &xlat.PerfAttrSize, show.Hexadecimal)
	p.Arrow()
	p.Symbol(now, &xlat.PerfAttrSize, show.Hexadecimal)
	p.EndChange()
}

func (a *perfAttrs) config() {
	p, v := &a.c.P, a.u64(8)
	switch a.u32(0) {
	case perfHardware:
		p.Expr(v)
		if v>>32 != 0 {
			p.Hex(v >> 32)
			p.Text("<<32|")
		}
		p.Symbol(v&0xffffffff, &xlat.PerfHardware, show.Hexadecimal)
		p.EndExpr()
	case perfSoftware:
		p.Symbol(v, &xlat.PerfSoftware, show.Hexadecimal)
	case perfTracepoint:
		p.Uint(v)
	case perfCache:
		p.Expr(v)
		if v>>32 != 0 {
			p.Hex(v >> 32)
			p.Text("<<32|")
		}
		if v>>24&0xff != 0 {
			p.Hex(v >> 24 & 0xff)
			p.Text("<<24|")
		}
		p.Symbol(v>>16&0xff, &xlat.PerfCacheResult, show.Hexadecimal)
		p.Text("<<16|")
		p.Symbol(v>>8&0xff, &xlat.PerfCacheOp, show.Hexadecimal)
		p.Text("<<8|")
		p.Symbol(v&0xff, &xlat.PerfCache, show.Hexadecimal)
		p.EndExpr()
	default:
		p.Hex(v)
	}
}

// tail shows the members behind the bits, as far as the structure goes.
func (a *perfAttrs) tail() {
	p, bits := &a.c.P, a.u64(40)
	if bits>>perfBitWatermark&1 != 0 {
		p.Field("wakeup_watermark")
	} else {
		p.Field("wakeup_events")
	}
	p.Uint(a.u32(48))
	if a.u32(0) == perfBreakpoint {
		p.Field("bp_type")
		a.breakpoint(a.u32(52))
		p.Field("bp_addr")
	} else {
		p.Field("config1")
	}
	p.Hex(a.u64(56))
	if a.size <= 64 {
		return
	}
	if a.u32(0) == perfBreakpoint {
		p.Field("bp_len")
		p.Uint(a.u64(64))
	} else {
		p.Field("config2")
		p.Hex(a.u64(64))
	}
	if a.size <= 72 {
		return
	}
	if a.u64(24)&perfSampleBranchStack != 0 {
		p.Field("branch_sample_type")
		perfBranch.Show(a.c, a.u64(72))
	}
	if a.size <= 80 {
		return
	}
	p.Field("sample_regs_user")
	p.Hex(a.u64(80))
	if a.size <= 88 {
		return
	}
	if a.u64(24)&perfSampleStackUser != 0 {
		p.Field("sample_stack_user")
		p.Hex(a.u32(88))
	}
	if a.size > 92 && bits>>perfBitClockID&1 != 0 {
		p.Field("clockid")
		p.Symbol(a.u32(92), &xlat.Clock, show.Hexadecimal)
	}
	a.aux()
}

func (a *perfAttrs) breakpoint(v uint64) {
	if v > 4 && v < 8 { // what the flags of no valid kind add up to
		a.c.P.Symbol(v, &xlat.HwBreakpointInvalid, show.Hexadecimal)
		return
	}
	a.c.P.Symbol(v, &xlat.HwBreakpoint, show.Hexadecimal)
}

// aux shows the members from sample_regs_intr on.
func (a *perfAttrs) aux() {
	p := &a.c.P
	hex := func(name string, off, bytes int) {
		if a.size > off {
			p.Field(name)
			p.Hex(abi.LoadInt(a.b[off:], bytes, false))
		}
	}
	dec := func(name string, off, bytes int) {
		if a.size > off {
			p.Field(name)
			p.Uint(abi.LoadInt(a.b[off:], bytes, false))
		}
	}
	hex("sample_regs_intr", 96, 8)
	dec("aux_watermark", 104, 4)
	dec("sample_max_stack", 108, 2)
	if rest := abi.LoadInt(a.b[110:], 2, false); a.size > 110 && rest != 0 {
		p.Comment("bytes 110..111: 0x" + strconv.FormatUint(rest, 16))
	}
	dec("aux_sample_size", 112, 4)
	if action := a.u32(116); a.size > 116 {
		for i, name := range [...]string{"aux_start_paused", "aux_pause", "aux_resume"} {
			p.Field(name)
			p.Uint(action >> i & 1)
		}
		if rest := action >> 3; rest != 0 {
			p.Field("__reserved_3")
			p.Hex(rest)
			p.Comment("Bits 931..959")
		}
	}
	hex("sig_data", 120, 8)
	hex("config3", 128, 8)
	hex("config4", 136, 8)
}
