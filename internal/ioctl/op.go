package ioctl

import (
	"strings"

	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Op shows the command: TCGETS, EVIOCGNAME(256), or _IOC(_IOC_READ, 0x54, 0x1, 0x4).
type Op struct{}

// Show implements decode.Type.
func (Op) Show(c *d.Call, v uint64) {
	cmd := uint32(v)
	if !c.P.BeginName(uint64(cmd)) {
		return
	}
	defer c.P.EndName()
	name := Name(c.ABI, cmd)
	sized := sizedOf(cmd)
	switch {
	case sized != nil:
		sized.name(c, cmd)
		if name != "" {
			c.P.Punct(or)
			showNames(c, name)
		}
	case name != "":
		showNames(c, forTerminal(c, name))
	default:
		raw(c, cmd)
	}
}

// forTerminal picks, of several names, the one that a terminal gives the value:
// terminals and sound timers share theirs.
func forTerminal(c *d.Call, names string) string {
	const timer = "SNDCTL_TMR_"
	if !strings.HasPrefix(names, timer) || c.Terminal == nil || !c.Terminal(int32(c.Args[0])) {
		return names
	}
	if _, name, ok := strings.Cut(names, or); ok {
		return name
	}
	return names
}

// or stands between the names of commands that have the same number.
const or = " or "

// showNames shows them.
func showNames(c *d.Call, names string) {
	for {
		name, more, several := strings.Cut(names, or)
		c.P.Text(name)
		if !several {
			return
		}
		c.P.Punct(or)
		names = more
	}
}

// raw shows the parts of a command (asm-generic/ioctl.h).
func raw(c *d.Call, cmd uint32) {
	c.P.Wrap("_IOC")
	iocDir.Show(c, uint64(cmd>>30))
	c.P.Punct(", ")
	c.P.Hex(uint64(cmd >> 8 & 0xff))
	c.P.Punct(", ")
	c.P.Hex(uint64(cmd & 0xff))
	c.P.Punct(", ")
	c.P.Hex(uint64(cmd >> 16 & 0x3fff))
	c.P.EndWrap()
}

var iocDir = d.Flags{&xlat.IocDir}

// A sized declares a family of commands that differ by their size or in
// their lowest bits.
type sized struct {
	// A command belongs to the family if its bits under mask are val.
	val, mask uint32
	prefix    string
	// names, if set, are those of the bits under nr.
	names *xlat.Table
	nr    uint32
	// size says that the size is part of the name, too.
	size bool
	arg  Arg
}

// sizedOf returns the family of cmd; nil if it is of none.
func sizedOf(cmd uint32) *sized {
	for i := range families {
		if f := &families[i]; cmd&f.mask == f.val {
			return f
		}
	}
	return nil
}

func findSized(cmd uint32) *Arg {
	if f := sizedOf(cmd); f != nil && (f.arg.In != nil || f.arg.Out != nil) {
		return &f.arg
	}
	return nil
}

func planSized(p *d.Planner, from d.Expr, pick func(*Arg) d.Type) {
	for i := range families {
		if t, ok := pick(&families[i].arg).(d.Planned); ok {
			t.Plan(p, from) // more than is needed, never less
		}
	}
}

func (f *sized) name(c *d.Call, cmd uint32) {
	c.P.Wrap(f.prefix)
	if f.nr != 0 {
		known := false
		if f.names != nil {
			_, known = f.names.Name(uint64(cmd & f.nr))
		}
		switch {
		case known || f.names != nil && c.P.Converting():
			c.P.Symbol(uint64(cmd&f.nr), f.names, show.Hexadecimal)
		case f.names != nil:
			c.P.Hex(uint64(cmd & f.nr)) // a comment in a comment ends it
		default:
			c.P.Uint(uint64(cmd & f.nr))
		}
		if f.size {
			c.P.Punct(", ")
		}
	}
	if f.size {
		c.P.Uint(uint64(cmd >> 16 & 0x3fff))
	}
	c.P.EndWrap()
}

const (
	iocWrite = 1 << 30
	iocRead  = 2 << 30

	ofAnySize = 0xc000ffff // direction, type and number
)

// families are the commands of which the size is the caller's choice, and
// those that hold a number of an axis or a channel (linux/input.h,
// linux/hidraw.h, linux/joystick.h, linux/uinput.h, linux/soundcard.h).
var families = [...]sized{
	{val: iocRead | 'E'<<8 | 0x06, mask: ofAnySize, prefix: "EVIOCGNAME", size: true, arg: Arg{In: d.Addr}},
	{val: iocRead | 'E'<<8 | 0x07, mask: ofAnySize, prefix: "EVIOCGPHYS", size: true, arg: Arg{In: d.Addr}},
	{val: iocRead | 'E'<<8 | 0x08, mask: ofAnySize, prefix: "EVIOCGUNIQ", size: true, arg: Arg{In: d.Addr}},
	{val: iocRead | 'E'<<8 | 0x09, mask: ofAnySize, prefix: "EVIOCGPROP", size: true, arg: Arg{In: d.Addr}},
	{val: iocRead | 'E'<<8 | 0x0a, mask: ofAnySize, prefix: "EVIOCGMTSLOTS", size: true, arg: Arg{In: d.Addr}},
	{val: iocRead | 'E'<<8 | 0x18, mask: ofAnySize, prefix: "EVIOCGKEY", size: true, arg: Arg{In: d.Addr}},
	{val: iocRead | 'E'<<8 | 0x19, mask: ofAnySize, prefix: "EVIOCGLED", size: true, arg: Arg{In: d.Addr}},
	{val: iocRead | 'E'<<8 | 0x1a, mask: ofAnySize, prefix: "EVIOCGSND", size: true, arg: Arg{In: d.Addr}},
	{val: iocRead | 'E'<<8 | 0x1b, mask: ofAnySize, prefix: "EVIOCGSW", size: true, arg: Arg{In: d.Addr}},
	{val: iocRead | 'E'<<8 | 0x20, mask: ofAnySize &^ 0x1f, prefix: "EVIOCGBIT", nr: 0x1f, names: &xlat.InputEvent, size: true, arg: Arg{In: d.Addr}},
	{val: iocRead | 'E'<<8 | 0x40, mask: ofAnySize &^ 0x3f, prefix: "EVIOCGABS", nr: 0x3f, names: &xlat.InputAxis, arg: Arg{Out: d.Ptr{To: &inputAxis}}},
	{val: iocWrite | 'E'<<8 | 0xc0, mask: ofAnySize &^ 0x3f, prefix: "EVIOCSABS", nr: 0x3f, names: &xlat.InputAxis, arg: Arg{In: d.Ptr{To: &inputAxis}}},
	{val: iocRead | 'H'<<8 | 0x04, mask: ofAnySize, prefix: "HIDIOCGRAWNAME", size: true},
	{val: iocRead | 'H'<<8 | 0x05, mask: ofAnySize, prefix: "HIDIOCGRAWPHYS", size: true},
	{val: iocRead | 'H'<<8 | 0x06, mask: ofAnySize, prefix: "HIDIOCSFEATURE", size: true},
	{val: iocRead | iocWrite | 'H'<<8 | 0x06, mask: ofAnySize, prefix: "HIDIOCSFEATURE", size: true},
	{val: iocRead | iocWrite | 'H'<<8 | 0x07, mask: ofAnySize, prefix: "HIDIOCGFEATURE", size: true},
	{val: iocRead | 'H'<<8 | 0x08, mask: ofAnySize, prefix: "HIDIOCGRAWUNIQ", size: true},
	{val: iocRead | 'H'<<8 | 0x12, mask: ofAnySize, prefix: "HIDIOCGPHYS", size: true},
	{val: iocRead | 'j'<<8 | 0x13, mask: ofAnySize, prefix: "JSIOCGNAME", size: true},
	{val: iocWrite | 'k'<<8, mask: ofAnySize, prefix: "SPI_IOC_MESSAGE", size: true},
	{val: iocRead | 'U'<<8 | 44, mask: ofAnySize, prefix: "UI_GET_SYSNAME", size: true},
	{val: iocRead | 'M'<<8, mask: ofAnySize &^ 0xff, prefix: "MIXER_READ", nr: 0xff},
	{val: iocWrite | 'M'<<8, mask: ofAnySize &^ 0xff, prefix: "MIXER_WRITE", nr: 0xff},
}
