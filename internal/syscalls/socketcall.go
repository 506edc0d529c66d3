package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// socketcall is the one way to the socket calls that i386 once had: a number
// and the address of the arguments (socketcall(2)). What is shown is the call
// that it makes, where that is known.
var socketcall = d.Syscall{Name: "socketcall", Via: socketcallReal, Params: []*d.Param{
	{Name: "call", Type: d.Func(showSocketcall)},
	{Name: "args", Type: &argBlock{Words: 6}},
}}

// showSocketcall shows a number without a name in decimal.
func showSocketcall(c *d.Call, v uint64) {
	if name, ok := xlat.SocketCall.Name(uint64(uint32(v))); ok {
		c.P.Named(uint64(uint32(v)), name, show.UnsignedDecimal)
		return
	}
	d.Int.Show(c, v)
}

// socketcalls are the calls by number (linux/net.h), and how many arguments each has.
var socketcalls = [...]struct {
	call *d.Syscall
	args int
}{
	1: {&socket, 3}, 2: {&bind, 3}, 3: {&connect, 3}, 4: {&listen, 2}, 5: {&accept, 3}, 6: {&getsockname, 3},
	7: {&getpeername, 3}, 8: {&socketpair, 4}, 9: {&send, 4}, 10: {&recv, 4}, 11: {&sendto, 6}, 12: {&recvfrom, 6},
	13: {&shutdown, 2}, 14: {&setsockopt, 5}, 15: {&getsockopt, 5}, 16: {&sendmsg, 3}, 17: {&recvmsg, 3},
	18: {&accept4, 4}, 19: {&recvmmsg, 5}, 20: {&sendmmsg, 4},
}

func socketcallReal(c *d.Call) *d.Syscall {
	n := c.Word(c.Args[0])
	if n >= uint64(len(socketcalls)) || socketcalls[n].call == nil {
		return nil
	}
	s := &socketcalls[n]
	if !(argBlock{Words: s.args}).loadFrom(c, c.Args[1]) {
		return nil
	}
	return s.call
}
