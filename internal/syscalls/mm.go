package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Mappings: mmap(2), mprotect(2), mremap(2), madvise(2), mlock(2) and their kin.

var (
	prot = d.Flags64{&xlat.Prot}

	mapFlagNames = d.Flags{&xlat.MapType, &xlat.MapHuge, &xlat.MapFlag}
)

// showMapFlags shows flags of mmap, an unsigned long of which names have the lower 32 bits.
func showMapFlags(c *d.Call, v uint64) {
	if v = c.Word(v); v>>32 == 0 {
		mapFlagNames.Show(c, v)
		return
	}
	if !c.P.BeginName(v) {
		return
	}
	c.P.Plain(true)
	mapFlagNames.Show(c, v)
	c.P.Plain(false)
	c.P.EndName()
}

// The parameters of what works on a range of memory.
var (
	rangeAddr   = &d.Param{Name: "addr", Type: d.Addr}
	rangeLength = &d.Param{Name: "length", Type: d.Ulong}
	rangeProt   = &d.Param{Name: "prot", Type: &prot}
)

var mmap = d.Syscall{Name: "mmap", ABI: d.X86_64, Ret: d.Hex, Params: []*d.Param{
	{Name: "addr", Type: d.Addr},
	{Name: "length", Type: d.Ulong},
	{Name: "prot", Type: &prot},
	{Name: "flags", Type: d.Func(showMapFlags)},
	{Name: "fd", Type: d.FD},
	{Name: "offset", Type: d.Hex},
}}

// mmap2 counts its offset in pages of 4096 bytes and is shown in bytes.
var mmap2 = d.Syscall{Name: "mmap2", Ret: d.Hex, Params: []*d.Param{
	{Name: "addr", Type: d.Addr},
	{Name: "length", Type: d.Ulong},
	{Name: "prot", Type: &prot},
	{Name: "flags", Type: d.Func(showMapFlags)},
	{Name: "fd", Type: d.FD},
	{Name: "offset", Type: d.Func(func(c *d.Call, v uint64) { c.P.Hex(c.Word(v) << 12) })},
}}

// oldMmap finds its arguments in memory (struct mmap_arg_struct).
var oldMmap = d.Syscall{Name: "mmap", ABI: d.I386, Ret: d.Hex, Via: oldMmapArgs, Params: []*d.Param{
	{Name: "addr", Type: mmapArgs},
}}

var mmapArgs = &argBlock{Words: 6}

func oldMmapArgs(c *d.Call) *d.Syscall {
	if !mmapArgs.load(c) {
		return nil
	}
	return &mmap
}

var munmap = d.Syscall{Name: "munmap", Params: []*d.Param{rangeAddr, rangeLength}}

var mprotect = d.Syscall{Name: "mprotect", Params: []*d.Param{rangeAddr, rangeLength, rangeProt}}

var pkeyMprotect = d.Syscall{Name: "pkey_mprotect", Params: []*d.Param{
	rangeAddr, rangeLength, rangeProt,
	{Name: "pkey", Type: d.Int},
}}

var pkeyAlloc = d.Syscall{Name: "pkey_alloc", Params: []*d.Param{
	{Name: "flags", Type: d.Hex},
	{Name: "access_rights", Type: &d.Flags64{&xlat.PkeyAccess}},
}}

var pkeyFree = d.Syscall{Name: "pkey_free", Params: []*d.Param{{Name: "pkey", Type: d.Int}}}

const mremapMayMove, mremapFixed, mremapDontUnmap = 1, 2, 4 // linux/mman.h

var mremap = d.Syscall{Name: "mremap", Ret: d.Hex, Params: []*d.Param{
	{Name: "old_address", Type: d.Addr},
	{Name: "old_size", Type: d.Ulong},
	{Name: "new_size", Type: d.Ulong},
	{Name: "flags", Type: &d.Flags64{&xlat.MremapFlag}},
	{Name: "new_address", Type: d.Addr, If: func(c *d.Call) bool {
		return c.Args[3]&mremapMayMove != 0 && c.Args[3]&(mremapFixed|mremapDontUnmap) != 0
	}},
}}

var msync = d.Syscall{Name: "msync", Params: []*d.Param{
	rangeAddr, rangeLength,
	{Name: "flags", Type: &d.Flags{&xlat.MsyncFlag}},
}}

var advice = d.Enum{Of: &xlat.Madvise}

var madvise = d.Syscall{Name: "madvise", Params: []*d.Param{
	rangeAddr, rangeLength,
	{Name: "advice", Type: &advice},
}}

var processMadvise = d.Syscall{Name: "process_madvise", Params: []*d.Param{
	{Name: "pidfd", Type: d.FD},
	{Name: "iovec", Type: d.Array{Of: &iovecRange, N: d.Arg2}},
	{Name: "n", Type: d.Ulong},
	{Name: "advice", Type: &d.Enum{Of: &xlat.ProcessMadvise}},
	{Name: "flags", Type: d.Hex32},
}}

// iovecRange is an iovec that means an area, not its contents.
var iovecRange = d.Struct{Of: abi.Sizeof_iovec, Fields: []*d.Field{
	{Name: "iov_base", At: abi.Iovec_iov_base, Type: d.Addr},
	{Name: "iov_len", At: abi.Iovec_iov_len, Type: d.Ulong},
}}

var mlock = d.Syscall{Name: "mlock", Params: []*d.Param{rangeAddr, rangeLength}}

var mlock2 = d.Syscall{Name: "mlock2", Params: []*d.Param{
	rangeAddr, rangeLength,
	{Name: "flags", Type: &d.Flags{&xlat.MlockFlag}},
}}

var munlock = d.Syscall{Name: "munlock", Params: []*d.Param{rangeAddr, rangeLength}}

var mlockall = d.Syscall{Name: "mlockall", Params: []*d.Param{
	{Name: "flags", Type: &d.Flags{&xlat.McFlag}},
}}

var munlockall = d.Syscall{Name: "munlockall"}

var mseal = d.Syscall{Name: "mseal", Params: []*d.Param{
	rangeAddr, rangeLength,
	{Name: "flags", Type: d.Hex},
}}

var brk = d.Syscall{Name: "brk", Ret: d.Hex, Params: []*d.Param{{Name: "addr", Type: d.Addr}}}

var remapFilePages = d.Syscall{Name: "remap_file_pages", Params: []*d.Param{
	{Name: "addr", Type: d.Addr},
	{Name: "size", Type: d.Ulong},
	{Name: "prot", Type: &prot},
	{Name: "pgoff", Type: d.Ulong},
	{Name: "flags", Type: d.Func(showMapFlags)},
}}

var memfdSecret = d.Syscall{Name: "memfd_secret", Ret: d.FD, Params: []*d.Param{
	{Name: "flags", Type: &d.Flags{&xlat.MemfdSecretFlag}},
}}

// mincore's answer is a byte for each page, of which the lowest bit counts.
var mincore = d.Syscall{Name: "mincore", Params: []*d.Param{
	rangeAddr, rangeLength,
	{Name: "vec", Type: &d.Reads{
		Func: func(c *d.Call, v uint64) {
			n := pages(c.Word(c.Args[1]))
			if c.Failed && n != 0 {
				c.P.Addr(c.Word(v))
				return
			}
			c.ShowArray(v, n, &residence, false)
		},
		What: func(p *d.Planner, from d.Expr) { p.Object(from, &residence, d.Arg1) },
	}, At: d.Exit},
}}

// pages is how many pages a length takes.
func pages(length uint64) uint64 { return length>>12 + (length&0xfff+0xfff)>>12 }

var residence = d.Num{Type: d.Func(func(c *d.Call, v uint64) { c.P.Uint(v & 1) }), Bytes: 1}

var mapShadowStack = d.Syscall{Name: "map_shadow_stack", Ret: d.Hex, Params: []*d.Param{
	{Name: "addr", Type: d.Addr},
	{Name: "len", Type: d.Ulong},
	{Name: "flags", Type: &d.Flags{&xlat.ShadowStackFlag}},
}}

var cachestat = d.Syscall{Name: "cachestat", Params: []*d.Param{
	{Name: "fd", Type: d.FD},
	{Name: "cstat_range", Type: d.Ptr{To: &cachestatRange}},
	{Name: "cstat", Type: d.Ptr{To: &cachestatBuf}, At: d.Out},
	{Name: "flags", Type: d.Hex32},
}}

var cachestatRange = d.Struct{Of: abi.Sizeof_cachestat_range, Fields: []*d.Field{
	{Name: "off", At: abi.Cachestat_range_off, Type: d.Hex64},
	{Name: "len", At: abi.Cachestat_range_len, Type: d.Uint64},
}}

var cachestatBuf = d.Struct{Of: abi.Sizeof_cachestat, Fields: []*d.Field{
	{Name: "nr_cache", At: abi.Cachestat_nr_cache, Type: d.Uint64},
	{Name: "nr_dirty", At: abi.Cachestat_nr_dirty, Type: d.Uint64},
	{Name: "nr_writeback", At: abi.Cachestat_nr_writeback, Type: d.Uint64},
	{Name: "nr_evicted", At: abi.Cachestat_nr_evicted, Type: d.Uint64},
	{Name: "nr_recently_evicted", At: abi.Cachestat_nr_recently_evicted, Type: d.Uint64},
}}
