package unwind

import (
	"bytes"
	"encoding/base64"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gostrace/internal/mem"
	"gostrace/internal/trace"
)

// FuzzCFI takes its input for .eh_frame and .debug_frame, and walks on from any
// address in it: without a panic, and in bounded time.
func FuzzCFI(f *testing.F) {
	var w cfiBuilder
	c := w.cie("zR", []byte{0}, atEntry)
	w.fde(c, 0x1000, 0x100, []byte{opAdvance | 1, opDefCFAOffset, 16, opOffset | x86BP, 2, opRemember, opRestoreState})
	w.fde(c, 0x3000, 0x10, []byte{opDefCFAExpr, 2, exprBreg0 + x86SP, 24, opExpression, x86BX, 2, exprLit0 + 8, exprPlus})
	f.Add(w.b, uint64(0x1001))
	f.Add(w.b, uint64(0x3004))
	f.Fuzz(func(_ *testing.T, section []byte, pc uint64) {
		for _, debug := range []bool{false, true} {
			img := &image{wide: true, fd: -1}
			img.cfi = cfiTable{loaded: true, cies: map[cieKey]*cie{}}
			l := &img.cfi.lists[1]
			l.s.img = img
			l.load(&img.cfi, cfiSection{img: img, data: section, debug: debug})
			pcs := []uint64{pc}
			for i := range min(len(l.fde), 50) {
				pcs = append(pcs, l.fde[i].start, l.fde[i].end-1)
			}
			var m mem.Snapshot
			m.Add(0x7000, section)
			for _, machine := range []*machine{&wide, &narrow} {
				for _, pc := range pcs {
					r := img.row(pc)
					if r == nil {
						continue
					}
					var fr frame
					for i := range fr.reg {
						fr.set(i, 0x7000+uint64(8*i))
					}
					w := &walk{machine: machine, mem: &m, p: &process{}}
					w.apply(r, &fr)
				}
			}
		}
	})
}

// FuzzImage takes its input for an ELF file, and asks for everything that can
// be asked of one.
func FuzzImage(f *testing.F) {
	for _, b := range programs(f) {
		f.Add(b, uint64(0x1139))
	}
	f.Fuzz(func(_ *testing.T, b []byte, pc uint64) {
		ask(newImage(bytes.NewReader(b)), pc)
		if len(b) >= pageSize {
			head := bytes.Clone(b[:pageSize])
			if size, _ := extent(head); size > 0 && size < maxCopy {
				ask(newImage(bytes.NewReader(b[:min(size, uint64(len(b)))])), pc)
			}
		}
	})
}

func ask(img *image, pc uint64) {
	if img == nil {
		return
	}
	img.debug = img // no other files
	_ = img.miniDebug()
	_, _ = img.debugLink()
	_ = img.buildID()
	pcs := []uint64{pc, img.file.Entry}
	if v, ok := img.vaddr(pc); ok {
		pcs = append(pcs, v)
	}
	for _, pc := range pcs {
		_ = img.symbol(pc)
		_ = img.row(pc)
		_, _ = new(Unwinder).line(img, pc)
	}
	for i := range min(20, len(img.symbols.funcs)) {
		_ = img.symbol(img.symbols.funcs[i].value)
		_ = img.row(img.symbols.funcs[i].value)
	}
}

// FuzzWalk walks over a stack and registers that are its input, in a program
// of real call frame information: the walk ends.
func FuzzWalk(f *testing.F) {
	var images []*image
	for _, b := range programs(f) {
		img := newImage(bytes.NewReader(b))
		img.debug = img
		images = append(images, img)
	}
	for ip := range uint64(64) {
		f.Add([]byte("\x10\x70\x00\x00\x00\x00\x00\x00\x10\x10\x01\x00\x00\x00\x00\x00\x20\x70\x00\x00\x00\x00\x00\x00"), 0x11000+ip, uint64(0x7000), uint64(0x7010), ip%2 == 1)
	}
	f.Fuzz(func(t *testing.T, stack []byte, ip, sp, bp uint64, narrow bool) {
		var m mem.Snapshot
		m.Add(0x7000, stack)
		for _, img := range images {
			u := New(Options{Limit: MaxLimit})
			u.processes[1] = &process{fresh: true, maps: []mapping{
				{start: 0x10000, end: 0x20000, name: "/program", path: "/program", image: img, tried: true},
				{start: 0x30000, end: 0x40000},
			}}
			var s Stack
			r := trace.Registers{IP: ip, Narrow: narrow}
			for i := range r.General {
				r.General[i] = bp
			}
			r.General[x86SP] = sp
			u.Walk(&s, &trace.Task{TID: 1, PID: 1}, &r, &m)
			if len(s.Frames) > len(stack)+maxTurns+1 {
				t.Errorf("%d frames in %d bytes", len(s.Frames), len(stack))
			}
		}
	})
}

// FuzzUnxz decompresses its input.
func FuzzUnxz(f *testing.F) {
	b, _ := base64.StdEncoding.DecodeString(compressed)
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		if got := unxz(b); len(got) > maxSection {
			t.Errorf("%d bytes", len(got))
		}
	})
}

// FuzzMaps parses its input as a line of /proc/PID/maps.
func FuzzMaps(f *testing.F) {
	f.Add([]byte("7f0c1f2a5000-7f0c1f3fb000 r-xp 00026000 fe:00 1835     /usr/lib/x86_64-linux-gnu/libc.so.6"))
	f.Fuzz(func(t *testing.T, line []byte) {
		m, _ := New(Options{}).parseMapping(line)
		if strings.ContainsAny(m.path, "\x1b\n") {
			t.Errorf("%q", m.path)
		}
	})
}

// programs are small ELF files, as far as there are tools to make them.
func programs(tb testing.TB) (all [][]byte) {
	const source = "static int f(int n) { return n + 1; }\nvoid _start(void) { for (;;) f(1); }\n"
	for i, flags := range []string{"-O0 -g", "-O0 -g -gdwarf-4 -m32", "-O0 -g -static -fno-asynchronous-unwind-tables -gz", "-O0 -s -Wl,--build-id"} {
		name := filepath.Join(tb.TempDir(), string(rune('a'+i)))
		cmd := exec.Command("gcc", append(strings.Fields(flags), "-nostdlib", "-ffreestanding", "-x", "c", "-", "-o", name)...)
		cmd.Stdin = strings.NewReader(source)
		if cmd.Run() != nil {
			continue
		}
		if b, err := os.ReadFile(name); err == nil {
			all = append(all, b)
		}
	}
	return all
}
