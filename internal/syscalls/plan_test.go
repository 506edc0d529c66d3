package syscalls

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/mem"
	"gostrace/internal/show"
)

// plans remembers the plan of each declaration.
type plans map[planKey][]d.Capture

type planKey struct {
	decl *d.Syscall
	abi  *abi.ABI
}

func (p plans) of(s *d.Syscall, a *abi.ABI) []d.Capture {
	k := planKey{s, a}
	plan, ok := p[k]
	if !ok {
		plan = s.Plan(a)
		p[k] = plan
	}
	return plan
}

// decodeTwice shows h from its memory and from what the plan captures of it at
// either stop. It returns both, up to the first stop at which they differ.
func (p plans) decodeTwice(h *happening, o *d.Options) (live, captured []byte) {
	defer func() { d.Panicked = nil }()
	a, b := h.call(o), h.call(o)
	into := new(mem.Snapshot)
	b.Mem = into
	capture := func(s *d.Syscall, c *d.Call, exit bool) {
		k := d.Capturer{Plan: p.of(s, h.abi), Live: &h.world, Into: into}
		k.Take(c, exit)
		h.full = h.full || k.Full
	}
	a.P.Reset()
	b.P.Reset()
	a.Enter(h.decl)
	capture(h.decl, b, false)
	if a.Syscall() != h.decl { // Via: the arguments have been captured, now what they say
		capture(a.Syscall(), a, false)
	}
	b.Enter(h.decl)
	if a.Syscall() != b.Syscall() || !bytes.Equal(a.P.Bytes(), b.P.Bytes()) {
		return a.P.Bytes(), b.P.Bytes()
	}
	a.Leave(h.ret, h.failed)
	a.Result()
	b.Ret, b.Failed, b.Exit = h.ret, h.failed, true
	into.Reset()
	capture(b.Syscall(), b, true)
	b.Leave(h.ret, h.failed)
	b.Result()
	return a.P.Bytes(), b.P.Bytes()
}

// differ says where two traces of one call differ; "" if they don't.
func differ(h *happening, live, captured []byte) string {
	if bytes.Equal(live, captured) || h.largest > d.MaxCapture || h.full {
		return ""
	}
	n := 0
	for n < min(len(live), len(captured)) && live[n] == captured[n] {
		n++
	}
	n = max(0, n-200)
	return fmt.Sprintf("%s (%s):\n    live %.400s\nsnapshot %.400s", h.decl.Name, h.abi.Name, live[n:], captured[n:])
}

// TestPlanOfAnything is law 3 for arguments and memory of every kind: a call is
// shown the same from what its plan captures. The corpus has the real calls.
func TestPlanOfAnything(t *testing.T) {
	rounds := 8
	if testing.Short() {
		rounds = 1
	}
	r := rand.New(rand.NewPCG(5, 6))
	o := &d.Options{Options: show.Options{StrLen: 32}, Verbose: true}
	p := plans{}
	wrong := map[string]bool{}
	for range rounds {
		for i := range uint64(len(Tables)) {
			for nr := range uint64(Tables[i].Len()) {
				h := happen(nr*uint64(len(Tables))+i, randomData(r))
				if wrong[h.decl.Name] {
					continue
				}
				live, captured := p.decodeTwice(&h, o)
				if why := differ(&h, live, captured); why != "" {
					wrong[h.decl.Name] = true
					t.Error(why)
				}
			}
		}
	}
}

// FuzzPlan looks for data that TestPlanOfAnything has not thought of.
func FuzzPlan(f *testing.F) {
	r := rand.New(rand.NewPCG(9, 10))
	for i := range uint64(len(Tables)) {
		for nr := range uint64(Tables[i].Len()) {
			if Tables[i].Calls[nr] != nil {
				f.Add(nr*uint64(len(Tables))+i, randomData(r))
			}
		}
	}
	o := &d.Options{Options: show.Options{StrLen: 32}, Verbose: true}
	p := plans{}
	f.Fuzz(func(t *testing.T, which uint64, data []byte) {
		if len(data) <= registers || len(data) > 1<<12 {
			return
		}
		h := happen(which, data)
		live, captured := p.decodeTwice(&h, o)
		if why := differ(&h, live, captured); why != "" {
			t.Error(why)
		}
	})
}
