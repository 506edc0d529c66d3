package options

import "gostrace/internal/unwind"

// stacks is -k, which says more when repeated, or --stack-trace.
func (p *parser) stacks(u use) error {
	p.stackOption = true
	switch {
	case u.short() && p.Stacks != 0:
		p.Stacks = StackSource
	case u.short(), !u.has, u.arg == "symbol":
		p.Stacks = StackSymbol
	case u.arg == "source":
		p.Stacks = StackSource
	default:
		return u.invalid("it should be symbol or source")
	}
	return nil
}

func (p *parser) stackLimit(u use) (err error) {
	if p.StackLimit, err = u.number(unwind.MaxLimit); err == nil && p.StackLimit == 0 {
		err = u.invalid("it should be a number from 1 on")
	}
	return err
}
