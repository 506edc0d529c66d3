package main

import (
	"debug/dwarf"
	"debug/elf"
	"fmt"
	"io"
	"strings"
)

// A structure is a struct or union, flattened.
type structure struct {
	kind         string // "struct", "union", or "typedef" if it has no tag
	name, header string
	size         int64
	members      []member
	rank         int // see root.owns
}

// A member is located by its dotted path, in which anonymous structures
// and unions do not occur.
type member struct {
	path      string
	off, size int64
	kind      string // u, s, a as in abi.Kind, or b12:3 for 3 bits from bit 12 of the structure
	typ       string // the C type
}

// An alias is a typedef name of a structure that has a tag.
type alias struct{ name, of, header string }

// maxDepth is how many levels of named members a path may have.
const maxDepth = 5

// readDWARF takes the structures and enumerators from f.
func (c *compiler) readDWARF(u *unit, f *elf.File) error {
	d, err := f.DWARF()
	if err != nil {
		return err
	}
	var files []string
	for r := d.Reader(); ; {
		e, err := r.Next()
		if err != nil {
			return err
		}
		if e == nil {
			return nil
		}
		if e.Tag == dwarf.TagCompileUnit {
			if files, err = c.fileHeaders(d, e); err != nil {
				return err
			}
			continue
		}
		if e.Children {
			r.SkipChildren()
		}
		n, ok := e.Val(dwarf.AttrDeclFile).(int64)
		if !ok || int(n) >= len(files) {
			continue
		}
		if rank, ok := u.root.owns(files[n]); ok {
			if err := u.readEntry(d, e, files[n], rank); err != nil {
				return err
			}
		}
	}
}

// fileHeaders returns the headers of a compilation unit by file number.
func (c *compiler) fileHeaders(d *dwarf.Data, cu *dwarf.Entry) ([]string, error) {
	lr, err := d.LineReader(cu)
	if err != nil {
		return nil, err
	}
	var le dwarf.LineEntry
	for lr != nil {
		if err := lr.Next(&le); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
	}
	var headers []string
	for _, f := range lr.Files() {
		h := ""
		if f != nil {
			h = c.header(f.Name)
		}
		headers = append(headers, h)
	}
	return headers, nil
}

func (u *unit) readEntry(d *dwarf.Data, e *dwarf.Entry, header string, rank int) error {
	switch e.Tag {
	case dwarf.TagStructType, dwarf.TagUnionType, dwarf.TagEnumerationType, dwarf.TagTypedef:
	default:
		return nil
	}
	t, err := d.Type(e.Offset)
	if err != nil {
		return err
	}
	switch t := t.(type) {
	case *dwarf.EnumType:
		for _, v := range t.Val {
			u.constants = append(u.constants, constant{v.Name, header, v.Val, v.Val < 0, rank})
		}
	case *dwarf.StructType:
		if t.StructName != "" && !t.Incomplete {
			u.addStruct(t.Kind, t.StructName, header, rank, t)
		}
	case *dwarf.TypedefType:
		if s, ok := t.Type.(*dwarf.StructType); ok && !s.Incomplete {
			if s.StructName == "" {
				u.addStruct("typedef", t.Name, header, rank, s)
			} else {
				u.aliases = append(u.aliases, alias{t.Name, s.StructName, header})
			}
		}
	}
	return nil
}

func (u *unit) addStruct(kind, name, header string, rank int, t *dwarf.StructType) {
	s := structure{kind: kind, name: name, header: header, size: t.ByteSize, rank: rank}
	s.flatten(t, 0, "", 0)
	u.structs = append(u.structs, s)
}

func (s *structure) flatten(t *dwarf.StructType, off int64, prefix string, depth int) {
	for _, f := range t.Field {
		inner, isStruct := strip(f.Type).(*dwarf.StructType)
		if f.Name == "" {
			if isStruct {
				s.flatten(inner, off+f.ByteOffset, prefix, depth)
			}
			continue
		}
		m := member{path: prefix + f.Name, off: off + f.ByteOffset, size: max(f.Type.Size(), 0), kind: loadKind(f.Type), typ: cName(f.Type)}
		if f.BitSize != 0 {
			m.kind = fmt.Sprintf("b%d:%d", off*8+f.DataBitOffset, f.BitSize)
		}
		s.members = append(s.members, m)
		if isStruct && depth < maxDepth {
			s.flatten(inner, off+f.ByteOffset, m.path+".", depth+1)
		}
	}
}

// strip removes typedefs and qualifiers.
func strip(t dwarf.Type) dwarf.Type {
	for {
		switch x := t.(type) {
		case *dwarf.TypedefType:
			t = x.Type
		case *dwarf.QualType:
			t = x.Type
		default:
			return t
		}
	}
}

// loadKind is the abi.Kind of t by its first letter.
func loadKind(t dwarf.Type) string {
	switch strip(t).(type) {
	case *dwarf.IntType, *dwarf.CharType:
		return "s"
	case *dwarf.UintType, *dwarf.UcharType, *dwarf.BoolType, *dwarf.PtrType, *dwarf.EnumType:
		return "u"
	}
	return "a"
}

// cName spells a type in C, nearly.
func cName(t dwarf.Type) string {
	switch t := t.(type) {
	case *dwarf.TypedefType:
		return t.Name
	case *dwarf.QualType:
		return cName(t.Type)
	case *dwarf.PtrType:
		if _, ok := strip(t.Type).(*dwarf.FuncType); ok {
			return "function*"
		}
		return cName(t.Type) + "*"
	case *dwarf.ArrayType:
		if t.Count < 0 {
			return cName(t.Type) + "[]"
		}
		return fmt.Sprintf("%s[%d]", cName(t.Type), t.Count)
	case *dwarf.StructType:
		if t.StructName == "" {
			return t.Kind
		}
		return t.Kind + " " + t.StructName
	case *dwarf.EnumType:
		return strings.TrimSpace("enum " + t.EnumName)
	}
	return t.String()
}
