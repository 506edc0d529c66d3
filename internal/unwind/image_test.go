package unwind

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestEvict: of more files than are kept open some are closed, and opened again
// when asked for.
func TestEvict(t *testing.T) {
	all := programs(t)
	if len(all) == 0 {
		t.Skip("gcc is not installed")
	}
	u := New(Options{})
	p := &process{pid: os.Getpid()}
	var maps []mapping
	dir := t.TempDir()
	before := descriptors(t)
	for i := range maxImages + 10 {
		name := filepath.Join(dir, string(rune('a'+i%26))+string(rune('a'+i/26)))
		if err := os.WriteFile(name, all[0], 0o755); err != nil {
			t.Fatal(err)
		}
		var st syscall.Stat_t
		if err := syscall.Stat(name, &st); err != nil {
			t.Fatal(err)
		}
		maps = append(maps, mapping{start: 1, end: 2, inode: st.Ino, device: st.Dev, name: name})
	}
	for round := range 2 {
		for i := range maps {
			u.clock++
			img := u.image(p, &maps[i], nil)
			if img == nil {
				t.Fatalf("round %d: no image of %s", round, maps[i].name)
			}
			if img.symbol(img.file.Entry) == nil {
				t.Errorf("round %d: %s has no function at its entry", round, maps[i].name)
			}
			if len(u.images) > maxImages {
				t.Fatalf("%d files are kept", len(u.images))
			}
		}
	}
	if n := descriptors(t) - before; n > maxImages {
		t.Errorf("%d files are open", n)
	}
}

// TestImageChanged: a file that was written anew is another, and what has its
// name but is another file is none.
func TestImageChanged(t *testing.T) {
	all := programs(t)
	if len(all) < 4 {
		t.Skip("gcc is not installed")
	}
	u := New(Options{})
	p := &process{pid: os.Getpid()}
	name := filepath.Join(t.TempDir(), "program")
	look := func(b []byte) *image {
		t.Helper()
		if err := os.WriteFile(name, b, 0o755); err != nil {
			t.Fatal(err)
		}
		var st syscall.Stat_t
		if err := syscall.Stat(name, &st); err != nil {
			t.Fatal(err)
		}
		return u.image(p, &mapping{start: 1, end: 2, inode: st.Ino, device: st.Dev, name: name}, nil)
	}
	first, second := look(all[0]), look(all[3])
	if first == nil || second == nil || first == second {
		t.Errorf("images %p and %p", first, second)
	}
	if img := u.image(p, &mapping{start: 1, end: 2, inode: 1, name: name}, nil); img != nil {
		t.Error("a file with another inode is taken for the one that was mapped")
	}
}

func descriptors(t *testing.T) int {
	t.Helper()
	names, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip(err)
	}
	return len(names)
}
