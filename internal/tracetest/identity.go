package tracetest

import "regexp"

// identities finds the numbers that the kernel hands out at will and that a
// trace repeats: process ids, inode numbers, ephemeral ports. Such a number
// may differ between two runs, but consistently so: wherever one trace says
// 4711, the other says 4712.
var identities = []*regexp.Regexp{
	// Calls that return a process id.
	regexp.MustCompile(`\b(?:fork|vfork|clone3?|getpid|gettid|getppid|wait4|waitpid|set_tid_address|setsid|getpgrp|getpgid|getsid|SYS_\w+)\(.* = (\d+)`),
	// Calls that take one.
	regexp.MustCompile(`\b(?:kill|tkill|tgkill|wait4|waitpid|getpgid|getsid|setpgid|pidfd_open|ptrace|prlimit64|sched_\w+|process_vm_\w+|rt_sigqueueinfo|rt_tgsigqueueinfo|kcmp|migrate_pages|move_pages|get_robust_list|perf_event_open)\([A-Z_]*(?:, )?-?(\d+)`),
	regexp.MustCompile(`\b(?:tgkill|kcmp|setpgid|rt_tgsigqueueinfo|capget|capset)\(\d+, (\d+)`),
	regexp.MustCompile(`\bP_P(?:ID|GID|IDFD), (\d+)`),
	regexp.MustCompile(`\b(?:get|set)priority\(PRIO_[A-Z]+, (\d+)`),
	// Members and registers that hold one.
	regexp.MustCompile(`\b(?:si_pid|pid|tid|tgid|pgid|parent_tid|child_tid|child_tidptr|parent_tidptr|l_pid|[a-z_]*_lspid|[a-z_]*_lrpid|(?:shm_)?cpid|(?:shm_)?lpid|sival_int|val|nlmsg_pid|nl_pid)=\[?(\d+)`),
	regexp.MustCompile(`\b(?:TIOC[GS]PGRP|TIOCGSID|F_[GS]ETOWN), \[?-?(\d+)`),
	regexp.MustCompile(`FUTEX_(?:TID_MASK|WAITERS\|)?(\d+)`),
	// Messages and decorations.
	regexp.MustCompile(`\b(?:Process|process|in pid|pid changed to|pid|PID=)[ =:]?(\d+)\b`),
	regexp.MustCompile(`/proc/(\d+)/`),
	regexp.MustCompile(`\b(\d+)<[^<>/]+>`),
	// Inodes.
	regexp.MustCompile(`\b(?:st_ino|stx_ino|d_ino|inode)=(\d+)`),
	regexp.MustCompile(`\b(?:pipe|socket|UNIX|UNIX-STREAM|UNIX-DGRAM|TCP|TCPv6|UDP|UDPv6|NETLINK|RAW|RAWv6):\[(?:\w+:)?(\d+)`),
	regexp.MustCompile(`->(\d+)[\],]`),
	// Ports that the kernel chose.
	regexp.MustCompile(`htons\(([3-6]\d{4})\)`),
	regexp.MustCompile(`:([3-6]\d{4})\b`),
}

// known holds the numbers of one trace that are identities.
type known map[string]bool

// learn adds the identities in text.
func (k known) learn(text string) {
	for _, re := range identities {
		for _, m := range re.FindAllStringSubmatch(text, -1) {
			if len(m[1]) > 1 { // 0 and 1 are the same everywhere
				k[m[1]] = true
			}
		}
	}
}

// A pairing says which identity of trace a is which of trace b, as far as the
// comparison got: one to one.
type pairing struct {
	a, b   known
	ab, ba map[string]string
	// widths tells that a pair had a different number of digits, which
	// moves columns: the traces cannot be compared then, run again.
	widths bool
}

func newPairing() *pairing {
	return &pairing{known{}, known{}, map[string]string{}, map[string]string{}, false}
}

// equal tells whether two texts are equal but for paired identities. With
// bind, identities without a pair are paired.
func (p *pairing) equal(a, b string, bind bool) bool {
	if a == b {
		return true
	}
	type pair struct{ a, b string }
	var fresh []pair
	for a != "" && b != "" {
		na, nb := digits(a), digits(b)
		switch {
		case na == 0 && nb == 0:
			if a[0] != b[0] {
				return false
			}
			a, b = a[1:], b[1:]
			continue
		case na == 0 || nb == 0:
			return false
		}
		x, y := a[:na], b[:nb]
		a, b = a[na:], b[nb:]
		if x == y {
			continue
		}
		to, bound := p.ab[x]
		_, taken := p.ba[y]
		switch {
		case bound && to == y:
		case bound || taken || !p.a[x] || !p.b[y]:
			return false
		default:
			fresh = append(fresh, pair{x, y})
		}
		if len(x) != len(y) {
			p.widths = true
		}
	}
	if a != b {
		return false
	}
	if bind {
		for _, f := range fresh {
			p.ab[f.a], p.ba[f.b] = f.b, f.a
		}
	}
	return true
}

// digits returns the length of the number that s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
