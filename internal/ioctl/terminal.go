package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Cells that many commands point to.
var (
	intCell   = &d.Cell{Of: &d.IntObj}
	uintCell  = &d.Cell{Of: &d.UintObj}
	ulongCell = &d.Cell{Of: &d.UlongOb}
	u64Cell   = &d.Cell{Of: &d.U64Obj}
	hex64Cell = &d.Cell{Of: &hex64Obj}
	pidCell   = &d.Cell{Of: &pidObj}

	hex64Obj = d.Num{Type: d.Hex64, Bytes: 8}
	pidObj   = d.Num{Type: d.PGID, Bytes: 4}
)

// terminal are the commands of terminals, ioctl_tty(2).
var terminal = [...]Arg{
	{Names: "TCGETS TIOCGLCKTRMIOS", Out: d.Ptr{To: &termios}},
	{Names: "TCSETS TCSETSW TCSETSF TIOCSLCKTRMIOS", In: d.Ptr{To: &termios}},
	{Names: "TCGETS2", Out: d.Ptr{To: &termios2}},
	{Names: "TCSETS2 TCSETSW2 TCSETSF2", In: d.Ptr{To: &termios2}},
	{Names: "TCGETA", Out: d.Ptr{To: &termio}},
	{Names: "TCSETA TCSETAW TCSETAF", In: d.Ptr{To: &termio}},
	{Names: "TIOCGWINSZ", Out: d.Ptr{To: &winsize}},
	{Names: "TIOCSWINSZ", In: d.Ptr{To: &winsize}},
	{Names: "TIOCMGET", Out: d.Cell{Of: &modemLines}},
	{Names: "TIOCMSET TIOCMBIS TIOCMBIC", In: d.Cell{Of: &modemLines}},
	{Names: "TCXONC", In: &d.Enum64{Of: &xlat.TcAction}},
	{Names: "TCFLSH", In: &d.Enum64{Of: &xlat.TcFlush}},
	{Names: "TCSBRK TCSBRKP TIOCSCTTY", In: d.Int},
	{Names: "TIOCGPGRP TIOCGSID", Out: pidCell},
	{Names: "TIOCSPGRP", In: pidCell},
	{Names: "TIOCGETD TIOCOUTQ FIONREAD TIOCGEXCL TIOCGSOFTCAR", Out: intCell},
	{Names: "TIOCGPTN TIOCGDEV", Out: intCell},
	{Names: "TIOCSETD TIOCPKT TIOCSPTLCK TIOCSSOFTCAR FIONBIO FIOASYNC", In: intCell},
	{Names: "TIOCSTI", In: d.Ptr{To: &oneChar}},
	{Names: "TIOCSBRK TIOCCBRK TIOCCONS TIOCNOTTY TIOCEXCL TIOCNXCL TIOCVHANGUP TIOCSSERIAL FIOCLEX FIONCLEX"},
}

var modemLines = d.Num{Type: &d.Flags{&xlat.TiocModem}, Bytes: 4}

// oneChar is the character that TIOCSTI types.
var oneChar = d.ObjFunc{Bytes: 1, Func: func(c *d.Call, b []byte) { c.P.Quote(b, false) }}

// winsize is struct winsize (asm-generic/termios.h).
var winsize = d.Struct{Of: abi.Sizeof_winsize, Fields: []*d.Field{
	{Name: "ws_row", At: abi.Winsize_ws_row, Type: d.Uint},
	{Name: "ws_col", At: abi.Winsize_ws_col, Type: d.Uint},
	{Name: "ws_xpixel", At: abi.Winsize_ws_xpixel, Type: d.Uint},
	{Name: "ws_ypixel", At: abi.Winsize_ws_ypixel, Type: d.Uint},
}}
