package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cilium/ebpf"
	"github.com/cilium/ebpf/asm"
	"github.com/cilium/ebpf/btf"

	"gostrace/internal/gen/emit"
	"gostrace/internal/gen/factfile"
)

func main() { emit.Main("ebpf", run) }

const sumFile = "zcapture.sum"

func run(check bool) error {
	root, err := factfile.Root()
	if err != nil {
		return err
	}
	if err := fresh(root); err != nil {
		return err
	}
	spec, err := loadCapture()
	if err != nil {
		return err
	}
	w := writer{spec: spec, maps: map[string]int{}}
	if err := w.write(); err != nil {
		return err
	}
	set := emit.Open("ebpf", filepath.Join(root, "internal", "ebpf"), check)
	err = errors.Join(set.File("zprograms.go", w.source.Bytes()), set.Raw("zprograms.bin", w.blob.Bytes()))
	return errors.Join(err, set.Close("z*"))
}

// fresh checks that the object was made of the source as it is. With
// GOSTRACE_BPF_COMPILED set, bpf2go has just made it: the checksum is written.
func fresh(root string) error {
	sources, err := filepath.Glob(filepath.Join(root, "internal", "ebpf", "kernel", "*.[ch]"))
	if err != nil {
		return err
	}
	slices.Sort(sources)
	h := sha256.New()
	for _, name := range sources {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(h, "%s %d\n", filepath.Base(name), len(text))
		h.Write(text)
	}
	sum := fmt.Sprintf("%x\n", h.Sum(nil))
	path := filepath.Join(root, "internal", "gen", "ebpf", sumFile)
	if os.Getenv("GOSTRACE_BPF_COMPILED") != "" {
		return os.WriteFile(path, []byte(sum), 0o644)
	}
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if string(old) != sum {
		return fmt.Errorf("internal/ebpf/kernel has changed since it was compiled: run make bpf, which needs clang")
	}
	return nil
}

// A writer collects the tables of package ebpf.
type writer struct {
	spec   *ebpf.CollectionSpec
	maps   map[string]int // index in the table
	source bytes.Buffer
	blob   bytes.Buffer
}

// index poses as the map of that index in the table.
type index int

func (i index) FD() int { return int(i) }

func (w *writer) write() error {
	w.source.WriteString("package ebpf\n\n")
	names := make([]string, 0, len(w.spec.Maps))
	for name := range w.spec.Maps {
		names = append(names, name)
	}
	slices.Sort(names)
	w.source.WriteString("const (\n")
	for i, name := range names {
		w.maps[name] = i
		fmt.Fprintf(&w.source, "\tmap%s = %d\n", exported(name), i)
	}
	w.source.WriteString(")\n\n// maps are how the maps are made.\nvar maps = [...]mapSpec{\n")
	for _, name := range names {
		m := w.spec.Maps[name]
		flags := m.Flags
		fmt.Fprintf(&w.source, "\t{name: %q, typ: %d, key: %d, value: %d, entries: %d, flags: %#x},\n",
			strings.TrimPrefix(name, "."), uint32(m.Type), m.KeySize, m.ValueSize, m.MaxEntries, flags)
	}
	w.source.WriteString("}\n\n")
	names = names[:0]
	for name := range w.spec.Programs {
		names = append(names, name)
	}
	slices.Sort(names)
	w.source.WriteString("const (\n")
	for i, name := range names {
		fmt.Fprintf(&w.source, "\tprogram%s = %d\n", exported(name), i)
	}
	w.source.WriteString(")\n\n// programs are where the programs are in zprograms.bin.\nvar programs = [...]programSpec{\n")
	for _, name := range names {
		if err := w.program(name, w.spec.Programs[name]); err != nil {
			return fmt.Errorf("program %s: %w", name, err)
		}
	}
	w.source.WriteString("}\n")
	return nil
}

// exported returns a map's or program's name for use within a Go name.
func exported(name string) string {
	var b strings.Builder
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '_' || r == '.' }) {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// program links one program and writes its row.
func (w *writer) program(name string, p *ebpf.ProgramSpec) error {
	insns := slices.Clone(p.Instructions)
	var relocs []uint32 // instruction, map
	offset := 0
	for i := range insns {
		insns[i] = insns[i].WithSource(nil)
		if ref := insns[i].Reference(); ref != "" && insns[i].IsLoadFromMap() {
			m, ok := w.maps[ref]
			if !ok {
				return fmt.Errorf("there is no map %s", ref)
			}
			if err := insns[i].AssociateMap(index(m)); err != nil {
				return err
			}
			relocs = append(relocs, uint32(offset), uint32(m))
		}
		offset += int(insns[i].Size()) / asm.InstructionSize
	}
	builder, err := btf.NewBuilder(nil, nil)
	if err != nil {
		return err
	}
	funcs, _, err := btf.MarshalExtInfos(insns, builder)
	if err != nil {
		return err
	}
	types, err := builder.Marshal(nil, btf.KernelMarshalOptions())
	if err != nil {
		return err
	}
	var code bytes.Buffer
	if err := insns.Marshal(&code, binary.LittleEndian); err != nil {
		return err
	}
	fmt.Fprintf(&w.source, "\t{name: %q, tracepoint: %q, code: %s, funcs: %s, types: %s, relocs: []reloc{",
		name, strings.TrimPrefix(p.AttachTo, "raw_tp/"), w.part(code.Bytes()), w.part(funcs), w.part(types))
	for i := 0; i < len(relocs); i += 2 {
		fmt.Fprintf(&w.source, "{%d, %d},", relocs[i], relocs[i+1])
	}
	w.source.WriteString("}},\n")
	return nil
}

// part appends b to the blob and returns where it is as a Go literal.
func (w *writer) part(b []byte) string {
	for w.blob.Len()%8 != 0 {
		w.blob.WriteByte(0)
	}
	from := w.blob.Len()
	w.blob.Write(b)
	return fmt.Sprintf("part{%d, %d}", from, w.blob.Len())
}
