package decode

import (
	"math"

	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Result shows the result: in text what stands behind " = ", in JSON the
// members "ret", "errno" and "result".
func (c *Call) Result() {
	if c.Failed && !c.sys.NeverFails {
		c.failure()
		return
	}
	c.P.JSONText(`"ret":`)
	c.P.Color(show.RetVal)
	t := c.sys.Ret
	switch {
	case c.raw && !c.P.JSON:
		t = Hex
	case t == nil || c.raw:
		t = Long
		if c.Ret < 0 {
			t = Ulong
		}
	case t == FD && c.Ret > math.MaxInt32, t == Uint && c.Ret != int64(uint32(c.Ret)) && c.ABI.Word == 8:
		t = Ulong // made up by -e inject
	}
	t.Show(c, uint64(c.Ret))
	c.tail()
	c.P.Color(show.NoColor)
}

// NoResult shows that the call never returned to the task.
func (c *Call) NoResult() {
	c.P.Color(show.RetVal)
	c.P.Text("?")
	c.P.Color(show.NoColor)
	c.P.JSONText(`"ret":null`)
}

// Pending says whether arguments of the call remain to be shown at its exit.
func (c *Call) Pending() bool { return c.half || c.next < len(c.sys.Params) }

// Abandon closes the arguments of a call that will not return: those that
// would be shown at exit are left out of text.
func (c *Call) Abandon() {
	if c.half {
		c.half = false
		p := c.sys.Params[c.next]
		if t, ok := p.Then.(interface{ Abandon(*Call) }); ok && p.Continues {
			c.param = c.next
			t.Abandon(c)
		} else {
			c.P.EndChange()
		}
	}
	c.next = len(c.sys.Params)
	c.P.Close()
}

// tail shows the parenthesis behind the result.
func (c *Call) tail() {
	first := true
	for i := range c.sys.Tail {
		p := c.sys.Tail[i]
		if c.raw || p.Explains && c.P.NumbersOnly() || p.If != nil && !p.If(c) {
			continue
		}
		if _, reads := p.Type.(Planned); reads && c.Addresses {
			continue
		}
		if first {
			c.P.OpenTail()
			first = false
		}
		c.P.TailItem(p.Name, p.Bare)
		c.param = 0
		c.P.Plain(p.Plain)
		c.guard(p, p.Type, p.Reg.Eval(c))
		c.P.Plain(false)
	}
	if !first {
		c.P.CloseTail()
	}
}

// Kernel-internal results that never reach the program (include/linux/errno.h).
const (
	erestartsys          = 512
	erestartnointr       = 513
	erestartnohand       = 514
	erestartRestartBlock = 516
)

func (c *Call) failure() {
	e := -c.Ret
	why := ""
	switch e {
	case erestartsys:
		why = "To be restarted if SA_RESTART is set"
	case erestartnointr:
		why = "To be restarted"
	case erestartnohand:
		why = "To be restarted if no handler"
	case erestartRestartBlock:
		why = "Interrupted by signal"
	}
	name := ErrnoName(e)
	if c.P.JSON {
		c.P.JSONText(`"ret":-1,"errno":`)
		if name == "" {
			c.P.Int(e)
		} else {
			c.P.String(name)
		}
		return
	}
	c.P.Color(show.RetVal)
	if why != "" {
		c.P.Text("?")
	} else {
		c.P.Text("-1")
		why = ErrnoText(e)
	}
	c.P.Color(show.NoColor)
	c.P.Text(" ")
	c.P.Color(show.ErrorColor)
	if name == "" {
		c.P.Text("(errno ")
		c.P.Int(e)
	} else {
		c.P.Text(name)
		c.P.Color(show.NoColor)
		c.P.Text(" ")
		c.P.Color(show.ErrorColor)
		c.P.Text("(")
		c.P.Text(why)
	}
	c.P.Text(")")
	c.P.Color(show.NoColor)
}

// ErrnoText returns what an error number means, "" if it has no name.
func ErrnoText(e int64) string {
	if e < 0 || e >= int64(len(xlat.ErrnoText)) {
		return ""
	}
	return xlat.ErrnoText[e]
}

// ErrnoName returns the name of an error number, "" if it has none.
func ErrnoName(e int64) string {
	if e < 0 || e >= int64(len(xlat.Errno)) {
		return ""
	}
	return xlat.Errno[e]
}
