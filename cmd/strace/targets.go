package main

import (
	"path/filepath"

	"gostrace/internal/filter"
	"gostrace/internal/options"
	"gostrace/internal/show"
)

// newTargets returns what -P and -e trace-fds ask for; nil if neither was
// given. It says of each path what it resolves to, if that is something else.
func newTargets(o *options.Options) *filter.Targets {
	if o.OnlyFDs == nil && o.Paths == nil {
		return nil
	}
	t := &filter.Targets{FDs: o.OnlyFDs}
	for _, p := range o.Paths {
		t.Paths = append(t.Paths, p)
		real, err := resolve(p)
		if err != nil || real == p {
			continue
		}
		t.Paths = append(t.Paths, real)
		if o.Quiet&options.QuietPathResolution == 0 {
			say(`Requested path "%s" resolved into "%s"`, escaped(p), escaped(real))
		}
	}
	return t
}

// resolve returns the absolute path of an existing file, without symbolic links.
func resolve(p string) (string, error) {
	if p == "" {
		return p, nil
	}
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

// escaped returns s as it is between quotes in the trace.
func escaped(s string) string { return string(show.AppendEscaped(nil, []byte(s), show.Octal, '"')) }
