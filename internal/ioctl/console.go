package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// console are the commands of virtual consoles, ioctl_console(2) (linux/kd.h).
var console = [...]Arg{
	{Names: "KDENABIO KDDISABIO KDMAPDISP KDUNMAPDISP PIO_FONTRESET"},
	{Names: "KIOCSOUND", In: d.Func(consoleSound)},
	{Names: "KDMKTONE", In: d.Func(consoleTone)},
	{Names: "KDGETLED", Out: d.Cell{Of: &consoleLEDs}},
	{Names: "KDGKBLED", Out: d.Cell{Of: &consoleLEDs2}},
	{Names: "KDSETLED", In: d.Func(consoleLED)},
	{Names: "KDSKBLED", In: d.Func(consoleLED2)},
	{Names: "KDGKBTYPE", Out: d.Cell{Of: &consoleKeyboard}},
	{Names: "KDGETMODE", Out: d.Cell{Of: &consoleMode}},
	{Names: "KDSETMODE", In: &consoleModes},
	{Names: "KDGKBMODE", Out: d.Cell{Of: &consoleKeys}},
	{Names: "KDSKBMODE", In: &consoleKeysEnum},
	{Names: "KDGKBMETA", Out: d.Cell{Of: &consoleMeta}},
	{Names: "KDSKBMETA", In: &consoleMetaEnum},
	{Names: "KDSIGACCEPT", In: d.Func(consoleSignal)},
	{Names: "KDGKBENT", Split: &consoleEntryGet},
	{Names: "KDSKBENT", In: d.Ptr{To: &consoleEntry}},
	{Names: "KDGKBSENT", Split: &consoleStringGet},
	{Names: "KDSKBSENT", In: d.Ptr{To: &consoleString}},
	{Names: "KDGKBDIACR", Out: d.Ptr{To: &consoleAccents}},
	{Names: "KDSKBDIACR", In: d.Ptr{To: &consoleAccents}},
	{Names: "KDGKBDIACRUC", Out: d.Ptr{To: &consoleAccentsUC}},
	{Names: "KDSKBDIACRUC", In: d.Ptr{To: &consoleAccentsUC}},
	{Names: "KDGETKEYCODE", Split: &consoleKeycodeGet},
	{Names: "KDSETKEYCODE", In: d.Ptr{To: &consoleKeycode}},
	{Names: "KDKBDREP", In: d.Ptr{To: &consoleRepeat}, Out: d.Ptr{To: &consoleRepeat}},
}

// ticks is how often in a second the sound's timer counts.
const ticks = 1193182

// consoleSound shows a period of the sound's timer, and its frequency in a comment.
func consoleSound(c *d.Call, v uint64) {
	v = c.Word(v)
	c.P.Uint(v)
	if !c.P.Remarks() {
		return
	}
	c.P.Text(" /* ")
	if hz := frequency(v); hz > 0 {
		c.P.Uint(hz)
		c.P.Text(" Hz */")
		return
	}
	c.P.Text("off */")
}

func frequency(period uint64) uint64 {
	if period == 0 {
		return 0
	}
	return ticks / period
}

// consoleTone shows a period, and above it a duration in milliseconds.
func consoleTone(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	period, ms := v&0xffff, v>>16
	c.P.Expr(v)
	if ms != 0 {
		c.P.Uint(ms)
		c.P.Text("<<16")
		c.P.Punct("|")
	}
	c.P.Uint(period)
	c.P.EndExpr()
	if !c.P.Remarks() {
		return
	}
	hz := frequency(period)
	if ms == 0 || hz == 0 {
		c.P.Comment("off")
		return
	}
	c.P.Text(" /* ")
	c.P.Uint(hz)
	c.P.Text(" Hz, ")
	c.P.Uint(ms)
	c.P.Text(" ms */")
}

var (
	ledFlags  = d.Flags{&xlat.ConsoleLED}
	ledFlags2 = d.Flags{&xlat.ConsoleLED2}

	consoleModes    = d.Enum{Of: &xlat.ConsoleMode}
	consoleKeysEnum = d.Enum{Of: &xlat.ConsoleKeys, Base: show.SignedDecimal}
	consoleMetaEnum = d.Enum{Of: &xlat.ConsoleMeta}

	consoleLEDs     = d.Num{Type: &ledFlags, Bytes: 1}
	consoleLEDs2    = d.Num{Type: &ledFlags2, Bytes: 1}
	consoleKeyboard = d.Num{Type: &d.Enum{Of: &xlat.ConsoleKeyboard}, Bytes: 1}
	consoleMode     = d.Num{Type: &consoleModes, Bytes: 4}
	consoleKeys     = d.Num{Type: &consoleKeysEnum, Bytes: 4}
	consoleMeta     = d.Num{Type: &consoleMetaEnum, Bytes: 4}
)

func consoleLED(c *d.Call, v uint64) { ledFlags.Show(c, uint64(uint8(v))) }

func consoleLED2(c *d.Call, v uint64) { ledFlags2.Show(c, uint64(uint8(v))) }

// consoleSignal shows an unsigned long that is a signal.
func consoleSignal(c *d.Call, v uint64) {
	if v = c.Word(v); v < uint64(len(xlat.Signal)) {
		d.Signal.Show(c, v)
		return
	}
	c.P.Uint(v)
}

var (
	entryTable = &d.Field{Name: "kb_table", At: abi.Kbentry_kb_table, Type: d.Func(keyTable)}
	entryIndex = &d.Field{Name: "kb_index", At: abi.Kbentry_kb_index, Type: d.Uint}
	entryValue = &d.Field{Name: "kb_value", At: abi.Kbentry_kb_index, Type: &entryWord}
)

// consoleEntry is the head of struct kbentry, which tells a key, and behind it
// the value.
var consoleEntry = d.Struct{Bytes: 2, Fields: []*d.Field{entryTable, entryIndex, entryValue}}

var entryWord = d.Reads{
	Func: func(c *d.Call, _ uint64) {
		b, ok := c.Fetch(d.End.Eval(c), 2)
		if !ok {
			c.P.Word("???")
			return
		}
		keyValue(c, abi.LoadInt(b, 2, false))
	},
	What: func(p *d.Planner, _ d.Expr) { p.Block(d.End, 2) },
}

var consoleEntryGet = d.Split{
	In:  &d.Struct{Bytes: 2, Fields: []*d.Field{entryTable, entryIndex}},
	Out: &d.Struct{Bytes: 2, Fields: []*d.Field{entryValue}},
}

// keyTable shows a table of keys: the first four have names, others are those
// of the shift keys whose bits are set.
func keyTable(c *d.Call, v uint64) {
	if v <= 3 {
		c.P.Symbol(v, &xlat.KeyTable, show.Hexadecimal)
		return
	}
	(&d.Flags{&xlat.KeyShift}).Show(c, v)
}

// keyValue shows what a key does, by name or type and value in a comment.
func keyValue(c *d.Call, v uint64) {
	c.P.Hex(v)
	if !c.P.Remarks() {
		return
	}
	if name, ok := xlat.KeyValue.Name(v); ok {
		c.P.Comment(name)
		return
	}
	typ, val := v>>8, v&0xff
	c.P.OpenComment()
	c.P.Wrap("K")
	name, ok := xlat.KeyType.Name(typ)
	if ok {
		c.P.Constant(name)
	} else {
		c.P.Hex(typ)
	}
	c.P.Text(", ")
	switch typ {
	case keyLatin, keyMeta, keyLetter, keyDead2:
		charText(c, byte(val))
	default:
		c.P.Hex(val)
	}
	c.P.EndWrap()
	c.P.CloseComment()
}

// Types of keys that stand for characters (linux/keyboard.h).
const (
	keyLatin  = 0
	keyMeta   = 8
	keyLetter = 11
	keyDead2  = 13
)

var (
	stringFunc = &d.Field{Name: "kb_func", At: abi.Kbsentry_kb_func, Type: d.Func(keyFunction)}
	stringText = &d.Field{Name: "kb_string", At: abi.Kbsentry_kb_func, Type: kbString{}}
)

var consoleString = d.Struct{Bytes: 1, Fields: []*d.Field{stringFunc, stringText}}

var consoleStringGet = d.Split{
	In:  &d.Struct{Bytes: 1, Fields: []*d.Field{stringFunc}},
	Out: &d.Struct{Bytes: 1, Fields: []*d.Field{stringText}},
}

// keyFunction shows the number of a function key.
func keyFunction(c *d.Call, v uint64) {
	name, _ := xlat.KeyValue.Name(keyFn<<8 | v)
	if !c.P.BeginName(v) {
		return
	}
	c.P.Text("KVAL(")
	c.P.Text(name)
	c.P.Text(")")
	c.P.EndName()
}

const keyFn = 1

const accents = d.M + d.Expr(abi.Kbdiacrs_kb_cnt)

var consoleAccents = d.Struct{Bytes: 4, Fields: []*d.Field{
	{Name: "kb_cnt", At: abi.Kbdiacrs_kb_cnt, Type: d.Uint},
	{Name: "kbdiacr", At: abi.Kbdiacrs_kb_cnt, Type: behind{d.Array{Of: &consoleAccent, N: accents, Most: 256}}},
}}

var consoleAccent = d.Struct{Of: abi.Sizeof_kbdiacr, Fields: []*d.Field{
	{Name: "diacr", At: abi.Kbdiacr_diacr, Type: d.Func(scsiTag)},
	{Name: "base", At: abi.Kbdiacr_base, Type: d.Func(scsiTag)},
	{Name: "result", At: abi.Kbdiacr_result, Type: d.Func(scsiTag)},
}}

var consoleAccentsUC = d.Struct{Bytes: 4, Fields: []*d.Field{
	{Name: "kb_cnt", At: abi.Kbdiacrsuc_kb_cnt, Type: d.Uint},
	{Name: "kbdiacruc", At: abi.Kbdiacrsuc_kb_cnt, Type: behind{d.Array{Of: &consoleAccentUC, N: accents, Most: 256}}},
}}

var consoleAccentUC = d.Struct{Of: abi.Sizeof_kbdiacruc, Fields: []*d.Field{
	{Name: "diacr", At: abi.Kbdiacruc_diacr, Type: d.Hex32},
	{Name: "base", At: abi.Kbdiacruc_base, Type: d.Hex32},
	{Name: "result", At: abi.Kbdiacruc_result, Type: d.Hex32},
}}

var (
	keycodeScan = &d.Field{Name: "scancode", At: abi.Kbkeycode_scancode, Type: d.Hex32}
	keycodeCode = &d.Field{Name: "keycode", At: abi.Kbkeycode_keycode, Type: d.Hex32}
)

var consoleKeycode = d.Struct{Of: abi.Sizeof_kbkeycode, Fields: []*d.Field{keycodeScan, keycodeCode}}

var consoleKeycodeGet = d.Split{
	In:     &d.Struct{Of: abi.Sizeof_kbkeycode, Fields: []*d.Field{keycodeScan}},
	Change: keycodeCode,
	Out:    &d.Struct{Of: abi.Sizeof_kbkeycode},
}

var consoleRepeat = d.Struct{Of: abi.Sizeof_kbd_repeat, Fields: []*d.Field{
	{Name: "delay", At: abi.Kbd_repeat_delay, Type: d.Int},
	{Name: "period", At: abi.Kbd_repeat_period, Type: d.Int},
}}

// behind shows an array that follows the structure.
type behind struct{ d.Array }

// Show implements decode.Type.
func (t behind) Show(c *d.Call, _ uint64) { t.Array.Show(c, d.End.Eval(c)) }

// Plan implements decode.Planned.
func (t behind) Plan(p *d.Planner, _ d.Expr) { t.Array.Plan(p, d.End) }

// kbString shows the string behind the number of a function key.
type kbString struct{}

// Show implements decode.Type.
func (kbString) Show(c *d.Call, _ uint64) { d.Str.Show(c, d.End.Eval(c)) }

// Plan implements decode.Planned.
func (kbString) Plan(p *d.Planner, _ d.Expr) { p.String(d.End, 0) }
