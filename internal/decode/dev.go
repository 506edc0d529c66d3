package decode

// Dev shows a device number: makedev(0x8, 0x1).
const Dev devType = 0

type devType uint8

func (devType) Show(c *Call, v uint64) {
	if !c.P.Encoded(v) {
		return
	}
	major := v>>8&0xfff | v>>32&^0xfff
	minor := v&0xff | v>>12&^0xff&0xffffffff
	c.P.Fn("makedev")
	c.P.FnArg("major")
	c.P.Hex(major)
	c.P.FnArg("minor")
	c.P.Hex(minor)
	c.P.EndFn()
	c.P.EndEncoded()
}
