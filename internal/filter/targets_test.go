package filter

import "testing"

func TestFDs(t *testing.T) {
	for _, c := range []struct {
		text    string
		in, out []int32
	}{
		{"3,5", []int32{3, 5}, []int32{0, 4, 6, -1}},
		{"!3", []int32{0, 4, 1 << 30}, []int32{3, -1}},
		{"all", []int32{0, 2147483647}, []int32{-1, -100}},
		{"none", nil, []int32{0, 3, -1}},
		{"!none", []int32{0}, []int32{-1}},
		{" 7,,2147483647", []int32{7, 2147483647}, []int32{0}},
	} {
		s, err := CompileFDs(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		for _, fd := range c.in {
			if !s.Has(fd) {
				t.Errorf("%q lacks %d", c.text, fd)
			}
		}
		for _, fd := range c.out {
			if s.Has(fd) {
				t.Errorf("%q has %d", c.text, fd)
			}
		}
	}
	for _, text := range []string{"", "!", ",", "-1", "x", "1-3", "0x1", "2147483648", "1,?2", "1 "} {
		if _, err := CompileFDs(text); err == nil {
			t.Errorf("%q was accepted", text)
		}
	}
}

// A name counts as it is written, and as the absolute path that it stands
// for; a descriptor by the path of its file.
func TestTargets(t *testing.T) {
	target := Targets{Paths: []string{"./x", "/tmp/x", "pipe:[7]"}, Link: func(tid int, fd int32) []byte {
		switch {
		case tid != 7:
			return nil
		case fd == -100:
			return []byte("/tmp")
		case fd == 3:
			return []byte("/tmp/x")
		case fd == 4:
			return []byte("/")
		case fd == 5:
			return []byte("pipe:[7]")
		}
		return nil
	}}
	target.tid = 7
	for _, c := range []struct {
		dir  int32
		name string
		want bool
	}{
		{-100, "./x", true}, {-100, "x", true}, {-100, "y", false}, {-100, "", false},
		{-100, "/tmp/x", true}, {-100, "/tmp/../tmp//./x", true}, {-100, "/tmp/x/y", false},
		{4, "tmp/x", true}, {4, "x", false}, {4, "../../tmp/y/../x", true}, {9, "x", false}, {5, "x", false},
	} {
		if got := target.Path(c.dir, []byte(c.name)); got != c.want {
			t.Errorf("%q at %d: %v", c.name, c.dir, got)
		}
	}
	for fd, want := range map[int32]bool{3: true, 4: false, 5: true, 6: false} {
		if target.FD(fd) != want {
			t.Errorf("descriptor %d: %v", fd, !want)
		}
	}
	if n := testing.AllocsPerRun(100, func() { target.Path(4, []byte("a/.././tmp/x")); target.FD(3) }); n > 2 {
		t.Errorf("%v allocations", n) // two of them are the links above
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{"/": "/", "//": "/", "/..": "/", "/a/..": "/", "/a/../../b/": "/b", "/a/./b//c": "/a/b/c"} {
		if got := string(clean([]byte(in))); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
