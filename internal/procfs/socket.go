package procfs

import (
	"strconv"
	"syscall"
	"unsafe"

	"gostrace/internal/show"
)

// knownSockets is how many addresses are remembered. The reference remembers
// as many, by the low bits of the inode, and what it remembers it doesn't ask
// for again, even if the socket has been connected elsewhere since.
const knownSockets = 1024

// A knownSocket is what is told of the socket ino.
type knownSocket struct {
	ino  uint32
	text []byte
}

// A protocol is a socket's protocol.
type protocol struct {
	name   string
	family uint8 // linux/socket.h
	number uint8 // linux/in.h; 0 outside of the internet
	ask    func(d *Describer, p *protocol, ino uint32) bool
}

// protocols are those of which there is more to tell than the inode.
var protocols = [...]protocol{
	{"UNIX-STREAM", syscall.AF_UNIX, 0, (*Describer).askUnix},
	{"UNIX", syscall.AF_UNIX, 0, (*Describer).askUnix},
	{"TCP", syscall.AF_INET, syscall.IPPROTO_TCP, (*Describer).askInet},
	{"TCPv6", syscall.AF_INET6, syscall.IPPROTO_TCP, (*Describer).askInet},
	{"UDP", syscall.AF_INET, syscall.IPPROTO_UDP, (*Describer).askInet},
	{"UDPv6", syscall.AF_INET6, syscall.IPPROTO_UDP, (*Describer).askInet},
	{"NETLINK", syscall.AF_NETLINK, 0, (*Describer).askNetlink},
	{"RAW", syscall.AF_INET, syscall.IPPROTO_RAW, (*Describer).askInet},
	{"RAWv6", syscall.AF_INET6, syscall.IPPROTO_RAW, (*Describer).askInet},
	{udpLite, syscall.AF_INET, syscall.IPPROTO_UDPLITE, (*Describer).askInet},
	{"UDPLITEv6", syscall.AF_INET6, syscall.IPPROTO_UDPLITE, (*Describer).askInet},
	{"SCTP", syscall.AF_INET, syscall.IPPROTO_SCTP, (*Describer).askInet},
	{"SCTPv6", syscall.AF_INET6, syscall.IPPROTO_SCTP, (*Describer).askInet},
	{"DCCP", syscall.AF_INET, syscall.IPPROTO_DCCP, (*Describer).askInet},
	{"DCCPv6", syscall.AF_INET6, syscall.IPPROTO_DCCP, (*Describer).askInet},
	{"L2TP/IP", syscall.AF_INET, ipprotoL2TP, (*Describer).askInet},
	{"L2TP/IPv6", syscall.AF_INET6, ipprotoL2TP, (*Describer).askInet},
	{"PING", syscall.AF_INET, syscall.IPPROTO_ICMP, (*Describer).askInet},
	{"PINGv6", syscall.AF_INET6, syscall.IPPROTO_ICMP, (*Describer).askInet},
}

// udpLite is what is shown of the only protocol that the kernel names otherwise.
const udpLite = "UDPLITE"

const ipprotoL2TP = 115 // linux/l2tp.h

// socket describes a socket: <TCP:[127.0.0.1:80]>; by its inode where its
// addresses are unknown, as in another network name space: <TCP:[1234]>. Of
// protocols unknown here it returns nil.
func (d *Describer) socket(tid int, fd int32, ino uint32) []byte {
	if d.known == nil {
		d.known = new([knownSockets]knownSocket)
	}
	k := &d.known[ino%knownSockets]
	if k.ino == ino && len(k.text) > 0 {
		return k.text
	}
	p := d.protocol(tid, fd)
	if p == nil {
		return nil
	}
	d.open()
	d.out = append(d.out, p.name...)
	d.out = append(d.out, ":["...)
	start := len(d.out)
	known := p.ask(d, p, ino)
	if !known {
		d.out = strconv.AppendUint(d.out[:start], uint64(ino), 10)
	}
	d.out = append(d.out, ']')
	d.shut()
	if known {
		k.ino = ino
		k.text = append(k.text[:0], d.out...)
	}
	return d.out
}

var sockProtoName = [...]byte{'s', 'y', 's', 't', 'e', 'm', '.', 's', 'o', 'c', 'k', 'p', 'r', 'o', 't', 'o', 'n', 'a', 'm', 'e', 0}

// protocol returns the protocol of a socket, or nil if it is none of ours. The
// kernel tells it as an extended attribute of the descriptor (linux/xattr.h).
func (d *Describer) protocol(tid int, fd int32) *protocol {
	d.proc(tid, "fd", fd)
	n, _, e := syscall.RawSyscall6(syscall.SYS_GETXATTR, uintptr(unsafe.Pointer(&d.name)), uintptr(unsafe.Pointer(&sockProtoName)),
		uintptr(unsafe.Pointer(&d.file)), uintptr(len(d.file)), 0, 0)
	if e != 0 || n == 0 {
		return nil
	}
	name := d.file[:n-1] // without its NUL
	if string(name) == "UDP-Lite" {
		name = append(name[:0], udpLite...)
	}
	for i := range protocols {
		if protocols[i].name == string(name) {
			return &protocols[i]
		}
	}
	return nil
}

// quoted appends a name in quotes.
func (d *Describer) quoted(b []byte) {
	d.out = append(d.out, '"')
	d.out = show.AppendEscaped(d.out, b, d.opts.Escape, '"')
	d.out = append(d.out, '"')
}
