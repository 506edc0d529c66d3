package procfs

import (
	"os"
	"strings"
	"testing"

	"gostrace/internal/show"
)

// Our own process, in our own name space, has a name and no other id.
func TestPIDs(t *testing.T) {
	p := NewPIDs(AllPIDs, &show.Options{})
	text, err := os.ReadFile("/proc/self/comm")
	if err != nil {
		t.Skipf("no /proc: %v", err)
	}
	want := "<" + strings.TrimSuffix(string(text), "\n") + ">"
	self := os.Getpid()
	if comm, outer := p.Of(self, ProcessID, int32(self)); string(comm) != want || outer != 0 {
		t.Errorf("%q, %d, want %q", comm, outer, want)
	}
	if comm, outer := p.Of(self, GroupID, int32(self)); comm != nil || outer != 0 {
		t.Errorf("of a group: %q, %d", comm, outer)
	}
	for _, id := range []int32{0, -1, -7, 1<<31 - 1} {
		if comm, outer := p.Of(self, ThreadID, id); comm != nil || outer != 0 {
			t.Errorf("of %d: %q, %d", id, comm, outer)
		}
	}
	if n := testing.AllocsPerRun(100, func() { p.Of(self, ProcessID, int32(self)) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	// What an older kernel makes necessary finds the same: in our own name space the first id is the last.
	if got := p.search(p.space(self), ProcessID, int32(self)); got != 0 && got != int32(self) {
		t.Errorf("searching for %d found %d", self, got)
	}
}
