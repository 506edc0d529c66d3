package main

import (
	"testing"

	"gostrace/internal/gen/factfile"
)

func TestIsPath(t *testing.T) {
	for _, c := range []struct {
		path, name string
		want       bool
	}{
		{"st_mode", "st_mode", true},
		{"ru_utime.tv_sec", "ru_utime_tv_sec", true},
		{"_sifields._kill._pid", "sifields_kill_pid", true},
		{"_sifields._kill._pid", "_sifields__kill__pid", true},
		{"_sifields._kill._pid", "sifields_kill", false},
		{"st_mode", "st_mod", false},
		{"st_mode", "st_mode_x", false},
		{"a.b", "a", false},
	} {
		if got := isPath(c.path, c.name); got != c.want {
			t.Errorf("isPath(%q, %q) = %v", c.path, c.name, got)
		}
	}
}

// TestResolve looks up members whose places are known from asm/stat.h and
// sigaction(2).
func TestResolve(t *testing.T) {
	root, err := factfile.Root()
	if err != nil {
		t.Fatal(err)
	}
	ix, err := newIndex(root, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name      string
		off, size [2]int // on x86_64 and i386; size 0: not there
	}{
		{"Stat_st_mode", [2]int{24, 8}, [2]int{4, 2}},
		{"Sizeof_stat64", [2]int{0, 0}, [2]int{0, 96}},
		{"Kernel_sigaction_sa_mask", [2]int{24, 12}, [2]int{8, 8}},
		{"Epoll_event_data", [2]int{4, 4}, [2]int{8, 8}},
	} {
		r, err := ix.resolve(c.name)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		for i, m := range r.on {
			switch {
			case m == nil && c.size[i] != 0:
				t.Errorf("%s is missing on %s", c.name, abis[i])
			case m != nil && (m.Off != c.off[i] || m.Size != c.size[i]):
				t.Errorf("%s on %s: offset %d, size %d; want %d, %d", c.name, abis[i], m.Off, m.Size, c.off[i], c.size[i])
			}
		}
	}
	for _, name := range []string{"Stat_st_mod", "Nothing_at_all", "Sizeof_nothing"} {
		if _, err := ix.resolve(name); err == nil {
			t.Errorf("%s: resolved", name)
		}
	}
}
