package factfile

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A Struct is one structure, union or typedef of one, on one ABI.
type Struct struct {
	Kind, Name, Header string
	ABI                string // "" for all that have no definition of their own
	Size               int
	Members            []Member
}

// A Member is one member of a Struct.
type Member struct {
	Path      string // dotted
	Off, Size int
	Kind      string // u, s, a or bFIRST:COUNT
	Type      string // in C
}

// Structs reads structs.txt. Typedefs of structures that have a tag come as
// further names: see Alias.
func Structs(root string) (structs []Struct, aliases []Alias, err error) {
	path := filepath.Join(root, "facts", "structs.txt")
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		line := s.Text()
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		fields := strings.Fields(line)
		var bad bool
		num := func(i int) int {
			v, err := strconv.Atoi(fields[i])
			bad = bad || err != nil
			return v
		}
		switch {
		case len(fields) < 4:
			bad = true
		case line[0] == '\t':
			last := &structs[len(structs)-1]
			last.Members = append(last.Members, Member{fields[0], num(1), num(2), fields[3], strings.Join(fields[4:], " ")})
		case fields[0] == "alias":
			aliases = append(aliases, Alias{fields[1], fields[2], fields[3]})
		default:
			st := Struct{Kind: fields[0], Name: fields[1], Size: num(2), Header: fields[3]}
			if len(fields) > 4 {
				st.ABI = fields[4]
			}
			structs = append(structs, st)
		}
		if bad {
			return nil, nil, fmt.Errorf("reading %s: line %d: %q", path, n, line)
		}
	}
	return structs, aliases, s.Err()
}

// An Alias is a typedef name of a structure with a tag.
type Alias struct{ Name, Of, Header string }
