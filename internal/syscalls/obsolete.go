package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// Calls that Linux has dropped, or of which it has only ever had the number:
// they return ENOSYS, and what their arguments were is history.

// sysctl is sysctl(2), which Linux 5.5 removed.
var sysctl = d.Syscall{Name: "_sysctl", Params: []*d.Param{{Name: "args", Type: d.Ptr{To: &sysctlArgs}}}}

// sysctlArgs is struct __sysctl_args (linux/sysctl.h).
var sysctlArgs = d.Struct{Of: abi.Sizeof_sysctl_args, Fields: []*d.Field{
	{Name: "name", At: abi.Sysctl_args_name, Type: d.Addr},
	{Name: "nlen", At: abi.Sysctl_args_nlen, Type: d.Int},
	{Name: "oldval", At: abi.Sysctl_args_oldval, Type: d.Addr},
	{Name: "oldlenp", At: abi.Sysctl_args_oldlenp, Type: d.Addr},
	{Name: "newval", At: abi.Sysctl_args_newval, Type: d.Addr},
	{Name: "newlen", At: abi.Sysctl_args_newlen, Type: d.Ulong},
}}

// Words of which nothing is known.
var (
	word1 = &d.Param{Name: "arg1", Type: d.Hex}
	word2 = &d.Param{Name: "arg2", Type: d.Hex}
	word3 = &d.Param{Name: "arg3", Type: d.Hex}
	word4 = &d.Param{Name: "arg4", Type: d.Hex}
	word5 = &d.Param{Name: "arg5", Type: d.Hex}
)

var (
	afsSyscall    = d.Syscall{Name: "afs_syscall", Params: []*d.Param{word1, word2, word3, word4, word5}}
	bdflush       = d.Syscall{Name: "bdflush", Params: []*d.Param{word1, word2}}
	break_        = d.Syscall{Name: "break"}
	createModule  = d.Syscall{Name: "create_module", Params: []*d.Param{word1, word2}}
	epollCtlOld   = d.Syscall{Name: "epoll_ctl_old", Params: []*d.Param{word1, word2, word3, word4}}
	epollWaitOld  = d.Syscall{Name: "epoll_wait_old", Params: []*d.Param{word1, word2, word3, word4}}
	ftime         = d.Syscall{Name: "ftime"}
	getKernelSyms = d.Syscall{Name: "get_kernel_syms", Params: []*d.Param{word1}}
	getpmsg       = d.Syscall{Name: "getpmsg", Params: []*d.Param{word1, word2, word3, word4, word5}}
	gtty          = d.Syscall{Name: "gtty", Params: []*d.Param{word1, word2}}
	idle          = d.Syscall{Name: "idle"}
	lock          = d.Syscall{Name: "lock"}
	mpx           = d.Syscall{Name: "mpx"}
	nfsservctl    = d.Syscall{Name: "nfsservctl", Params: []*d.Param{word1, word2, word3}}
	prof          = d.Syscall{Name: "prof"}
	profil        = d.Syscall{Name: "profil", Params: []*d.Param{word1, word2, word3, word4}}
	putpmsg       = d.Syscall{Name: "putpmsg", Params: []*d.Param{word1, word2, word3, word4, word5}}
	queryModule   = d.Syscall{Name: "query_module", Params: []*d.Param{word1, word2, word3, word4, word5}}
	securityCall  = d.Syscall{Name: "security", Params: []*d.Param{word1, word2, word3}}
	stty          = d.Syscall{Name: "stty", Params: []*d.Param{word1, word2}}
	tuxcall       = d.Syscall{Name: "tuxcall", Params: []*d.Param{word1, word2, word3}}
	ulimit        = d.Syscall{Name: "ulimit", Params: []*d.Param{word1, word2}}
	vserver       = d.Syscall{Name: "vserver", Params: []*d.Param{word1, word2, word3, word4, word5}}
)

// vhangup(2) hangs the terminal up: it takes nothing.
var vhangup = d.Syscall{Name: "vhangup"}

// uretprobe is what the kernel's trampoline for uprobes calls.
var uretprobe = d.Syscall{Name: "uretprobe"}

// vm86(2) of i386: virtual 8086 mode. The first form took the structure alone.
var (
	vm86    = d.Syscall{Name: "vm86", Params: []*d.Param{word1, word2, word3, word4, word5}}
	vm86old = d.Syscall{Name: "vm86old", Params: []*d.Param{word1}}
)
