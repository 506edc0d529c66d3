package ebpf

import (
	_ "embed" // for zprograms.bin
	"fmt"
	"os"
	"strings"
	"sync"
	"syscall"
	"unsafe"
)

//go:embed zprograms.bin
var blob string

// part is where something is in blob.
type part struct{ from, to int }

func (p part) start() uint64 {
	return uint64(uintptr(unsafe.Pointer(unsafe.StringData(blob[p.from:]))))
}
func (p part) len() uint32 { return uint32(p.to - p.from) }

// mapSpec says how a map is made, in the words of bpf(2).
type mapSpec struct {
	name                            string
	typ, key, value, entries, flags uint32
}

// programSpec says where a program is: its code, which function begins where,
// the types of those functions, and which instructions load which map.
type programSpec struct {
	name, tracepoint   string
	code, funcs, types part
	relocs             []reloc
}

type reloc struct{ insn, m int }

// insnSize is the size of an instruction, funcSize that of a bpf_func_info (linux/bpf.h).
const insnSize, funcSize = 8, 8

// kernel is what is loaded.
type kernel struct {
	maps  [len(maps)]kernelMap // -1: not made
	links []int                // attached programs
	progs []int
	areas [][]byte // mapped
}

func newKernel() *kernel {
	k := new(kernel)
	for i := range k.maps {
		k.maps[i] = -1
	}
	return k
}

// close detaches the programs and forgets the maps.
func (k *kernel) close() {
	k.detach()
	for _, a := range k.areas {
		_ = syscall.Munmap(a) // ours, whole
	}
	for i, m := range k.maps {
		if m >= 0 {
			syscall.Close(int(m))
			k.maps[i] = -1
		}
	}
	k.areas = nil
}

// detach ends the programs; the maps remain.
func (k *kernel) detach() {
	for _, fd := range append(k.links, k.progs...) {
		syscall.Close(fd)
	}
	k.links, k.progs = nil, nil
}

// create makes map i with that many entries; 0: as many as its spec says.
func (k *kernel) create(i int, entries uint32) error {
	s := &maps[i]
	if entries == 0 {
		entries = s.entries
	}
	a := &mapCreate{typ: s.typ, key: s.key, value: s.value, entries: entries, flags: s.flags, name: objectName(s.name)}
	fd, errno := bpf(cmdMapCreate, a)
	if errno != 0 {
		return &KernelError{doing: "making the map " + s.name, errno: errno}
	}
	k.maps[i] = kernelMap(fd)
	return nil
}

// mapping returns the memory of map i, an array that was made with entries entries.
func (k *kernel) mapping(i int, entries uint32) ([]byte, error) {
	size := int(maps[i].value) * int(entries)
	b, err := syscall.Mmap(int(k.maps[i]), 0, (size+4095)&^4095, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	if err != nil {
		return nil, fmt.Errorf("mapping the map %s: %w", maps[i].name, err)
	}
	k.areas = append(k.areas, b)
	return b[:size], nil
}

// configure writes the configuration, which the programs take for constants.
func (k *kernel) configure(c *config) error {
	if int(maps[mapRodata].value) != int(unsafe.Sizeof(*c)) {
		return fmt.Errorf("internal error: the configuration has %d bytes, not %d", maps[mapRodata].value, unsafe.Sizeof(*c))
	}
	key := new(uint32)
	if errno := k.maps[mapRodata].update(key, unsafe.Pointer(c), updateAny); errno != 0 {
		return &KernelError{doing: "configuring the programs", errno: errno}
	}
	a := &mapElem{fd: uint32(k.maps[mapRodata])}
	if _, errno := bpf(cmdMapFreeze, a); errno != 0 {
		return &KernelError{doing: "freezing the configuration", errno: errno}
	}
	return nil
}

// load has the kernel verify programs, on as many processors as there are.
func (k *kernel) load(which []int) error {
	fds := make([]int, len(which))
	errs := make([]error, len(which))
	var wait sync.WaitGroup
	for i, p := range which {
		wait.Go(func() { fds[i], errs[i] = k.program(&programs[p]) })
	}
	wait.Wait()
	var err error
	for i := range fds {
		if errs[i] != nil {
			err = errs[i]
			continue
		}
		k.progs = append(k.progs, fds[i])
	}
	return err
}

// program loads one program.
func (k *kernel) program(s *programSpec) (int, error) {
	code := []byte(blob[s.code.from:s.code.to])
	for _, r := range s.relocs {
		*(*int32)(unsafe.Pointer(&code[r.insn*insnSize+4])) = int32(k.maps[r.m])
	}
	b := &btfLoad{btf: s.types.start(), size: s.types.len()}
	types, errno := bpf(cmdBTFLoad, b)
	if errno != 0 {
		return 0, &KernelError{doing: "loading the types of the program " + s.name, errno: errno}
	}
	defer syscall.Close(types)
	license := []byte("Dual BSD/GPL\x00")
	a := &progLoad{
		typ: progRawTracepoint, count: uint32(len(code) / insnSize), code: address(&code[0]), license: address(&license[0]),
		name: objectName(s.name), btf: uint32(types),
		funcs: s.funcs.start(), funcSize: funcSize, funcCount: s.funcs.len() / funcSize,
	}
	fd, errno := bpf(cmdProgLoad, a)
	if errno == 0 {
		return fd, nil
	}
	return 0, &KernelError{doing: "loading the program " + s.name, errno: errno, verdict: verdict(a, errno)}
}

// verdict asks the verifier why it refuses a program, and returns its last words.
func verdict(a *progLoad, errno syscall.Errno) string {
	if errno == syscall.EPERM {
		return ""
	}
	log := make([]byte, 1<<20)
	a.logLevel, a.logSize, a.log = 1, uint32(len(log)), address(&log[0])
	if fd, errno := bpf(cmdProgLoad, a); errno == 0 {
		syscall.Close(fd)
	}
	if os.Getenv("GOSTRACE_VERIFIER_LOG") != "" {
		_, _ = os.Stderr.Write(log)
	}
	return lastLine(log)
}

func lastLine(log []byte) string {
	end := 0
	for end < len(log) && log[end] != 0 {
		end++
	}
	lines := strings.Split(string(log[:end]), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if l := lines[i]; l != "" && !strings.HasPrefix(l, "processed ") {
			return l
		}
	}
	return ""
}

// attach lets loaded program i run at its tracepoint.
func (k *kernel) attach(i int, s *programSpec) error {
	name := append([]byte(s.tracepoint), 0)
	a := &rawOpen{name: address(&name[0]), fd: uint32(k.progs[i])}
	fd, errno := bpf(cmdRawOpen, a)
	if errno != 0 {
		return &KernelError{doing: "attaching to the tracepoint " + s.tracepoint, errno: errno}
	}
	k.links = append(k.links, fd)
	return nil
}
