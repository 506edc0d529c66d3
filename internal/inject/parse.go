package inject

import (
	"fmt"
	"math"
	"strings"

	"gostrace/internal/decode"
	"gostrace/internal/filter"
	"gostrace/internal/trace"
)

// A Rule is one -e inject or -e fault.
type Rule struct {
	Calls *filter.Calls
	When  When
	// Do is what happens; Nr is -1, and With says what to call instead of that.
	Do   trace.Tampering
	With string // a call of %pure; "" if none was given

	result, syscall bool // error= or retval=, syscall= were given
}

// A SyntaxError says what is wrong with a rule.
type SyntaxError struct {
	Kind   string // "inject" or "fault"
	Text   string // the whole rule
	Detail string
}

func (e *SyntaxError) Error() string {
	return "invalid " + e.Kind + " argument '" + e.Text + "': " + e.Detail
}

// Parse parses SET:ACTION[:ACTION]..., the value of -e inject.
func Parse(text string, ps []filter.Personality) (*Rule, error) {
	return parse("inject", text, ps)
}

// ParseFault parses SET[:ACTION]..., the value of -e fault: only error=, when=
// and syscall= are known, and ENOSYS is the error by default.
func ParseFault(text string, ps []filter.Personality) (*Rule, error) {
	return parse("fault", text, ps)
}

func parse(kind, text string, ps []filter.Personality) (*Rule, error) {
	set, actions, _ := strings.Cut(text, ":")
	r := &Rule{When: Always}
	r.Do.Nr = -1
	if set != "" {
		// What is wrong with an action is said first: so does the reference.
		for action := range strings.SplitSeq(actions, ":") {
			if action == "" {
				continue
			}
			if detail := r.action(kind, action, ps); detail != "" {
				return nil, &SyntaxError{kind, text, detail}
			}
		}
	}
	var err error
	if r.Calls, err = filter.CompileCalls([]string{set}, ps); err != nil {
		return nil, err
	}
	if kind == "fault" && !r.result {
		const enosys = 38
		r.fail(enosys)
	}
	if !r.acts() {
		return nil, &SyntaxError{kind, text, "it should say what to do: SET:error=ENOENT, " +
			"or retval=, signal=, delay_enter=, delay_exit=, poke_enter=, poke_exit="}
	}
	return r, nil
}

// acts says whether the rule does anything.
func (r *Rule) acts() bool {
	d := &r.Do
	return r.result || d.Signal != 0 || d.DelayEnter.On || d.DelayExit.On || d.PokeEnter != nil || d.PokeExit != nil
}

func (r *Rule) fail(errno int64) {
	r.result = true
	r.Do.Replace, r.Do.Failed, r.Do.Ret = true, true, -errno
}

// action parses one action and returns what is wrong with it.
func (r *Rule) action(kind, text string, ps []filter.Personality) string {
	name, value, _ := strings.Cut(text, "=")
	switch name {
	case "error":
		return r.error(value)
	case "when":
		var ok bool
		if r.When, ok = parseWhen(value); !ok {
			return "when= should be FIRST[..LAST][+[STEP]], numbers from 1 to 65535"
		}
		return ""
	case "syscall":
		return r.instead(value, ps)
	}
	if kind == "fault" {
		return "'" + text + "' is none of error=, when=, syscall="
	}
	switch name {
	case "retval":
		return r.retval(value)
	case "signal":
		return r.signal(value)
	case "delay_enter":
		return delay(&r.Do.DelayEnter, text, value)
	case "delay_exit":
		return delay(&r.Do.DelayExit, text, value)
	case "poke_enter":
		return pokes(&r.Do.PokeEnter, text, value)
	case "poke_exit":
		return pokes(&r.Do.PokeExit, text, value)
	}
	return "'" + text + "' is none of error=, retval=, signal=, syscall=, delay_enter=, delay_exit=, poke_enter=, poke_exit=, when="
}

const (
	oneResult = "only one error= or retval= can be given"
	once      = " can be given only once"
)

func (r *Rule) error(value string) string {
	if r.result {
		return oneResult
	}
	errno, near := errorNumber(value)
	if errno == 0 {
		return "error= should be a name (ENOENT) or a number from 1 to 4095" + didYouMean(near)
	}
	r.fail(errno)
	return ""
}

func (r *Rule) retval(value string) string {
	if r.result {
		return oneResult
	}
	n, ok := longNumber(value)
	if !ok {
		return "retval= should be a number of at most 64 bits"
	}
	r.result = true
	r.Do.Replace, r.Do.Ret = true, n
	return ""
}

func (r *Rule) signal(value string) string {
	if r.Do.Signal != 0 {
		return "signal=" + once
	}
	sig, ok := filter.SignalNumber(value)
	if !ok || sig < 1 || sig > 64 {
		return "signal= should be a name or a number from 1 to 64"
	}
	r.Do.Signal = sig
	return ""
}

func (r *Rule) instead(value string, ps []filter.Personality) string {
	if r.syscall {
		return "syscall=" + once
	}
	for _, p := range ps[:1] {
		for nr := range uint64(p.Table.Len()) {
			if value != "" && p.Table.Name(nr) == value && p.Table.Class(nr)&decode.ClassPure != 0 {
				r.With, r.syscall = value, true
				return ""
			}
		}
	}
	return "syscall= should be the name of one call of %pure, such as getpid"
}

// Warning says that the program may take the result for an error, or is "".
func (r *Rule) Warning() string {
	if !r.Do.Replace || r.Do.Failed {
		return ""
	}
	const text = "Inadvertent injection of error %d is possible%s for retval=%d"
	if n := r.Do.Ret; n < 0 && n >= -maxErrno {
		return fmt.Sprintf(text, -n, "", uint64(n))
	}
	if n := int32(r.Do.Ret); n < 0 && n >= -maxErrno {
		return fmt.Sprintf(text, -n, " in compat personality", uint64(r.Do.Ret))
	}
	if n := uint64(r.Do.Ret); n > math.MaxUint32 {
		return fmt.Sprintf("Injected return value %d will be clipped to %d in compat personality", n, uint32(n))
	}
	return ""
}
