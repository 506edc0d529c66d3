package tracetest

import (
	"bytes"
	"fmt"
	"strings"
)

// harmless returns an error if a trace has anything but printable ASCII and
// newlines: whatever tracees call their files, no byte of it drives a terminal or
// breaks a line.
func (o *output) harmless(c *Case) error {
	if c.NoOutputFile || strings.Contains(strings.Join(c.Options, " "), "--color") {
		return nil // what the command writes is there, too; colours are escape sequences
	}
	for _, t := range o.traces {
		i := bytes.IndexFunc(t.text, func(r rune) bool { return r != '\n' && (r < ' ' || r > '~') })
		if i >= 0 {
			begin := bytes.LastIndexByte(t.text[:i], '\n') + 1
			return fmt.Errorf("%v: a byte that isn't printable ASCII, at %d of the line %q", c, i-begin, t.text[begin:min(len(t.text), i+100)])
		}
	}
	return nil
}
