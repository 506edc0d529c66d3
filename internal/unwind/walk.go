package unwind

import (
	"encoding/binary"
	"hash/maphash"

	"gostrace/internal/mem"
	"gostrace/internal/trace"
)

// DefaultLimit is how many frames of a stack are shown unless somebody asks for
// more or fewer, and MaxLimit how many may be asked for.
const (
	DefaultLimit = 256
	MaxLimit     = 1<<30 - 1
)

// Options say what is wanted of stacks.
type Options struct {
	Limit int // frames at most; 0 is DefaultLimit
	// Source asks for files and lines.
	Source bool
	// Unaware says that not every change of a process's memory is told
	// (Remapped): its map is read for each walk.
	Unaware bool
	// Complain hears why stacks, or their files and lines, cannot be shown; it
	// may hear the same many times. nil: nobody wants to know.
	Complain func(error)
	// Panicked hears of a bug that cost the rest of a stack; nil: it is a panic.
	Panicked func(reason any)
}

// An Unwinder walks stacks and remembers what it had to look up for that. It is
// not safe for concurrent use.
type Unwinder struct {
	Options
	processes map[int]*process
	images    map[fileKey]*image
	names     map[string]spelling
	text      []byte // of /proc/PID/maps
	seed      maphash.Seed
	clock     uint64 // walks so far
	walk      walk
}

// New returns an Unwinder that knows nothing yet.
func New(o Options) *Unwinder {
	if o.Limit == 0 {
		o.Limit = DefaultLimit
	}
	return &Unwinder{
		Options:   o,
		processes: map[int]*process{},
		images:    map[fileKey]*image{},
		names:     map[string]spelling{},
		seed:      maphash.MakeSeed(),
	}
}

// Remapped says that the memory of process pid is, or may be, mapped otherwise now.
func (u *Unwinder) Remapped(pid int) {
	if p := u.processes[pid]; p != nil {
		p.fresh = false
	}
}

// Forget drops what is known about process pid, which has ended.
func (u *Unwinder) Forget(pid int) { delete(u.processes, pid) }

// walk is the state of one walk.
type walk struct {
	u       *Unwinder
	p       *process
	mem     mem.Reader
	machine *machine
	turns   int  // how often the stack pointer went the wrong way
	reread  bool // the map was read again
	word    [8]byte
}

// maxTurns is how often a walk may go on at a lower address than before: to
// another stack, of a signal handler or coroutine.
const maxTurns = 64

// Walk sets s to the stack of a stopped task, whose registers are r.
func (u *Unwinder) Walk(s *Stack, t *trace.Task, r *trace.Registers, m mem.Reader) {
	s.Reset()
	u.clock++
	p := u.processes[t.PID]
	if p == nil {
		p = &process{tgid: t.PID}
		u.processes[t.PID] = p
	}
	p.pid = t.TID
	if u.Panicked != nil {
		defer func() {
			if r := recover(); r != nil {
				u.Panicked(r)
			}
		}()
	}
	if !p.fresh || u.Unaware {
		u.readMaps(p)
	}
	w := &u.walk
	w.u, w.p, w.mem, w.turns, w.reread = u, p, m, 0, false
	var f frame
	w.machine = f.load(r)
	for {
		at := w.locate(&f)
		s.Frames = append(s.Frames, w.describe(&f, &at))
		if !w.step(&f, &at) || p.find(f.reg[w.machine.ip]) == nil {
			break // the end, or nonsense
		}
		if len(s.Frames) >= u.Limit {
			s.More = true
			break
		}
	}
	w.mem = nil
}

// A place is what is known about where a frame is.
type place struct {
	m   *mapping // nil: no code
	img *image   // nil: nothing is known about the file
	pc  uint64   // address in the file: of the call, where the frame is at a return address
	row *row     // nil: nobody says how to go on
}

// locate finds out where f is.
func (w *walk) locate(f *frame) (at place) {
	ip := f.reg[w.machine.ip]
	if at.m = w.p.find(ip); at.m == nil && ip >= lowest && !w.reread {
		// Changes of the map that nobody saw, made by a process that shares the memory.
		w.reread = true
		w.u.readMaps(w.p)
		at.m = w.p.find(ip)
	}
	if at.m == nil || at.m.name == "" {
		return at
	}
	img := w.u.image(w.p, at.m, w.mem)
	if img == nil {
		return at
	}
	pc, ok := img.vaddr(ip - at.m.start + at.m.offset)
	if !ok {
		return at
	}
	if f.call {
		pc--
	}
	at.img, at.pc = img, pc
	if img.wide == (w.machine.word == 8) {
		at.row = img.row(pc)
	}
	return at
}

// lowest is below all memory that programs have mapped (vm.mmap_min_addr).
const lowest = 1 << 16

// describe returns what there is to say about a frame.
func (w *walk) describe(f *frame, at *place) Frame {
	ip := f.reg[w.machine.ip]
	fr := Frame{PC: ip}
	if at.m == nil {
		return fr
	}
	if at.m.name == "" {
		if file, fn := w.u.perf(w.p, ip); fn != nil {
			fr.Path, fr.Addr, fr.Symbol, fr.Offset = file, ip, fn.name, ip-fn.start
		}
		return fr
	}
	fr.Path, fr.Addr = at.m.path, ip-at.m.start+at.m.offset
	if at.img == nil {
		return fr
	}
	pc, behind := at.pc, uint64(0)
	if f.call {
		behind = 1
		if at.row != nil && at.row.signal {
			pc, behind = pc+1, 0 // a signal's handler returns to here, but nothing called it from here
		}
	}
	if sym := at.img.symbol(pc); sym != nil {
		fr.Symbol, fr.Offset = sym.name, pc-sym.value+behind
	}
	if w.u.Source {
		fr.File, fr.Line = w.u.line(at.img, pc)
	}
	return fr
}

// step goes on to the caller. It returns false if there is none, or none can be found.
func (w *walk) step(f *frame, at *place) bool {
	ip, sp := f.reg[w.machine.ip], f.reg[w.machine.sp]
	ok, signal := false, false
	if at.row == nil || at.row.last && f.call {
		ok, signal = w.trampoline(f, ip)
	}
	switch {
	case ok:
	case at.row != nil:
		if !w.apply(at.row, f) {
			return false
		}
		signal = at.row.signal
	case !w.framePointer(f, ip):
		return false
	}
	f.call = !signal
	switch next := f.reg[w.machine.sp]; {
	case next > sp:
	case next == sp && f.reg[w.machine.ip] == ip:
		return false // no progress
	default:
		w.turns++
	}
	return w.turns < maxTurns
}

// apply goes to the caller by the rules of r. It returns false if there is none.
func (w *walk) apply(r *row, f *frame) bool {
	if r.reg[r.ra].kind == undefined || r.reg[r.ra].kind == unchanged {
		return false // the outermost frame says so
	}
	var cfa uint64
	switch r.cfa.kind {
	case plusOffset:
		if !f.has(int(r.cfa.reg)) {
			return false
		}
		cfa = f.reg[r.cfa.reg] + uint64(r.cfa.arg)
	case isExpression:
		v, ok := w.expression(r, r.cfa.arg, f, 0, false)
		if !ok {
			return false
		}
		cfa = v
	default:
		return false
	}
	cfa &= w.machine.mask
	next := *f
	next.set(w.machine.sp, cfa)
	for n := range r.reg {
		rule := &r.reg[n]
		var v uint64
		ok := true
		switch rule.kind {
		case unchanged:
			continue
		case undefined:
			ok = false
		case atOffset:
			v, ok = w.load(cfa+uint64(rule.arg), w.machine.word)
		case isOffset:
			v = cfa + uint64(rule.arg)
		case inRegister:
			if ok = f.has(int(rule.arg)); ok {
				v = f.reg[rule.arg]
			}
		case atExpression:
			if v, ok = w.expression(r, rule.arg, f, cfa, true); ok {
				v, ok = w.load(v, w.machine.word)
			}
		case isExpression:
			v, ok = w.expression(r, rule.arg, f, cfa, true)
		}
		if ok {
			next.set(n, v&w.machine.mask)
		} else {
			next.known &^= 1 << n
		}
	}
	if !next.has(r.ra) {
		return false
	}
	next.set(w.machine.ip, next.reg[r.ra])
	*f = next
	return true
}

// expression computes expression n of r.
func (w *walk) expression(r *row, n int64, f *frame, initial uint64, has bool) (uint64, bool) {
	if n < 0 || n >= int64(len(r.expressions)) {
		return 0, false
	}
	return w.evaluate(r.expressions[n], f, initial, has)
}

// load reads size bytes of the tracee's memory as a number.
func (w *walk) load(addr uint64, size int) (uint64, bool) {
	if size <= 0 || size > len(w.word) {
		return 0, false
	}
	w.word = [8]byte{}
	if w.mem.ReadAt(w.word[:size], addr&w.machine.mask) != size {
		return 0, false
	}
	return binary.LittleEndian.Uint64(w.word[:]), true
}
