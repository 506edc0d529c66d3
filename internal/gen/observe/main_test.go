package main

import (
	"slices"
	"testing"
)

func TestArgNames(t *testing.T) {
	for _, c := range []struct {
		args string
		want []string
	}{
		{"", nil},
		{"fd=0", []string{"fd"}},
		{"dirfd=-1, how={flags=0, mode=0}, size=24", []string{"dirfd", "how", "size"}},
		{`path="a, b=c", op=_IOC(0, 0, 0, 0)`, []string{"path", "op"}},
		{"0, arg=1", []string{"arg"}},
	} {
		if got := argNames(c.args); !slices.Equal(got, c.want) {
			t.Errorf("argNames(%q) = %v; want %v", c.args, got, c.want)
		}
	}
}
