package ebpf

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"
)

// types writes the description of structures, in the kernel's format.
type types struct {
	b     bytes.Buffer
	names bytes.Buffer
}

func (w *types) name(name string) uint32 {
	if w.names.Len() == 0 {
		w.names.WriteByte(0)
	}
	at := bytes.Index(w.names.Bytes(), append(append([]byte{0}, name...), 0))
	if at >= 0 {
		return uint32(at + 1)
	}
	off := w.names.Len()
	w.names.WriteString(name + "\x00")
	return uint32(off)
}

func (w *types) put(v ...uint32) {
	for _, x := range v {
		_ = binary.Write(&w.b, binary.LittleEndian, x) // to memory
	}
}

type member struct {
	name string
	off  uint32 // bytes
}

func (w *types) structure(name string, members ...member) {
	w.put(w.name(name), kindStruct<<24|uint32(len(members)), 4096)
	for _, m := range members {
		w.put(w.name(m.name), 0, 8*m.off)
	}
}

func (w *types) file() *bytes.Reader {
	head := binary.LittleEndian.AppendUint16(nil, 0xeb9f)
	head = append(head, 1, 0)
	for _, v := range []uint32{24, 0, uint32(w.b.Len()), uint32(w.b.Len()), uint32(w.names.Len())} {
		head = binary.LittleEndian.AppendUint32(head, v)
	}
	return bytes.NewReader(append(append(head, w.b.Bytes()...), w.names.Bytes()...))
}

// TestOffsets finds members behind types of other kinds, and in more than one read.
func TestOffsets(t *testing.T) {
	w := new(types)
	w.name("not_pid") // a name that ends like another
	w.put(w.name("int"), kindInt<<24, 4, 0)
	w.put(0, kindArray<<24, 0, 1, 1, 7)
	w.structure("unrelated", member{"pid", 77})
	for i := range 20000 { // beyond the first read
		w.put(0, kindPtr<<24, uint32(i))
	}
	w.structure("thread_info", member{"flags", 0}, member{"status", 16})
	w.structure("sched_entity", member{"load", 0}, member{"exec_start", 48}, member{"sum_exec_runtime", 56})
	w.structure("task_struct", member{"thread_info", 0}, member{"not_pid", 8}, member{"se", 128}, member{"exit_code", 1000},
		member{"pid", 2000}, member{"tgid", 2004}, member{"signal", 3000})
	w.structure("signal_struct", member{"live", 4}, member{"group_exit_code", 8}, member{"flags", 12})
	got, err := findOffsets(w.file())
	want := offsets{pid: 2000, tgid: 2004, exitCode: 1000, sched: 128 + 48, status: 16, signal: 3000, flags: 12, groupExit: 8, live: 4}
	if err != nil || got != want {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
}

// TestOffsetsOfOddFiles: what is missing or broken is an error.
func TestOffsetsOfOddFiles(t *testing.T) {
	w := new(types)
	w.structure("task_struct", member{"pid", 0})
	if o, err := findOffsets(w.file()); err == nil {
		t.Errorf("without tgid: %+v", o)
	}
	text := make([]byte, w.file().Len())
	if _, err := w.file().ReadAt(text, 0); err != nil {
		t.Fatal(err)
	}
	for n := range text {
		if o, err := findOffsets(bytes.NewReader(text[:n])); err == nil {
			t.Errorf("the first %d bytes: %+v", n, o)
		}
	}
}

// TestKernelOffsets: this machine's kernel is understood.
func TestKernelOffsets(t *testing.T) {
	o, err := kernelOffsets()
	if err != nil {
		if _, e := os.Stat(btfPath); e != nil {
			t.Skip(e)
		}
		t.Fatal(err)
	}
	if o.tgid != o.pid+4 {
		t.Errorf("pid at %d, tgid at %d: they have stood side by side so far", o.pid, o.tgid)
	}
}

func BenchmarkKernelOffsets(b *testing.B) {
	for b.Loop() {
		if _, err := kernelOffsets(); err != nil {
			b.Skip(err)
		}
	}
}
