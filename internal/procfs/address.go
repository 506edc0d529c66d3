package procfs

import (
	"bytes"
	"encoding/binary"
	"net/netip"
	"strconv"
	"strings"
	"syscall"

	"gostrace/internal/xlat"
)

const allStates = 0xffffffff

// askInet appends the addresses of an internet socket: 127.0.0.1:40000->127.0.0.1:80
// (linux/inet_diag.h: struct inet_diag_req_v2, struct inet_diag_msg).
func (d *Describer) askInet(p *protocol, ino uint32) bool {
	var req [56]byte
	req[0], req[1] = p.family, p.number
	binary.NativeEndian.PutUint32(req[4:], allStates)
	return d.sockDiag(req[:], true, func(d *Describer, m []byte) bool {
		const sport, dport, src, dst, inode, size = 4, 6, 8, 24, 68, 72
		if len(m) < size || binary.NativeEndian.Uint32(m[inode:]) != ino {
			return false
		}
		d.inetAddress(m[0], m[src:], m[sport:])
		if binary.BigEndian.Uint16(m[dport:]) != 0 || !zero(m[dst:dst+addressSize(m[0])]) {
			d.out = append(d.out, "->"...)
			d.inetAddress(m[0], m[dst:], m[dport:])
		}
		return true
	})
}

func addressSize(family uint8) int {
	if family == syscall.AF_INET6 {
		return 16
	}
	return 4
}

func zero(b []byte) bool {
	for _, c := range b {
		if c != 0 {
			return false
		}
	}
	return true
}

func (d *Describer) inetAddress(family uint8, addr, port []byte) {
	if family == syscall.AF_INET6 {
		d.out = append(d.out, '[')
		d.out = netip.AddrFrom16([16]byte(addr)).AppendTo(d.out)
		d.out = append(d.out, ']')
	} else {
		d.out = netip.AddrFrom4([4]byte(addr)).AppendTo(d.out)
	}
	d.out = append(d.out, ':')
	d.out = strconv.AppendUint(d.out, uint64(binary.BigEndian.Uint16(port)), 10)
}

// linux/unix_diag.h
const (
	unixDiagName = 0
	unixDiagPeer = 2

	showName = 1
	showPeer = 4
)

// askUnix appends the inodes of a local socket and of its peer, and its path:
// 123->456,"/run/x"; the name of an abstract one begins with @ (unix(7)).
func (d *Describer) askUnix(p *protocol, ino uint32) bool {
	ne := binary.NativeEndian
	var req [24]byte
	req[0] = p.family
	ne.PutUint32(req[4:], allStates)
	ne.PutUint32(req[8:], ino)
	ne.PutUint32(req[12:], showName|showPeer)
	ne.PutUint64(req[16:], ^uint64(0)) // any cookie
	return d.sockDiag(req[:], false, func(d *Describer, m []byte) bool {
		const inode, size = 4, 16
		if len(m) < size || ne.Uint32(m[inode:]) != ino {
			return false
		}
		var name []byte
		var peer uint32
		attributes(m[size:], func(kind uint16, b []byte) {
			switch {
			case kind == unixDiagName:
				name = b
			case kind == unixDiagPeer && len(b) >= 4:
				peer = ne.Uint32(b)
			}
		})
		if peer == 0 && len(name) == 0 {
			return false
		}
		d.out = strconv.AppendUint(d.out, uint64(ino), 10)
		if peer != 0 {
			d.out = append(d.out, "->"...)
			d.out = strconv.AppendUint(d.out, uint64(peer), 10)
		}
		if len(name) > 0 {
			d.out = append(d.out, ',')
			if name[0] == 0 {
				d.out = append(d.out, '@')
				name = name[1:]
			}
			if i := bytes.IndexByte(name, 0); i >= 0 {
				name = name[:i]
			}
			d.quoted(name)
		}
		return true
	})
}

// attributes calls f for each netlink attribute in b (linux/netlink.h: struct nlattr).
func attributes(b []byte, f func(kind uint16, b []byte)) {
	const header = 4
	for len(b) >= header {
		size := int(binary.NativeEndian.Uint16(b))
		if size < header || size > len(b) {
			return
		}
		f(binary.NativeEndian.Uint16(b[2:]), b[header:size])
		b = b[min((size+3)&^3, len(b)):]
	}
}

// askNetlink appends the protocol and the port of a netlink socket that is
// bound: ROUTE:1234.
func (d *Describer) askNetlink(p *protocol, ino uint32) bool {
	return d.netlinkSocket(ino, func(d *Describer, protocol uint8, port uint32) {
		if name, ok := xlat.NetlinkProto.Name(uint64(protocol)); ok {
			d.out = append(d.out, strings.TrimPrefix(name, "NETLINK_")...)
		} else {
			d.out = strconv.AppendUint(d.out, uint64(protocol), 10)
		}
		d.out = append(d.out, ':')
		d.out = strconv.AppendUint(d.out, uint64(port), 10)
	})
}

// netlinkSocket calls found with the protocol and the port of the netlink
// socket ino, if it is bound, and returns whether it is (linux/netlink_diag.h:
// struct netlink_diag_req, struct netlink_diag_msg).
func (d *Describer) netlinkSocket(ino uint32, found func(d *Describer, protocol uint8, port uint32)) bool {
	const everyProtocol = 0xff
	ne := binary.NativeEndian
	var req [20]byte
	req[0], req[1] = syscall.AF_NETLINK, everyProtocol
	return d.sockDiag(req[:], true, func(d *Describer, m []byte) bool {
		const protocol, port, inode, size = 2, 4, 16, 28
		if len(m) < size || ne.Uint32(m[inode:]) != ino {
			return false
		}
		found(d, m[protocol], ne.Uint32(m[port:]))
		return true
	})
}
