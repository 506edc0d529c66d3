package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// The sets of descriptors of select(2) and its like before the call.
var (
	selectN   = &d.Param{Name: "nfds", Type: d.Int}
	fdSet     = d.FDSet{N: d.Arg0}
	readSet   = &d.Param{Name: "readfds", Type: fdSet}
	writeSet  = &d.Param{Name: "writefds", Type: fdSet}
	exceptSet = &d.Param{Name: "exceptfds", Type: fdSet}
)

// The sets after it, where there is anything in them.
var (
	fdSetLeft  = d.FDSet{N: d.Arg0, Ready: true}
	readLeft   = &d.Param{Name: "in", Type: fdSetLeft, Reg: d.Arg1, If: firstLeft}
	writeLeft  = &d.Param{Name: "out", Type: fdSetLeft, Reg: d.Arg2, If: func(c *d.Call) bool { return anyLeft(c, 2) }}
	exceptLeft = &d.Param{Name: "except", Type: fdSetLeft, Reg: d.Arg3, If: func(c *d.Call) bool { return anyLeft(c, 3) }}
)

// firstLeft lets the sets show as many descriptors as the result counts: of a
// process with few, the kernel looks at the sets' beginnings alone and leaves
// bits behind them as they were.
func firstLeft(c *d.Call) bool {
	c.Budget(uint64(max(c.Ret, 0)))
	return anyLeft(c, 1)
}

func anyLeft(c *d.Call, arg int) bool { return fdSetLeft.Any(c, c.Args[arg]) }

// timeLeft4 says whether the kernel wrote back what is left of the time that parameter 4 points to.
func timeLeft4(c *d.Call) bool { return c.Ret > 0 && c.Args[4] != 0 }

var select_ = d.Syscall{Name: "select", Params: selectParams, Tail: selectTail}

var newselect = d.Syscall{Name: "_newselect", Params: selectParams, Tail: selectTail}

var selectParams = []*d.Param{selectN, readSet, writeSet, exceptSet, {Name: "timeout", Type: d.Ptr{To: &timeval}}}

var selectTail = []*d.Param{
	timedOut, readLeft, writeLeft, exceptLeft,
	{Name: "left", Type: d.Ptr{To: &timeval}, Reg: d.Arg4, If: timeLeft4},
}

var pselect6 = d.Syscall{
	Name: "pselect6",
	Params: []*d.Param{
		selectN, readSet, writeSet, exceptSet,
		{Name: "timeout", Type: d.Ptr{To: &timespec}},
		{Name: "sig", Type: d.Ptr{To: &pselectSig}},
	},
	Tail: []*d.Param{
		timedOut, readLeft, writeLeft, exceptLeft,
		{Name: "left", Type: d.Ptr{To: &timespec}, Reg: d.Arg4, If: timeLeft4},
	},
}

var pselect6Time64 = d.Syscall{
	Name: "pselect6_time64",
	Params: []*d.Param{
		selectN, readSet, writeSet, exceptSet,
		{Name: "timeout", Type: d.Ptr{To: &timespec64}},
		{Name: "sig", Type: d.Ptr{To: &pselectSig}},
	},
	Tail: []*d.Param{
		timedOut, readLeft, writeLeft, exceptLeft,
		{Name: "left", Type: d.Ptr{To: &timespec64}, Reg: d.Arg4, If: timeLeft4},
	},
}

// pselectSig is what the last argument of pselect6(2) points to: an address
// and a size, which no header declares; an iovec has the same shape.
var pselectSig = d.Struct{Of: abi.Sizeof_iovec, Fields: []*d.Field{
	{Name: "sigmask", At: abi.Iovec_iov_base, Type: d.SigSetPtr{Size: iovLen}},
	{Name: "sigsetsize", At: abi.Iovec_iov_len, Type: d.Ulong},
}}

// oldSelect has its arguments in memory (kernel's struct sel_arg_struct).
var oldSelect = d.Syscall{
	Name: "select", ABI: d.I386,
	Params: []*d.Param{{Name: "arg", Type: selectArgs}},
	Via:    oldSelectArgs,
}

var selectArgs = &argBlock{Words: 5}

func oldSelectArgs(c *d.Call) *d.Syscall {
	if !selectArgs.load(c) {
		return nil
	}
	return &select_
}
