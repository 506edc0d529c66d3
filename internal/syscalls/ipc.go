package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// ipc is the one call of i386 for all of System V IPC (ipc(2)); it is shown as
// the call that it stands for, where there is one.
var ipc = d.Syscall{Name: "ipc", ABI: d.I386, Via: ipcTarget, Params: []*d.Param{
	{Name: "call", Type: d.Func(showIpcCall)},
	{Name: "first", Type: d.Hex32},
	{Name: "second", Type: d.Hex32},
	{Name: "third", Type: d.Hex32},
	{Name: "ptr", Type: &ipcPtr},
	{Name: "fifth", Type: d.Hex32},
}}

// ipcPtr is shown as a number; msgrcv's leads to two arguments, which Via reads.
var ipcPtr = d.Reads{
	Func: func(c *d.Call, v uint64) { d.Hex32.Show(c, v) },
	What: func(p *d.Planner, from d.Expr) { p.Block(from, 2*p.ABI.Word) },
}

// showIpcCall shows the number of a call, and its version if there is one: 1<<16|12.
func showIpcCall(c *d.Call, v uint64) {
	version, call := uint64(uint32(v))>>16, v&0xffff
	if version == 0 {
		c.P.Uint(call)
		return
	}
	c.P.Expr(uint64(uint32(v)))
	c.P.Uint(version)
	c.P.Text("<<16|")
	c.P.Uint(call)
	c.P.EndExpr()
}

// ipcTarget moves the arguments to where the call that is meant has them (linux/ipc.h).
func ipcTarget(c *d.Call) *d.Syscall {
	const (
		semopNr, semgetNr, semctlNr, semtimedopNr = 1, 2, 3, 4
		msgsndNr, msgrcvNr, msggetNr, msgctlNr    = 11, 12, 13, 14
		shmatNr, shmdtNr, shmgetNr, shmctlNr      = 21, 22, 23, 24
	)
	first, second, third, ptr, fifth := c.Args[1], c.Args[2], c.Args[3], c.Args[4], c.Args[5]
	switch c.Args[0] & 0xffff {
	case semopNr:
		c.Args = [6]uint64{first, ptr, second}
		return &semop
	case semgetNr:
		c.Args = [6]uint64{first, second, third}
		return &semget
	case semctlNr:
		c.Args = [6]uint64{first, second, third, ptr}
		return ipcSemctl
	case semtimedopNr:
		c.Args = [6]uint64{first, ptr, second, fifth}
		return &semtimedop
	case msgsndNr:
		c.Args = [6]uint64{first, ptr, second, third}
		return &msgsnd
	case msgrcvNr:
		if uint32(c.Args[0])>>16 == 0 {
			b, ok := c.Fetch(c.Word(ptr), 2*c.ABI.Word)
			if !ok {
				c.Args = [6]uint64{first, ptr, second, third}
				return ipcMsgrcv
			}
			ptr, _ = c.ABI.Load(b, abi.Ipc_kludge_msgp)
			fifth, _ = c.ABI.Load(b, abi.Ipc_kludge_msgtyp)
		}
		c.Args = [6]uint64{first, ptr, second, fifth, third}
		return &msgrcv
	case msggetNr:
		c.Args = [6]uint64{first, second}
		return &msgget
	case msgctlNr:
		c.Args = [6]uint64{first, second, ptr}
		return &msgctl
	case shmatNr:
		c.Args = [6]uint64{first, ptr, second, third}
		return ipcShmat
	case shmdtNr:
		c.Args = [6]uint64{ptr}
		return &shmdt
	case shmgetNr:
		c.Args = [6]uint64{first, second, third}
		return &shmget
	case shmctlNr:
		c.Args = [6]uint64{first, second, ptr}
		return &shmctl
	}
	return nil
}

// ipcSemctl is semctl(2) with a pointer to its last argument.
var ipcSemctl = &d.Syscall{Name: "semctl", Params: []*d.Param{
	semID, semNum, semOp,
	{Name: "arg", Reg: d.Arg3, If: semTakes, Type: &semArg},
	{Name: "arg", Reg: d.Arg3, If: semFills, Type: &semArg, At: d.Exit},
}}

var semArg = d.Reads{
	Func: showSemArg,
	What: func(p *d.Planner, from d.Expr) { p.Object(from, &semun, 0) },
}

// semun is what is read of a union semun: what its pointer may lead to. It has
// the shape of a union sigval.
var semun = d.Struct{Of: abi.Sizeof_sigval, Fields: []*d.Field{
	{Name: "buf", At: abi.Sigval_sival_ptr, Type: d.Ptr{To: &semidDS}},
	{Name: "info", At: abi.Sigval_sival_ptr, Type: d.Ptr{To: &seminfo}},
}}

// showSemArg shows what a pointer to a union semun leads to: a structure, or [0x1].
func showSemArg(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, c.ABI.Word)
	if !ok {
		c.P.Addr(v)
		return
	}
	arg := abi.LoadInt(b, c.ABI.Word, false)
	var to *d.Struct
	switch uint32(c.Args[2]) &^ ipc64 {
	case ipcInfo, semInfoCmd:
		if c.Failed {
			d.Addr.Show(c, arg)
			return
		}
		d.Ptr{To: &seminfo}.Show(c, arg)
		return
	case ipcSet:
		to = &semSet
	case ipcStat, semStat, semStatAny:
		to = &semidDS
	}
	if to != nil && !c.Failed {
		if b, ok := c.Fetch(arg, to.Size(c.ABI)); ok {
			c.ShowAt(to, b, arg)
			return
		}
	}
	c.P.Array()
	c.P.Elem()
	c.P.Addr(arg)
	c.P.EndArray()
}

// ipcMsgrcv is msgrcv(2) with an unreadable pointer to two of its arguments.
var ipcMsgrcv = &d.Syscall{Name: "msgrcv", Params: []*d.Param{
	msgID, {Name: "ipc_kludge", Type: d.Addr}, msgSize, msgrcvFlags,
}}

// ipcShmat is shmat(2) with its result where the fourth argument points to.
var ipcShmat = &d.Syscall{Name: "shmat", Params: []*d.Param{shmID, shmAddr, shmAtFlag}, Ret: &d.Reads{
	Func: showShmatResult,
	What: func(p *d.Planner, _ d.Expr) { p.Block(d.Arg3, p.ABI.Word) },
}}

func showShmatResult(c *d.Call, v uint64) {
	if b, ok := c.Fetch(c.Word(c.Args[3]), c.ABI.Word); ok {
		v = abi.LoadInt(b, c.ABI.Word, false)
	}
	d.Hex.Show(c, v)
}
