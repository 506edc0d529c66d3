package syscalls

import (
	"encoding/binary"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// ControlMessages shows the Len bytes of control messages at an address (cmsg(3)).
type ControlMessages struct{ Len d.Expr }

const maxControl = 128 << 10 // more than the kernel takes (net.core.optmem_max)

// Show implements d.Type.
func (t ControlMessages) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	n := min(t.Len.Eval(c), maxControl)
	head := uint64(c.ABI.Members[abi.Sizeof_cmsghdr].Size)
	b, ok := c.Fetch(v, int(n))
	if !ok || n < head {
		c.P.Addr(v)
		return
	}
	c.P.Array()
	for off := uint64(0); off < n; {
		if n-off < head {
			c.P.UnreadElems(v + off)
			break
		}
		length, _ := c.ABI.Load(b[off:], abi.Cmsghdr_cmsg_len)
		c.P.Elem()
		showControl(c, b[off:], min(max(length, head), n-off))
		if length < head {
			// Who knows where the next one is.
			if off+head < n {
				c.P.UnreadElems(v + off + head)
			}
			break
		}
		if length > n-off { // before rounding up, lest it overflow
			break
		}
		word := uint64(c.ABI.Word)
		off += (length + word - 1) &^ (word - 1)
	}
	c.P.EndArray()
}

// Plan implements d.Planned.
func (t ControlMessages) Plan(p *d.Planner, from d.Expr) { p.Memory(from, t.Len) }

// showControl shows the control message of n bytes in b.
func showControl(c *d.Call, b []byte, n uint64) {
	l := c.ABI.Members[abi.Sizeof_cmsghdr]
	length, _ := c.ABI.Load(b, abi.Cmsghdr_cmsg_len)
	level, _ := c.ABI.Load(b, abi.Cmsghdr_cmsg_level)
	kind, _ := c.ABI.Load(b, abi.Cmsghdr_cmsg_type)
	kinds, t := controlLevel(uint32(level))
	c.P.Struct()
	c.P.Field("cmsg_len")
	c.P.Uint(length)
	c.P.Field("cmsg_level")
	cmsgLevel.Show(c, level)
	c.P.Field("cmsg_type")
	if t == nil {
		c.P.Hex(uint64(uint32(kind)))
	} else {
		c.P.Symbol(uint64(uint32(kind)), t, show.Hexadecimal)
	}
	if data := b[l.Size:n]; len(data) > 0 {
		c.P.Field("cmsg_data")
		showControlData(c, kinds, uint32(kind), data)
	}
	c.P.EndStruct()
}

var cmsgLevel = d.Enum{Of: &xlat.CmsgLevel}

// A control says how the data of one type of control messages is shown.
type control struct {
	kind uint32
	// min is the fewest bytes that make sense; of less the bytes are shown,
	// or, with exact, of any other number "???".
	min   int
	exact bool
	// The data are shown by show, or as a structure, or as several of them.
	show  func(c *d.Call, b []byte)
	of    *d.Struct
	times int
}

const (
	solIP     = 0 // linux/socket.h
	solSocket = 1
)

// controlLevel returns what is known of the control messages of a level.
func controlLevel(level uint32) ([]control, *xlat.Table) {
	switch level {
	case solSocket:
		return socketControls, &xlat.ScmType
	case solIP:
		return ipControls, &xlat.IPCmsgType
	}
	return nil, nil
}

func showControlData(c *d.Call, kinds []control, kind uint32, b []byte) {
	for i := range kinds {
		k := &kinds[i]
		if k.kind != kind {
			continue
		}
		if k.exact && len(b) < k.min {
			c.P.Unknown()
			return
		}
		if len(b) >= k.min {
			k.data(c, b)
			return
		}
	}
	c.P.Binary(b, false)
}

// Control messages of SOL_SOCKET (linux/socket.h, asm-generic/socket.h).
var socketControls = []control{
	{kind: 1, min: 4, show: showFDs},
	{kind: 2, min: 12, of: &ucred},
	{kind: 3, min: 1, show: func(c *d.Call, b []byte) { c.P.Quote(b, false) }},
	{kind: 4, min: 4, show: func(c *d.Call, b []byte) { d.FD.Show(c, uint64(binary.LittleEndian.Uint32(b))) }},
	{kind: 29, exact: true, of: &timeval, times: 1},
	{kind: 35, exact: true, of: &timespec, times: 1},
	{kind: 37, exact: true, of: &timespec, times: 3},
	{kind: 63, exact: true, of: &sockTimeval, times: 1},
	{kind: 64, exact: true, of: &timespec64, times: 1},
	{kind: 65, exact: true, of: &timespec64, times: 3},
}

// Control messages of SOL_IP (ip(7), linux/in.h).
var ipControls = []control{
	{kind: 1, min: 1, show: showByteList},
	{kind: 2, min: 4, show: showIntList},
	{kind: 3, min: 1, show: func(c *d.Call, b []byte) { c.P.Quote(b, false) }},
	{kind: 6, min: 1, show: showByteList},
	{kind: 7, min: 1, show: showByteList},
	{kind: 8, min: 12, of: &inPktinfo},
	{kind: 11, min: 32, of: &sockExtendedErr},
	{kind: 20, min: 16, show: func(c *d.Call, b []byte) { sockaddr.ShowBytes(c, b[:min(len(b), sockaddr.Max)]) }},
	{kind: 23, min: 4, show: showIntList},
	{kind: 52, min: 4, show: func(c *d.Call, b []byte) { showList(c, b[:4], 4, &ipCmsgProto) }},
}

var ipCmsgProto = d.Enum{Of: &xlat.IPCmsgProto}

// data shows b.
func (k *control) data(c *d.Call, b []byte) {
	if k.show != nil {
		k.show(c, b)
		return
	}
	size := k.of.Size(c.ABI)
	switch {
	case len(b) < k.times*size:
		c.P.Unknown()
	case k.times < 2:
		c.ShowAt(k.of, b, 0)
	default:
		c.P.Array()
		for i := range k.times {
			c.P.Elem()
			c.ShowAt(k.of, b[i*size:(i+1)*size], 0)
		}
		c.P.EndArray()
	}
}

// showFDs shows the descriptors that are passed on, as many as -s allows.
func showFDs(c *d.Call, b []byte) { showList(c, b, 4, d.FD) }

func showIntList(c *d.Call, b []byte) { showList(c, b, 4, d.Uint) }

func showByteList(c *d.Call, b []byte) { showList(c, b, 1, d.Hex32) }

// showList shows b as numbers of size bytes.
func showList(c *d.Call, b []byte, size int, t d.Type) {
	c.P.Array()
	for i := 0; i+size <= len(b); i += size {
		if c.Abbrev && i/size >= c.P.StrLen {
			c.P.MoreElems()
			break
		}
		c.P.Elem()
		t.Show(c, abi.LoadInt(b[i:], size, false))
	}
	c.P.EndArray()
}

var ucred = d.Struct{Of: abi.Sizeof_ucred, Fields: []*d.Field{
	{Name: "pid", At: abi.Ucred_pid, Type: d.PID},
	{Name: "uid", At: abi.Ucred_uid, Type: d.UID},
	{Name: "gid", At: abi.Ucred_gid, Type: d.UID},
}}

// sockTimeval is struct __kernel_sock_timeval, 64 bits on every ABI.
var sockTimeval = d.Struct{Of: abi.Sizeof_kernel_sock_timeval, Fields: []*d.Field{
	{Name: "tv_sec", At: abi.Kernel_sock_timeval_tv_sec, Type: d.Int64},
	{Name: "tv_usec", At: abi.Kernel_sock_timeval_tv_usec, Type: d.Uint64},
}}

var inPktinfo = d.Struct{Of: abi.Sizeof_in_pktinfo, Fields: []*d.Field{
	{Name: "ipi_ifindex", At: abi.In_pktinfo_ipi_ifindex, Type: sockaddr.IfIndex},
	{Name: "ipi_spec_dst", At: abi.In_pktinfo_ipi_spec_dst_s_addr, Type: sockaddr.Inet4},
	{Name: "ipi_addr", At: abi.In_pktinfo_ipi_addr_s_addr, Type: sockaddr.Inet4},
}}

// sockExtendedErr is an error from the error queue, with the address of who caused it.
var sockExtendedErr = d.Struct{Of: abi.Sizeof_sock_extended_err, Fields: []*d.Field{
	{Name: "ee_errno", At: abi.Sock_extended_err_ee_errno, Type: d.Uint},
	{Name: "ee_origin", At: abi.Sock_extended_err_ee_origin, Type: d.Uint},
	{Name: "ee_type", At: abi.Sock_extended_err_ee_type, Type: d.Uint},
	{Name: "ee_code", At: abi.Sock_extended_err_ee_code, Type: d.Uint},
	{Name: "ee_info", At: abi.Sock_extended_err_ee_info, Type: d.Uint},
	{Name: "ee_data", At: abi.Sock_extended_err_ee_data, Type: d.Uint},
	{Name: "offender", At: abi.Sock_extended_err_ee_data, Type: d.Func(showOffender)},
}}

func showOffender(c *d.Call, _ uint64) {
	b, _ := c.Object()
	b = b[c.ABI.Members[abi.Sizeof_sock_extended_err].Size:]
	sockaddr.ShowBytes(c, b[:c.ABI.Members[abi.Sizeof_sockaddr_in].Size])
}
