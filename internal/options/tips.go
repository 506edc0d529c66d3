package options

import (
	"math"
	"strconv"
	"strings"
)

// Tips is what --tips asks for.
type Tips struct {
	On   bool
	ID   int // of the tip; -1: any
	Full bool
}

// tips are what users of strace tend not to know: one sentence, and a command.
var tips = [...]struct{ text, example string }{
	{"Children and threads are traced only with -f; with -ff -o each gets a file of its own, and strace-log-merge puts them together.",
		"strace -ff -tt -o log make; strace-log-merge log"},
	{"The C library opens files by openat: filter by class, not by the name of a call.", "strace -e trace=%file ls"},
	{"Only what went wrong: -Z shows the calls that failed.", "strace -Z -f ./configure"},
	{"What is done to one file, by whatever name or descriptor: -P.", "strace -f -P /etc/passwd su -c true"},
	{"-y shows the paths of descriptors, -yy also the addresses of sockets.", "strace -yy -e trace=%net curl example.org"},
	{"Strings are cut after 32 bytes: -s shows more; -e write=1 shows all that goes to a descriptor.", "strace -s 1000 -e write=1 CMD"},
	{"Where does the time go? -T shows how long each call took, -c adds up; -w counts waiting, too.", "strace -c -w -f CMD"},
	{"A process that hangs: what it waits in is the first line.", "strace -y -p 1234"},
	{"Who calls? -k shows the stack behind each call.", "strace -k -e trace=%net CMD"},
	{"Error paths are tested by making calls fail: here the third write has no space.", "strace -e inject=write:error=ENOSPC:when=3 CMD"},
	{"--json writes an object a line, for programs to read.", "strace --json -T CMD | jq 'select(.duration > 0.1)'"},
	{"A ? before a name is for scripts that run on several machines: no error where the call is unknown.", "strace -e trace=?open,openat CMD"},
	{"The trace goes to a program with -o '|COMMAND', whatever the command's own output does.", "strace -o '|grep -c ENOENT >&2' ls"},
	{"Names of processes behind their ids: -Y. In a container: --pidns-translation.", "strace -f -Y -e trace=%process sh -c 'ls | wc'"},
	{"A slow command, traced for one rare call: let the kernel stop it for that call alone.", "strace -f --seccomp-bpf -e trace=connect CMD"},
}

// Text is the tip, in lines for stderr; random is any number. "" without --tips.
func (t *Tips) Text(random uint64) string {
	if !t.On {
		return ""
	}
	i := int(random % uint64(len(tips)))
	if t.ID >= 0 {
		i = t.ID % len(tips)
	}
	s := "Tip " + strconv.Itoa(i) + ": " + tips[i].text + "\n"
	if t.Full {
		s += "\n    " + tips[i].example + "\n"
	}
	return s
}

// tips is --tips[=[[id:]ID|random],[[format:]none|compact|full]]; empty parts are skipped.
func (p *parser) tips(u use) error {
	p.Tips = Tips{On: true, ID: -1}
	for part := range strings.SplitSeq(u.arg, ",") {
		if part == "" {
			continue
		}
		id, isID := strings.CutPrefix(part, "id:")
		format, isFormat := strings.CutPrefix(part, "format:")
		if !isID && p.tipFormat(format) || !isFormat && p.tipID(id) {
			continue
		}
		return u.invalid("it should be the number of a tip or random, and none, compact or full")
	}
	return nil
}

func (p *parser) tipFormat(s string) bool {
	switch strings.ToLower(s) {
	case "none":
		p.Tips.On = false
	case "compact":
		p.Tips.On, p.Tips.Full = true, false
	case "full":
		p.Tips.On, p.Tips.Full = true, true
	default:
		return false
	}
	return true
}

func (p *parser) tipID(s string) bool {
	if strings.EqualFold(s, "random") {
		p.Tips.ID = -1
		return true
	}
	n, err := strconv.ParseInt(strings.TrimLeft(s, " \t\n\v\f\r"), 10, 64)
	if err != nil || n < 0 || n > math.MaxInt32 {
		return false
	}
	p.Tips.ID = int(n)
	return true
}
