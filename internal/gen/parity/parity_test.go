package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gostrace/internal/gen/factfile"
	"gostrace/internal/options"
)

func rows(t *testing.T) (root string, all []row) {
	t.Helper()
	root, err := factfile.Root()
	if err != nil {
		t.Fatal(err)
	}
	all, err = read(filepath.Join(root, "docs/parity"))
	if err != nil {
		t.Fatal(err)
	}
	return root, all
}

var (
	testFunc  = regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	testName  = regexp.MustCompile(`^Test\w+`)
	outsiders = map[string]bool{"none": true, "torture": true}
)

// TestTests: the tests that the rows name exist. Only what is open, or better
// in a way that a comparison can't show, may have none.
func TestTests(t *testing.T) {
	root, all := rows(t)
	known := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range testFunc.FindAllSubmatch(text, -1) {
			known[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		for _, name := range r.tests {
			fn := testName.FindString(name)
			switch {
			case outsiders[name]:
				if strings.HasPrefix(r.state, "same") {
					t.Errorf("%s: %q is the same by no test", r.file, r.what)
				}
			case strings.HasPrefix(name, "/"): // another subtest of the one before
			case !known[fn]:
				t.Errorf("%s: %q: there is no %s", r.file, r.what, name)
			case strings.HasPrefix(name, "TestCorpus/"):
				program := filepath.Join(root, "internal/tracetest/corpus", strings.TrimPrefix(name, "TestCorpus/"))
				if _, err := os.Stat(program + ".c"); err != nil {
					if _, err := os.Stat(program); err != nil {
						t.Errorf("%s: %q: there is no corpus program %s", r.file, r.what, name)
					}
				}
			}
		}
	}
}

// TestOptionsHaveRows: every option of the table is in a row.
func TestOptionsHaveRows(t *testing.T) {
	_, all := rows(t)
	var b strings.Builder
	for _, r := range all {
		b.WriteString(r.what + " ")
	}
	text := b.String()
	for _, d := range options.DescribeAll() {
		if d.Short != 0 && !mentions(text, "-"+string(rune(d.Short))) {
			t.Errorf("no row has -%c", d.Short)
		}
		for _, l := range d.Long[:min(1, len(d.Long))] {
			if !mentions(text, "--"+l) {
				t.Errorf("no row has --%s", l)
			}
		}
	}
	for _, q := range options.QualifierWords() {
		for _, n := range q.Names[:1] {
			if !strings.Contains(text, "-e "+n+"=") {
				t.Errorf("no row has -e %s=", n)
			}
		}
	}
}

// mentions says whether an option is in text, not as a part of a longer one.
func mentions(text, option string) bool {
	return regexp.MustCompile("`" + regexp.QuoteMeta(option) + "[`= \\[]").MatchString(text)
}
