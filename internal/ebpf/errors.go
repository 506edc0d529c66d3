package ebpf

import (
	"bytes"
	"errors"
	"os"
	"syscall"
)

// A KernelError says that the kernel does not let the engine do its work.
type KernelError struct {
	doing   string
	errno   syscall.Errno
	verdict string // what the verifier said
}

// Oldest is the oldest kernel that has what the programs need: bpf_loop, without
// which the program that captures cannot be verified.
const Oldest = "5.17"

func (e *KernelError) Error() string {
	text := "--engine=ebpf is not possible here: " + e.doing + ": " + e.errno.Error()
	switch {
	case lockedDown():
		return text + " (the kernel is locked down for confidentiality: it lets no BPF program read memory)"
	case e.errno == syscall.EPERM || e.errno == syscall.EACCES && e.verdict == "":
		return text + " (it takes root, or the capabilities CAP_BPF and CAP_PERFMON)"
	case e.errno == syscall.ENOSYS:
		return text + " (the kernel was built without CONFIG_BPF_SYSCALL)"
	case e.errno == syscall.ENOENT:
		return text + " (the kernel was built without tracepoints for system calls)"
	case olderThan(5, 17):
		return text + " (Linux " + release() + ": " + Oldest + " or newer is needed, which has bpf_loop)"
	case e.verdict != "":
		return text + ": " + e.verdict
	}
	return text
}

// Unwrap returns the kernel's error.
func (e *KernelError) Unwrap() error { return e.errno }

func lockedDown() bool {
	b, err := os.ReadFile("/sys/kernel/security/lockdown")
	return err == nil && bytes.Contains(b, []byte("[confidentiality]"))
}

func release() string {
	var u syscall.Utsname
	if syscall.Uname(&u) != nil {
		return ""
	}
	var b []byte
	for _, c := range u.Release {
		if c == 0 {
			break
		}
		b = append(b, byte(c))
	}
	return string(b)
}

func olderThan(major, minor int) bool {
	var v [2]int
	i := 0
	for _, c := range release() {
		switch {
		case c >= '0' && c <= '9':
			v[i] = 10*v[i] + int(c-'0')
			continue
		case c == '.' && i == 0:
			i++
			continue
		}
		break
	}
	return v[0] < major || v[0] == major && v[1] < minor
}

// Possible says why the engine cannot work here, as far as that is cheaply known; nil if it can.
func Possible() error {
	if err := initialNamespace(); err != nil {
		return err
	}
	k := newKernel()
	defer k.close()
	return k.create(mapCalls, 0)
}

// initialNamespace says why process ids here are not the programs': these know
// the ids of the initial namespace alone.
func initialNamespace() error {
	const initial = "pid:[4026531836]" // PROC_PID_INIT_INO, linux/proc_ns.h
	if name, err := os.Readlink("/proc/self/ns/pid"); err == nil && name != initial {
		return errors.New("--engine=ebpf is not possible here: strace runs in a pid namespace of its own (a container?), " +
			"and programs in the kernel know the initial one's process ids: run it outside, with --container or --cgroup")
	}
	return nil
}
