package syscalls

import (
	"testing"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// TestVias: calls that stand for others say for which, as data.
func TestVias(t *testing.T) {
	find := func(name string, a *abi.ABI, is uint32) *d.Via {
		t.Helper()
		for nr := range uint64(Of(a).Len()) {
			if s := Of(a).Call(nr); s != nil && Of(a).Name(nr) == name {
				vias := s.Vias(a)
				for i := range vias {
					if v := &vias[i]; v.Always || v.Is == is {
						return v
					}
				}
			}
		}
		t.Fatalf("%s %d on %s stands for nothing", name, is, a.Name)
		return nil
	}
	if v := find("socketcall", &abi.I386, 3); v.Call != &connect || v.Args[1] != (d.Source{Arg: 1, Memory: true, Off: 4}) {
		t.Errorf("socketcall 3: %+v", v)
	}
	if v := find("ipc", &abi.I386, 1); v.Call != &semop || !v.Low16 || v.Args[1] != (d.Source{Arg: 4}) || v.Args[2] != (d.Source{Arg: 2}) {
		t.Errorf("ipc 1: %+v", v)
	}
	if v := find("mmap", &abi.I386, 0); !v.Always || v.Args[5] != (d.Source{Arg: 0, Memory: true, Off: 20}) {
		t.Errorf("mmap: %+v", v)
	}
	const getPdeathsig = 2
	if v := find("prctl", &abi.X86_64, getPdeathsig); v.Call.Params[1].Name != "sig" {
		t.Errorf("prctl: %+v", v)
	}
}
