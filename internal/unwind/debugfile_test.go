package unwind

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"testing"
)

// compressed is what "xz" made of plain.
const compressed = "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4ADeACBdADCICmfTzmwbf2dBvBGqIE4gBS+5RMTK5oN423OVLgAAAKce3etWnI7hAAE83wEAAADmnPQDscRn+wIAAAAABFla"

var plain = fmt.Sprintf("a symbol table, or so: %0200d", 1)

// TestUnxz: the format around the compressed data.
func TestUnxz(t *testing.T) {
	b, err := base64.StdEncoding.DecodeString(compressed)
	if err != nil {
		t.Fatal(err)
	}
	if got := unxz(b); string(got) != plain {
		t.Errorf("got %q", got)
	}
	for n := range b[:20] {
		if got := unxz(b[:n]); len(got) != 0 {
			t.Errorf("of %d bytes: %q", n, got)
		}
	}
	for i, size := range [16]int{0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64} {
		if got := xzCheck(byte(i)); got != size {
			t.Errorf("check %d has %d bytes, want %d", i, got, size)
		}
	}
}

// TestChecksum: it is the one that .gnu_debuglink means.
func TestChecksum(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("a"), bytes.Repeat([]byte("strace"), 1000)} {
		if got, want := checksum(b), crc32.ChecksumIEEE(b); got != want {
			t.Errorf("%#x, want %#x", got, want)
		}
	}
}
