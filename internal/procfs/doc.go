// Package procfs tells what a tracee's descriptor refers to, as strace -y and
// -yy show it behind the number: </etc/passwd>, <TCP:[127.0.0.1:80]>. It asks
// /proc (proc_pid_fd(5), proc_pid_fdinfo(5)) and, of sockets, the kernel's
// sock_diag(7). It is called while the tracee stands still, from the tracer's
// main thread, and makes raw system calls on buffers of its own.
package procfs
