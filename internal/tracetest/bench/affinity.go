package main

import (
	"fmt"
	"runtime"
	"syscall"
	"unsafe"
)

// A mask is a cpu_set_t: see sched_setaffinity(2).
type mask [128]byte

// onOneCPU calls f with the thread, and so what it starts, restricted to the
// first processor that it may use.
func onOneCPU(f func() error) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var all, one mask
	if err := affinity(syscall.SYS_SCHED_GETAFFINITY, &all); err != nil {
		return err
	}
	for i, b := range all {
		if b != 0 {
			one[i] = b & -b
			break
		}
	}
	if err := affinity(syscall.SYS_SCHED_SETAFFINITY, &one); err != nil {
		return err
	}
	err := f()
	if restored := affinity(syscall.SYS_SCHED_SETAFFINITY, &all); err == nil {
		err = restored
	}
	return err
}

// affinity gets or sets the calling thread's processors.
func affinity(call uintptr, m *mask) error {
	if _, _, errno := syscall.RawSyscall(call, 0, unsafe.Sizeof(*m), uintptr(unsafe.Pointer(m))); errno != 0 {
		return fmt.Errorf("sched_setaffinity: %w", errno)
	}
	return nil
}
