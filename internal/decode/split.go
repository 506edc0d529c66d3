package decode

// Split shows a structure of which the program gives some members and the call
// the others: those of In at entry, those of Out behind them at exit, if the
// call succeeded. It is both Type and Then of a Param that Continues.
type Split struct {
	In, Out *Struct
	// Change, if set, is a member behind those of In that is shown again at
	// exit if the call changed it: {a=1, b=2 => 3, c=4}.
	Change *Field
	// Again says that the second value has the member's name, too.
	Again bool
	// Else, if set, are shown in the place of Out if the call failed.
	Else *Struct
	// Always says that Out is shown if the call failed, too.
	Always bool
	// Dots says that "..." stands for Out if the call failed, or
	// it cannot be read.
	Dots bool
}

// Show implements Type.
func (t *Split) Show(c *Call, v uint64) {
	v = c.Word(v)
	if c.Exit {
		t.rest(c, v)
		return
	}
	b, ok := c.Fetch(v, t.In.Size(c.ABI))
	if !ok {
		c.P.Addr(v)
		return
	}
	c.Keep(1)
	c.P.Struct()
	base := c.base
	c.base = v
	t.In.Members(c, b)
	if t.Change != nil {
		c.Stash(b)
		c.P.Field(t.Change.Name)
		c.P.Change()
		t.member(c, b)
	}
	c.base = base
}

func (t *Split) rest(c *Call, v uint64) {
	if !c.HasKept() {
		return // it was not readable
	}
	then := t.Out
	if c.Failed && !t.Always {
		then = t.Else
	}
	var b []byte
	ok := false
	if then != nil {
		b, ok = c.Fetch(v, then.Size(c.ABI))
	}
	if t.Change != nil {
		if ok {
			was, _ := c.ABI.Load(c.Stashed(), t.Change.At)
			if now, _ := c.ABI.Load(b, t.Change.At); now != was {
				c.P.Arrow()
				if t.Again {
					c.P.Label(t.Change.Name)
				}
				t.member(c, b)
			}
		}
		c.P.EndChange()
	}
	switch {
	case ok:
		base := c.base
		c.base = v
		then.Members(c, b)
		c.base = base
	case t.Dots:
		c.P.MoreFields()
	}
	c.P.EndStruct()
}

// member shows the member that may change, of the structure in b.
func (t *Split) member(c *Call, b []byte) {
	obj, field := c.obj, c.field
	c.obj, c.field = b, t.Change.At
	now, _ := c.ABI.Load(b, t.Change.At)
	t.Change.Type.Show(c, now)
	c.obj, c.field = obj, field
}

// Abandon ends what a call began that will not return.
func (t *Split) Abandon(c *Call) {
	if !c.HasKept() {
		return
	}
	if t.Change != nil {
		c.P.EndChange()
	}
	c.P.EndStruct()
}

// Plan implements Planned: it has the memory of both stops.
func (t *Split) Plan(p *Planner, from Expr) {
	p.At(true, false, func() {
		p.Object(from, t.In, 0)
		if t.Change != nil {
			p.Object(from, &Struct{Of: t.In.Of, Bytes: t.In.Bytes, Fields: []*Field{t.Change}}, 0)
		}
	})
	p.At(false, true, func() {
		p.Object(from, t.Out, 0)
		if t.Else != nil {
			p.Object(from, t.Else, 0)
		}
	})
}
