package filter

import (
	"fmt"
	"slices"
	"strings"

	"gostrace/internal/abi"
)

// A Missed counts calls that a set left out, for Hint. The zero value is empty.
type Missed struct {
	counts  [2][512]uint32
	abis    [2]*abi.ABI
	matched bool
}

// Add counts a call that belonged to the set (in) or not.
func (m *Missed) Add(a *abi.ABI, nr uint64, in bool) {
	if in || m.matched {
		m.matched = true
		return
	}
	for i := range m.abis {
		if m.abis[i] == nil {
			m.abis[i] = a
		}
		if m.abis[i] == a {
			if nr < uint64(len(m.counts[i])) {
				m.counts[i][nr]++
			}
			return
		}
	}
}

// siblings are calls that do the same thing: which of them the C library makes
// is its own affair. A class that has them all may follow.
var siblings = [...]string{
	"open openat openat2 creat %file", "stat lstat fstat newfstatat fstatat64 stat64 lstat64 fstat64 statx %%stat", "access faccessat faccessat2 %file",
	"statfs fstatfs statfs64 fstatfs64 %%statfs", "fork vfork clone clone3 %process", "execve execveat %process", "wait4 waitpid waitid %process",
	"exit exit_group %process", "select _newselect pselect6 pselect6_time64 poll ppoll ppoll_time64", "epoll_wait epoll_pwait epoll_pwait2",
	"epoll_create epoll_create1", "read pread64 readv preadv preadv2", "write pwrite64 writev pwritev pwritev2", "send sendto sendmsg sendmmsg %net",
	"recv recvfrom recvmsg recvmmsg %net", "accept accept4 %net", "pipe pipe2", "dup dup2 dup3", "unlink unlinkat rmdir %file", "rename renameat renameat2 %file",
	"mkdir mkdirat %file", "mknod mknodat %file", "link linkat %file", "symlink symlinkat %file", "readlink readlinkat %file", "chmod fchmod fchmodat fchmodat2",
	"chown lchown fchown fchownat chown32 fchown32 lchown32", "utime utimes futimesat utimensat utimensat_time64", "getdents getdents64 readdir",
	"mmap mmap2 old_mmap", "time gettimeofday clock_gettime clock_gettime64 %clock", "nanosleep clock_nanosleep clock_nanosleep_time64",
	"signal sigaction rt_sigaction", "sigprocmask rt_sigprocmask", "kill tkill tgkill", "getrlimit setrlimit ugetrlimit prlimit64", "lseek _llseek",
	"fcntl fcntl64", "truncate ftruncate truncate64 ftruncate64", "eventfd eventfd2", "signalfd signalfd4", "inotify_init inotify_init1", "futex futex_wait futex_wake futex_waitv futex_time64",
	"getuid getuid32 geteuid geteuid32", "getgid getgid32 getegid getegid32", "mount fsopen fsmount move_mount open_tree", "umount umount2",
}

// Hint says what could have been meant by the last of the expressions if it
// names calls and none of them was made, but others that do the same: "no call
// matched `open`; 14 went to `openat`: ...". It returns "" otherwise.
func (m *Missed) Hint(exprs []string, ps []Personality) string {
	if m.matched || len(exprs) == 0 {
		return ""
	}
	e, err := parse("system call", exprs[len(exprs)-1])
	if err != nil || e.invert || e.all {
		return ""
	}
	for _, v := range e.values {
		name, _, _ := strings.Cut(strings.TrimPrefix(v, "?"), "@")
		if s := m.hint(name, ps); s != "" {
			return s
		}
	}
	return ""
}

func (m *Missed) hint(name string, ps []Personality) string {
	for _, group := range siblings {
		names := strings.Fields(group)
		class := ""
		if last := len(names) - 1; names[last][0] == '%' {
			class, names = " or "+names[last], names[:last]
		}
		most, best, found := uint32(0), "", false
		for _, n := range names {
			found = found || n == name
			if c := m.count(n, ps); c > most {
				most, best = c, n
			}
		}
		if found && best != "" && best != name {
			return fmt.Sprintf("no call matched `%s`; %d went to `%s`: try -e trace=%s,%s%s", name, most, best, name, best, class)
		}
	}
	return ""
}

// count returns how often the call of that name was left out.
func (m *Missed) count(name string, ps []Personality) uint32 {
	n := uint32(0)
	for i, a := range m.abis {
		for j := range ps {
			if ps[j].ABI != a {
				continue
			}
			for nr, c := range m.counts[i] {
				if c > 0 && ps[j].Table.Name(uint64(nr)) == name {
					n += c
				}
			}
		}
	}
	return n
}

// WithSiblings returns the set and what Hint must hear of: the siblings of the
// calls that the last of the expressions names. The set stays as it is.
func (s *Calls) WithSiblings(exprs []string, ps []Personality) *Calls {
	if s == nil || len(exprs) == 0 {
		return s
	}
	e, err := parse("system call", exprs[len(exprs)-1])
	if err != nil || e.invert || e.all {
		return s
	}
	names := map[string]bool{}
	for _, v := range e.values {
		name, _, _ := strings.Cut(strings.TrimPrefix(v, "?"), "@")
		for _, group := range siblings {
			if members := strings.Fields(group); slices.Contains(members, name) {
				for _, m := range members {
					names[m] = true
				}
			}
		}
	}
	return s.With(ps, func(name string) bool { return names[name] })
}

// Among returns the calls of the set, nil being all, for which match is true.
func (s *Calls) Among(ps []Personality, match func(p *Personality, nr uint64) bool) *Calls {
	set := newCalls(ps)
	set.add(ps, "", func(p *Personality, nr uint64) bool { return s.Has(p.ABI, nr) && match(p, nr) })
	return set
}

// With returns the set and the calls whose names match. The set stays as it is.
func (s *Calls) With(ps []Personality, match func(name string) bool) *Calls {
	if s == nil {
		return s
	}
	more := &Calls{of: slices.Clone(s.of)}
	for i := range more.of {
		more.of[i].in = slices.Clone(more.of[i].in)
	}
	more.add(ps, "", func(p *Personality, nr uint64) bool { return match(p.Table.Name(nr)) })
	return more
}
