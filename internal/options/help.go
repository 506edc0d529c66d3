package options

import (
	"fmt"
	"strings"
)

// Help is the text of -h, made from the tables of options.
func Help() string {
	var b strings.Builder
	b.WriteString("Usage: strace [OPTION]... PROG [ARG]...\n" +
		"   or: strace [OPTION]... -p PID [PROG [ARG]...]\n" +
		"   or: strace -c [OPTION]... PROG [ARG]...\n" +
		"Shows the system calls that programs make and the signals that they get.\n" +
		"Long options may be shortened as long as they stay unambiguous.\n")
	for _, g := range groups() {
		title := "\n" + g.title + ":\n"
		for i := range g.options {
			if o := &g.options[i]; o.help != "" {
				b.WriteString(title)
				title = ""
				o.describe(&b)
			}
		}
	}
	if names := unsupported(); names != "" {
		b.WriteString("\nNot supported yet:\n" + names)
	}
	return b.String()
}

// helpColumn is where the descriptions begin.
const helpColumn = 17

func (o *option) describe(b *strings.Builder) {
	head := "  " + o.spelling()
	if len(head) < helpColumn-1 {
		head += strings.Repeat(" ", helpColumn-len(head))
	} else {
		head += "\n" + strings.Repeat(" ", helpColumn)
	}
	b.WriteString(head)
	b.WriteString(strings.ReplaceAll(o.help, "\n", "\n"+strings.Repeat(" ", helpColumn)))
	b.WriteString("\n")
}

// spelling is "-a COLUMN, --columns=COLUMN".
func (o *option) spelling() string {
	var s []string
	if o.short != 0 {
		short := fmt.Sprintf("-%c", o.short)
		if o.arg == required {
			short += " " + o.value
		}
		s = append(s, short)
	}
	if len(o.long) > 0 {
		long := "--" + o.long[0]
		switch o.arg {
		case required:
			long += "=" + o.value
		case optional:
			long += "[=" + o.value + "]"
		}
		s = append(s, long)
	}
	return strings.Join(s, ", ")
}

// unsupported lists the options that are only recognised.
func unsupported() string {
	var b strings.Builder
	line := " "
	for o := range all() {
		if !o.todo {
			continue
		}
		var name string
		if o.short != 0 {
			name = fmt.Sprintf(" -%c", o.short)
		}
		if len(o.long) > 0 {
			name += " --" + o.long[0]
		}
		if len(line)+len(name) > 80 {
			b.WriteString(line + "\n")
			line = " "
		}
		line += name
	}
	if line != " " {
		b.WriteString(line + "\n")
	}
	return b.String()
}

// Version is the text of -V.
func Version() string {
	return "strace -- version 7.2 compatible (gostrace)\n" +
		"An independent implementation in Go of the command line and the output of strace 7.2.\n" +
		"Licensed under the Apache License, Version 2.0. There is no warranty.\n" +
		"\nOptional features enabled: m32-mpers no-mx32-mpers\n"
}
