package sockopt

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// A level names the options of a level. An option has one name for setting
// and getting, but where get is set.
type level struct {
	number   uint32 // linux/socket.h
	set, get *xlat.Table
	options  []option
}

var levels = [...]level{
	{number: solIP, set: &xlat.IpOpt, get: &xlat.IpGetOpt, options: ipOptions},
	{number: solSocket, set: &xlat.SoOpt, get: &xlat.SoGetOpt, options: socketOptions},
	{number: 6, set: &xlat.TcpOpt, options: tcpOptions},
	{number: 17, set: &xlat.UdpOpt},
	{number: 40, set: &xlat.VsockOpt},
	{number: 101, set: &xlat.CanRawOpt},
	{number: solIPv6, set: &xlat.Ip6Opt, get: &xlat.Ip6GetOpt, options: ipv6Options},
	{number: 132, set: &xlat.SctpOpt},
	{number: 255, set: &xlat.RawOpt, options: rawOptions},
	{number: 256, set: &xlat.IpxOpt},
	{number: 257, set: &xlat.Ax25Opt},
	{number: solPacket, set: &xlat.PacketOpt, options: packetOptions},
	{number: 266, set: &xlat.IrdaOpt},
	{number: 268, set: &xlat.LlcOpt},
	{number: 269, set: &xlat.DccpOpt},
	{number: solNetlink, set: &xlat.NetlinkOpt, options: netlinkOptions},
	{number: 271, set: &xlat.TipcOpt, options: tipcOptions},
	{number: 272, set: &xlat.RxrpcOpt},
	{number: 273, set: &xlat.L2tpOpt},
	{number: 274, set: &xlat.BluetoothOpt},
	{number: 275, set: &xlat.PnpipeOpt},
	{number: 276, set: &xlat.RdsOpt},
	{number: 277, set: &xlat.IucvOpt},
	{number: 278, set: &xlat.CaifOpt},
	{number: 279, set: &xlat.AlgOpt},
	{number: 280, set: &xlat.LlcpOpt},
	{number: 281, set: &xlat.KcmOpt},
	{number: 282, set: &xlat.TlsOpt},
	{number: 283, set: &xlat.XdpOpt},
}

const (
	solIP      = 0
	solSocket  = 1
	solIPv6    = 41
	solPacket  = 263
	solNetlink = 270
)

func levelOf(c *d.Call) *level {
	n := uint32(c.Args[1])
	for i := range levels {
		if levels[i].number == n {
			return &levels[i]
		}
	}
	return nil
}

// Level shows the level of an option, argument 1.
var Level = d.Enum{Of: &xlat.SockLevel}

// Name shows the name of an option, which depends on the level.
type Name struct {
	// Get says that the option is read.
	Get bool
}

// Show implements d.Type.
func (t Name) Show(c *d.Call, v uint64) {
	l := levelOf(c)
	switch {
	case l == nil:
		c.P.Uint(uint64(uint32(v)))
	case t.Get && l.get != nil:
		c.P.Symbol(uint64(uint32(v)), l.get, show.Hexadecimal)
	default:
		c.P.Symbol(uint64(uint32(v)), l.set, show.Hexadecimal)
	}
}
