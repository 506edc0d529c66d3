package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// The three structures of terminal modes (asm-generic/termbits.h,
// asm-generic/termios.h): termios, termios2 with speeds of any number, and
// termio, which has half the bits.

var termios = d.Struct{
	Of: abi.Sizeof_termios,
	Fields: []*d.Field{
		{Name: "c_iflag", At: abi.Termios_c_iflag, Type: d.Func(inputModes)},
		{Name: "c_oflag", At: abi.Termios_c_oflag, Type: d.Func(outputModes)},
		{Name: "c_cflag", At: abi.Termios_c_cflag, Type: d.Func(controlModes)},
		{Name: "c_lflag", At: abi.Termios_c_lflag, Type: d.Func(localModes)},
		{Name: "c_line", At: abi.Termios_c_line, Type: &lineDiscipline},
		{Name: "c_cc", At: abi.Termios_c_cc, Type: d.Func(controlChars)},
	},
	Brief: []*d.Field{
		{Name: "c_iflag", At: abi.Termios_c_iflag, Type: d.Func(inputModes)},
		{Name: "c_oflag", At: abi.Termios_c_oflag, Type: d.Func(outputModes)},
		{Name: "c_cflag", At: abi.Termios_c_cflag, Type: d.Func(controlModes)},
		{Name: "c_lflag", At: abi.Termios_c_lflag, Type: d.Func(localModes)},
	},
}

var termios2 = d.Struct{
	Of: abi.Sizeof_termios2,
	Fields: []*d.Field{
		{Name: "c_iflag", At: abi.Termios2_c_iflag, Type: d.Func(inputModes)},
		{Name: "c_oflag", At: abi.Termios2_c_oflag, Type: d.Func(outputModes)},
		{Name: "c_cflag", At: abi.Termios2_c_cflag, Type: d.Func(controlModes)},
		{Name: "c_lflag", At: abi.Termios2_c_lflag, Type: d.Func(localModes)},
		{Name: "c_line", At: abi.Termios2_c_line, Type: &lineDiscipline},
		{Name: "c_cc", At: abi.Termios2_c_cc, Type: d.Func(controlChars)},
		{Name: "c_ispeed", At: abi.Termios2_c_ispeed, Type: d.Uint},
		{Name: "c_ospeed", At: abi.Termios2_c_ospeed, Type: d.Uint},
	},
	Brief: []*d.Field{
		{Name: "c_iflag", At: abi.Termios2_c_iflag, Type: d.Func(inputModes)},
		{Name: "c_oflag", At: abi.Termios2_c_oflag, Type: d.Func(outputModes)},
		{Name: "c_cflag", At: abi.Termios2_c_cflag, Type: d.Func(controlModes)},
		{Name: "c_lflag", At: abi.Termios2_c_lflag, Type: d.Func(localModes)},
	},
}

var termio = d.Struct{
	Of: abi.Sizeof_termio,
	Fields: []*d.Field{
		{Name: "c_iflag", At: abi.Termio_c_iflag, Type: d.Func(inputModes)},
		{Name: "c_oflag", At: abi.Termio_c_oflag, Type: d.Func(outputModes)},
		{Name: "c_cflag", At: abi.Termio_c_cflag, Type: d.Func(controlModes)},
		{Name: "c_lflag", At: abi.Termio_c_lflag, Type: d.Func(localModes)},
		{Name: "c_line", At: abi.Termio_c_line, Type: &lineDiscipline},
		{Name: "c_cc", At: abi.Termio_c_cc, Type: d.Func(controlChars)},
	},
	Brief: []*d.Field{
		{Name: "c_iflag", At: abi.Termio_c_iflag, Type: d.Func(inputModes)},
		{Name: "c_oflag", At: abi.Termio_c_oflag, Type: d.Func(outputModes)},
		{Name: "c_cflag", At: abi.Termio_c_cflag, Type: d.Func(controlModes)},
		{Name: "c_lflag", At: abi.Termio_c_lflag, Type: d.Func(localModes)},
	},
}

var (
	termInput   = d.Flags{&xlat.TermInput}
	termOutput  = d.Flags{&xlat.TermOutput}
	termControl = d.Flags{&xlat.TermControl}
	termLocal   = d.Flags{&xlat.TermLocal}

	lineDiscipline = d.Enum{Of: &xlat.LineDiscipline}
)

func inputModes(c *d.Call, v uint64) { modes(c, v, &termInput) }
func localModes(c *d.Call, v uint64) { modes(c, v, &termLocal) }

// modes shows flags, of which none is shown as nothing.
func modes(c *d.Call, v uint64, of *d.Flags) {
	c.P.Expr(v)
	rest(c, v, of)
	c.P.EndExpr()
}

func rest(c *d.Call, v uint64, of *d.Flags) {
	if v != 0 {
		of.Show(c, v)
	}
}

// delays are the fields of c_oflag.
var delays = [...]*xlat.Table{&xlat.TermNL, &xlat.TermCR, &xlat.TermTAB, &xlat.TermBS, &xlat.TermVT, &xlat.TermFF}

func outputModes(c *d.Call, v uint64) {
	c.P.Expr(v)
	flags := v
	for _, t := range delays {
		c.P.Symbol(v&t.Mask, t, show.Hexadecimal)
		c.P.Punct("|")
		flags &^= t.Mask
	}
	rest(c, flags, &termOutput)
	c.P.EndExpr()
}

// The speed of input is in the bits above those of output's (termbits.h).
const inputSpeedShift = 16

func controlModes(c *d.Call, v uint64) {
	speed, size := &xlat.TermBaud, &xlat.TermSize
	c.P.Expr(v)
	c.P.Symbol(v&speed.Mask, speed, show.Hexadecimal)
	if in := v >> inputSpeedShift & speed.Mask; in != 0 {
		c.P.Punct("|")
		c.P.Symbol(in, speed, show.Hexadecimal)
		c.P.Text("<<")
		c.P.Named(inputSpeedShift, "IBSHIFT", show.Hexadecimal)
	}
	c.P.Punct("|")
	c.P.Symbol(v&size.Mask, size, show.Hexadecimal)
	c.P.Punct("|")
	rest(c, v&^(speed.Mask|speed.Mask<<inputSpeedShift|size.Mask), &termControl)
	c.P.EndExpr()
}

// controlChars shows c_cc with the names of its indices.
func controlChars(c *d.Call, off uint64) {
	obj, _ := c.Object()
	cc := obj[off : off+uint64(c.Field().Size)]
	c.P.Array()
	for i, b := range cc {
		c.P.Elem()
		c.P.Punct("[")
		if i < len(xlat.TermChar) && xlat.TermChar[i] != "" {
			c.P.Text(xlat.TermChar[i])
			c.P.Punct("]=")
		} else if !c.P.JSON {
			c.P.Uint(uint64(i))
			c.P.Punct("]=")
		}
		c.P.Hex(uint64(b))
	}
	c.P.EndArray()
}
