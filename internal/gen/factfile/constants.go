package factfile

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A Constant is one name as one header defines it.
type Constant struct {
	Name, Header string
	Val          Value // on x86_64
	I386         Value // on i386
}

// A Value is that of a constant on one ABI.
type Value struct {
	Bits    uint64
	Neg     bool // of a signed type, and below 0: Bits are sign-extended
	Defined bool
}

// Constants reads constants.txt: sorted by name, then by header.
func Constants(root string) ([]Constant, error) {
	path := filepath.Join(root, "facts", "constants.txt")
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var cs []Constant
	s := bufio.NewScanner(f)
	for s.Scan() {
		line := s.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		c, err := parseConstant(line)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %q: %w", path, line, err)
		}
		cs = append(cs, c)
	}
	return cs, s.Err()
}

func parseConstant(line string) (c Constant, err error) {
	name, rest, _ := strings.Cut(line, " ")
	value, rest, ok := strings.Cut(rest, " ")
	if !ok {
		return c, fmt.Errorf("not a name, value and header")
	}
	c.Name = name
	if c.Val, err = ParseValue(value); err != nil {
		return c, err
	}
	header, other, differs := strings.Cut(rest, " i386=")
	c.Header, c.I386 = header, c.Val
	if differs {
		c.I386, err = ParseValue(other)
	}
	return c, err
}

// ParseValue reads a number as the facts and specs write it; "-" is undefined.
func ParseValue(s string) (Value, error) {
	if s == "-" {
		return Value{}, nil
	}
	if n, ok := strings.CutPrefix(s, "-"); ok {
		v, err := strconv.ParseUint(n, 0, 64)
		return Value{-v, true, true}, err
	}
	v, err := strconv.ParseUint(s, 0, 64)
	return Value{v, false, true}, err
}
