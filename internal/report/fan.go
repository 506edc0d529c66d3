package report

// A fan spreads the lines of tasks over outputs: one for all, or one per task.
type fan struct {
	shared   *stream
	streams  []*stream
	separate func(tid int) (*Output, error)
	tasks    int // living tasks that were seen
	err      error
	end      string // of every line

	legacy    *stream // of a superseded thread, until the other one has its id
	legacyTID int
}

// A stream is one output and the state of its last line.
type stream struct {
	*Output
	end  string // of every line
	open *Task  // whose line is not ended; nil: at the start of a line
	col  int    // columns of the line so far
	text []byte // what is not yet handed to the Output
}

// put appends to the line.
func (s *stream) put(b []byte) {
	s.col += len(b)
	if len(s.end) > 1 {
		s.col -= escapeBytes(b)
	}
	s.text = append(s.text, b...)
}

// endLine ends the line and shows it.
func (s *stream) endLine() {
	s.text = append(s.text, s.end...)
	s.open, s.col = nil, 0
	s.show()
}

// show hands over what there is of the line.
func (s *stream) show() {
	s.Write(s.text)
	s.text = s.text[:0]
	s.Show()
}

// newFan returns a fan whose lines end with end: "\n", or that behind the
// escape sequence that ends all colours.
func newFan(out *Output, separate func(tid int) (*Output, error), end string) fan {
	s := &stream{Output: out, end: end}
	return fan{shared: s, streams: []*stream{s}, separate: separate, end: end}
}

// of returns where the lines of t go.
func (f *fan) of(t *Task) *stream {
	if t.out != nil {
		return t.out
	}
	t.out = f.shared
	f.tasks++
	if f.separate != nil {
		o, err := f.separate(t.TID)
		if err != nil {
			f.fail(err)
			o = NewOutput(discard{}, "nowhere")
		}
		t.out = &stream{Output: o, end: f.end}
		f.streams = append(f.streams, t.out)
	}
	return t.out
}

// leave forgets t.
func (f *fan) leave(t *Task) {
	s := t.out
	t.out, t.Open = nil, false
	f.tasks--
	f.close(s)
}

// bequeath forgets t, whose id another thread takes over, and its file with it.
func (f *fan) bequeath(t *Task) {
	f.legacy, f.legacyTID = t.out, t.TID
	t.out, t.Open = nil, false
}

// inherit gives t, which has executed a program, the file of the thread whose
// id it took over, and returns its own file so far; nil if nothing changed.
func (f *fan) inherit(t *Task) *stream {
	s := f.legacy
	if s == nil || f.legacyTID != t.TID {
		return nil
	}
	f.legacy = nil
	if s == f.shared {
		return nil
	}
	own := t.out
	t.out = s
	return own
}

// close closes a stream that no task writes to any more.
func (f *fan) close(s *stream) {
	if s == f.shared {
		return
	}
	f.fail(s.Close())
	for i := range f.streams {
		if f.streams[i] == s {
			f.streams = append(f.streams[:i], f.streams[i+1:]...)
			break
		}
	}
}

func (f *fan) fail(err error) {
	if err != nil && f.err == nil {
		f.err = err
	}
}

// Flush implements Sink.
func (f *fan) Flush() {
	for _, s := range f.streams {
		s.Flush()
	}
}

// Err implements Sink.
func (f *fan) Err() error {
	for _, s := range f.streams {
		f.fail(s.Err())
	}
	return f.err
}

// Close implements Sink.
func (f *fan) Close() error {
	for _, s := range f.streams {
		f.fail(s.Close())
	}
	return f.Err()
}

type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }
