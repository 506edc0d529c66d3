package procfs

import (
	"bytes"
	"math/bits"
	"strconv"

	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// eventFD describes an eventfd(2): <{eventfd-count=0x3, eventfd-id=1, eventfd-semaphore=0}>.
func (d *Describer) eventFD(tid int, fd int32) []byte {
	info := d.fdinfo(tid, fd)
	count, ok := field(info, "eventfd-count")
	if !ok {
		return nil
	}
	d.open()
	d.out = append(d.out, "{eventfd-count="...)
	if string(count) != "0" {
		d.out = append(d.out, "0x"...)
	}
	d.out = append(d.out, count...)
	if id, ok := field(info, "eventfd-id"); ok {
		d.out = append(d.out, ", eventfd-id="...)
		d.out = append(d.out, id...)
	}
	if sem, ok := field(info, "eventfd-semaphore"); ok {
		d.out = append(d.out, ", eventfd-semaphore="...)
		d.out = append(d.out, sem...)
	}
	d.out = append(d.out, '}')
	d.shut()
	return d.out
}

// pidFD describes a pidfd_open(2) by its process, in the name space of /proc:
// <pid:7>. One that is gone or hidden, -1 or 0, it doesn't.
func (d *Describer) pidFD(tid int, fd int32) []byte {
	pid, ok := field(d.fdinfo(tid, fd), "Pid")
	if !ok || string(pid) == "0" || bytes.HasPrefix(pid, []byte("-")) {
		return nil
	}
	d.open()
	d.out = append(d.out, "pid:"...)
	d.out = append(d.out, pid...)
	d.shut()
	return d.out
}

// signalFD describes a signalfd(2) by its signals: <signalfd:[INT RT_3]>.
func (d *Describer) signalFD(tid int, fd int32) []byte {
	text, ok := field(d.fdinfo(tid, fd), "sigmask")
	if !ok {
		return nil
	}
	mask, ok := hexadecimal(text)
	if !ok {
		return nil
	}
	d.open()
	d.out = append(d.out, "signalfd:"...)
	d.signals(mask)
	d.shut()
	return d.out
}

// signals appends a set of signals, bit 0 being signal 1; of large ones the complement.
func (d *Describer) signals(mask uint64) {
	const many = 64 * 2 / 3
	if bits.OnesCount64(mask) >= many {
		d.out = append(d.out, '~')
		mask = ^mask
	}
	d.out = append(d.out, '[')
	for first := true; mask != 0; mask &= mask - 1 {
		if !first {
			d.out = append(d.out, ' ')
		}
		first = false
		sig := bits.TrailingZeros64(mask) + 1
		name := xlat.Signal[sig][len("SIG"):]
		switch {
		case d.opts.X == show.Raw:
			d.out = strconv.AppendInt(d.out, int64(sig), 10)
		case d.opts.X == show.Verbose:
			d.out = strconv.AppendInt(d.out, int64(sig), 10)
			d.out = append(d.out, " /* "...)
			d.out = append(d.out, name...)
			d.out = append(d.out, " */"...)
		default:
			d.out = append(d.out, name...)
		}
	}
	d.out = append(d.out, ']')
}

// hexadecimal returns the number that is all of b.
func hexadecimal(b []byte) (v uint64, ok bool) {
	for _, c := range b {
		switch {
		case c >= '0' && c <= '9':
			v = v<<4 | uint64(c-'0')
		case c >= 'a' && c <= 'f':
			v = v<<4 | uint64(c-'a'+10)
		default:
			return 0, false
		}
	}
	return v, len(b) > 0
}
