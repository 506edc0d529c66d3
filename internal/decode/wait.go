package decode

import (
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// WaitStatus shows a status of wait(2): what the macros of <sys/wait.h> tell.
const WaitStatus waitStatusType = 0

type waitStatusType uint8

// signalName is a signal by its name whatever -X says.
var signalName = Symbolic{To: Signal}

// Show implements Type.
func (waitStatusType) Show(c *Call, v uint64) {
	sig, code, rest := v&0x7f, v>>8&0xff, v
	if v != 0xffff && v&0xff == 0xff {
		c.P.Hex(v)
		return
	}
	c.P.Expr(v)
	switch {
	case v == 0xffff:
		c.P.Text("{WIFCONTINUED(s)}")
		rest = 0
	case v&0xff == 0x7f:
		c.P.Text("{WIFSTOPPED(s) && WSTOPSIG(s) == ")
		signalName.Show(c, code&0x7f)
		if code&0x80 != 0 {
			c.P.Text(" | 0x80") // PTRACE_O_TRACESYSGOOD
		}
		c.P.Text("}")
		rest &^= 0xffff
	case sig != 0:
		c.P.Text("{WIFSIGNALED(s) && WTERMSIG(s) == ")
		signalName.Show(c, sig)
		if v&0x80 != 0 {
			c.P.Text(" && WCOREDUMP(s)")
		}
		c.P.Text("}")
		rest &^= 0xff
	default:
		c.P.Text("{WIFEXITED(s) && WEXITSTATUS(s) == ")
		c.P.Int(int64(code))
		c.P.Text("}")
		rest &^= 0xff00
	}
	if event := rest >> 16; event != 0 {
		c.P.Punct("|")
		c.P.Symbol(event, &xlat.PtraceEvent, show.Hexadecimal)
		c.P.Text("<<16")
		rest &= 0xffff
	}
	if rest != 0 {
		c.P.Punct("|")
		c.P.Hex(rest)
	}
	c.P.EndExpr()
}
