package tracetest

import (
	"errors"
	"os"
	"strings"
	"testing"
)

// TestCorpus runs every program of the corpus with each of its options, under
// both tracers:
//
//	go test ./internal/tracetest -run TestCorpus/file
//	go test ./internal/tracetest -run 'TestCorpus/file/open/-v$'
func TestCorpus(t *testing.T) {
	d := sharedDiffer(t)
	programs, err := Programs()
	if err != nil {
		t.Fatal(err)
	}
	if len(programs) == 0 {
		t.Fatal("the corpus is empty")
	}
	for _, p := range programs {
		t.Run(p.Family+"/"+p.Name, func(t *testing.T) {
			t.Parallel()
			if p.Root && os.Getuid() != 0 {
				t.Skip("needs root")
			}
			for _, m32 := range []bool{false, true}[:1+b2i(p.M32)] {
				binary, err := p.Build(m32)
				if errors.Is(err, ErrNoCompiler) {
					t.Skip(err)
				}
				if err != nil {
					t.Fatal(err)
				}
				for _, options := range p.Options {
					name := "default"
					if len(options) > 0 {
						name = strings.Join(options, " ")
					}
					if m32 {
						name += " m32"
					}
					t.Run(name, func(t *testing.T) { expectSame(t, d, p.Case(binary, options)) })
				}
			}
		})
	}
}
