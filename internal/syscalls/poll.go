package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var pollEvents = d.Flags{&xlat.PollFlag}

// pollfd is struct pollfd (asm-generic/poll.h) before the call: of a
// descriptor that the kernel ignores the events don't count.
var pollfd = d.Struct{Of: abi.Sizeof_pollfd, Fields: []*d.Field{
	{Name: "fd", At: abi.Pollfd_fd, Type: d.FD},
	{Name: "events", At: abi.Pollfd_events, Type: d.Func(pollBits), If: func(c *d.Call) bool {
		return int32((d.M + d.Expr(abi.Pollfd_fd)).Eval(c)) >= 0
	}},
}}

// polled is struct pollfd after the call. Its descriptor is one that was shown already.
var polled = d.Struct{Of: abi.Sizeof_pollfd, Fields: []*d.Field{
	{Name: "fd", At: abi.Pollfd_fd, Type: d.Int},
	{Name: "revents", At: abi.Pollfd_revents, Type: d.Func(pollBits)},
}}

// pollBits shows a short that holds events.
func pollBits(c *d.Call, v uint64) { pollEvents.Show(c, uint64(uint16(v))) }

var (
	pollFDs = &d.Param{Name: "fds", Type: d.Array{Of: &pollfd, N: d.U32 + d.Arg1}}
	pollN   = &d.Param{Name: "nfds", Type: d.Uint}
)

var poll = d.Syscall{
	Name:   "poll",
	Params: []*d.Param{pollFDs, pollN, {Name: "timeout", Type: d.Int}},
	Tail:   []*d.Param{timedOut, pollReady},
}

var ppoll = d.Syscall{
	Name: "ppoll",
	Params: []*d.Param{
		pollFDs, pollN,
		{Name: "tmo_p", Type: d.Ptr{To: &timespec}},
		sigmaskParam,
		sigsetsizeParam,
	},
	Tail: []*d.Param{timedOut, pollReady, {Name: "left", Type: d.Ptr{To: &timespec}, Reg: d.Arg2, If: timeLeft2}},
}

var ppollTime64 = d.Syscall{
	Name: "ppoll_time64",
	Params: []*d.Param{
		pollFDs, pollN,
		{Name: "tmo_p", Type: d.Ptr{To: &timespec64}},
		sigmaskParam,
		sigsetsizeParam,
	},
	Tail: []*d.Param{timedOut, pollReady, {Name: "left", Type: d.Ptr{To: &timespec64}, Reg: d.Arg2, If: timeLeft2}},
}

var (
	sigmaskParam    = &d.Param{Name: "sigmask", Type: d.SigSetPtr{Size: d.Arg4}}
	sigsetsizeParam = &d.Param{Name: "sigsetsize", Type: d.Ulong}
)

// timeLeft2 says whether the kernel wrote back what is left of the time that parameter 2 points to.
func timeLeft2(c *d.Call) bool { return c.Ret != 0 && c.Args[2] != 0 }

// timedOut says that nothing happened in time.
var timedOut = &d.Param{
	Name: "timeout", Bare: true, Reg: d.Ret,
	Type: d.Func(func(c *d.Call, _ uint64) {
		c.P.Text("Timeout")
		c.P.JSONText("true")
	}),
	If: func(c *d.Call) bool { return c.Ret == 0 },
}

// pollReady is the descriptors to which something happened.
var pollReady = &d.Param{
	Name: "fds", Bare: true, Reg: d.Arg0,
	Type: d.Array{Of: &polled, N: d.U32 + d.Arg1, Only: func(c *d.Call, b []byte) bool {
		v, _ := c.ABI.Load(b, abi.Pollfd_revents)
		return v != 0
	}},
	If: func(c *d.Call) bool { return c.Ret != 0 },
}
