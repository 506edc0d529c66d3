package syscalls

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	d "gostrace/internal/decode"
	"gostrace/internal/show"
)

// styles are the options under which a call is shown.
var styles = []d.Options{
	{Options: show.Options{StrLen: 32}},
	{Options: show.Options{StrLen: 32, X: show.Verbose, Escape: show.All}, Verbose: true},
	{Options: show.Options{StrLen: 4, X: show.Raw, Names: true}, Verbose: true},
	{Options: show.Options{StrLen: 32, JSON: true}, Verbose: true},
	{Options: show.Options{StrLen: 32, JSON: true, X: show.Verbose}},
}

// longest is more than a call may take: a world maps few pages in a row.
const longest = 1 << 24

// check shows h in every style and says what is wrong with the outcome.
func check(h *happening) (complaints []string) {
	for i := range styles {
		o := &styles[i]
		complain := func(format string, args ...any) {
			complaints = append(complaints, fmt.Sprintf("%s (%s, style %d): ", h.decl.Name, h.abi.Name, i)+fmt.Sprintf(format, args...))
		}
		d.Panicked = func(c *d.Call, p *d.Param, r any) { complain("parameter %s panics: %v", p.Name, r) }
		h.largest = 0
		out := h.show(h.call(o))
		if h.largest > d.MaxFetch {
			complain("reads %d bytes at once", h.largest)
		}
		if len(out) > longest {
			complain("%d bytes long: %.200s", len(out), out)
			continue
		}
		if o.JSON {
			if !json.Valid(out) {
				complain("not JSON: %s", out)
			}
		} else if why := malformed(out); why != "" {
			complain("%s: %s", why, out)
		}
	}
	d.Panicked = nil
	return complaints
}

// malformed says what is wrong with text, if anything is: it is printable, and
// its brackets match outside of strings.
func malformed(text []byte) string {
	var open []byte
	quoted := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c < ' ' || c > '~':
			return fmt.Sprintf("byte %d is %#x", i, c)
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '(' || c == '[' || c == '{':
			open = append(open, c)
		case c == ')' || c == ']' || c == '}':
			if n := len(open); n == 0 || open[n-1] != c-1-c>>6 {
				return fmt.Sprintf("%c at %d closes nothing", c, i)
			}
			open = open[:len(open)-1]
		}
	}
	if quoted || len(open) > 0 {
		return "unclosed " + string(open)
	}
	return ""
}

// TestAnything: whatever the arguments and the memory, each declaration shows
// something well-formed of bounded length, and nothing panics.
func TestAnything(t *testing.T) {
	rounds := 30
	if testing.Short() {
		rounds = 5
	}
	r := rand.New(rand.NewPCG(1, 2))
	seen := map[string]bool{}
	for range rounds {
		for i := range uint64(len(Tables)) {
			for nr := range uint64(Tables[i].Len() + 1) {
				h := happen(nr*uint64(len(Tables))+i, randomData(r))
				for _, complaint := range check(&h) {
					if key := complaint[:min(40, len(complaint))]; !seen[key] {
						seen[key] = true
						t.Error(complaint)
					}
				}
			}
		}
	}
}

// FuzzCall looks for data that TestAnything has not thought of.
func FuzzCall(f *testing.F) {
	r := rand.New(rand.NewPCG(3, 4))
	for i := range uint64(len(Tables)) {
		for nr := range uint64(Tables[i].Len()) {
			if Tables[i].Calls[nr] != nil {
				f.Add(nr*uint64(len(Tables))+i, randomData(r))
			}
		}
	}
	f.Fuzz(func(t *testing.T, which uint64, data []byte) {
		if len(data) <= registers {
			return
		}
		h := happen(which, data)
		for _, complaint := range check(&h) {
			t.Error(complaint)
		}
	})
}
