package summary

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"gostrace/internal/abi"
)

// names is a Table.
type names map[uint64]string

func (n names) Len() int {
	last := uint64(0)
	for nr := range n {
		last = max(last, nr)
	}
	return int(last) + 1
}

func (n names) Name(nr uint64) string { return n[nr] }

var (
	names64 = names{
		3: "close", 10: "mprotect", 12: "brk", 39: "getpid", 59: "execve", 89: "readlink",
		146: "sched_get_priority_max", 158: "arch_prctl", 218: "set_tid_address",
		273: "set_robust_list", 302: "prlimit64", 318: "getrandom", 334: "rseq",
	}
	names32 = names{6: "close", 20: "getpid", 24: "getuid"}
)

// call is what one program did: durations in units of the test.
type call struct {
	abi    *abi.ABI
	nr     uint64
	failed bool
	times  []int64
}

// milliseconds are the calls that the reference counted for default.txt and
// its like: its clocks were replaced by ones that tick in whole milliseconds.
var milliseconds = []call{
	{&abi.X86_64, 12, false, []int64{1, 3, 2, 2, 1}},
	{&abi.X86_64, 146, false, []int64{1, 3, 2}},
	{&abi.X86_64, 59, false, []int64{5}},
	{&abi.X86_64, 158, false, []int64{3}},
	{&abi.X86_64, 318, false, []int64{3}},
	{&abi.X86_64, 334, false, []int64{3}},
	{&abi.X86_64, 10, false, []int64{2}},
	{&abi.X86_64, 218, false, []int64{2}},
	{&abi.X86_64, 302, false, []int64{2}},
	{&abi.X86_64, 3, true, []int64{1}},
	{&abi.X86_64, 89, false, []int64{1}},
	{&abi.X86_64, 273, false, []int64{1}},
}

var milliseconds32 = []call{
	{&abi.I386, 6, true, []int64{1, 3}},
	{&abi.I386, 20, false, []int64{3}},
	{&abi.I386, 24, false, []int64{2}},
}

// kiloseconds are those of wide.txt.
var kiloseconds = []call{
	{&abi.X86_64, 12, false, []int64{2, 14, 8, 8, 4}},
	{&abi.X86_64, 59, false, []int64{22}},
	{&abi.X86_64, 146, false, []int64{2, 12, 6}},
	{&abi.X86_64, 218, false, []int64{14}},
	{&abi.X86_64, 302, false, []int64{12}},
	{&abi.X86_64, 3, true, []int64{10}},
	{&abi.X86_64, 158, false, []int64{10}},
	{&abi.X86_64, 10, false, []int64{8}},
	{&abi.X86_64, 334, false, []int64{8}},
	{&abi.X86_64, 318, false, []int64{6}},
	{&abi.X86_64, 273, false, []int64{4}},
	{&abi.X86_64, 89, false, []int64{2}},
	{&abi.I386, 6, true, []int64{8, 12}},
	{&abi.I386, 20, false, []int64{14}},
	{&abi.I386, 24, false, []int64{4}},
}

func count(c Config, unit int64, groups ...[]call) *Summary {
	s := New(c, Personality{&abi.X86_64, names64}, Personality{&abi.I386, names32})
	for _, g := range groups {
		for _, c := range g {
			for _, t := range c.times {
				s.Add(c.abi, c.nr, t*unit, c.failed)
			}
		}
	}
	return s
}

func text(t *testing.T, s *Summary) string {
	t.Helper()
	var b strings.Builder
	if _, err := s.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestText compares with what the reference wrote for the same numbers.
func TestText(t *testing.T) {
	const ms, ks = 1e6, 1e12
	for _, c := range []struct {
		file   string
		config Config
		unit   int64
		calls  [][]call
	}{
		{"default", Config{}, ms, [][]call{milliseconds, milliseconds32}},
		{"no-time", Config{}, 0, [][]call{milliseconds}},
		{"wide", Config{Columns: []Column{TimePercent, TotalTime, AvgTime, MinTime, MaxTime, Errors, Name}}, ks, [][]call{kiloseconds}},
		{"name-first", Config{Columns: []Column{Name, Calls, Errors}}, ms, [][]call{{milliseconds[1], milliseconds[9]}}},
		{"sort-name", Config{Columns: []Column{Calls, Name, TimePercent}, Sort: Name}, ms, [][]call{milliseconds}},
		{"sort-errors", Config{Sort: Errors}, ms, [][]call{milliseconds}},
		{"sort-avg", Config{Columns: []Column{TotalTime, MinTime, MaxTime, AvgTime}, Sort: AvgTime}, ms, [][]call{milliseconds}},
	} {
		want, err := os.ReadFile("testdata/" + c.file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		if got := text(t, count(c.config, c.unit, c.calls...)); got != string(want) {
			t.Errorf("%s: got\n%swant\n%s", c.file, got, want)
		}
	}
}

func TestWall(t *testing.T) {
	s := New(Config{Columns: []Column{TotalTime, WallTotal, WallMin, WallMax, WallAvg}}, Personality{&abi.X86_64, names64})
	s.AddTimes(&abi.X86_64, 3, 1e6, 2e6, false)
	s.AddTimes(&abi.X86_64, 3, 1e6, 4e6+999, false)
	const want = `    seconds  wall-total wall-min wall-max    wall-avg syscall
----------- ----------- -------- -------- ----------- ----------------
   0.002000    0.006001 0.002000 0.004001        3000 close
----------- ----------- -------- -------- ----------- ----------------
   0.002000    0.006001 0.002000 0.004001        3000 total
`
	if got := text(t, s); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestUnknownNumbers(t *testing.T) {
	s := New(Config{Columns: []Column{Calls}}, Personality{&abi.X86_64, names64})
	s.Add(&abi.X86_64, 9999, 1, true)
	s.Add(&abi.X86_64, 9999, 1, true)
	s.Add(&abi.X86_64, 11, 1, true) // inside the table, without a name
	got := text(t, s)
	if !strings.Contains(got, "        2 syscall_0x270f\n") || !strings.Contains(got, "        1 syscall_0xb\n") {
		t.Errorf("got\n%s", got)
	}
	for nr := range uint64(2 * maxOthers) {
		s.Add(&abi.X86_64, 1<<40+nr, 1, true)
	}
	if got := text(t, s); !strings.Contains(got, " other\n") || strings.Count(got, "\n") > maxOthers+8 {
		t.Errorf("%d lines without a limit", strings.Count(got, "\n"))
	}
}

func TestEmpty(t *testing.T) {
	if got := text(t, count(Config{}, 1)); got != "" {
		t.Errorf("a summary of nothing is %q", got)
	}
}

func TestJSON(t *testing.T) {
	got := text(t, count(Config{JSON: true}, 1e6, milliseconds32))
	lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines:\n%s", len(lines), got)
	}
	var first struct {
		Type, Name, ABI string
		Nr              int
		Calls, Errors   int
		Seconds         float64
	}
	if err := json.Unmarshal([]byte(lines[0]), &first); err != nil {
		t.Fatal(err)
	}
	if first.Type != "summary" || first.Name != "close" || first.ABI != "i386" || first.Nr != 6 ||
		first.Calls != 2 || first.Errors != 2 || first.Seconds != 0.004 {
		t.Errorf("%s is %+v", lines[0], first)
	}
}

func TestParseColumn(t *testing.T) {
	for name, want := range map[string]Column{
		"time": TimePercent, "time-total": TotalTime, "shortest": MinTime, "longest": MaxTime,
		"avg-wall": WallAvg, "count": Calls, "error": Errors, "syscall-name": Name, "none": Nothing,
	} {
		if got, ok := ParseColumn(name); !ok || got != want {
			t.Errorf("%s is %v, %v", name, got, ok)
		}
	}
	if _, ok := ParseColumn("Time"); ok {
		t.Error("Time is a column")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteError(t *testing.T) {
	_, err := count(Config{}, 1e6, milliseconds).WriteTo(failing{})
	if err == nil || err.Error() != "disk full" {
		t.Errorf("the error is %v", err)
	}
}

func TestAddDoesNotAllocate(t *testing.T) {
	s := count(Config{}, 1)
	s.Add(&abi.X86_64, 9999, 1, true)
	n := testing.AllocsPerRun(100, func() {
		s.Add(&abi.X86_64, 3, 5, false)
		s.Add(&abi.I386, 6, 5, true)
		s.Add(&abi.X86_64, 9999, 5, true)
	})
	if n != 0 {
		t.Errorf("counting three calls allocates %v times", n)
	}
}

func BenchmarkAdd(b *testing.B) {
	s := count(Config{}, 1)
	for b.Loop() {
		s.Add(&abi.X86_64, 3, 5, false)
	}
}
