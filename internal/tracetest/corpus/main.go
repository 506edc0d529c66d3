// Command corpus shows what both tracers print for a program of the corpus,
// and where they differ. It is the daily tool of whoever writes a decoder.
//
//	go run ./internal/tracetest/corpus                    list the programs
//	go run ./internal/tracetest/corpus file               same or not, for each of a family
//	go run ./internal/tracetest/corpus file/open          the reference's trace, and the difference
//	go run ./internal/tracetest/corpus file/open -X raw   with these options instead of none
//	go run ./internal/tracetest/corpus -m32 file/open     built for i386
//	go run ./internal/tracetest/corpus -both file/open    our trace in full, too
//	go run ./internal/tracetest/corpus ./x.c -f           any C file that includes corpus.h
//
// Without options on the command line, a program then runs with each of its
// "// options:" lines, and the verdicts follow. Exit status 1: they differ.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"gostrace/internal/tracetest"
)

type viewer struct {
	differ      *tracetest.Differ
	oursMissing error // why there is only the reference
	both, quiet bool
	differences int
}

func main() {
	var v viewer
	m32 := flag.Bool("m32", false, "the i386 build of one program")
	flag.BoolVar(&v.both, "both", false, "print our trace, too")
	flag.BoolVar(&v.quiet, "q", false, "print differences only")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := v.run(ctx, flag.Args(), *m32)
	stop()
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(2)
	case v.differences > 0:
		os.Exit(1)
	}
}

func (v *viewer) run(ctx context.Context, args []string, m32 bool) error {
	programs, err := tracetest.Programs()
	if err != nil {
		return err
	}
	if len(args) == 0 {
		for _, p := range programs {
			fmt.Printf("%s/%s\n", p.Family, p.Name)
		}
		return nil
	}
	chosen, err := find(programs, args[0])
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "gostrace-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	if err := v.prepare(scratch); err != nil {
		return err
	}
	if len(chosen) == 1 {
		options := []string{}
		if len(args) > 1 {
			options = args[1:]
		}
		if err := v.show(ctx, &chosen[0], options, m32, true); err != nil {
			return err
		}
	}
	if len(args) > 1 {
		return nil
	}
	for _, p := range chosen {
		for _, options := range p.Options {
			if err := v.show(ctx, &p, options, false, false); err != nil {
				return err
			}
			if !p.M32 {
				continue
			}
			if err := v.show(ctx, &p, options, true, false); err != nil {
				return err
			}
		}
	}
	return nil
}

// prepare builds ours. If that fails, the reference compares with itself: its
// output is what a decoder's author wants to see first.
func (v *viewer) prepare(scratch string) error {
	d, err := tracetest.NewDiffer(scratch)
	if err == nil {
		v.differ = d
		return nil
	}
	reference, refErr := tracetest.Reference()
	if refErr != nil {
		return refErr
	}
	v.oursMissing = err
	v.differ = tracetest.NewDifferOf(reference, reference, scratch)
	return nil
}

// show runs a program once: in full, or as one line and the difference.
func (v *viewer) show(ctx context.Context, p *tracetest.Program, options []string, m32, full bool) error {
	name := strings.Join(append([]string{p.Family + "/" + p.Name}, options...), " ")
	if m32 {
		if p.Libc {
			return errors.New("a program that uses the C library has no i386 build")
		}
		name = "-m32 " + name
	}
	binary, err := p.Build(m32)
	if err != nil {
		return err
	}
	r, err := v.differ.Compare(ctx, p.Case(binary, options))
	if err != nil {
		return err
	}
	full = full && !v.quiet
	if full {
		fmt.Printf("%s", r.Reference)
		if v.both {
			fmt.Printf("\n======== ours\n%s", r.Ours)
		}
		fmt.Println()
	}
	switch {
	case v.oursMissing != nil:
		if full {
			fmt.Printf("ours: %v\n", v.oursMissing)
		}
	case r.Diff == "":
		if !v.quiet {
			fmt.Printf("same       %s\n", name)
		}
	default:
		v.differences++
		fmt.Printf("DIFFERENT  %s\n%s\n", name, r.Diff)
	}
	return nil
}

// find returns the programs that a name means: a family, FAMILY/NAME, NAME
// alone, or a C file.
func find(programs []tracetest.Program, name string) ([]tracetest.Program, error) {
	if strings.HasSuffix(name, ".c") {
		p, err := tracetest.ReadProgram(name)
		return []tracetest.Program{p}, err
	}
	var found []tracetest.Program
	for _, p := range programs {
		if name == "all" || p.Family == name || p.Name == name || p.Family+"/"+p.Name == name {
			found = append(found, p)
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no program or family %q in the corpus", name)
	}
	return found, nil
}
