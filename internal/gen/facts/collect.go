package main

import (
	"fmt"
	"slices"
	"sync"
)

// A collection is everything found, by target.
type collection struct {
	units  [len(targets)][]*unit // in the order of the roots
	failed []string              // roots that did not compile, and why
}

// collect compiles every root for every target.
func collect(in *inputs, extra string) (*collection, error) {
	c, err := newCompiler(in)
	if err != nil {
		return nil, err
	}
	kernel, err := c.kernelRoots()
	if err != nil {
		return nil, err
	}
	libc, err := c.libcRoots()
	if err != nil {
		return nil, err
	}
	own, err := c.extraRoot(extra)
	if err != nil {
		return nil, err
	}
	res := new(collection)
	for i, t := range targets {
		rs, err := c.roots(t)
		if err != nil {
			return nil, err
		}
		rs = append(slices.Concat(rs, kernel, libc), own)
		units := make([]*unit, len(rs))
		errs := make([]error, len(rs))
		var wg sync.WaitGroup
		slots := make(chan struct{}, 2)
		for j, r := range rs {
			wg.Go(func() {
				slots <- struct{}{}
				defer func() { <-slots }()
				units[j], errs[j] = c.compile(r, t)
			})
		}
		wg.Wait()
		for j, err := range errs {
			if err == nil {
				continue
			}
			if rs[j] == own {
				return nil, fmt.Errorf("compiling %s for %s: %w", extra, t.name, err)
			}
			res.failed = append(res.failed, fmt.Sprintf("%s (%s): %v", rs[j].header, t.name, err))
			units[j] = nil
		}
		res.units[i] = slices.DeleteFunc(units, func(u *unit) bool { return u == nil })
	}
	return res, nil
}

// skipped lists what was left out.
func (c *collection) skipped() []string {
	s := slices.Clone(c.failed)
	for _, u := range c.units[0] {
		s = append(s, u.dropped...)
	}
	return s
}
