package netlink

import (
	"testing"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/mem"
)

// TestHostileMessages shows messages whose lengths lie: none may panic or loop.
func TestHostileMessages(t *testing.T) {
	const addr = 0x1000
	seeds := [][]byte{
		{16, 0, 0, 0, 18, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		{40, 0, 0, 0, 16, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 26, 128, 4, 0, 10, 0},
		{36, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 16, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
	}
	call := new(d.Call)
	call.Setup(&d.Options{})
	call.P.StrLen = 32
	call.ABI = &abi.X86_64
	for _, seed := range seeds {
		for i := range seed {
			for _, v := range []byte{0, 1, 3, 4, 5, 127, 255} {
				b := append([]byte(nil), seed...)
				b[i] = v
				for n := range len(b) + 1 {
					call.Mem = &mem.Snapshot{Segs: []mem.Segment{{Addr: addr, Data: b[:n]}}}
					call.P.Reset()
					shown := showMessages(call, netlinkRoute, addr, uint64(len(b)))
					if text := string(call.P.Bytes()); shown == (text == "") {
						t.Fatalf("% x: shown is %v, and the text %q", b[:n], shown, text)
					}
				}
			}
		}
	}
}
