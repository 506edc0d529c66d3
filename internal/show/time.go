package show

import "time"

// TimeComment shows, in text, the local calendar time of sec seconds and nsec
// nanoseconds since 1970 in a comment. Of 0 and of impossible times it shows nothing.
func (p *Printer) TimeComment(sec int64, nsec uint64) {
	if nsec < 1e9 {
		p.timeComment(sec, nsec, "2006-01-02T15:04:05.000000000-0700")
	}
}

// MicroTimeComment is TimeComment for microseconds.
func (p *Printer) MicroTimeComment(sec int64, usec uint64) {
	if usec < 1e6 {
		p.timeComment(sec, usec*1000, "2006-01-02T15:04:05.000000-0700")
	}
}

func (p *Printer) timeComment(sec int64, nsec uint64, layout string) {
	if p.JSON && p.expr == 0 || sec == 0 && nsec == 0 {
		return
	}
	if nsec == 0 {
		layout = "2006-01-02T15:04:05-0700"
	}
	p.buf = append(p.buf, " /* "...)
	p.buf = time.Unix(sec, int64(nsec)).AppendFormat(p.buf, layout)
	p.buf = append(p.buf, " */"...)
}

// Calendar shows the local calendar time of sec seconds since 1970.
func (p *Printer) Calendar(sec int64) {
	p.JSONText(`"`)
	p.buf = time.Unix(sec, 0).AppendFormat(p.buf, "2006-01-02T15:04:05-0700")
	p.JSONText(`"`)
}
