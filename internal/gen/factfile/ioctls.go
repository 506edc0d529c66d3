package factfile

import (
	"fmt"
	"strconv"
	"strings"
)

// An Ioctl is one ioctl command as one header defines it.
type Ioctl struct {
	Name, Header string
	Val, I386    uint32 // the value on x86_64 and on i386
	Arg          string // the C type of the argument that it was made with; "" if there is none
}

// Ioctls reads ioctls.txt: sorted by name.
func Ioctls(root string) ([]Ioctl, error) {
	var all []Ioctl
	err := eachLine(root, "ioctls.txt", func(line string) error {
		f := strings.SplitN(line, " ", 5)
		if len(f) < 4 {
			return fmt.Errorf("not of the form name value i386 header [type]")
		}
		v, err := strconv.ParseUint(f[1], 0, 32)
		if err != nil {
			return err
		}
		k := Ioctl{Name: f[0], Header: f[3], Val: uint32(v), I386: uint32(v)}
		if f[2] != "-" {
			other, err := strconv.ParseUint(f[2], 0, 32)
			if err != nil {
				return err
			}
			k.I386 = uint32(other)
		}
		if len(f) == 5 {
			k.Arg = f[4]
		}
		all = append(all, k)
		return nil
	})
	return all, err
}
