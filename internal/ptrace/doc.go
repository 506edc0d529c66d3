// Package ptrace is the live engine: it traces tasks with ptrace(2).
//
// An Engine belongs to one thread, which must stay locked to its goroutine
// (runtime.LockOSThread) from New on: the kernel lets only the thread that
// attached make requests. Launch, attach, wait and detach are in files of those
// names; stop.go turns what wait4 reports into events.
//
// Per stop the engine makes three system calls: wait4, PTRACE_GET_SYSCALL_INFO
// and PTRACE_SYSCALL. Those that cannot block are raw, so the Go scheduler
// does not hear of them; the wait that blocks is not, as the garbage collector
// would have to wait for it.
package ptrace
