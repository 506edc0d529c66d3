package decode

// Switch picks a type by another value: the argument of fcntl by its command.
type Switch struct {
	On   Expr
	Case []Case // few, or sorted by Val and Sorted set
	Else Type
	// Sorted says that Case ascends by Val.
	Sorted bool
}

// A Case is one choice of a Switch.
type Case struct {
	Val  uint64
	Type Type
}

// Show implements Type.
func (s *Switch) Show(c *Call, v uint64) { s.pick(c).Show(c, v) }

// Save implements Saver.
func (s *Switch) Save(c *Call, v uint64) {
	if t, ok := s.pick(c).(Saver); ok {
		t.Save(c, v)
	}
}

func (s *Switch) pick(c *Call) Type {
	k := s.On.Eval(c)
	if s.Sorted {
		lo, hi := 0, len(s.Case)
		for lo < hi {
			m := (lo + hi) / 2
			if s.Case[m].Val < k {
				lo = m + 1
			} else {
				hi = m
			}
		}
		if lo < len(s.Case) && s.Case[lo].Val == k {
			return s.Case[lo].Type
		}
		return s.Else
	}
	for i := range s.Case {
		if s.Case[i].Val == k {
			return s.Case[i].Type
		}
	}
	return s.Else
}

// Plan implements Planned.
func (s *Switch) Plan(p *Planner, from Expr) {
	for i := range s.Case {
		if t, ok := s.Case[i].Type.(Planned); ok {
			p.When(s.On, s.Case[i].Val, func() { t.Plan(p, from) })
		}
	}
	if t, ok := s.Else.(Planned); ok {
		t.Plan(p, from) // more than is needed, never less
	}
}

// ByABI picks a type by the word size of the tracee.
type ByABI struct{ Word8, Word4 Type }

func (t ByABI) pick(word int) Type {
	if word == 4 {
		return t.Word4
	}
	return t.Word8
}

// Show implements Type.
func (t ByABI) Show(c *Call, v uint64) { t.pick(c.ABI.Word).Show(c, v) }

// Plan implements Planned.
func (t ByABI) Plan(p *Planner, from Expr) {
	if u, ok := t.pick(p.ABI.Word).(Planned); ok {
		u.Plan(p, from)
	}
}

// Reads is a hand-written decoder of a value that reads tracee memory itself
// (by Call.Fetch, String, ShowBytes...). What is the plan of the memory that
// it reads.
type Reads struct {
	Func func(c *Call, v uint64)
	What func(p *Planner, from Expr)
}

// Show implements Type.
func (t *Reads) Show(c *Call, v uint64) { t.Func(c, v) }

// Plan implements Planned.
func (t *Reads) Plan(p *Planner, from Expr) { t.What(p, from) }
