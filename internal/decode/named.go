package decode

import (
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Signal shows a signal number by name: SIGTERM, SIGRT_3; 0 as 0.
const Signal signalType = 0

type signalType uint8

func (signalType) Show(c *Call, v uint64) {
	n := int32(v)
	if n > 0 && int(n) < len(xlat.Signal) && xlat.Signal[n] != "" {
		c.P.NamedPlainly(uint64(n), xlat.Signal[n], show.SignedDecimal)
		return
	}
	c.P.Int(int64(n))
}

// Errno shows a positive error number by name.
const Errno errnoType = 0

type errnoType uint8

func (errnoType) Show(c *Call, v uint64) {
	if name := ErrnoName(int64(int32(v))); name != "" {
		c.P.NamedPlainly(v, name, show.SignedDecimal)
		return
	}
	c.P.Int(int64(int32(v)))
}

// NegErrno shows a negated error number by name: -ENOENT.
const NegErrno negErrnoType = 0

type negErrnoType uint8

func (negErrnoType) Show(c *Call, v uint64) {
	n := int64(int32(v))
	if name := ErrnoName(-n); n < 0 && name != "" {
		c.P.NamedMinus(n, name)
		return
	}
	c.P.Int(n)
}
