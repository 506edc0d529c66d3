package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// An ioctl is a command made by one of _IOC's callers.
type ioctl struct {
	name, header string
	arg          string // the type of the argument, as the header has it; "" for _IO
}

// commandMarks redefines _IOC's callers so that an expanded command shows
// the type that it was made with.
const commandMarks = `
#undef _IOC
#undef _IO
#undef _IOR
#undef _IOW
#undef _IOWR
#undef _IOR_BAD
#undef _IOW_BAD
#undef _IOWR_BAD
#undef _IOC_TYPECHECK
#define _IOC(d,t,n,s) @IOC@ s @END@
#define _IO(t,n) @IOC@ @END@
#define _IOR(t,n,s) @IOC@ s @END@
#define _IOW(t,n,s) @IOC@ s @END@
#define _IOWR(t,n,s) @IOC@ s @END@
#define _IOR_BAD(t,n,s) @IOC@ s @END@
#define _IOW_BAD(t,n,s) @IOC@ s @END@
#define _IOWR_BAD(t,n,s) @IOC@ s @END@
`

var expandedCommand = regexp.MustCompile(`(?m)^@NAME@ "(\w+)" \(*@IOC@ (.*?) ?@END@\)*$`)

// readIoctls expands the macros that may be commands.
func (c *compiler) readIoctls(u *unit, ms []macro) error {
	var b bytes.Buffer
	b.WriteString(u.root.include())
	b.WriteString(commandMarks)
	headers := make(map[string]string)
	for _, m := range ms {
		if strings.Contains(m.text, "(") {
			fmt.Fprintf(&b, "@NAME@ %q %s\n", m.name, m.name)
			headers[m.name] = m.header
		}
	}
	if len(headers) == 0 {
		return nil
	}
	src := filepath.Join(c.in.work, workName(u.root, u.target)+"-ioctl.c")
	if err := os.WriteFile(src, b.Bytes(), 0o644); err != nil {
		return err
	}
	defer os.Remove(src)
	out, err := output("", "gcc", c.args(u.target, "-E", "-P", src)...)
	if err != nil {
		return err
	}
	for _, m := range expandedCommand.FindAllStringSubmatch(out, -1) {
		u.ioctls = append(u.ioctls, ioctl{m[1], headers[m[1]], strings.Join(strings.Fields(m[2]), " ")})
	}
	return nil
}
