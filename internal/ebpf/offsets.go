package ebpf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// offsets are where the kernel keeps what the programs look up in its structures, in bytes.
type offsets struct{ pid, tgid, exitCode, sched, status, signal, flags, groupExit, live uint32 }

const btfPath = "/sys/kernel/btf/vmlinux"

// kernelOffsets finds the offsets in the kernel's own description of its types
// (Documentation/bpf/btf.rst). It reads no more than it must: what is looked for
// is at the beginning, and parsing all types takes tens of milliseconds.
func kernelOffsets() (offsets, error) {
	f, err := os.Open(btfPath)
	if err != nil {
		return offsets{}, fmt.Errorf("--engine=ebpf is not possible here: %w (the kernel was built without CONFIG_DEBUG_INFO_BTF)", err)
	}
	defer f.Close()
	o, err := findOffsets(f)
	if err != nil {
		return offsets{}, fmt.Errorf("reading %s: %w", btfPath, err)
	}
	return o, nil
}

var errMalformed = errors.New("malformed type information")

// prefix is a part of a file that is read as far as it is needed.
type prefix struct {
	from      io.ReaderAt
	off, size int64
	b         []byte
}

const firstRead = 64 << 10

// more reads four times as much; false if there is no more.
func (p *prefix) more() bool {
	have := int64(len(p.b))
	if have >= p.size {
		return false
	}
	p.b = append(make([]byte, 0, min(p.size, max(firstRead, 4*have))), p.b...)
	p.b = p.b[:cap(p.b)]
	if n, err := p.from.ReadAt(p.b[have:], p.off+have); err != nil && err != io.EOF {
		p.b, p.size = p.b[:have+int64(n)], 0
	}
	return true
}

// Kinds of types (linux/btf.h), and the bytes that follow one.
const (
	kindInt = iota + 1
	kindPtr
	kindArray
	kindStruct
	kindUnion
	kindEnum
	kindFwd
	kindTypedef
	kindVolatile
	kindConst
	kindRestrict
	kindFunc
	kindFuncProto
	kindVar
	kindDataSec
	kindFloat
	kindDeclTag
	kindTypeTag
	kindEnum64
)

// follows is how many bytes follow a type of each kind: so many, and so many for each member.
var follows = [32]struct{ fixed, each int }{
	kindInt: {4, 0}, kindArray: {12, 0}, kindStruct: {0, 12}, kindUnion: {0, 12}, kindEnum: {0, 8},
	kindFuncProto: {0, 8}, kindVar: {4, 0}, kindDataSec: {0, 12}, kindDeclTag: {4, 0}, kindEnum64: {0, 12},
}

// name returns where a name is among the names.
func (p *prefix) name(name string) (uint32, error) {
	want := append(append([]byte{0}, name...), 0)
	for {
		if i := bytes.Index(p.b, want); i >= 0 {
			return uint32(i + 1), nil
		}
		if !p.more() {
			return 0, fmt.Errorf("nothing is called %s", name)
		}
	}
}

// members returns those of the first structure with a name, 12 bytes each.
func (p *prefix) members(name uint32) ([]byte, error) {
	le := binary.LittleEndian
	for at := 0; ; {
		if at+12 > len(p.b) {
			if !p.more() {
				return nil, errMalformed
			}
			continue
		}
		info := le.Uint32(p.b[at+4:])
		kind, n := info>>24&31, int(info&0xffff)
		size := 12 + follows[kind].fixed + n*follows[kind].each
		if kind != kindStruct || le.Uint32(p.b[at:]) != name {
			at += size
			continue
		}
		for at+size > len(p.b) && p.more() {
		}
		if at+size > len(p.b) {
			return nil, errMalformed
		}
		return p.b[at+12 : at+size], nil
	}
}

// offset returns where the member with a name is, in bytes.
func offset(members []byte, name uint32) (uint32, bool) {
	le := binary.LittleEndian
	for ; len(members) > 0; members = members[12:] {
		if le.Uint32(members) == name {
			// The upper byte is a bit-field's size; none of ours is one.
			return le.Uint32(members[8:]) & 0xffffff / 8, true
		}
	}
	return 0, false
}

func findOffsets(r io.ReaderAt) (offsets, error) {
	var o offsets
	var h [24]byte
	if _, err := r.ReadAt(h[:], 0); err != nil {
		return o, err
	}
	le := binary.LittleEndian
	if le.Uint16(h[:]) != 0xeb9f {
		return o, errMalformed
	}
	field := func(i int) int64 { return int64(le.Uint32(h[i:])) }
	types := prefix{from: r, off: field(4) + field(8), size: field(12)}
	names := prefix{from: r, off: field(4) + field(16), size: field(20)}
	var se, start, sum, info, status uint32
	for _, s := range []struct {
		name    string
		members map[string]*uint32
	}{
		{"task_struct", map[string]*uint32{"pid": &o.pid, "tgid": &o.tgid, "exit_code": &o.exitCode, "se": &se, "thread_info": &info, "signal": &o.signal}},
		{"sched_entity", map[string]*uint32{"exec_start": &start, "sum_exec_runtime": &sum}},
		{"signal_struct", map[string]*uint32{"flags": &o.flags, "group_exit_code": &o.groupExit, "live": &o.live}},
		{"thread_info", map[string]*uint32{"status": &status}},
	} {
		name, err := names.name(s.name)
		if err != nil {
			return o, err
		}
		members, err := types.members(name)
		if err != nil {
			return o, err
		}
		for member, to := range s.members {
			if name, err = names.name(member); err != nil {
				return o, err
			}
			var ok bool
			if *to, ok = offset(members, name); !ok {
				return o, fmt.Errorf("struct %s has no member %s", s.name, member)
			}
		}
	}
	if sum != start+8 {
		return o, errors.New("sched_entity: sum_exec_runtime is not behind exec_start")
	}
	o.sched, o.status = se+start, info+status
	return o, nil
}
