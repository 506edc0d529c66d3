package decode

import "gostrace/internal/abi"

// TimeOf shows a member that is a number of seconds since 1970, and the
// calendar time in a comment. Nsec is the member with the nanoseconds, if there is one.
type TimeOf struct{ Nsec abi.Member }

// Show implements Type.
func (t TimeOf) Show(c *Call, v uint64) {
	if c.Field().Size == 4 {
		v = uint64(int32(v)) // declared without a sign, but time_t has one
	}
	c.P.Int(int64(v))
	ns := uint64(0)
	if t.Nsec != 0 {
		ns, _ = c.ABI.Load(c.obj, t.Nsec)
	}
	c.P.TimeComment(int64(v), ns)
}

// Interrupted shows what Then shows if a signal interrupted the call, else an address.
type Interrupted struct{ Then Type }

// Show implements Type.
func (t Interrupted) Show(c *Call, v uint64) {
	const eintr = 4
	if c.Failed && (c.Ret == -eintr || c.Ret == -erestartRestartBlock) {
		t.Then.Show(c, v)
		return
	}
	Addr.Show(c, v)
}

// Plan implements Planned.
func (t Interrupted) Plan(p *Planner, from Expr) { p.Type(t.Then, from) }

// Seconds shows a number of seconds since 1970, and the calendar time in a
// comment; Calendar the calendar time alone.
const (
	Seconds secondsType = iota
	Calendar
)

type secondsType uint8

func (t secondsType) Show(c *Call, v uint64) {
	s := c.signed(v)
	if t == Calendar {
		c.P.Calendar(s)
		return
	}
	c.P.Int(s)
	c.P.TimeComment(s, 0)
}
