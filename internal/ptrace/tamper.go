package ptrace

import (
	"encoding/binary"
	"fmt"
	"syscall"
	"unsafe"

	"gostrace/internal/abi"
	"gostrace/internal/trace"
)

var _ trace.Tamperer = (*Engine)(nil)

// tampering is what is done to the call that a task is in.
type tampering struct {
	*trace.Tampering // nil: nothing
	done             trace.Tampered
	args             [6]uint64
	nr               uint64
	replaced         bool // the kernel runs another call, so the result must be set
}

// Tamper implements trace.Tamperer.
func (e *Engine) Tamper(ev *trace.Event, t *trace.Tampering) error {
	k := e.slots[ev.Task.Slot]
	k.tamper = tampering{Tampering: t, args: ev.Args, nr: ev.Nr}
	err := e.poke(k, t.PokeEnter)
	if t.Replace && e.setCall(k, uint64(t.Nr), ev) {
		k.tamper.replaced = true
	}
	return err
}

// tampered does what is left to do at the exit of a call, and says so in ev.
func (e *Engine) tampered(k *task, ev *trace.Event) {
	t := &k.tamper
	ev.PokeErr = e.poke(k, t.PokeExit)
	if t.replaced && e.setResult(k, t.Ret, t.Failed) {
		t.done |= trace.ResultTampered
		ev.Ret, ev.Failed = t.Ret, t.Failed
		if k.ABI == &abi.I386 {
			ev.Ret = int64(int32(t.Ret))
		}
	}
	if t.DelayEnter.On || t.DelayExit.On {
		t.done |= trace.Delayed
	}
	ev.Tampered = t.done
}

// revert undoes what was done to the call of a task that is let go in it: at
// its entry the call is made as the program wants it, at its exit the result
// is the one that was promised.
func (e *Engine) revert(k *task) {
	t := &k.tamper
	if t.Tampering == nil || !t.replaced || k.status.stopSignal() != sysGoodTrap && k.status.event() != eventSeccomp {
		return
	}
	info := &e.info
	if getSyscallInfo(k.TID, info) != 0 {
		return
	}
	switch info.op {
	case infoEntry, infoSeccomp:
		e.setCall(k, t.nr, &trace.Event{Args: t.args})
	case infoExit:
		e.setResult(k, t.Ret, t.Failed)
	}
}

// poke overwrites memory of k. What cannot be written is left as it is.
func (e *Engine) poke(k *task, pokes []trace.Poke) error {
	var err error
	for _, p := range pokes {
		if p.Arg >= len(k.tamper.args) {
			continue
		}
		addr := k.tamper.args[p.Arg]
		if n, errno := writeMemory(k.TID, addr, p.Data); n < len(p.Data) {
			err = fmt.Errorf("writing %d bytes at %#x (argument %d): %w", len(p.Data), addr, p.Arg+1, errno)
			continue
		}
		k.tamper.done |= trace.ArgsTampered
	}
	if len(pokes) > 0 {
		k.mem.Reset()
	}
	return err
}

// writeMemory writes b word by word, also where the program may not write. It
// returns how much of it it could, and why not more.
func writeMemory(tid int, addr uint64, b []byte) (int, syscall.Errno) {
	for n := 0; n < len(b); {
		at := (addr + uint64(n)) &^ 7
		var word [8]byte
		if errno := ptrace(reqPeekData, tid, uintptr(at), uintptr(unsafe.Pointer(&word))); errno != 0 {
			return n, errno
		}
		m := copy(word[addr+uint64(n)-at:], b[n:])
		if errno := ptrace(reqPokeData, tid, uintptr(at), uintptr(binary.LittleEndian.Uint64(word[:]))); errno != 0 {
			return n, errno
		}
		n += m
	}
	return len(b), 0
}

// setCall has k, which is at the entry of a call, make call nr instead.
func (e *Engine) setCall(k *task, nr uint64, ev *trace.Event) bool {
	if !e.noSetInfo {
		info := syscallInfo{op: infoEntry}
		if k.status.event() == eventSeccomp {
			info.op = infoSeccomp
		}
		info.data[0] = nr
		copy(info.data[1:], ev.Args[:])
		if done, known := e.setSyscallInfo(k, &info); known {
			return done
		}
	}
	return setCallRegister(k.TID, nr)
}

// setResult gives k, which is at the exit of a call, the result ret.
func (e *Engine) setResult(k *task, ret int64, failed bool) bool {
	if !e.noSetInfo {
		info := syscallInfo{op: infoExit}
		info.data[0] = uint64(ret)
		if failed {
			info.data[1] = 1
		}
		if done, known := e.setSyscallInfo(k, &info); known {
			return done
		}
	}
	return setResultRegister(k.TID, ret)
}

// setSyscallInfo changes the call that k is in. It returns false, false if the
// kernel cannot do that; then it isn't asked again.
func (e *Engine) setSyscallInfo(k *task, info *syscallInfo) (done, known bool) {
	switch ptrace(reqSetSyscallInfo, k.TID, unsafe.Sizeof(*info), uintptr(unsafe.Pointer(info))) {
	case 0:
		return true, true
	case syscall.EIO:
		e.noSetInfo = true
		return false, false
	case syscall.ESRCH:
		return false, true
	}
	return false, false
}
