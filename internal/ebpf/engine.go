package ebpf

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"syscall"
	"unsafe"

	"gostrace/internal/abi"
	"gostrace/internal/mem"
	"gostrace/internal/trace"
)

// ErrNothing is what Start returns when none of the processes could be traced
// and Config.OnAttach has heard why.
var ErrNothing = trace.ErrNothing

// An Engine traces by programs in the kernel. It implements trace.Engine.
type Engine struct {
	config Config
	target trace.Target

	tasks
	k       *kernel
	ring    *ring
	cpus    []perCPU
	stats   []byte // the map of struct cpu
	hints   []byte
	wanted  []Call
	q       queue
	fresh   []*task // made by Start; their Attached events are due
	found   []found
	holding []*task        // some of which have held set
	killers map[int][]byte // by PID, the last signal sent to it and not delivered

	idle    int // polls in a row that found nothing
	missing uint64
	newest  uint64 // time of the latest record read
	totals  Totals
	caught  int // the signal that ends the trace
	stopped bool
	wall    int64 // CLOCK_REALTIME less CLOCK_MONOTONIC
	command launched
	hold    holder

	key   uint32 // of a map
	state taskState
}

var _ trace.Engine = (*Engine)(nil)

// New returns an engine that traces nothing yet.
func New(c Config) *Engine { return &Engine{config: c} }

// Memory implements trace.Engine. The reader is valid until the task's next event.
func (e *Engine) Memory(t *trace.Task) mem.Reader { return e.slots[t.Slot].now }

// Start implements trace.Engine.
func (e *Engine) Start(t trace.Target) (err error) {
	e.target = t
	e.wall = realtime() - int64(monotonic())
	defer func() {
		if err != nil {
			e.release()
		}
	}()
	if err := e.load(); err != nil {
		return err
	}
	for _, pid := range t.PIDs {
		n, err := e.attachProcess(pid)
		if e.config.OnAttach != nil {
			e.config.OnAttach(pid, n, err)
		} else if err != nil {
			return err
		}
	}
	if t.Path == "" && e.live == 0 && !e.config.Group.given() {
		return ErrNothing
	}
	var p Process
	if t.Path != "" {
		if p, err = e.config.Spawn(&t); err != nil {
			return err
		}
		if err = e.track(p.ID(), p.ID(), trace.Launched, taskState{mute: muteLaunch}); err != nil {
			p.Cancel()
			return err
		}
	}
	if err = e.attach(); err != nil {
		if p != nil {
			p.Cancel()
		}
		return err
	}
	hurry()
	if p == nil {
		return nil
	}
	e.command.pid = p.ID()
	return p.Go()
}

// hurry lets this thread, which reads the ring, run before others: what it is
// late for is lost. The command has been made already and keeps its priority.
func hurry() {
	const niceness = -10
	_ = syscall.Setpriority(syscall.PRIO_PROCESS, syscall.Gettid(), niceness) // takes CAP_SYS_NICE
}

// track makes a task that the programs know from now on.
func (e *Engine) track(tid, pid int, origin trace.Origin, s taskState) error {
	s.tgid = uint32(pid)
	e.key, e.state = uint32(tid), s
	errno := e.k.maps[mapTasks].update(&e.key, unsafe.Pointer(&e.state), updateNoExist)
	if errno != 0 && errno != syscall.EEXIST {
		return fmt.Errorf("tracing thread %d: %w", tid, errno)
	}
	if errno == 0 {
		e.hint(tid, 1)
	}
	if err := e.seize(tid); err != nil {
		return err
	}
	k := e.add(tid, pid, origin)
	if s.in != 0 {
		k.Resuming = int(s.nr)
	}
	e.fresh = append(e.fresh, k)
	return nil
}

// load makes the maps, has the programs verified, and meanwhile compiles the
// plans: these do not wait for each other.
func (e *Engine) load() error {
	c, err := e.configuration()
	if err != nil {
		return err
	}
	possible := possibleCPUs()
	size := e.config.RingSize
	if size == 0 {
		size = ringSize(possible)
	}
	if e.config.Lossless {
		c.half = uint32(size / 2)
	}
	e.cpus = make([]perCPU, possible)
	e.k = newKernel()
	loaded := make(chan error, 1)
	go func() { loaded <- e.loadPrograms(c, possible, size) }()
	var code compiler
	table := [2 * calls]call{}
	e.wanted = e.config.Calls()
	for i := range e.wanted {
		q := &e.wanted[i]
		table[row(q.ABI, q.Nr)] = code.call(q)
	}
	places, err := code.table(choices)
	if err = errors.Join(err, <-loaded); err != nil {
		return err
	}
	if len(code.code) > instrs {
		return fmt.Errorf("internal error: the plans take %d instructions", len(code.code))
	}
	if err := errors.Join(
		fillMap(e.k, mapCalls, table[:]), fillMap(e.k, mapInstrs, code.code), fillMap(e.k, mapChoices, places),
	); err != nil {
		return err
	}
	if e.stats, err = e.k.mapping(mapCpus, uint32(possible)); err != nil {
		return err
	}
	if e.hints, err = e.k.mapping(mapHints, hints); err != nil {
		return err
	}
	e.ring, err = openRing(e.k.maps[mapRing], uint64(size))
	return err
}

// configuration is what the programs take for constants.
func (e *Engine) configuration() (*config, error) {
	if err := initialNamespace(); err != nil {
		return nil, err
	}
	off, err := kernelOffsets()
	if err != nil {
		return nil, err
	}
	c := &config{
		self: uint32(os.Getpid()), strlen: uint32(min(e.config.StrLen, 1<<24)), table: choices - 1,
		offPID: off.pid, offTGID: off.tgid, offExitCode: off.exitCode, offSched: off.sched, offStatus: off.status,
		offSignal: off.signal, offFlags: off.flags, offGroup: off.groupExit, offLive: off.live,
	}
	if e.target.Follow {
		c.follow = followThreads | followChildren
	} else if len(e.target.PIDs) > 0 {
		c.follow = followThreads
	}
	if e.config.CPUTime {
		c.clock = 1
	}
	if e.config.Both {
		c.both = 1
	}
	return c, e.config.Group.configure(c)
}

// loadPrograms makes the maps and has the programs verified.
func (e *Engine) loadPrograms(c *config, possible, size int) error {
	// Programs need to know where the maps are, not what is in them.
	for _, m := range [...]struct{ which, entries int }{
		{mapRing, size}, {mapRodata, 0}, {mapCalls, 0}, {mapHints, 0}, {mapTasks, 0}, {mapChoices, 0}, {mapInstrs, 0},
		{mapCpus, possible}, {mapScratches, possible},
	} {
		if err := e.k.create(m.which, uint32(m.entries)); err != nil {
			return err
		}
	}
	if e.config.Counted != nil {
		if err := e.k.create(mapCounts, 0); err != nil {
			return err
		}
	}
	if err := e.k.configure(c); err != nil {
		return err
	}
	return e.k.load(e.programs())
}

// programs are those that are needed. Those of the tasks' lives come first.
func (e *Engine) programs() []int {
	p := []int{programForked, programExecuted, programEnded}
	if e.config.Counted != nil {
		return append(p, programCountLeave, programCountEnter)
	}
	return append(p, programDelivered, programGenerated, programLeave, programEnter)
}

// attach lets the programs run.
func (e *Engine) attach() error {
	for i, p := range e.programs() {
		if err := e.k.attach(i, &programs[p]); err != nil {
			return err
		}
	}
	return nil
}

func row(a *abi.ABI, nr uint64) int {
	return table(a)*calls + int(min(nr, calls-1))
}

// fillMap writes a whole array.
func fillMap[T any](k *kernel, i int, values []T) error {
	if len(values) == 0 {
		return nil
	}
	b, err := k.mapping(i, uint32(len(values)))
	if err != nil {
		return err
	}
	copy(b, unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(values))), len(b)))
	return nil
}

// ringSize is the default for so many processors: what they fill in about 50 ms each.
func ringSize(cpus int) int {
	size := 4 << 20
	for n := 1; n < cpus && size < 64<<20; n *= 2 {
		size *= 2
	}
	return size
}

// Next implements trace.Engine. A *trace.Interrupted error says that a signal
// asks for the end of tracing; Close then lets all tasks go.
func (e *Engine) Next(ev *trace.Event) error {
	for {
		if len(e.fresh) > 0 {
			k := e.fresh[0]
			e.fresh = e.fresh[1:]
			e.stamp(ev, monotonic())
			ev.Kind, ev.Task, ev.By = trace.Attached, &k.Task, 0
			return nil
		}
		for e.q.head < e.q.till {
			it := &e.q.items[e.q.head]
			e.q.head++
			if e.tell(it, ev) {
				return nil
			}
		}
		if e.stopped {
			if e.caught != 0 {
				return &trace.Interrupted{Sig: e.caught}
			}
			return io.EOF
		}
		e.poll()
	}
}

// Resume implements trace.Engine.
func (e *Engine) Resume(ev *trace.Event) error {
	switch ev.Kind {
	case trace.Exited, trace.Killed, trace.Superseded, trace.Detached:
		e.remove(e.slots[ev.Task.Slot])
	}
	return nil
}

// Close implements trace.Engine.
func (e *Engine) Close() error {
	e.unseize()
	for _, k := range e.slots {
		if k == nil {
			continue
		}
		if e.config.OnDetach != nil && !k.ended {
			ev := trace.Event{Kind: trace.Detached, Task: &k.Task}
			e.stamp(&ev, monotonic())
			e.config.OnDetach(&ev)
		}
		e.remove(k)
	}
	e.release()
	return nil
}

// Lost returns how many events were lost so far.
func (e *Engine) Lost() uint64 { return e.missing }

// Totals are what the programs in the kernel have counted by themselves.
type Totals struct {
	Calls     uint64 // that have ended
	LostCalls uint64 // of those, how many did not get into the ring
	Lost      uint64 // records of all kinds that did not
	Held      uint64 // times that a task was held back
	// Unfinished calls have ended only because their tasks were being killed, and
	// are told as ptrace tells them: without an end.
	Unfinished uint64
}

// Totals returns what was counted so far; after the end, all.
func (e *Engine) Totals() Totals { return e.totals }

// sum adds up what each processor has counted.
func (e *Engine) sum() {
	e.totals = Totals{Unfinished: e.totals.Unfinished}
	for i := range e.cpus {
		c := e.counters(i)
		e.totals.Calls += c[cpuCalls]
		e.totals.LostCalls += c[cpuLostCalls]
		e.totals.Lost += c[cpuLost]
		e.totals.Held += c[cpuHeld]
	}
}

// release gives back what the kernel holds for us.
func (e *Engine) release() {
	if e.ring != nil {
		e.ring.close()
		e.ring = nil
	}
	if e.k != nil {
		e.k.close()
		e.k = nil
	}
	runtime.KeepAlive(e)
}

func (e *Engine) stamp(ev *trace.Event, time uint64) {
	ev.Mono = int64(time)
	ev.Wall = e.wall + int64(time)
	ev.CPU = 0
}
