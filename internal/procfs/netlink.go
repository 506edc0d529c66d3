package procfs

import "syscall"

// NetlinkUnknown is the protocol of a netlink socket of which the kernel does
// not tell it: one that is not bound yet.
const NetlinkUnknown = 1 << 16

// Netlink returns the protocol (NETLINK_ROUTE, ...) of a descriptor that is a
// netlink socket, and -1 if it is none. What was found for a socket is
// remembered.
func (d *Describer) Netlink(tid int, fd int32) int {
	if fd < 0 {
		return -1
	}
	p := d.protocol(tid, fd)
	if p == nil || p.family != syscall.AF_NETLINK {
		return -1
	}
	ino, ok := socketInode(d.readlink(tid, "fd", fd))
	if !ok {
		return -1
	}
	k := &d.netlink[ino%uint32(len(d.netlink))]
	if k.ino == ino {
		return int(k.protocol)
	}
	found := -1
	if !d.netlinkSocket(ino, func(_ *Describer, protocol uint8, _ uint32) { found = int(protocol) }) {
		return NetlinkUnknown
	}
	*k = netlinkProtocol{ino, uint8(found)}
	return found
}

// A netlinkProtocol is the protocol of the netlink socket ino.
type netlinkProtocol struct {
	ino      uint32
	protocol uint8
}
