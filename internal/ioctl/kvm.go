package ioctl

import (
	"encoding/binary"

	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// kvm are the commands of virtual CPUs that tell more than their result.
var kvm = [...]Arg{
	{Names: "KVM_CREATE_VM", In: d.Hex, Ret: d.FD},
	{Names: "KVM_RUN", In: d.Hex, Tail: d.Symbolic{To: kvmExit{}}, TailIf: kvmExited},
}

var kvmReason = d.Enum{Of: &xlat.KvmExit}

// kvmExit shows why a virtual CPU has returned (-e kvm=vcpu): it is in struct
// kvm_run (linux/kvm.h), at the beginning of the mapping of its descriptor.
type kvmExit struct{}

// Show implements d.Type.
func (kvmExit) Show(c *d.Call, _ uint64) {
	reason, _ := exitReason(c)
	kvmReason.Show(c, uint64(reason))
}

func kvmExited(c *d.Call) bool {
	_, ok := exitReason(c)
	return ok
}

func exitReason(c *d.Call) (uint32, bool) {
	const offset = 8 // of exit_reason
	if c.Mapping == nil {
		return 0, false
	}
	run := c.Mapping(int32(c.Args[0]))
	if run == 0 {
		return 0, false
	}
	b := c.Scratch(4) // -e verbose does not concern it
	if c.Mem.ReadAt(b, run+offset) < len(b) {
		return 0, false
	}
	return binary.LittleEndian.Uint32(b), true
}
