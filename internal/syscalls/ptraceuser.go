package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
)

// userOffsets are the members of struct user (asm/user_64.h), whose offsets
// PTRACE_PEEKUSER takes; that of a 64-bit tracer, whatever the tracee.
var userOffsets = [...]struct {
	off  uint16
	name string
}{
	{0, "8*R15"}, {8, "8*R14"}, {16, "8*R13"}, {24, "8*R12"}, {32, "8*RBP"}, {40, "8*RBX"}, {48, "8*R11"}, {56, "8*R10"},
	{64, "8*R9"}, {72, "8*R8"}, {80, "8*RAX"}, {88, "8*RCX"}, {96, "8*RDX"}, {104, "8*RSI"}, {112, "8*RDI"},
	{120, "8*ORIG_RAX"}, {128, "8*RIP"}, {136, "8*CS"}, {144, "8*EFL"}, {152, "8*RSP"}, {160, "8*SS"},
	{216, "offsetof(struct user, u_fpvalid)"}, {224, "offsetof(struct user, i387)"},
	{736, "offsetof(struct user, u_tsize)"}, {744, "offsetof(struct user, u_dsize)"}, {752, "offsetof(struct user, u_ssize)"},
	{760, "offsetof(struct user, start_code)"}, {768, "offsetof(struct user, start_stack)"},
	{776, "offsetof(struct user, signal)"}, {784, "offsetof(struct user, reserved)"}, {792, "offsetof(struct user, u_ar0)"},
	{800, "offsetof(struct user, u_fpstate)"}, {808, "offsetof(struct user, magic)"}, {816, "offsetof(struct user, u_comm)"},
	{848, "offsetof(struct user, u_debugreg)"}, {userSize, "sizeof(struct user)"},
}

const userSize = 912

// userOffset shows an offset by the member that it is in: 8*RSP+4.
func userOffset(c *d.Call, v uint64) {
	v = c.Word(v)
	if v > userSize {
		c.P.Hex(v)
		return
	}
	if !c.P.Explain(v, show.Address) {
		return
	}
	i := len(userOffsets) - 1
	for uint64(userOffsets[i].off) > v {
		i--
	}
	c.P.Text(userOffsets[i].name)
	if rest := v - uint64(userOffsets[i].off); rest != 0 {
		c.P.Text("+")
		c.P.Uint(rest)
	}
	c.P.EndExplain()
}
