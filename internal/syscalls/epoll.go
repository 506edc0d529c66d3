package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var (
	epollCreate  = d.Syscall{Name: "epoll_create", Ret: d.FD, Params: []*d.Param{{Name: "size", Type: d.Int}}}
	epollCreate1 = d.Syscall{Name: "epoll_create1", Ret: d.FD, Params: []*d.Param{{Name: "flags", Type: &d.Flags{&xlat.EpollFlag}}}}
)

// epollEvent is struct epoll_event (linux/eventpoll.h).
var epollEvent = d.Struct{Of: abi.Sizeof_epoll_event, Fields: []*d.Field{
	{Name: "events", At: abi.Epoll_event_events, Type: &d.Flags{&xlat.EpollEvent}},
	{Name: "data", At: abi.Epoll_event_data, Type: d.Hex64},
}}

const epollCtlDel = 2 // linux/eventpoll.h

var epollCtl = d.Syscall{Name: "epoll_ctl", Params: []*d.Param{
	{Name: "epfd", Type: d.FD},
	{Name: "op", Type: &d.Enum{Of: &xlat.EpollOp}},
	{Name: "fd", Type: d.FD},
	{Name: "event", Type: &d.Switch{On: d.Arg1, Case: []d.Case{{Val: epollCtlDel, Type: d.Addr}}, Else: d.Ptr{To: &epollEvent}}},
}}

var (
	epollFD     = &d.Param{Name: "epfd", Type: d.FD}
	epollEvents = &d.Param{Name: "events", Type: d.Array{Of: &epollEvent, N: d.Ret}, At: d.Out}
	epollMax    = &d.Param{Name: "maxevents", Type: d.Int}
	epollMask   = &d.Param{Name: "sigmask", Type: d.SigSetPtr{Size: d.Arg5}, At: d.Out}
)

var epollWait = d.Syscall{Name: "epoll_wait", Params: []*d.Param{
	epollFD, epollEvents, epollMax, {Name: "timeout", Type: d.Int},
}}

var epollPwait = d.Syscall{Name: "epoll_pwait", Params: []*d.Param{
	epollFD, epollEvents, epollMax, {Name: "timeout", Type: d.Int}, epollMask, sigsetsizeParam,
}}

var epollPwait2 = d.Syscall{Name: "epoll_pwait2", Params: []*d.Param{
	epollFD, epollEvents, epollMax, {Name: "timeout", Type: d.Ptr{To: &timespec64}, At: d.Out}, epollMask, sigsetsizeParam,
}}
