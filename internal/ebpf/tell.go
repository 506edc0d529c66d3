package ebpf

import (
	"unsafe"

	"gostrace/internal/abi"
	"gostrace/internal/mem"
	"gostrace/internal/trace"
)

// abis are those of records.
var abis = [...]*abi.ABI{&abi.X86_64, &abi.I386}

// tell fills in the event that it is. It returns false if there is nothing to tell.
func (e *Engine) tell(it *item, ev *trace.Event) bool {
	e.stamp(ev, it.time)
	ev.Kind = it.kind
	if it.kind == trace.Lost {
		ev.Task, ev.Lost, ev.By = nil, it.n, it.size
		return true
	}
	k := it.task
	ev.Task = &k.Task
	switch it.kind {
	case trace.SyscallEnter:
		r := e.q.record(it)
		k.ABI = abis[r.abi&1]
		k.InSyscall = true
		ev.Nr, ev.Args, ev.IP, ev.SP, ev.Skip = r.nr, r.args, r.ip, r.sp, false
		e.view(k, it)
	case trace.SyscallExit:
		r := e.q.record(it)
		k.InSyscall = false
		ev.Ret, ev.Failed = r.ret, r.ret < 0 && r.ret >= -maxErrno
		ev.IP, ev.SP, ev.CPU = r.ip, r.sp, int64(r.spent)
		e.view(k, it)
	case trace.Exited:
		ev.Status = int(it.n >> 8 & 0xff)
		if sig := int(it.n & 0x7f); sig != 0 {
			ev.Kind, ev.Sig, ev.Core = trace.Killed, sig, it.n&0x80 != 0
		}
	case trace.Attached, trace.Superseded:
		ev.By = int(it.n)
	case trace.Exec:
		k.TID, k.live.PID = k.tid, k.tid
	case trace.Signal:
		return e.tellSignal(it, ev)
	case trace.GroupStop:
		ev.Sig = int(e.q.record(it).sig)
	case trace.Exiting:
		k.InSyscall = false
	}
	return true
}

const maxErrno = 4095 // MAX_ERRNO, linux/err.h

// view lets the memory of k be what its record has.
func (e *Engine) view(k *task, it *item) {
	if it.live {
		k.live.Reset()
		k.now = &k.live
		return
	}
	k.now = &k.snap
	k.snap.Segs = k.snap.Segs[:0]
	b := e.q.arena[it.rec+recordSize : it.rec+it.size]
	for len(b) >= segmentSize {
		g := (*segment)(unsafe.Pointer(&b[0]))
		n := int(g.len)
		if n > len(b)-segmentSize {
			break
		}
		k.snap.Segs = append(k.snap.Segs, mem.Segment{Addr: g.addr, Data: b[segmentSize : segmentSize+n]})
		b = b[min(len(b), segmentSize+(n+7)&^7):]
	}
}

// Signals that ptrace does not show, and those that stop a process (signal(7)).
const (
	sigKill, sigStop, sigTstp, sigTtin, sigTtou = 9, 19, 20, 21, 22
)

func stops(sig int) bool {
	return sig == sigStop || sig == sigTstp || sig == sigTtin || sig == sigTtou
}

func (e *Engine) tellSignal(it *item, ev *trace.Event) bool {
	r := e.q.record(it)
	if r.sig == sigKill {
		return false
	}
	ev.Sig, ev.IP, ev.SP = int(r.sig), r.ip, r.sp
	ev.Info = [len(ev.Info)]byte{}
	b := e.q.arena[it.rec+recordSize : it.rec+it.size]
	ev.NoInfo = true
	if len(b) > segmentSize {
		if n := int((*segment)(unsafe.Pointer(&b[0])).len); n > 0 {
			copy(ev.Info[:], b[segmentSize:segmentSize+n])
			ev.NoInfo = false
		}
	}
	return true
}
