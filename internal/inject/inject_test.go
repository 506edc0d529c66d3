package inject

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"gostrace/internal/abi"
	"gostrace/internal/filter"
	"gostrace/internal/syscalls"
	"gostrace/internal/trace"
)

var personalities = func() (ps []filter.Personality) {
	for i := range syscalls.Tables {
		t := &syscalls.Tables[i]
		ps = append(ps, filter.Personality{ABI: t.ABI, Table: t})
	}
	return ps
}()

// rules compiles rules; "fault=..." or the value of -e inject.
func rules(t *testing.T, texts ...string) *Rules {
	t.Helper()
	var all []*Rule
	for _, text := range texts {
		parse := Parse
		if fault, ok := strings.CutPrefix(text, "fault="); ok {
			text, parse = fault, ParseFault
		}
		r, err := parse(text, personalities)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return New(all, personalities)
}

const (
	read   = 0 // on x86_64
	open   = 2
	getpid = 39
)

// What a rule says comes out, for the calls of its set and no others.
func TestActions(t *testing.T) {
	for _, c := range []struct {
		rule string
		want trace.Tampering
	}{
		{"read:error=EIO", trace.Tampering{Replace: true, Nr: -1, Ret: -5, Failed: true}},
		{"read:error=eio:signal=usr1", trace.Tampering{Replace: true, Nr: -1, Ret: -5, Failed: true, Signal: 10}},
		{"read:retval=-7", trace.Tampering{Replace: true, Nr: -1, Ret: -7}},
		{"read:retval=0xffffffffffffffff", trace.Tampering{Replace: true, Nr: -1, Ret: -1}},
		{"read:retval=010:syscall=getpid", trace.Tampering{Replace: true, Nr: getpid, Ret: 8}},
		{"fault=read", trace.Tampering{Replace: true, Nr: -1, Ret: -38, Failed: true}},
		{"fault=read:error=4095", trace.Tampering{Replace: true, Nr: -1, Ret: -4095, Failed: true}},
		{"read:delay_enter=1.5ms", trace.Tampering{Nr: -1, DelayEnter: trace.Delay{On: true, NS: 1_500_000}}},
		{"read:delay_exit=7", trace.Tampering{Nr: -1, DelayExit: trace.Delay{On: true, NS: 7_000}}},
		{"read:delay_exit=1e30s", trace.Tampering{Nr: -1, DelayExit: trace.Delay{On: true, NS: math.MaxInt64}}},
		{"read:delay_enter=0s:delay_exit=2ns", trace.Tampering{Nr: -1,
			DelayEnter: trace.Delay{On: true}, DelayExit: trace.Delay{On: true, NS: 2}}},
		{"read:poke_enter=@arg2=4142,@arg1=00", trace.Tampering{Nr: -1,
			PokeEnter: []trace.Poke{{Arg: 1, Data: []byte("AB")}, {Arg: 0, Data: []byte{0}}}}},
		{"read:poke_exit=@arg6=fF", trace.Tampering{Nr: -1, PokeExit: []trace.Poke{{Arg: 5, Data: []byte{255}}}}},
	} {
		r := rules(t, c.rule)
		var task Task
		if got := r.Call(&task, &abi.X86_64, read); got == nil || !reflect.DeepEqual(*got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.rule, got, c.want)
		}
		if got := r.Call(&task, &abi.X86_64, open); got != nil {
			t.Errorf("%s holds for open, too", c.rule)
		}
		if r.Call(&task, &abi.X86_64, 9999) != nil || r.Call(&task, &abi.X86_64, math.MaxUint64) != nil {
			t.Errorf("%s holds for numbers without a name", c.rule)
		}
	}
}

// Numbers without a name belong to no set, not even to all.
func TestUnnamed(t *testing.T) {
	r, task := rules(t, "all:error=EIO"), Task{}
	for _, nr := range []uint64{9999, math.MaxUint64, 387} {
		if syscalls.Tables[0].Name(nr) == "" && r.Call(&task, &abi.X86_64, nr) != nil {
			t.Errorf("all holds for %d", nr)
		}
	}
}

func TestWhen(t *testing.T) {
	for _, c := range []struct{ when, want string }{
		{"", "xxxxxxxxxx"},
		{":when=1", "x........."},
		{":when=3", "..x......."},
		{":when=3+", "..xxxxxxxx"},
		{":when=2+3", ".x..x..x.."},
		{":when=2..4", ".xxx......"},
		{":when=2..4+", ".xxx......"},
		{":when=2..8+3", ".x..x..x.."},
		{":when=2..7+3", ".x..x....."},
		{":when=4..4", "...x......"},
		{":when=1:when=2", ".x........"},
		{":when= +2.. 3+ +1", ".xx......."},
		{":when=65535+65535", ".........."},
	} {
		r, task := rules(t, "read:error=EIO"+c.when), Task{}
		got := ""
		for range 10 {
			if r.Call(&task, &abi.X86_64, read) != nil {
				got += "x"
			} else {
				got += "."
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.when, got, c.want)
		}
	}
}

// Each task, each call and each ABI counts for itself.
func TestCounts(t *testing.T) {
	r := rules(t, "read,open:error=EIO:when=2")
	var a, b Task
	const i386Read, i386Open = 3, 5
	for i, c := range []struct {
		task *Task
		abi  *abi.ABI
		nr   uint64
		want bool
	}{
		{&a, &abi.X86_64, read, false},
		{&a, &abi.X86_64, open, false},
		{&b, &abi.X86_64, read, false},
		{&a, &abi.I386, i386Read, false},
		{&a, &abi.X86_64, read, true},
		{&a, &abi.I386, i386Open, false},
		{&a, &abi.I386, i386Read, true},
		{&a, &abi.X86_64, read, false},
		{&b, &abi.X86_64, read, true},
		{&a, &abi.X86_64, open, true},
	} {
		if got := r.Call(c.task, c.abi, c.nr) != nil; got != c.want {
			t.Errorf("step %d: %v", i, got)
		}
	}
}

// Rules that hold for one call are all done; where they contradict each
// other, the last counts.
func TestSeveral(t *testing.T) {
	r := rules(t,
		"read:error=EIO:when=1..2",
		"read:signal=USR1:when=2+",
		"read:delay_enter=1:poke_enter=@arg1=41,@arg2=42:when=2..3",
		"read:retval=7:poke_enter=@arg2=43,@arg3=44:delay_exit=2:when=2..3",
		"open:retval=1", "open:error=EPERM")
	eio := trace.Tampering{Replace: true, Nr: -1, Ret: -5, Failed: true}
	both := trace.Tampering{Replace: true, Nr: -1, Ret: 7, Signal: 10,
		DelayEnter: trace.Delay{On: true, NS: 1000}, DelayExit: trace.Delay{On: true, NS: 2000},
		PokeEnter: []trace.Poke{{Arg: 0, Data: []byte("A")}, {Arg: 1, Data: []byte("C")}, {Arg: 2, Data: []byte("D")}}}
	signal := trace.Tampering{Nr: -1, Signal: 10}
	var task Task
	for n, want := range []trace.Tampering{eio, both, both, signal, signal} {
		if got := r.Call(&task, &abi.X86_64, read); got == nil || !reflect.DeepEqual(*got, want) {
			t.Errorf("call %d: %+v, want %+v", n+1, got, want)
		}
	}
	if got := r.Call(&task, &abi.X86_64, open); got.Ret != -1 || !got.Failed {
		t.Errorf("open: %+v", got)
	}
}

// An error says what is wrong, and how it should be.
func TestErrors(t *testing.T) {
	for _, c := range []struct{ rule, want string }{
		{"open", "it should say what to do"},
		{"open:error=ENOENTT", "did you mean ENOENT?"},
		{"open:error=EWOULDBLOCK", "did you mean EAGAIN?"},
		{"open:error=1:retval=2", "only one error= or retval="},
		{"open:signal=1:signal=2", "only once"},
		{"open:when=0:error=1", "FIRST[..LAST][+[STEP]]"},
		{"open:syscall=open:error=1", "%pure"},
		{"open:colour=red", "'colour=red' is none of"},
		{"fault=open:signal=1", "'signal=1' is none of"},
		{"open:delay_exit=1min", "s, ms, us"},
		{"open:poke_enter=@arg1=0", "pairs of hexadecimal digits"},
		{"open:poke_enter=@arg1=00,@arg1=01", "twice"},
		{"opne:error=1", "did you mean 'open'"},
	} {
		parse, text := Parse, c.rule
		if fault, ok := strings.CutPrefix(text, "fault="); ok {
			parse, text = ParseFault, fault
		}
		if _, err := parse(text, personalities); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want something with %q", c.rule, err, c.want)
		}
	}
}

// A decision allocates only where several rules hold, and at a task's first call.
func TestAllocations(t *testing.T) {
	r, task := rules(t, "read:error=EIO:when=2+2", "open:signal=1"), Task{}
	r.Call(&task, &abi.X86_64, read)
	if n := testing.AllocsPerRun(100, func() { r.Call(&task, &abi.X86_64, read) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// No text makes the parser panic, and what it accepts can be used.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"open:error=EIO:when=2..3+4", "%file:retval=0x7", "read:poke_exit=@arg2=00,@arg3=ff", "!close:delay_enter=1.5ms:signal=HUP"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, parse := range []func(string, []filter.Personality) (*Rule, error){Parse, ParseFault} {
			r, err := parse(text, personalities)
			if err != nil {
				continue
			}
			if w := r.When; w.First == 0 || w.Step == 0 || w.Last < w.First {
				t.Errorf("%q: %+v", text, w)
			}
			if d := r.Do; d.DelayEnter.NS < 0 || d.DelayExit.NS < 0 || d.Signal < 0 || d.Signal > 64 || d.Failed && (d.Ret >= 0 || d.Ret < -maxErrno) {
				t.Errorf("%q: %+v", text, d)
			}
			for _, p := range append(r.Do.PokeEnter, r.Do.PokeExit...) {
				if p.Arg < 0 || p.Arg > 6 || len(p.Data) == 0 {
					t.Errorf("%q: %+v", text, p)
				}
			}
			_ = r.Warning()
		}
	})
}
