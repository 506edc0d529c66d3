// Command man generates doc/strace.1, the manual page: its prose is page.txt,
// its options come from the tables of the command line.
package main

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"strings"

	"gostrace/internal/gen/emit"
	"gostrace/internal/gen/factfile"
	"gostrace/internal/options"
)

//go:embed page.txt
var page string

func main() { emit.Main("man", run) }

func run(check bool) error {
	root, err := factfile.Root()
	if err != nil {
		return err
	}
	set := emit.Open("man", filepath.Join(root, "doc"), check)
	if err := set.Raw("strace.1", []byte(strings.Replace(page, "@OPTIONS@\n", described(), 1))); err != nil {
		return err
	}
	return set.Close("strace.1")
}

// described is the options in the man macros.
func described() string {
	var b strings.Builder
	section := ""
	for _, d := range options.Describe() {
		if d.Section != section {
			section = d.Section
			fmt.Fprintf(&b, ".SS %s\n", section)
		}
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", escape(d.Spelling), escape(strings.ReplaceAll(d.Help, "\n", " ")))
	}
	return b.String()
}

// escape protects what the man macros would take for their own.
func escape(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}
