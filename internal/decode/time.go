package decode

import "gostrace/internal/abi"

// TimeOf shows a member that is a number of seconds since 1970, and the
// calendar time in a comment. Nsec is the member with the nanoseconds.
type TimeOf struct{ Nsec abi.Member }

// Show implements Type.
func (t TimeOf) Show(c *Call, v uint64) {
	c.P.Int(int64(v))
	ns, _ := c.ABI.Load(c.obj, t.Nsec)
	c.P.TimeComment(int64(v), ns)
}

// Dev shows a device number: makedev(0x8, 0x1).
const Dev devType = 0

type devType uint8

func (devType) Show(c *Call, v uint64) {
	major := v>>8&0xfff | v>>32&^0xfff
	minor := v&0xff | v>>12&^0xff&0xffffffff
	c.P.Fn("makedev")
	c.P.FnArg("major")
	c.P.Hex(major)
	c.P.FnArg("minor")
	c.P.Hex(minor)
	c.P.EndFn()
}
