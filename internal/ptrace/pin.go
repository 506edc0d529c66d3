package ptrace

import (
	"fmt"
	"syscall"
	"unsafe"
)

// pin moves this thread to the processor that it is on.
func pin() error {
	var cpu uint32
	if _, _, e := syscall.RawSyscall(sysGetCPU, uintptr(unsafe.Pointer(&cpu)), 0, 0); e != 0 {
		return fmt.Errorf("finding out the current processor: %w", e)
	}
	var mask [128]uint64
	if int(cpu) >= len(mask)*64 {
		return fmt.Errorf("pinning to processor %d: %w", cpu, syscall.EINVAL)
	}
	mask[cpu/64] = 1 << (cpu % 64)
	if _, _, e := syscall.RawSyscall(syscall.SYS_SCHED_SETAFFINITY, 0, unsafe.Sizeof(mask), uintptr(unsafe.Pointer(&mask))); e != 0 {
		return fmt.Errorf("pinning to processor %d: %w", cpu, e)
	}
	return nil
}

const sysGetCPU = 309
