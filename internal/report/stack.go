package report

import (
	"strconv"

	"gostrace/internal/unwind"
)

// stack shows the stack of t, a line for each frame, and empties it.
func (x *Text) stack(t *Task) {
	k := &t.Stack
	if k.Empty() || t.out == nil {
		return
	}
	s := t.out
	s.interrupt(t)
	for i := range k.Frames {
		s.text = append(appendFrame(s.text, &k.Frames[i], k.Early), '\n')
	}
	if k.More {
		s.text = append(s.text, " > too many stack frames\n"...)
	}
	k.Reset()
	s.open, s.col = nil, 0
	s.show()
}

// appendFrame appends a frame as strace does:
//
//	> /usr/lib/x86_64-linux-gnu/libc.so.6(__write+0x14) [0xfdd04]
//
// A function without a name is different in stacks that were walked before the
// call; that is the reference's habit.
func appendFrame(b []byte, f *unwind.Frame, early bool) []byte {
	if f.Path == "" {
		b = append(b, " > unexpected_backtracing_error [0x"...)
		return append(strconv.AppendUint(b, f.PC, 16), ']')
	}
	b = append(append(append(b, " > "...), f.Path...), '(')
	if f.Symbol != "" || early {
		b = append(append(b, f.Symbol...), "+0x"...)
		b = strconv.AppendUint(b, f.Offset, 16)
	}
	b = append(b, ") [0x"...)
	b = append(strconv.AppendUint(b, f.Addr, 16), ']')
	if f.File != "" {
		b = append(append(append(b, ' '), f.File...), ':')
		b = appendInt(b, f.Line)
	}
	return b
}

// appendStack appends the stack of t as a member of a JSON object, and empties it.
func appendStack(b []byte, t *Task) []byte {
	k := &t.Stack
	if k.Empty() {
		return b
	}
	b = append(b, `,"stack":[`...)
	for i := range k.Frames {
		f := &k.Frames[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendUint(append(b, `{"ip":"0x`...), f.PC, 16)
		b = append(b, '"')
		if f.Path != "" {
			b = appendJSONString(append(b, `,"path":`...), f.Path)
			b = strconv.AppendUint(append(b, `,"address":"0x`...), f.Addr, 16)
			b = append(b, '"')
		}
		if f.Symbol != "" {
			b = appendJSONString(append(b, `,"symbol":`...), f.Symbol)
			b = strconv.AppendUint(append(b, `,"offset":`...), f.Offset, 10)
		}
		if f.File != "" {
			b = appendJSONString(append(b, `,"file":`...), f.File)
			b = appendInt(append(b, `,"line":`...), f.Line)
		}
		b = append(b, '}')
	}
	b = append(b, ']')
	if k.More {
		b = append(b, `,"stack_truncated":true`...)
	}
	k.Reset()
	return b
}

// appendJSONString appends s, which is printable UTF-8, in quotes.
func appendJSONString(b []byte, s string) []byte {
	b = append(b, '"')
	for i := range len(s) {
		if s[i] == '"' || s[i] == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, '"')
}
