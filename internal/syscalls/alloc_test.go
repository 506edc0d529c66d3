package syscalls

import (
	"math/rand/v2"
	"testing"
)

// TestNoAllocations is law 4 for every declaration: once a Call's buffers have
// grown, showing a call allocates nothing, as text or as JSON.
func TestNoAllocations(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	wrong := map[string]bool{}
	for i := range uint64(len(Tables)) {
		for nr := range uint64(Tables[i].Len()) {
			for range 3 {
				h := happen(nr*uint64(len(Tables))+i, randomData(r))
				for style := range styles {
					c := h.call(&styles[style])
					again := func() {
						c.Args = h.args // Via may have replaced them
						h.show(c)
					}
					again()
					n := testing.AllocsPerRun(2, again)
					for try := 0; n != 0 && try < 3; try++ {
						// The count is the process's: the runtime's own now and then among them.
						n = min(n, testing.AllocsPerRun(2, again))
					}
					if n != 0 && !wrong[h.decl.Name] {
						wrong[h.decl.Name] = true
						t.Errorf("%s (%s, style %d): %v allocations: %.200s", h.decl.Name, h.abi.Name, style, n, c.P.Bytes())
					}
				}
			}
		}
	}
}
