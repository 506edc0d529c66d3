package unwind

import (
	"reflect"
	"testing"
)

// TestParsePerf: lines that make no sense are skipped.
func TestParsePerf(t *testing.T) {
	got := parsePerf(nil, []byte("2000 10 b c\n1000 8 a\x1b\n\nx y z\n3000 0 empty\n"))
	got = parsePerf(got, []byte("ffffffffffffffff 2 around\n1000 20 newer\n4000 8"))
	want := []perfFunction{{0x1000, 0x1008, 1, `a\033`}, {0x1000, 0x1020, 2, "newer"}, {0x2000, 0x2010, 0, "b c"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
