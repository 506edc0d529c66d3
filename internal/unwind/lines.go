package unwind

import (
	"debug/dwarf"
	"debug/gosym"
	"fmt"
	"slices"
	"sort"
)

const (
	maxDebug = 1 << 30 // bytes of all debugging sections of a file, decompressed
	maxUnits = 1 << 20 // compilation units of a file
	maxLines = 4 << 20 // rows of the line tables of a file that are kept
)

// A lineTable finds files and lines by address.
type lineTable struct {
	data   *dwarf.Data  // nil: there is none
	golang *gosym.Table // of a Go program, without data
	units  []unitRange  // sorted
	made   map[dwarf.Offset]*unitLines
	rows   int // in made
}

// A unitRange is code of a compilation unit.
type unitRange struct {
	start, end uint64
	unit       dwarf.Offset
}

// unitLines are the lines of a compilation unit.
type unitLines struct {
	files []string
	rows  []lineRow // by address
}

// A lineRow says that code from addr on is of a line; file is negative if nobody knows.
type lineRow struct {
	addr uint64
	file int32
	line int32
}

// line returns the file and line of pc, an address in the file; "" if unknown.
func (u *Unwinder) line(img *image, pc uint64) (string, int) {
	d := img.debugImage()
	if d.lines == nil {
		var err error
		if d.lines, err = newLineTable(d); err != nil && u.Complain != nil {
			u.Complain(fmt.Errorf("reading the debugging information of %s: %w", printable(d.path), err))
		}
	}
	return d.lines.find(pc)
}

var errTooBig = fmt.Errorf("it has more than %d MB", maxDebug>>20)

// newLineTable returns an empty table with its error.
func newLineTable(img *image) (*lineTable, error) {
	t := &lineTable{made: map[dwarf.Offset]*unitLines{}}
	info := img.file.Section(".debug_info")
	if info == nil {
		if info = img.file.Section(".zdebug_info"); info == nil {
			t.golang = img.goTable()
			return t, nil
		}
	}
	var size uint64
	for _, s := range img.file.Sections {
		if len(s.Name) > 6 && s.Name[:6] == ".debug" {
			size += min(s.Size, maxDebug)
		}
	}
	if size > maxDebug {
		return t, errTooBig
	}
	data, err := img.file.DWARF()
	if err != nil {
		return t, err
	}
	b, err := info.Data()
	if err != nil {
		return t, err
	}
	t.data = data
	t.index(b)
	return t, nil
}

// index finds the compilation units of .debug_info, b, and what code they are
// of. Their headers are walked here, as dwarf.Reader would look at all that is
// between them.
func (t *lineTable) index(b []byte) {
	r := t.data.Reader()
	in := reader{b: b}
	for at := uint64(0); len(in.b) > 0 && len(t.units) < maxUnits; at = in.addr {
		size := uint64(in.u32())
		if size == 0xffffffff {
			size = in.u64()
		}
		in.skip(size)
		if in.bad {
			break
		}
		header := unitHeader(b[at:])
		if header == 0 {
			continue
		}
		r.Seek(dwarf.Offset(at + header))
		e, err := r.Next()
		if err != nil || e == nil || e.Tag != dwarf.TagCompileUnit && e.Tag != dwarf.TagSkeletonUnit {
			continue
		}
		ranges, err := t.data.Ranges(e)
		if err != nil {
			continue
		}
		for _, g := range ranges {
			if g[0] < g[1] {
				t.units = append(t.units, unitRange{g[0], g[1], e.Offset})
			}
		}
	}
	slices.SortFunc(t.units, func(a, b unitRange) int { return compareAddr(a.start, b.start) })
}

// unitHeader returns the size of the header of a compilation unit (DWARF 5,
// 7.5.1); 0 for units of another sort.
func unitHeader(b []byte) uint64 {
	r := reader{b: b}
	word := uint64(4)
	if r.u32() == 0xffffffff {
		r.u64()
		word = 8
	}
	version := r.u16()
	if version < 5 {
		r.skip(word + 1)
	} else {
		const compile, skeleton = 1, 4
		typ := r.u8()
		if typ != compile && typ != skeleton {
			return 0
		}
		r.skip(1 + word)
		if typ == skeleton {
			r.skip(8)
		}
	}
	if r.bad {
		return 0
	}
	return r.addr
}

func compareAddr(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (t *lineTable) find(pc uint64) (string, int) {
	if t.golang != nil {
		file, line, _ := t.golang.PCToLine(pc)
		if line <= 0 {
			return "", 0
		}
		return printable(file), line
	}
	i := sort.Search(len(t.units), func(i int) bool { return t.units[i].start > pc }) - 1
	if i < 0 || pc >= t.units[i].end {
		return "", 0
	}
	u := t.unit(t.units[i].unit)
	j := sort.Search(len(u.rows), func(j int) bool { return u.rows[j].addr > pc }) - 1
	if j < 0 || u.rows[j].file < 0 || u.rows[j].line <= 0 {
		return "", 0
	}
	return u.files[u.rows[j].file], int(u.rows[j].line)
}

// unit returns the lines of the unit at off, read once.
func (t *lineTable) unit(off dwarf.Offset) *unitLines {
	if u := t.made[off]; u != nil {
		return u
	}
	if t.rows > maxLines {
		t.made, t.rows = map[dwarf.Offset]*unitLines{}, 0
	}
	u := &unitLines{}
	t.made[off] = u
	r := t.data.Reader()
	r.Seek(off)
	e, err := r.Next()
	if err != nil || e == nil {
		return u
	}
	lines, err := t.data.LineReader(e)
	if err != nil || lines == nil {
		return u
	}
	numbers := map[*dwarf.LineFile]int32{}
	var le dwarf.LineEntry
	for len(u.rows) < maxLines && lines.Next(&le) == nil {
		row := lineRow{addr: le.Address, file: -1}
		if !le.EndSequence && le.File != nil {
			n, ok := numbers[le.File]
			if !ok {
				n = int32(len(u.files))
				numbers[le.File] = n
				u.files = append(u.files, printable(le.File.Name))
			}
			row.file, row.line = n, int32(min(le.Line, 1<<31-1))
		}
		u.rows = append(u.rows, row)
	}
	// Of two rows for an address the later counts; an end gives way to a beginning.
	slices.SortStableFunc(u.rows, func(a, b lineRow) int {
		if c := compareAddr(a.addr, b.addr); c != 0 {
			return c
		}
		return int(min(a.file, 0) - min(b.file, 0))
	})
	t.rows += len(u.rows)
	return u
}
