package bpf

import (
	"encoding/binary"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Extended is struct bpf_insn (linux/bpf.h), an instruction of an extended
// program: {code=BPF_ALU64|BPF_K|BPF_MOV, dst_reg=BPF_REG_0, ...}.
var Extended = d.ObjFunc{Of: abi.Sizeof_bpf_insn, Func: showExtended}

func showExtended(c *d.Call, b []byte) {
	p := &c.P
	p.Struct()
	p.Field("code")
	showExtendedCode(c, uint64(b[0]))
	p.Field("dst_reg")
	p.Symbol(uint64(b[1]&15), &xlat.BpfReg, show.Hexadecimal)
	p.Field("src_reg")
	p.Symbol(uint64(b[1]>>4), &xlat.BpfReg, show.Hexadecimal)
	p.Field("off")
	p.Int(int64(int16(binary.LittleEndian.Uint16(b[2:]))))
	p.Field("imm")
	p.Hex(uint64(binary.LittleEndian.Uint32(b[4:])))
	p.EndStruct()
}

// The classes of extended instructions beyond those of classic ones.
const (
	st, stx      = 2, 3
	jmp32, alu64 = 6, 7
)

func showExtendedCode(c *d.Call, code uint64) {
	part := func(v uint64, t *xlat.Table) {
		c.P.Text("|")
		c.P.Symbol(v, t, show.Hexadecimal)
	}
	c.P.Expr(code)
	c.P.Symbol(code&7, &xlat.EbpfClass, show.Hexadecimal)
	switch code & 7 {
	case ld, ldx, st, stx:
		part(code&0x18, &xlat.BpfSize)
		part(code&0xe0, &xlat.EbpfMode)
	case alu, alu64:
		part(code&0x08, &xlat.BpfSrc)
		part(code&0xf0, &xlat.BpfOp)
	case jmp:
		part(code&0x08, &xlat.BpfSrc)
		part(code&0xf0, &xlat.BpfJump)
	case jmp32:
		if rest := code &^ 7; rest != 0 {
			c.P.Text("|")
			c.P.Hex(rest)
			c.P.Comment(xlat.BpfMisc.Unknown)
		}
	}
	c.P.EndExpr()
}
