package unwind

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gostrace/internal/mem"
	"gostrace/internal/trace"
)

// deepProgram sleeps, 80 calls deep.
const deepProgram = `
#include <unistd.h>
__attribute__((noinline)) int recurse(int n) { return n ? recurse(n - 1) + 1 : pause(); }
int main(void) { return recurse(80); }
`

// A target is a process that sleeps in a system call, and what Walk needs of it.
type target struct {
	task *trace.Task
	regs trace.Registers
	mem  *mem.Live
}

// start compiles and starts a program that calls pause. What the kernel shows
// in /proc/PID/syscall is enough to walk its stack: nobody need be traced.
func start(tb testing.TB, source string) *target {
	tb.Helper()
	dir := tb.TempDir()
	name := filepath.Join(dir, "deep")
	if _, err := exec.LookPath("gcc"); err != nil {
		tb.Skip("gcc is not installed")
	}
	gcc := exec.Command("gcc", "-O1", "-g", "-fno-optimize-sibling-calls", "-x", "c", "-", "-o", name)
	gcc.Stdin = strings.NewReader(source)
	if out, err := gcc.CombinedOutput(); err != nil {
		tb.Fatalf("gcc: %v\n%s", err, out)
	}
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	pid := cmd.Process.Pid
	t := &target{task: &trace.Task{TID: pid, PID: pid}, mem: &mem.Live{PID: pid}}
	const pause = 34
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(time.Millisecond) {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/syscall", pid))
		if err != nil {
			tb.Skipf("no /proc/PID/syscall here: %v", err)
		}
		f := bytes.Fields(text)
		if len(f) == 9 && string(f[0]) == fmt.Sprint(pause) {
			if _, err := fmt.Sscanf(string(f[7])+" "+string(f[8]), "0x%x 0x%x", &t.regs.General[x86SP], &t.regs.IP); err != nil {
				tb.Fatal(err)
			}
			return t
		}
		if time.Now().After(deadline) {
			tb.Fatalf("%s does not sleep: %s", name, text)
		}
	}
}

// TestWalk: every call of the recursion is there, by name and line.
func TestWalk(t *testing.T) {
	p := start(t, deepProgram)
	u := New(Options{Source: true})
	var s Stack
	u.Walk(&s, p.task, &p.regs, p.mem)
	depth, main := 0, 0
	for _, f := range s.Frames {
		switch f.Symbol {
		case "recurse":
			depth++
			if f.Line != 3 || !strings.HasSuffix(f.File, "<stdin>") {
				t.Errorf("recurse is at %s:%d", f.File, f.Line)
			}
		case "main":
			main++
			if f.Line != 4 {
				t.Errorf("main is at %s:%d", f.File, f.Line)
			}
		}
	}
	if depth != 81 || main != 1 || s.More {
		t.Errorf("%d frames of recurse, %d of main, more: %v", depth, main, s.More)
		for _, f := range s.Frames {
			t.Logf("%+v", f)
		}
	}
}

// TestWalkLimit: a limit that is exactly the depth hides nothing.
func TestWalkLimit(t *testing.T) {
	p := start(t, deepProgram)
	var s Stack
	New(Options{}).Walk(&s, p.task, &p.regs, p.mem)
	all := len(s.Frames)
	for _, limit := range []int{1, all - 1, all, all + 1} {
		New(Options{Limit: limit}).Walk(&s, p.task, &p.regs, p.mem)
		if len(s.Frames) != min(limit, all) || s.More != (limit < all) {
			t.Errorf("limit %d of %d: %d frames, more: %v", limit, all, len(s.Frames), s.More)
		}
	}
}

// TestWalkAllocates: nothing, once everything is known.
func TestWalkAllocates(t *testing.T) {
	p := start(t, deepProgram)
	u := New(Options{Source: true})
	var s Stack
	u.Walk(&s, p.task, &p.regs, p.mem)
	if n := testing.AllocsPerRun(20, func() {
		p.mem.Reset()
		u.Walk(&s, p.task, &p.regs, p.mem)
	}); n != 0 {
		t.Errorf("%v allocations in a walk of %d frames", n, len(s.Frames))
	}
}

// BenchmarkWalk walks a stack of 87 frames: known ones, ones that are looked up
// for the first time, and known ones after a change of the map.
func BenchmarkWalk(b *testing.B) {
	p := start(b, deepProgram)
	var s Stack
	u := New(Options{})
	u.Walk(&s, p.task, &p.regs, p.mem)
	b.Run("warm", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p.mem.Reset()
			u.Walk(&s, p.task, &p.regs, p.mem)
		}
		b.ReportMetric(float64(len(s.Frames)), "frames")
	})
	b.Run("remapped", func(b *testing.B) {
		for b.Loop() {
			p.mem.Reset()
			u.Remapped(p.task.PID)
			u.Walk(&s, p.task, &p.regs, p.mem)
		}
	})
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			p.mem.Reset()
			u := New(Options{})
			u.Walk(&s, p.task, &p.regs, p.mem)
			for _, img := range u.images {
				img.close()
			}
		}
	})
}

// TestCopied: what a file that can't be opened has in memory is enough to walk
// on, and for the names that the dynamic linker knows.
func TestCopied(t *testing.T) {
	p := start(t, deepProgram)
	u := New(Options{})
	var fromFile, fromMemory Stack
	u.Walk(&fromFile, p.task, &p.regs, p.mem)
	for i := range u.processes[p.task.PID].maps {
		m := &u.processes[p.task.PID].maps[i]
		if m.image = u.copied(m, p.mem); m.image == nil && m.path != "[vsyscall]" {
			t.Errorf("no image of %s", m.path)
		}
		m.tried = true
	}
	u.Walk(&fromMemory, p.task, &p.regs, p.mem)
	if len(fromFile.Frames) != len(fromMemory.Frames) {
		t.Fatalf("%d frames, and with copies %d", len(fromFile.Frames), len(fromMemory.Frames))
	}
	named := 0
	for i := range fromFile.Frames {
		a, b := fromFile.Frames[i], fromMemory.Frames[i]
		if a.PC != b.PC || a.Path != b.Path || a.Addr != b.Addr {
			t.Errorf("frame %d: %+v, and with copies %+v", i, a, b)
		}
		if b.Symbol != "" {
			named++
		}
	}
	if first := fromMemory.Frames[0]; !strings.HasSuffix(first.Symbol, "pause") || named < 2 {
		t.Errorf("%d names, the first %q", named, first.Symbol)
	}
}
