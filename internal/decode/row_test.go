package decode

import (
	"testing"

	"gostrace/internal/abi"
	"gostrace/internal/show"
)

// A Row of which a part is unreadable is an address; a masked field counts only if its bit is set.
func TestRow(t *testing.T) {
	masked := Struct{Bytes: 8, Fields: []*Field{
		{Name: "mask", At: abi.User_cap_header_struct_version, Type: Int},
		{Name: "pid", At: abi.User_cap_header_struct_pid, Type: Int, When: M + Expr(abi.User_cap_header_struct_version), Bits: 4},
	}}
	s := Syscall{Name: "x", Params: []*Param{{Name: "a", Type: Ptr{&Row{Of: &masked, N: 2}}}}}
	var m memory
	m.put(0x1000, uint32(4), uint32(7), uint32(3), uint32(8))
	m.put(0x2000, uint32(4), uint32(7), uint32(3))
	for addr, want := range map[uint64]string{
		0x1000: "x([{mask=4, pid=7}, {mask=3}]) = 0",
		0x2000: "x(0x2000) = 0",
	} {
		if got := run(newCall(&m, show.Options{}), &s, 0, addr); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
