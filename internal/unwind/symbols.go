package unwind

import (
	"debug/elf"
	"encoding/binary"
	"slices"
	"sort"

	"github.com/ianlancetaylor/demangle"
)

const (
	maxNames = 1 << 14 // demangled names of a file that are kept
	maxName  = 1 << 12 // bytes of a name
	maxTries = 256     // functions that begin before an address and are asked whether they hold it
)

// A symbolTable finds functions by address.
type symbolTable struct {
	loaded bool
	funcs  []function // by value, then as in the file
	names  []byte
	made   map[uint32]*symbol // by index in funcs
}

// A function is an entry of a symbol table.
type function struct {
	value uint64
	size  uint32
	name  uint32 // offset in names
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
	if uint64(off) >= uint64(len(t.names)) {
		return ""
	}
	b := t.names[off:]
	b = b[:min(len(b), maxName)]
	if i := slices.Index(b, 0); i >= 0 {
		b = b[:i]
	}
	return printable(demangle.Filter(string(b)))
}

// load reads .symtab, or where that was stripped .dynsym.
func (t *symbolTable) load(img *image) {
	t.loaded = true
	for _, typ := range [...]elf.SectionType{elf.SHT_SYMTAB, elf.SHT_DYNSYM} {
		for _, s := range img.file.Sections {
			if s.Type == typ && s.Size <= maxSection && int(s.Link) < len(img.file.Sections) {
				names := img.file.Sections[s.Link]
				if names.Size > maxSection {
					continue
				}
				table, err := s.Data()
				if err != nil {
					continue
				}
				if t.names, err = names.Data(); err == nil {
					t.funcs = functions(table, img.wide)
				}
				if len(t.funcs) > 0 {
					return
				}
			}
		}
	}
}

// functions returns the functions of a symbol table, sorted.
func functions(table []byte, wide bool) []function {
	order := binary.LittleEndian
	size := elf.Sym32Size
	if wide {
		size = elf.Sym64Size
	}
	var fs []function
	for ; len(table) >= size; table = table[size:] {
		f := function{name: order.Uint32(table)}
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
	slices.SortStableFunc(fs, func(a, b function) int {
		switch {
		case a.value < b.value:
			return -1
		case a.value > b.value:
			return 1
		}
		return 0
	})
	return slices.Clip(fs)
}
