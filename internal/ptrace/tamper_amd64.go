package ptrace

// The registers of a call in struct user (asm/user_64.h), which is also how a
// 64-bit tracer sees a 32-bit task.
const (
	userRAX     = 10 * 8
	userOrigRAX = 15 * 8
)

const reqPokeUser = 6

// setCallRegister is for kernels before 6.16, which lack PTRACE_SET_SYSCALL_INFO.
func setCallRegister(tid int, nr uint64) bool {
	return ptrace(reqPokeUser, tid, userOrigRAX, uintptr(nr)) == 0
}

// setResultRegister likewise.
func setResultRegister(tid int, ret int64) bool {
	return ptrace(reqPokeUser, tid, userRAX, uintptr(ret)) == 0
}
