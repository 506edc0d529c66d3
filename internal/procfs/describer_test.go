package procfs

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"gostrace/internal/show"
)

// self asks of our own descriptors.
func self(d *Describer, fd int) string { return string(d.FD(os.Getpid(), int32(fd))) }

func open(t *testing.T, name string, flags int) int {
	t.Helper()
	fd, err := syscall.Open(name, flags|syscall.O_CLOEXEC, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { syscall.Close(fd) })
	return fd
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	kept := open(t, filepath.Join(dir, `a>"b\`), syscall.O_CREAT|syscall.O_RDWR)
	gone := open(t, filepath.Join(dir, "gone"), syscall.O_CREAT|syscall.O_RDWR)
	liar := open(t, filepath.Join(dir, "x (deleted)"), syscall.O_CREAT|syscall.O_RDWR)
	null := open(t, "/dev/null", syscall.O_RDONLY)
	if err := os.Remove(filepath.Join(dir, "gone")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kinds Kinds
		opts  show.Options
		fd    int
		want  string
	}{
		{Path, show.Options{}, kept, "<" + dir + `/a\76\"b\\>`},
		{Path, show.Options{Escape: show.NonASCII}, kept, "<" + dir + `/a\76\"b\\>`},
		{Path, show.Options{Escape: show.NonASCIIChars}, kept, "<" + dir + `/a\x3e\"b\\>`},
		{Path, show.Options{JSON: true}, kept, dir + `/a>"b\`},
		{Path, show.Options{}, gone, "<" + dir + "/gone>(deleted)"},
		{Path, show.Options{JSON: true}, gone, dir + "/gone (deleted)"},
		{Path, show.Options{}, liar, "<" + dir + "/x (deleted)>"},
		{Path, show.Options{}, null, "</dev/null>"},
		{Path, show.Options{Escape: show.All}, null, `<\x2f\x64\x65\x76\x2f\x6e\x75\x6c\x6c>`},
		{All, show.Options{}, null, "</dev/null<char 1:3>>"},
		{All, show.Options{JSON: true}, null, "/dev/null"},
		{Dev, show.Options{}, null, "</dev/null<char 1:3>>"},
		{Dev, show.Options{}, kept, ""},
		{All, show.Options{}, -1, ""},
		{All, show.Options{}, 1 << 20, ""},
		{Dev, show.Options{}, CWD, ""},
	} {
		if got := self(New(c.kinds, &c.opts), c.fd); got != c.want {
			t.Errorf("%+v: %s, want %s", c, got, c.want)
		}
	}
	wd, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if got := self(New(Path, &show.Options{}), CWD); got != "<"+wd+">" {
		t.Errorf("current directory: %s, want <%s>", got, wd)
	}
}

func TestEventFD(t *testing.T) {
	fd, _, e := syscall.RawSyscall(syscall.SYS_EVENTFD2, 0xabc, syscall.O_CLOEXEC, 0)
	if e != 0 {
		t.Fatal(e)
	}
	defer syscall.Close(int(fd))
	got := self(New(EventFD, &show.Options{}), int(fd))
	var id int
	if n, err := fmt.Sscanf(got, "<{eventfd-count=0xabc, eventfd-id=%d, eventfd-semaphore=0}>", &id); n != 1 {
		t.Errorf("%s: %v", got, err)
	}
	if got := self(New(Path, &show.Options{}), int(fd)); got != "<anon_inode:[eventfd]>" {
		t.Error(got)
	}
}

func TestSockets(t *testing.T) {
	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.Close(fd)
	if err := syscall.Bind(fd, &syscall.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}); err != nil {
		t.Fatal(err)
	}
	addr, err := syscall.Getsockname(fd)
	if err != nil {
		t.Fatal(err)
	}
	d := New(All, &show.Options{})
	want := fmt.Sprintf("<TCP:[127.0.0.1:%d]>", addr.(*syscall.SockaddrInet4).Port)
	for range 2 { // the second time it is known
		if got := self(d, fd); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}

	pair, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.Close(pair[0])
	defer syscall.Close(pair[1])
	var ino [2]uint64
	for i, fd := range pair {
		var st syscall.Stat_t
		if err := syscall.Fstat(fd, &st); err != nil {
			t.Fatal(err)
		}
		ino[i] = st.Ino
	}
	if got, want := self(d, pair[0]), fmt.Sprintf("<UNIX-STREAM:[%d->%d]>", ino[0], ino[1]); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := self(New(Path, &show.Options{}), pair[0]); !strings.HasPrefix(got, "<socket:[") {
		t.Error(got)
	}
}

func TestNoAllocation(t *testing.T) {
	fd, d, pid := open(t, "/dev/null", syscall.O_RDONLY), New(Path|Dev, &show.Options{}), os.Getpid()
	if n := testing.AllocsPerRun(100, func() {
		if d.FD(pid, int32(fd)) == nil || d.FD(pid, CWD) == nil {
			t.Fatal("nothing")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
