package decode

import "gostrace/internal/abi"

// Planned is a Type that reads tracee memory. from is where the value comes
// from: a register, or a member of the object being planned.
type Planned interface{ Plan(p *Planner, from Expr) }

// PlannedObject is an Object that holds addresses of more memory. Its Plan is
// called while the object itself is the parent of what it adds.
type PlannedObject interface{ Plan(p *Planner) }

// CaptureKind says how much memory a Capture takes.
type CaptureKind uint8

const (
	// Block is Size bytes, times Count if that is set.
	Block CaptureKind = iota
	// Bytes is Count bytes, at most one more than -s shows.
	Bytes
	// CString ends with a NUL, and has at most Size bytes; if Size is 0, one more than -s shows.
	CString
	// CStrings is a vector of pointers that ends with NULL, and the strings behind them.
	CStrings
)

// A Capture is one instruction of a plan: memory that the decoder will read.
type Capture struct {
	Kind   CaptureKind
	Entry  bool // taken before the call runs
	Exit   bool // taken when it has returned
	Parent int  // capture whose objects hold From; -1: From is a register
	From   Expr // where the address comes from
	Size   int
	Count  Expr
	Per    int    // Count is divided by this and rounded up; 0: by 1
	If     []Cond // all must hold
}

// A Cond restricts a Capture: Of must evaluate to Is in the parent's object.
type Cond struct {
	Of Expr
	Is uint64
}

// A Planner collects the plan of one declaration.
type Planner struct {
	ABI *abi.ABI

	plan        []Capture
	parent      int
	entry, exit bool
	conds       []Cond
	depth       int
}

// Plan returns the memory that the decoder of s will read on an ABI, derived
// from the declaration alone.
func (s *Syscall) Plan(a *abi.ABI) []Capture {
	p := &Planner{ABI: a, parent: -1}
	reg := Arg0
	late := false // behind a parameter that is shown at exit, all are
	for i := range s.Params {
		q := s.Params[i]
		from := q.Reg
		if from == 0 {
			from = reg
			reg++
			if q.Wide && a.Word == 4 {
				reg++
			}
		}
		late = late || q.At != In
		p.entry, p.exit = !late, late
		p.typ(q.Type, from)
		p.entry, p.exit = false, true
		p.typ(q.Then, from)
		late = late || q.Then != nil
	}
	p.entry, p.exit = false, true
	p.typ(s.Ret, Ret)
	for i := range s.Tail {
		p.typ(s.Tail[i].Type, s.Tail[i].Reg)
	}
	return p.plan
}

func (p *Planner) typ(t Type, from Expr) {
	if t, ok := t.(Planned); ok {
		t.Plan(p, from)
	}
}

// Type adds what t reads; for the Plan of a hand-written type.
func (p *Planner) Type(t Type, from Expr) { p.typ(t, from) }

func (p *Planner) add(k CaptureKind, from Expr, size int, count Expr) int {
	p.plan = append(p.plan, Capture{
		Kind: k, Entry: p.entry, Exit: p.exit, Parent: p.parent, From: from,
		Size: size, Count: count, If: append([]Cond(nil), p.conds...),
	})
	return len(p.plan) - 1
}

// Block adds size bytes at from.
func (p *Planner) Block(from Expr, size int) { p.add(Block, from, size, 0) }

// Blocks adds size bytes at from for every per, or part of it, of n: the bits
// of a set in whole longs.
func (p *Planner) Blocks(from Expr, size int, n Expr, per int) {
	p.plan[p.add(Block, from, size, n)].Per = per
}

// Memory adds n bytes at from.
func (p *Planner) Memory(from, n Expr) { p.add(Block, from, 1, n) }

// Bytes adds n bytes at from, at most one more than -s shows.
func (p *Planner) Bytes(from, n Expr) { p.add(Bytes, from, 1, n) }

// String adds a string that ends with a NUL and has at most max bytes; 0: as many as -s shows.
func (p *Planner) String(from Expr, max int) { p.add(CString, from, max, 0) }

// Strings adds a vector of strings that ends with NULL.
func (p *Planner) Strings(from Expr) { p.add(CStrings, from, p.ABI.Word, 0) }

// maxDepth bounds recursive declarations.
const maxDepth = 8

// Object adds n objects at from (n 0: one), and what they point to.
func (p *Planner) Object(from Expr, o Object, n Expr) {
	if p.depth == maxDepth {
		return
	}
	i := p.add(Block, from, o.Size(p.ABI), n)
	parent, conds := p.parent, p.conds
	p.parent, p.conds = i, nil
	p.depth++
	p.embedded(o)
	p.depth--
	p.parent, p.conds = parent, conds
}

// embedded adds what an object that is captured already points to.
func (p *Planner) embedded(o Object) {
	switch o := o.(type) {
	case PlannedObject:
		o.Plan(p)
	case *Struct:
		p.fields(o.Fields)
		p.fields(o.Brief)
	}
}

func (p *Planner) fields(fs []*Field) {
	for i := range fs {
		p.typ(fs[i].Type, M+Expr(fs[i].At))
	}
}

// AtEntryToo runs add for memory that is read at both stops.
func (p *Planner) AtEntryToo(add func()) {
	entry := p.entry
	p.entry = true
	add()
	p.entry = entry
}

// At runs add for memory that is read at these stops, whatever the parameter's are.
func (p *Planner) At(entry, exit bool, add func()) {
	wasEntry, wasExit := p.entry, p.exit
	p.entry, p.exit = entry, exit
	add()
	p.entry, p.exit = wasEntry, wasExit
}

// When adds what add adds, on condition that of is is.
func (p *Planner) When(of Expr, is uint64, add func()) {
	p.conds = append(p.conds, Cond{of, is})
	add()
	p.conds = p.conds[:len(p.conds)-1]
}
