package unwind

import (
	"bytes"
	"os"
	"slices"
	"sort"
	"strconv"
	"syscall"
)

// Compilers at run time (node --perf-basic-prof, Java's perf-map-agent, and
// others) say what they have put where in /tmp/perf-PID.map, for perf(1): a
// line for each function, with its address and size in hexadecimal and its
// name. PID is that of the process in its own namespace.

const (
	maxPerfMap   = 32 << 20 // bytes of such a file that are looked at
	maxPerfFuncs = 1 << 20  // lines
)

// A perfMap is what one process says.
type perfMap struct {
	name  string // of the file, as the process spells it
	size  int64  // of the file when it was read last
	read  int64  // bytes of whole lines so far: such a file grows
	funcs []perfFunction
}

// A perfFunction is a line of it.
type perfFunction struct {
	start, end uint64
	order      int // in the file: of those that overlap, the last counts
	name       string
}

// perf returns the function at addr, of code that no file is mapped for, and
// the file that says so.
func (u *Unwinder) perf(p *process, addr uint64) (file string, f *perfFunction) {
	p.readPerf()
	if p.perf == nil {
		return "", nil
	}
	fs := p.perf.funcs
	i := sort.Search(len(fs), func(i int) bool { return fs[i].start > addr }) - 1
	for tries := 0; i >= 0 && tries < maxTries; i, tries = i-1, tries+1 {
		if addr < fs[i].end && (f == nil || fs[i].order > f.order) {
			f = &fs[i]
		}
	}
	return p.perf.name, f
}

// readPerf reads the file if there is one, and it has grown.
func (p *process) readPerf() {
	name := p.perfName()
	fd := open("/proc/" + strconv.Itoa(p.pid) + "/root" + name)
	if fd < 0 {
		p.perf = nil
		return
	}
	defer closeFD(fd)
	var st, own syscall.Stat_t
	if !fstat(fd, &st) || st.Mode&syscall.S_IFMT != syscall.S_IFREG || syscall.Stat("/proc/"+strconv.Itoa(p.pid), &own) != nil || st.Uid != own.Uid {
		p.perf = nil // not what the process has written
		return
	}
	m := p.perf
	switch {
	case m == nil || st.Size < m.size:
		m = &perfMap{name: name}
		p.perf = m
	case m.size == st.Size:
		return
	}
	m.size = st.Size
	if m.read >= maxPerfMap {
		return
	}
	b := make([]byte, min(st.Size, maxPerfMap)-m.read)
	n, _ := fdReader(fd).ReadAt(b, m.read)
	b = b[:bytes.LastIndexByte(b[:n], '\n')+1]
	m.read += int64(len(b))
	m.funcs = parsePerf(m.funcs, b)
}

// parsePerf adds what lines say to fs.
func parsePerf(fs []perfFunction, b []byte) []perfFunction {
	for line := range bytes.Lines(b) {
		l := lineParser{bytes.TrimRight(line, "\n")}
		start := l.hex(' ')
		size := l.hex(' ')
		if end := start + size; end > start && len(l.rest) > 0 && len(fs) < maxPerfFuncs {
			fs = append(fs, perfFunction{start, end, len(fs), printable(string(l.rest[:min(len(l.rest), maxName)]))})
		}
	}
	slices.SortFunc(fs, func(a, b perfFunction) int {
		if c := compareAddr(a.start, b.start); c != 0 {
			return c
		}
		return a.order - b.order
	})
	return fs
}

// perfName returns the name of the file that the process would write.
func (p *process) perfName() string {
	if p.perfPath == "" {
		pid := strconv.Itoa(p.tgid)
		if b, err := os.ReadFile("/proc/" + strconv.Itoa(p.tgid) + "/status"); err == nil {
			if _, rest, ok := bytes.Cut(b, []byte("\nNSpid:")); ok {
				line, _, _ := bytes.Cut(rest, []byte("\n"))
				if f := bytes.Fields(line); len(f) > 0 {
					pid = string(f[len(f)-1])
				}
			}
		}
		p.perfPath = "/tmp/perf-" + pid + ".map"
	}
	return p.perfPath
}
