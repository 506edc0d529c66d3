package tracetest

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A volatile is one kind of text that differs between two runs of the same
// program under the same tracer. Nothing else is forgiven, except the
// identities in identity.go.
type volatile struct {
	why  string
	if_  string // only lines that contain this: cheap, and keeps the rule narrow
	find *regexp.Regexp
	to   func(m []string) string // m as of FindStringSubmatch
	// The width of what is replaced varies, and it precedes the result: so
	// the alignment of "= result" varies, too.
	width bool
	first bool // only the first line of a trace
}

var volatiles = []volatile{
	{
		why:  "-e namespace=new: the numbers of namespaces, which the kernel uses again and again.",
		if_:  ":[",
		find: regexp.MustCompile(`\b(cgroup|ipc|mnt|net|pid|time|user|uts):\[\d{10}\]`),
		to:   func(m []string) string { return m[1] + ":[#]" },
	},
	{
		why:   "-Y: the name of the tracer, which the reference's start script decides.",
		if_:   "<ld-linux-x86-64>",
		find:  regexp.MustCompile(`<ld-linux-x86-64>`),
		to:    func([]string) string { return "<strace>" },
		width: true,
	},
	{
		why:   "The first execve is the tracer's own: its arguments are in the tracer's memory, and so is the instruction.",
		if_:   "execve",
		find:  regexp.MustCompile(`0x[0-9a-f]{5,16}\b|\[[0-9a-f]{16}\]`),
		to:    func(m []string) string { return m[0][:1] + "x" },
		width: true,
		first: true,
	},
	{
		why:  "-t, -tt, -ttt: the time of day. The number of fractional digits must agree.",
		if_:  ":",
		find: regexp.MustCompile(`^(\[pid\] )?\d\d:\d\d:\d\d(\.\d+)? `),
		to:   func(m []string) string { return m[1] + "hh:mm:ss" + zeros(m[2]) + " " },
	},
	{
		why:  "-ttt: the time as seconds since 1970.",
		if_:  ".",
		find: regexp.MustCompile(`^(\[pid\] )?(\d{10})(\.\d+)? `),
		to: func(m []string) string {
			if !recent(m[2]) {
				return m[0]
			}
			return m[1] + "now" + zeros(m[3]) + " "
		},
	},
	{
		why:  "-r: the time since the line before. Its width must agree.",
		if_:  ".",
		find: regexp.MustCompile(`^(\[pid\] )? *(\d+(\.\d+)?) `),
		to: func(m []string) string {
			return m[1] + strings.Repeat(" ", len(m[0])-len(m[1])-len(m[3])) + zeros(m[3]) + " "
		},
	},
	{
		why:  "-r behind -t: the time since the line before.",
		if_:  " (+",
		find: regexp.MustCompile(`^((?:\[pid\] )?(?:hh:mm:ss|now)\S* \(\+)( *)\d+(\.\d+)?\) `),
		to:   func(m []string) string { return m[1] + m[2] + zeros(m[3]) + ") " },
	},
	{
		why:  "-T: the time spent in the call.",
		if_:  " <",
		find: regexp.MustCompile(` <\d+(\.\d+)?>$`),
		to:   func(m []string) string { return " <0" + zeros(m[1]) + ">" },
	},
	{
		why:   "A time stamp of today: clocks, and files that the command made or read. Others must be equal.",
		if_:   "=",
		find:  regexp.MustCompile(`\b(tv_sec|stx?_[a-z]*time|shm_[a-z]*time|msg_[a-z]*time|sem_[a-z]*time)=(\d{10})\b( /\* [-0-9]+T[:.0-9]+\+0000 \*/)?(, (?:tv_[num]sec|stx?_[a-z]*_nsec)=\d+)?`),
		to:    todays,
		width: true,
	},
	{
		why:   "The same, where the comment follows the structure.",
		if_:   "sec=#} /*",
		find:  regexp.MustCompile(`sec=#\} /\* [-0-9]+T[:.0-9]+\+0000 \*/`),
		to:    func([]string) string { return "sec=#} /* now */" },
		width: true,
	},
	{
		why:   "The time call returns today's date.",
		if_:   "time(",
		find:  regexp.MustCompile(`\b(time\(.*)\b(\d{10})( \(.*\))?$`),
		to:    func(m []string) string { return m[1] + "now" + commentMark(m[3]) },
		width: true,
	},
	{
		why:   "Clocks that don't begin in 1970.",
		if_:   "clock_gettime",
		find:  regexp.MustCompile(`\{tv_sec=\d+, tv_nsec=\d+\}`),
		to:    func([]string) string { return "{tv_sec=#, tv_nsec=#}" },
		width: true,
	},
	{
		why:   "What is left of a sleep that was interrupted, of a timer that runs, or of a wait that ended early.",
		if_:   "tv_sec",
		find:  regexp.MustCompile(`((?:sleep\(.*, (?:\w+=)?|[tg]etitimer\(.*|timer(?:fd)?_[gs]ettime\(.*|left )\{(?:it_interval=\{[^}]*\}, it_value=\{)?)tv_sec=\d+, tv_([num]sec)=\d+(\}+\)?(?: = .*|\))?)$`),
		to:    func(m []string) string { return m[1] + "tv_sec=#, tv_" + m[2] + "=#" + m[3] },
		width: true,
	},
	{
		why:   "Processor time and memory that a process used: rusage, siginfo, times, sysinfo.",
		if_:   "=",
		find:  regexp.MustCompile(`\b(ru_[us]time=\{tv_sec|ru_[a-z]+|si_[us]time|tms_c?[us]time|uptime|loads|freeram|sharedram|bufferram|freeswap|procs)=(?:\d+(, tv_usec=)\d+|\d+(?: /\* [0-9.]+ s \*/)?|\[\d+, \d+, \d+\])`),
		to:    func(m []string) string { return m[1] + "=#" + m[2] },
		width: true,
	},
	{
		why:   "What is free on a file system that others use, too.",
		if_:   "statfs",
		find:  regexp.MustCompile(`\b(f_bfree|f_bavail|f_ffree)=\d+`),
		to:    func(m []string) string { return m[1] + "=#" },
		width: true,
	},
	{
		why:  "A sequence number that programs begin with the time.",
		if_:  "nlmsg_seq",
		find: regexp.MustCompile(`\bnlmsg_seq=(\d{10})\b`),
		to: func(m []string) string {
			if !recent(m[1]) {
				return m[0]
			}
			return "nlmsg_seq=now"
		},
	},
	{
		why:   "times returns ticks since boot.",
		if_:   "times(",
		find:  regexp.MustCompile(`(\btimes\(.*\) += )\d+$`),
		to:    func(m []string) string { return m[1] + "#" },
		width: false,
	},
	{
		why:  "Random bytes. Their number, and that they are in hexadecimal, must agree.",
		if_:  "getrandom(",
		find: regexp.MustCompile(`(getrandom\((?:ubuf=|buf=)?)"((?:\\x[0-9a-f]{2})+)"`),
		to:   func(m []string) string { return m[1] + `"` + strings.Repeat(`\x??`, len(m[2])/4) + `"` },
	},
	{
		why:   "The number of an eventfd, of which the kernel has one count for all processes.",
		if_:   "eventfd-id=",
		find:  regexp.MustCompile(`(eventfd-id=)\d+`),
		to:    func(m []string) string { return m[1] + "#" },
		width: false,
	},
	{
		why:  "The processor that a thread happens to run on.",
		if_:  "getcpu(",
		find: regexp.MustCompile(`getcpu\((cpu=)?\[\d+\]`),
		to:   func(m []string) string { return "getcpu(" + m[1] + "[#]" },
	},
	{
		why:  "kcmp orders two objects by their addresses in the kernel, scrambled anew at each boot and allocation.",
		if_:  "kcmp(",
		find: regexp.MustCompile(`(\bkcmp\(.*\) += )[12]$`),
		to:   func(m []string) string { return m[1] + "#" },
	},
	{
		why:  "Names that mkstemp and its like draw at random: gcc's, mktemp's, git's, python's, go's.",
		if_:  "/",
		find: regexp.MustCompile(`/(\.git/t|cc|tmp\.|tmp_obj_|tmp_pack_|tmp_idx_|tmp|go-build|sh-thd\.)[A-Za-z0-9_]{6,10}\b`),
		to:   func(m []string) string { return "/" + m[1] + strings.Repeat("?", len(m[0])-1-len(m[1])) },
	},
}

// normalise replaces what is volatile in a line, which may be the first of a trace.
func normalise(text string, first bool) string {
	loose := false
	for i := range volatiles {
		v := &volatiles[i]
		if !strings.Contains(text, v.if_) || v.first && !first {
			continue
		}
		all := v.find.FindAllStringSubmatchIndex(text, -1)
		if all == nil {
			continue
		}
		var b strings.Builder
		end := 0
		for _, at := range all {
			b.WriteString(text[end:at[0]])
			m := make([]string, len(at)/2)
			for j := range m {
				if at[2*j] >= 0 {
					m[j] = text[at[2*j]:at[2*j+1]]
				}
			}
			to := v.to(m)
			loose = loose || v.width && to != m[0]
			b.WriteString(to)
			end = at[1]
		}
		b.WriteString(text[end:])
		text = b.String()
	}
	if loose {
		text = unaligned(text)
	}
	return text
}

// todays replaces a time stamp if it is of today (or yesterday: tests may run
// at midnight).
func todays(m []string) string {
	if !recent(m[2]) {
		return m[0]
	}
	to := m[1] + "=now" + commentMark(m[3])
	if m[4] != "" {
		to += m[4][:strings.IndexByte(m[4], '=')] + "=#"
	}
	return to
}

// commentMark stands for a comment: there, or not there.
func commentMark(s string) string {
	if s == "" {
		return ""
	}
	return " /* now */"
}

// recent tells whether seconds since 1970 are within a day of now.
func recent(seconds string) bool {
	n, err := strconv.ParseInt(seconds, 10, 64)
	return err == nil && time.Since(time.Unix(n, 0)).Abs() < 24*time.Hour
}

// zeros replaces the digits.
func zeros(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, s)
}
