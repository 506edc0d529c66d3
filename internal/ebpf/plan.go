package ebpf

import (
	"fmt"
	"slices"

	"gostrace/internal/abi"
	"gostrace/internal/decode"
)

// A Call is a system call that is to be traced: what an engine must know of it.
type Call struct {
	ABI  *abi.ABI
	Nr   uint64
	Plan []decode.Capture // memory that its decoder reads; nil if it is only counted
	Vias []Via            // the calls that it really may be
}

// A Via is a call that a Call really may be, with its plan.
type Via struct {
	decode.Via
	Plan []decode.Capture
}

// MaxNr is the number that stands for all from it on: no ABI has as many.
const MaxNr = calls - 1

// compiler turns plans into instructions. Instruction 0 is never run.
type compiler struct {
	abi     *abi.ABI
	plan    []decode.Capture
	code    []instr
	choices []pendingChoice
}

// pendingChoice is an entry of the table for choices before it has its place.
type pendingChoice struct {
	value      uint64
	choose, pc uint32
}

// fewChoices is how many cases are tried one by one.
const fewChoices = 3

// neverReturn are the calls that may not come back to say what they were called
// with, or come back with other registers (rt_sigreturn): their beginnings are
// sent when they begin. By ABI: x86_64, i386.
var neverReturn = [2][]uint64{
	{15, 59, 60, 231, 322}, // rt_sigreturn, execve, exit, exit_group, execveat
	{1, 11, 119, 173, 252, 358},
}

// rewritten are calls that write to memory that is shown as it was at entry,
// and is not shown again.
var rewritten = [...]string{"capset", "copy_file_range", "rseq", "splice", "vmsplice"}

// call compiles the plan of c.
func (k *compiler) call(c *Call) call {
	k.abi, k.plan = c.ABI, c.Plan
	entry, exit := k.stops()
	d := call{flags: callWanted}
	if slices.Contains(neverReturn[table(c.ABI)], c.Nr) || slices.Contains(rewritten[:], c.ABI.Syscall(c.Nr)) {
		d.flags |= callEnter
	}
	k.aliases(&d, entry, exit)
	var vias []via
	for i := range c.Vias {
		v := via{Via: &c.Vias[i]}
		k.plan = v.Plan
		v.entry, v.exit = k.stops()
		vias = append(vias, v)
		if len(v.entry) > 0 && len(v.exit) > 0 {
			d.flags |= callEnter // which arguments could be equal is not known here
		}
	}
	k.plan = c.Plan
	d.entry = k.block(entry, vias, func(v *via) []int { return v.entry })
	d.exit = k.block(exit, vias, func(v *via) []int { return v.exit })
	return d
}

// via is a Via and its captures that have no parent.
type via struct {
	*Via
	entry, exit []int
}

// stops returns the captures at entry and exit that have no parent.
func (k *compiler) stops() (entry, exit []int) {
	for i := range k.plan {
		if p := &k.plan[i]; p.Parent < 0 {
			if p.Entry {
				entry = append(entry, i)
			}
			if p.Exit {
				exit = append(exit, i)
			}
		}
	}
	return entry, exit
}

func table(a *abi.ABI) int {
	if a == &abi.I386 {
		return 1
	}
	return 0
}

// aliases finds out how the call could write to memory that is read at its
// entry. Where the same argument has both, the beginning of the call is always
// sent when it begins; where two arguments could be equal, if they are.
func (k *compiler) aliases(d *call, entry, exit []int) {
	var pairs []uint8
	for _, i := range entry {
		for _, j := range exit {
			p, q := &k.plan[i], &k.plan[j]
			if contradict(p.If, q.If) {
				continue
			}
			a, b := p.From.Operand(k.abi), q.From.Operand(k.abi)
			if a.Kind != decode.FromArg || b.Kind != decode.FromArg || a.Value == b.Value {
				d.flags |= callEnter
				return
			}
			if pair := uint8(a.Value | b.Value<<4); !slices.Contains(pairs, pair) {
				pairs = append(pairs, pair)
			}
		}
	}
	if len(pairs) > len(d.alias) {
		d.flags |= callEnter
		return
	}
	d.aliases = uint8(copy(d.alias[:], pairs))
}

// contradict says whether two sets of conditions cannot hold at once.
func contradict(a, b []decode.Cond) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Of == y.Of && x.Is != y.Is {
				return true
			}
		}
	}
	return false
}

// block compiles captures, and those of vias, and returns where they begin; 0 if there are none.
func (k *compiler) block(captures []int, vias []via, of func(*via) []int) uint16 {
	if len(captures) == 0 && !slices.ContainsFunc(vias, func(v via) bool { return len(of(&v)) > 0 }) {
		return 0
	}
	if len(k.code) == 0 {
		k.code = append(k.code, instr{op: opEnd})
	}
	start := len(k.code)
	k.captures(captures, 0)
	plan := k.plan
	for i := range vias {
		if v := &vias[i]; len(of(v)) > 0 {
			k.via(v, of(v))
		}
	}
	k.plan = plan
	if n := len(k.code) - 1; n == start && k.code[n].op != opEach {
		k.code[n].last = 1
	}
	k.code = append(k.code, instr{op: opEnd})
	return uint16(start)
}

// via compiles captures of a call that this one may really be.
func (k *compiler) via(v *via, captures []int) {
	at := -1
	if !v.Always {
		flags := uint8(exprLow32)
		if v.Low16 {
			flags = exprLow16
		}
		at = k.emit(instr{op: opIf, from: expr{kind: exprArg, flags: flags}, is: uint64(v.Is)})
	}
	moved := v.Always
	for i, s := range v.Args {
		moved = moved || !s.Zero && (s.Memory || int(s.Arg) != i)
	}
	if moved {
		for i, s := range v.Args {
			from := expr{kind: exprArg, value: uint32(s.Arg)}
			switch {
			case s.Zero:
				from = expr{}
			case s.Memory:
				k.emit(instr{op: opBase, from: from})
				from = expr{kind: exprMember, size: uint8(k.abi.Word), value: s.Off}
			}
			k.emit(instr{op: opArgument, size: uint32(i), from: from})
		}
		k.emit(instr{op: opArguments})
	}
	k.plan = v.Plan
	k.captures(captures, 0)
	if at >= 0 {
		k.emit(instr{op: opEnd}) // the arguments are not what they were
		k.code[at].skip = uint16(len(k.code))
	}
}

// captures compiles captures of the same object, whose first conditions, so
// many, are known to hold.
func (k *compiler) captures(list []int, known int) {
	type group struct {
		of    decode.Expr
		cases map[uint64][]int
		order []uint64
	}
	var groups []*group
	for _, i := range list {
		p := &k.plan[i]
		if len(p.If) <= known {
			k.capture(i)
			continue
		}
		q := p.If[known]
		n := slices.IndexFunc(groups, func(g *group) bool { return g.of == q.Of })
		if n < 0 {
			n = len(groups)
			groups = append(groups, &group{of: q.Of, cases: map[uint64][]int{}})
		}
		g := groups[n]
		if _, ok := g.cases[q.Is]; !ok {
			g.order = append(g.order, q.Is)
		}
		g.cases[q.Is] = append(g.cases[q.Is], i)
	}
	for _, g := range groups {
		of := k.expr(g.of)
		if len(g.order) <= fewChoices {
			for _, v := range g.order {
				at := k.emit(instr{op: opIf, from: of, is: v})
				k.captures(g.cases[v], known+1)
				k.code[at].skip = uint16(len(k.code))
			}
			continue
		}
		choose := k.emit(instr{op: opChoose, from: of})
		var jumps []int
		for _, v := range g.order {
			k.choices = append(k.choices, pendingChoice{v, uint32(choose), uint32(len(k.code))})
			k.captures(g.cases[v], known+1)
			jumps = append(jumps, k.emit(instr{op: opJump}))
		}
		for _, at := range append(jumps, choose) {
			k.code[at].skip = uint16(len(k.code))
		}
	}
}

func (k *compiler) emit(i instr) int {
	k.code = append(k.code, i)
	return len(k.code) - 1
}

// capture compiles one capture, and what its objects point to.
func (k *compiler) capture(i int) {
	p := &k.plan[i]
	in := instr{from: k.expr(p.From), size: uint32(p.Size), count: expr{value: 1}, max: decode.MaxElements, per: uint32(p.Per)}
	if p.Count != 0 {
		in.count = k.expr(p.Count)
	}
	var children []int
	switch p.Kind {
	case decode.CString:
		in.op = opString
	case decode.CStrings:
		in.op = opStrings
	case decode.Bytes:
		in.op, in.size, in.max = opBytes, 1, 1<<31-1
	case decode.Block:
		in.op = opBlock
		if p.Size == 1 && p.Count != 0 && p.Per == 0 {
			in.op, in.max = opPages, decode.MaxCapture
			break
		}
		for j := i + 1; j < len(k.plan); j++ {
			if k.plan[j].Parent == i {
				children = append(children, j)
			}
		}
	}
	if len(children) > 0 {
		in.op = opEach
	}
	at := k.emit(in)
	if len(children) > 0 {
		k.captures(children, 0)
		k.emit(instr{op: opNext})
	}
	k.code[at].skip = uint16(len(k.code))
}

// Where the programs keep what is no argument, among the arguments.
const (
	argRet = 6
	argSP  = 7
)

func (k *compiler) expr(e decode.Expr) expr {
	o := e.Operand(k.abi)
	x := expr{value: o.Value, size: o.Size}
	if o.Low32 {
		x.flags |= exprLow32
	}
	if o.Signed {
		x.flags |= exprSigned
	}
	switch o.Kind {
	case decode.Constant:
		x.kind = exprConst
	case decode.FromArg:
		x.kind = exprArg
	case decode.FromRet:
		x.kind, x.value = exprArg, argRet
	case decode.FromSP:
		x.kind, x.value = exprArg, argSP
	case decode.FromMember:
		x.kind = exprMember
	case decode.AddressOf:
		x.kind = exprAddress
	case decode.FromDecoder:
		x = expr{value: decode.MaxElements} // as much as there may be
	}
	return x
}

// hash is where a choice is looked for first; the program in the kernel has the same.
func (c pendingChoice) hash() uint32 { return (uint32(c.value)*2654435769 + c.choose*40503) >> 7 }

// probes is how many places are tried.
const probes = 8

// table places the choices in a table of size places, a power of two.
func (k *compiler) table(size int) ([]choice, error) {
	t := make([]choice, size)
place:
	for _, c := range k.choices {
		for i := range uint32(probes) {
			if p := &t[(c.hash()+i)&uint32(size-1)]; p.choose == 0 {
				*p = choice(c)
				continue place
			}
		}
		return nil, fmt.Errorf("internal error: %d choices are too many for a table of %d", len(k.choices), size)
	}
	return t, nil
}
