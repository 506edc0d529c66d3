package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// fonts are the commands of a console's fonts and character maps (linux/kd.h).
var fonts = [...]Arg{
	{Names: "GIO_SCRNMAP", Out: d.Buf{Len: d.C + 256, Binary: true}},
	{Names: "PIO_SCRNMAP", In: d.Buf{Len: d.C + 256, Binary: true}},
	{Names: "GIO_FONT", Out: d.Buf{Len: d.C + 8192, Binary: true}},
	{Names: "PIO_FONT", In: d.Buf{Len: d.C + 8192, Binary: true}},
	{Names: "GIO_CMAP", Out: d.Buf{Len: d.C + 48, Binary: true}},
	{Names: "PIO_CMAP", In: d.Buf{Len: d.C + 48, Binary: true}},
	{Names: "GIO_UNISCRNMAP", Out: fontScreenMap},
	{Names: "PIO_UNISCRNMAP", In: fontScreenMap},
	{Names: "GIO_UNIMAP", Split: &fontMapGet},
	{Names: "PIO_UNIMAP", In: d.Ptr{To: &fontMap}},
	{Names: "PIO_UNIMAPCLR", In: d.Ptr{To: &fontMapClear}},
	{Names: "GIO_FONTX", In: d.Ptr{To: &fontGet}, Out: d.Ptr{To: &font}},
	{Names: "PIO_FONTX", In: d.Ptr{To: &font}},
	{Names: "KDFONTOP", Split: fontOps{}},
}

var fontScreenMap = &d.Array{Of: &fontChar, N: d.C + 256}

var fontChar = d.Num{Type: d.Func(fontUnicode), Bytes: 2}

// fontUnicode shows a character, or one that stands for a place in the font.
func fontUnicode(c *d.Call, v uint64) {
	const direct, places = 0xf000, 512 // UNI_DIRECT_BASE, UNI_DIRECT_MASK + 1
	if v >= direct && v < direct+places {
		if c.P.BeginName(v) {
			c.P.Text("UNI_DIRECT_BASE+")
			c.P.Hex(v - direct)
			c.P.EndName()
		}
		return
	}
	c.P.Hex(v)
}

var (
	fontMapCount   = &d.Field{Name: "entry_ct", At: abi.Unimapdesc_entry_ct, Type: d.Uint}
	fontMapEntries = &d.Field{Name: "entries", At: abi.Unimapdesc_entries, Type: d.Array{Of: &fontMapEntry, N: d.M + d.Expr(abi.Unimapdesc_entry_ct)}}
)

var fontMap = d.Struct{Of: abi.Sizeof_unimapdesc, Fields: []*d.Field{fontMapCount, fontMapEntries}}

var fontMapGet = d.Split{
	In:     &d.Struct{Of: abi.Sizeof_unimapdesc},
	Change: fontMapCount,
	Out: &d.Struct{Of: abi.Sizeof_unimapdesc, Fields: []*d.Field{
		{Name: "entries", At: abi.Unimapdesc_entries, Type: &fontMapGot},
	}},
	Else: &d.Struct{Of: abi.Sizeof_unimapdesc, Fields: []*d.Field{
		{Name: "entries", At: abi.Unimapdesc_entries, Type: d.Addr},
	}},
}

// fontMapGot shows as many entries as the program has room for.
var fontMapGot = d.Reads{
	Func: func(c *d.Call, v uint64) {
		n, _ := c.ABI.Load(c.Stashed(), abi.Unimapdesc_entry_ct)
		c.ShowArray(v, n, &fontMapEntry, false)
	},
	What: func(p *d.Planner, from d.Expr) { p.Object(from, &fontMapEntry, d.C+0xffff) },
}

var fontMapEntry = d.Struct{Of: abi.Sizeof_unipair, Fields: []*d.Field{
	{Name: "unicode", At: abi.Unipair_unicode, Type: d.Hex32},
	{Name: "fontpos", At: abi.Unipair_fontpos, Type: d.Hex32},
}}

var fontMapClear = d.Struct{Of: abi.Sizeof_unimapinit, Fields: []*d.Field{
	{Name: "advised_hashsize", At: abi.Unimapinit_advised_hashsize, Type: d.Uint},
	{Name: "advised_hashstep", At: abi.Unimapinit_advised_hashstep, Type: d.Uint},
	{Name: "advised_hashlevel", At: abi.Unimapinit_advised_hashlevel, Type: d.Uint},
}}

var (
	fontCount  = &d.Field{Name: "charcount", At: abi.Consolefontdesc_charcount, Type: d.Uint}
	fontHeight = &d.Field{Name: "charheight", At: abi.Consolefontdesc_charheight, Type: d.Uint}

	fontGet = d.Struct{Of: abi.Sizeof_consolefontdesc, Fields: []*d.Field{
		fontCount, fontHeight, {Name: "chardata", At: abi.Consolefontdesc_chardata, Type: d.Addr},
	}}
	font = d.Struct{Of: abi.Sizeof_consolefontdesc, Fields: []*d.Field{
		fontCount, fontHeight, {Name: "chardata", At: abi.Consolefontdesc_chardata, Type: &fontData},
	}}
)

// glyph is how many bytes a character has, whatever its height.
const glyph = 32

var fontData = d.Reads{
	Func: func(c *d.Call, v uint64) {
		c.ShowBinary(v, glyph*(d.M+d.Expr(abi.Consolefontdesc_charcount)).Eval(c))
	},
	What: func(p *d.Planner, from d.Expr) { p.Bytes(from, d.C+glyph*0xffff) },
}

// fontOp is struct console_font_op, of which the operation says what counts.
var fontOp = d.Struct{Of: abi.Sizeof_console_font_op, Fields: []*d.Field{
	{Name: "op", At: abi.Console_font_op_op, Type: &d.Enum{Of: &xlat.FontOp}},
	{Name: "flags", At: abi.Console_font_op_flags, Type: &d.Flags{&xlat.FontFlag}, If: fontHasData},
	{Name: "width", At: abi.Console_font_op_width, Type: d.Uint, If: func(c *d.Call) bool { return fontOperation(c) != fontCopy }},
	{Name: "height", At: abi.Console_font_op_height, Type: d.Uint},
	{Name: "charcount", At: abi.Console_font_op_charcount, Type: d.Uint, If: fontHasData},
	{Name: "data", At: abi.Console_font_op_data, Type: &fontOpData, If: func(c *d.Call) bool { return fontOperation(c) != fontCopy }},
}}

// Operations (linux/kd.h).
const (
	fontSet     = 0
	fontGetOp   = 1
	fontDefault = 2
	fontCopy    = 3
)

// fontHasData says whether the operation moves a font.
func fontHasData(c *d.Call) bool {
	o := fontOperation(c)
	return o != fontDefault && o != fontCopy
}

func fontOperation(c *d.Call) uint64 { return (d.M + d.Expr(abi.Console_font_op_op)).Eval(c) }

// fontOpData shows what data points to: a font to set, or the name of one.
var fontOpData = d.Reads{
	Func: func(c *d.Call, v uint64) {
		switch fontOperation(c) {
		case fontSet:
			showGlyphs(c, v)
		case fontDefault:
			d.Str.Show(c, v)
		default:
			d.Addr.Show(c, v)
		}
	},
	What: func(p *d.Planner, from d.Expr) {
		p.Bytes(from, d.C+1<<20)
		p.String(from, 0)
	},
}

// showGlyphs shows a font of charcount characters, each of which has 32 lines
// of as many bytes as its width needs.
func showGlyphs(c *d.Call, v uint64) {
	n := (d.M + d.Expr(abi.Console_font_op_charcount)).Eval(c)
	w := (d.M + d.Expr(abi.Console_font_op_width)).Eval(c)
	c.ShowBinary(v, n*((w+7)/8)*glyph)
}

// fontOps shows the operation, and its answer if it has one.
type fontOps struct{}

// Show implements decode.Type.
func (fontOps) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, fontOp.Size(c.ABI))
	switch {
	case !c.Exit && !ok:
		c.P.Addr(v)
	case !c.Exit:
		c.Keep(v)
		op, _ := c.ABI.Load(b, abi.Console_font_op_op)
		if op != fontSet && op != fontCopy {
			c.Stash(b[:1]) // there will be an answer
		}
		c.P.Change()
		c.ShowAt(&fontOp, b, v)
	case c.HasKept():
		if ok && !c.Failed && len(c.Stashed()) > 0 {
			c.P.Arrow()
			c.ShowAt(&fontAnswer, b, v)
		}
		c.P.EndChange()
	}
}

// Abandon ends what a call began that will not return.
func (fontOps) Abandon(c *d.Call) {
	if c.HasKept() {
		c.P.EndChange()
	}
}

// Plan implements decode.Planned.
func (fontOps) Plan(p *d.Planner, from d.Expr) {
	p.At(true, true, func() {
		p.Object(from, &fontOp, 0)
		p.Object(from, &fontAnswer, 0)
	})
}

var fontAnswer = d.Struct{Of: abi.Sizeof_console_font_op, Fields: []*d.Field{
	{Name: "width", At: abi.Console_font_op_width, Type: d.Uint, If: func(c *d.Call) bool { return fontOperation(c) != fontCopy }},
	{Name: "height", At: abi.Console_font_op_height, Type: d.Uint},
	{Name: "charcount", At: abi.Console_font_op_charcount, Type: d.Uint, If: fontHasData},
	{Name: "data", At: abi.Console_font_op_data, Type: &fontGotData, If: fontHasData},
}}

var fontGotData = d.Reads{
	Func: func(c *d.Call, v uint64) {
		if fontOperation(c) == fontGetOp {
			showGlyphs(c, v)
		} else {
			d.Addr.Show(c, v)
		}
	},
	What: func(p *d.Planner, from d.Expr) { p.Bytes(from, d.C+1<<20) },
}
