package syscalls

import (
	"gostrace/internal/abi"
	"gostrace/internal/bpf"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Values and conditions of members of union bpf_attr.

const (
	bpfProgLoad   = 5
	bpfLinkCreate = 28

	bpfNumaNodeFlag = 1 << 2 // BPF_F_NUMA_NODE
	bpfReplaceFlag  = 1 << 2 // BPF_F_REPLACE
	bpfIDFlag       = 1 << 5 // BPF_F_ID
)

var (
	bpfMapType     = d.Enum{Of: &xlat.BpfMapType}
	bpfProgType    = d.Enum{Of: &xlat.BpfProgType}
	bpfAttachType  = d.Enum{Of: &xlat.BpfAttachType}
	bpfFDType      = d.Enum{Of: &xlat.BpfFdType}
	bpfStatsType   = d.Enum{Of: &xlat.BpfStats}
	bpfMapFlags    = d.Flags{&xlat.BpfMapFlag}
	bpfFileFlags   = d.Flags{&xlat.BpfFileFlag}
	bpfOpenFlags   = d.Flags{&xlat.BpfOpenFlag}
	bpfElemFlags   = d.Flags64{&xlat.BpfElemFlag}
	bpfUpdateFlags = d.Flags64{&xlat.BpfUpdateFlag}
	bpfProgFlags   = d.Flags{&xlat.BpfProgFlag}
	bpfAttachFlags = d.Flags{&xlat.BpfAttachFlag}
	bpfQueryFlags  = d.Flags{&xlat.BpfQueryFlag}
	bpfTestFlags   = d.Flags{&xlat.BpfTestFlag}
)

func bpfMember(c *d.Call, m abi.Member) uint64 { return (d.M + d.Expr(m)).Eval(c) }

func bpfHasNode(c *d.Call) bool {
	return bpfMember(c, abi.Bpf_attr_map_flags)&bpfNumaNodeFlag != 0
}

// bpfNumaNode shows a node of NUMA_NO_NODE (include/linux/numa.h: -1) with its name.
func bpfNumaNode(c *d.Call, v uint64) {
	c.P.Uint(v)
	if uint32(v) == 1<<32-1 && !c.P.NumbersOnly() {
		c.P.Comment("NUMA_NO_NODE")
	}
}

// bpfName shows a name that is a member, of which the attributes may have a part only.
func bpfName(c *d.Call, off uint64) {
	b, _ := c.Object()
	end := min(off+uint64(c.Field().Size), max(off, uint64(uint32(c.Args[2]))))
	c.ShowChars(b[off:end])
}

// bpfMaxUint shows a number of which the largest has a name.
func bpfMaxUint(c *d.Call, v uint64) {
	if v == 1<<64-1 {
		c.P.Named(v, "UINT64_MAX", show.UnsignedDecimal)
		return
	}
	c.P.Uint(v)
}

// bpfInterface shows the index of a network interface by name, if it has one.
func bpfInterface(c *d.Call, v uint64) {
	var name []byte
	if c.Interface != nil {
		name = c.Interface(uint32(v))
	}
	c.P.Interface(uint32(v), name)
}

// bpfKernelVersion shows KERNEL_VERSION(6, 1, 2) (linux/version.h).
func bpfKernelVersion(c *d.Call, v uint64) {
	if !c.P.Encoded(v) {
		return
	}
	c.P.Fn("KERNEL_VERSION")
	c.P.FnArg("major")
	c.P.Uint(v >> 16)
	c.P.FnArg("minor")
	c.P.Uint(v >> 8 & 0xff)
	c.P.FnArg("patch")
	c.P.Uint(v & 0xff)
	c.P.EndFn()
	c.P.EndEncoded()
}

// bpfInsns are the instructions of a program, shown with -v.
var bpfInsns = &d.Far{To: verbosely{d.Array{Of: &bpf.Extended, N: d.M + d.Expr(abi.Bpf_attr_insn_cnt), Most: 4096}}}

// verbosely shows what is behind an address with -v, and without it the address.
type verbosely struct{ d.Type }

// Show implements Type.
func (t verbosely) Show(c *d.Call, v uint64) {
	if c.Abbrev {
		c.P.Addr(c.Word(v))
		return
	}
	t.Type.Show(c, v)
}

// Plan implements Planned.
func (t verbosely) Plan(p *d.Planner, from d.Expr) { p.Type(t.Type, from) }

// bpfLogBuf is the buffer for the verifier's log.
var bpfLogBuf = &d.Reads{Func: bpfLog, What: func(p *d.Planner, from d.Expr) {
	p.String(from, 0)
}}

// Where a program is attached: to a descriptor, or to a network interface.
func bpfAttaches(kind uint64) bool {
	switch kind {
	case 37, 46, 47, 54, 55: // BPF_XDP, BPF_TCX_INGRESS, BPF_TCX_EGRESS, BPF_NETKIT_PRIMARY, BPF_NETKIT_PEER
		return true
	}
	return false
}

func bpfOnInterface(c *d.Call) bool { return bpfAttaches(bpfMember(c, abi.Bpf_attr_attach_type)) }
func bpfOnFD(c *d.Call) bool        { return !bpfOnInterface(c) }
func bpfQueryInterface(c *d.Call) bool {
	return bpfAttaches(bpfMember(c, abi.Bpf_attr_query_attach_type))
}
func bpfQueryFD(c *d.Call) bool { return !bpfQueryInterface(c) }
func bpfLinkInterface(c *d.Call) bool {
	return bpfAttaches(bpfMember(c, abi.Bpf_attr_link_create_attach_type))
}
func bpfLinkFD(c *d.Call) bool { return !bpfLinkInterface(c) }

func bpfByID(c *d.Call) bool { return bpfMember(c, abi.Bpf_attr_attach_flags)&bpfIDFlag != 0 }
func bpfByFD(c *d.Call) bool { return !bpfByID(c) }

func bpfLinkByID(c *d.Call) bool {
	return bpfMember(c, abi.Bpf_attr_link_create_flags)&bpfIDFlag != 0
}
func bpfLinkByFD(c *d.Call) bool { return !bpfLinkByID(c) }

func bpfReplaces(c *d.Call) bool {
	return bpfMember(c, abi.Bpf_attr_link_update_flags)&bpfReplaceFlag != 0
}

// bpfChanged is a number that the kernel may have changed: 64 => 3.
func bpfChanged(c *d.Call, v uint64) {
	was := v
	if o := int(c.Field().Off); o+4 <= len(c.Stashed()) {
		was = abi.LoadInt(c.Stashed()[o:], 4, false)
	}
	if was == v {
		c.P.Uint(v)
		return
	}
	c.P.Change()
	c.P.Uint(was)
	c.P.Arrow()
	c.P.Uint(v)
	c.P.EndChange()
}

var (
	bpfIDs     = &bpfFound{farArray{d.Array{Of: &d.UintObj, N: bpfQueryCount}}}
	bpfIDFlags = &bpfFound{farArray{d.Array{Of: &d.Num{Type: &bpfAttachFlags, Bytes: 4}, N: bpfQueryCount}}}
)

// bpfFound is an array that BPF_PROG_QUERY fills.
type bpfFound struct{ farArray }

// Show implements Type.
func (t bpfFound) Show(c *d.Call, v uint64) {
	if c.Failed && t.N.Eval(c) != 0 {
		c.P.Addr(v)
		return
	}
	t.farArray.Show(c, v)
}

const bpfQueryCount = d.M + d.Expr(abi.Bpf_attr_query_prog_cnt)

// bpfTaskBuf is the name of what BPF_TASK_FD_QUERY has found.
var bpfTaskBuf = &d.Far{To: &d.Reads{
	Func: func(c *d.Call, v uint64) {
		n := bpfMember(c, abi.Bpf_attr_task_fd_query_buf_len)
		s, nul, ok := c.String(v, int(min(n, uint64(c.P.StrLen)+1)))
		if !ok {
			c.P.Addr(v)
			return
		}
		c.P.Quote(s[:min(len(s), c.P.StrLen)], !nul && n > 0)
	},
	What: func(p *d.Planner, from d.Expr) { p.String(from, 0) },
}}
