package show

import (
	"math"
	"strconv"
	"time"
)

// TimeComment shows, in text, the local calendar time of sec seconds and nsec
// nanoseconds since 1970 in a comment. Of 0 and of impossible times it shows nothing.
func (p *Printer) TimeComment(sec int64, nsec uint64) {
	if nsec < 1e9 {
		p.timeComment(sec, nsec, "-01-02T15:04:05.000000000-0700")
	}
}

// MicroTimeComment is TimeComment for microseconds.
func (p *Printer) MicroTimeComment(sec int64, usec uint64) {
	if usec < 1e6 {
		p.timeComment(sec, usec*1000, "-01-02T15:04:05.000000-0700")
	}
}

func (p *Printer) timeComment(sec int64, nsec uint64, layout string) {
	if p.JSON && p.expr == 0 || sec == 0 && nsec == 0 {
		return
	}
	if nsec == 0 {
		layout = "-01-02T15:04:05-0700"
	}
	t := time.Unix(sec, int64(nsec))
	if !calendar(t) {
		return
	}
	p.openComment()
	p.appendTime(t, layout)
	p.closeComment()
}

// calendar says whether the C library's struct tm holds t: its year is an int,
// counted from 1900.
func calendar(t time.Time) bool {
	y := t.Year() - 1900
	return y >= math.MinInt32 && y <= math.MaxInt32
}

// appendTime appends t: the year, which may wrap, without leading zeros, and
// the rest by layout.
func (p *Printer) appendTime(t time.Time, layout string) {
	p.buf = strconv.AppendInt(p.buf, int64(int32(t.Year())), 10)
	p.buf = t.AppendFormat(p.buf, layout)
}

// Calendar shows the local calendar time of sec seconds since 1970.
func (p *Printer) Calendar(sec int64) {
	p.JSONText(`"`)
	p.appendTime(time.Unix(sec, 0), "-01-02T15:04:05-0700")
	p.JSONText(`"`)
}

// Ticks shows, in text, a number of hundredths of a second in a comment: 0.01 s.
func (p *Printer) Ticks(n uint64) {
	if p.JSON && p.expr == 0 {
		return
	}
	p.openComment()
	p.buf = strconv.AppendUint(p.buf, n/100, 10)
	p.buf = append(p.buf, '.', byte('0'+n/10%10), byte('0'+n%10))
	p.buf = append(p.buf, " s"...)
	p.closeComment()
}
