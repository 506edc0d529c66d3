package filter

// The ABI x32 of x86_64 is one that programs can be filtered by, and that no
// tracee has (a kernel for it is rare): an @x32 is checked, and adds nothing.

const x32 = "x32"

// hasX32 reports whether a call of the 64-bit table p, for which match is true, is one of x32's, too.
func hasX32(p *Personality, match func(*Personality, uint64) bool) bool {
	for nr := range uint64(p.Table.Len()) {
		if name := p.Table.Name(nr); name != "" && !only64[name] && match(p, nr) {
			return true
		}
	}
	return false
}

// only64 are the calls of x86_64 that x32 lacks (asm/unistd_64.h, asm/unistd_x32.h).
var only64 = map[string]bool{
	"_sysctl": true, "create_module": true, "epoll_ctl_old": true, "epoll_wait_old": true, "get_kernel_syms": true,
	"get_thread_area": true, "nfsservctl": true, "query_module": true, "set_thread_area": true, "uselib": true, "vserver": true,
}
