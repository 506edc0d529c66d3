package unwind

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"io"
	"slices"
	"sort"
)

const (
	maxNames = 1 << 14 // demangled names of a file that are kept
	maxName  = 1 << 12 // bytes of a name
	maxTries = 256     // functions that begin before an address and are asked whether they hold it
)

// A symbolTable finds functions by address.
type symbolTable struct {
	loaded bool
	funcs  []function         // by value, then as in the file
	names  io.ReaderAt        // may be long, so it is read when needed
	made   map[uint32]*symbol // by index in funcs
}

// A function is an entry of a symbol table.
type function struct {
	value uint64
	size  uint32
	name  uint32 // offset in names
	index uint32 // in the file
}

// A symbol is a function with its name for people.
type symbol struct {
	value uint64
	name  string
}

// symbol returns the function at pc, an address in the file, or nil. The names
// are those of the separate file for debugging, if there is one.
func (img *image) symbol(pc uint64) *symbol {
	if d := img.debugImage(); d != nil && d != img {
		if s := d.symbols.find(d, pc); s != nil {
			return s
		}
	}
	return img.symbols.find(img, pc)
}

func (t *symbolTable) find(img *image, pc uint64) *symbol {
	if !t.loaded {
		t.load(img)
	}
	i := sort.Search(len(t.funcs), func(i int) bool { return t.funcs[i].value > pc }) - 1
	found := -1
	for tries := 0; i >= 0 && tries < maxTries; i, tries = i-1, tries+1 {
		f := &t.funcs[i]
		if found >= 0 && f.value != t.funcs[found].value {
			break
		}
		if pc-f.value < uint64(f.size) {
			found = i
		}
	}
	if found < 0 {
		return nil
	}
	return t.symbol(uint32(found))
}

// symbol returns function i with its name.
func (t *symbolTable) symbol(i uint32) *symbol {
	if s := t.made[i]; s != nil {
		return s
	}
	if t.made == nil || len(t.made) >= maxNames {
		t.made = map[uint32]*symbol{}
	}
	f := &t.funcs[i]
	s := &symbol{value: f.value, name: t.name(f.name)}
	t.made[i] = s
	return s
}

// name returns the name at offset off, demangled.
func (t *symbolTable) name(off uint32) string {
	b := make([]byte, 128)
	for {
		n, _ := t.names.ReadAt(b, int64(off))
		if i := bytes.IndexByte(b[:n], 0); i >= 0 || n < len(b) || n >= maxName {
			if i >= 0 {
				n = i
			}
			return printable(demangled(string(b[:n])))
		}
		b = make([]byte, 8*len(b))
	}
}

// load reads .symtab, or where that was stripped .dynsym.
func (t *symbolTable) load(img *image) {
	t.loaded = true
	if img.file.Section(".symtab") == nil {
		if t.loadGo(img); len(t.funcs) > 0 {
			return
		}
	}
	for _, typ := range [...]elf.SectionType{elf.SHT_SYMTAB, elf.SHT_DYNSYM} {
		for _, s := range img.file.Sections {
			if s.Type == typ && s.Size <= maxSection && int(s.Link) < len(img.file.Sections) {
				names := img.file.Sections[s.Link]
				if names.ReaderAt == nil {
					continue // compressed, which only a hostile file's are
				}
				table, err := s.Data()
				if err != nil {
					continue
				}
				t.names = names
				if t.funcs = functions(table, img.wide); len(t.funcs) > 0 {
					return
				}
			}
		}
	}
	if len(img.file.Sections) == 0 {
		t.loadDynamic(img)
	}
}

// loadDynamic reads what the dynamic linker would: in memory there are no
// sections. Nothing says how long the symbol table is, but linkers put the names behind it.
func (t *symbolTable) loadDynamic(img *image) {
	var table, names, size uint64
	for _, p := range img.file.Progs {
		if p.Type != elf.PT_DYNAMIC {
			continue
		}
		b := make([]byte, min(p.Filesz, pageSize))
		r := reader{b: b[:img.readAddr(b, p.Vaddr)], wide: img.wide}
		for len(r.b) > 0 && !r.bad {
			switch tag, v := elf.DynTag(r.address()), r.address(); tag {
			case elf.DT_SYMTAB:
				table = v
			case elf.DT_STRTAB:
				names = v
			case elf.DT_STRSZ:
				size = v
			}
		}
	}
	// The dynamic linker has made addresses in memory of them.
	if base := img.base; table >= base && names >= base {
		table, names = table-base, names-base
	}
	if names <= table || names-table > maxSection || size > maxSection {
		return
	}
	read := func(addr, n uint64) []byte {
		b := make([]byte, n)
		return b[:img.readAddr(b, addr)]
	}
	t.names = bytes.NewReader(read(names, size))
	t.funcs = functions(read(table, names-table), img.wide)
}

// functions returns the functions of a symbol table, sorted.
func functions(table []byte, wide bool) []function {
	order := binary.LittleEndian
	size := elf.Sym32Size
	if wide {
		size = elf.Sym64Size
	}
	fs := make([]function, 0, len(table)/size)
	for i := uint32(0); len(table) >= size; i, table = i+1, table[size:] {
		f := function{name: order.Uint32(table), index: i}
		var info byte
		var section uint16
		if wide {
			info, section = table[4], order.Uint16(table[6:])
			f.value = order.Uint64(table[8:])
			f.size = uint32(min(order.Uint64(table[16:]), 1<<32-1))
		} else {
			f.value, f.size = uint64(order.Uint32(table[4:])), order.Uint32(table[8:])
			info, section = table[12], order.Uint16(table[14:])
		}
		if elf.ST_TYPE(info) == elf.STT_FUNC && elf.SectionIndex(section) != elf.SHN_UNDEF && f.size > 0 {
			fs = append(fs, f)
		}
	}
	sortFunctions(fs)
	return slices.Clip(fs)
}

func sortFunctions(fs []function) {
	slices.SortFunc(fs, func(a, b function) int {
		if c := compareAddr(a.value, b.value); c != 0 {
			return c
		}
		return compareAddr(uint64(a.index), uint64(b.index))
	})
}
