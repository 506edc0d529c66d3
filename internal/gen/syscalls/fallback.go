package main

import (
	"fmt"
	"strings"

	"gostrace/internal/gen/factfile"
)

// fallback collects declarations made from C prototypes.
type fallback struct {
	out       strings.Builder
	variables map[string]string // variable -> its literal
}

func newFallback() *fallback { return &fallback{variables: make(map[string]string)} }

func (f *fallback) source() string {
	if len(f.variables) == 0 {
		return "package syscalls\n\n// No call needs a declaration by its C prototype.\n"
	}
	return fmt.Sprintf("package syscalls\n\nimport d %q\n\n// Calls shown by the kinds of their C prototypes.\nvar (\n%s)\n", decodePath, f.out.String())
}

// declare returns the variable that declares c by its prototype.
func (f *fallback) declare(c factfile.Syscall) string {
	lit := literalOf(c)
	variable := "fallback" + camel(c.Name)
	if old, ok := f.variables[variable]; ok && old != lit {
		variable += "I386"
	}
	if _, ok := f.variables[variable]; !ok {
		f.variables[variable] = lit
		fmt.Fprintf(&f.out, "\t%s = %s\n", variable, lit)
	}
	return variable
}

// camel turns mq_getsetattr into MqGetsetattr.
func camel(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		if part != "" {
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return b.String()
}

func literalOf(c factfile.Syscall) string {
	params := c.Params
	if !c.Known {
		// Not in the kernel any more: words without a meaning.
		for _, name := range c.ArgNames {
			params = append(params, factfile.Param{Type: "?", Name: name})
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "d.Syscall{Name: %q", c.Name)
	if len(params) > 0 {
		b.WriteString(", Params: []*d.Param{")
		for i, p := range params {
			if i > 0 {
				b.WriteString(", ")
			}
			name := p.Name
			if len(c.ArgNames) == len(params) {
				name = c.ArgNames[i] // the reference's names, where they are one to one
			}
			typ, wide := kind(p)
			fmt.Fprintf(&b, "{Name: %q, Type: d.%s", name, typ)
			if wide {
				b.WriteString(", Wide: true")
			}
			b.WriteString("}")
		}
		b.WriteString("}")
	}
	b.WriteString("}")
	return b.String()
}

// kind returns the name in package decode of the type that shows p, and
// whether it takes two registers of a 32-bit ABI.
func kind(p factfile.Param) (typ string, wide bool) {
	t := strings.Join(strings.Fields(strings.NewReplacer("__user", "", "const", "").Replace(p.Type)), " ")
	isFD := p.Name == "fd" || strings.HasSuffix(p.Name, "_fd") || strings.HasSuffix(p.Name, "pidfd")
	switch t {
	case "char *":
		switch p.Name {
		case "filename", "pathname", "path", "oldname", "newname", "new_root", "put_old", "library", "specialfile":
			return "Path", false
		}
		if strings.Contains(p.Type, "const") {
			return "Str", false
		}
		return "Addr", false
	case "int", "__s32", "mqd_t", "clockid_t", "key_t", "key_serial_t", "compat_long_t", "compat_ssize_t", "compat_off_t", "rwf_t":
		switch {
		case strings.HasSuffix(p.Name, "dfd"):
			return "DirFD", false
		case isFD:
			return "FD", false
		case strings.HasSuffix(p.Name, "flags"):
			return "Hex32", false
		}
		return "Int", false
	case "unsigned", "unsigned int", "u32", "__u32", "compat_ulong_t", "compat_size_t", "compat_uint_t", "qid_t", "old_sigset_t":
		switch {
		case isFD:
			return "FD", false
		case strings.HasSuffix(p.Name, "flags"):
			return "Hex32", false
		}
		return "Uint", false
	case "pid_t", "compat_pid_t":
		return "PID", false
	case "uid_t", "gid_t", "old_uid_t", "old_gid_t":
		return "UID", false
	case "umode_t", "compat_mode_t":
		return "Octal", false
	case "long", "off_t":
		return "Long", false
	case "unsigned long", "size_t":
		switch {
		case isFD:
			return "FD", false
		case strings.HasSuffix(p.Name, "flags"):
			return "Hex", false
		case strings.HasSuffix(p.Name, "addr"), p.Name == "start", p.Name == "brk":
			return "Addr", false
		}
		return "Ulong", false
	case "loff_t":
		return "Int64", true
	case "u64", "__u64":
		return "Uint64", true
	case "timer_t":
		return "Int", false
	case "?":
		return "Hex", false
	}
	// Pointers, and typedefs of them.
	return "Addr", false
}
