package options

import (
	"strings"
	"testing"
)

// Advice is given unless somebody wants quiet, or JSON.
func TestHints(t *testing.T) {
	for argv, quiet := range map[string]bool{
		"": false, "-o f": false, "-q": true, "-qqq": true, "--quiet=exit": true, "-e q=none": true, "--json": true, "-f -y": false,
	} {
		o, err := Parse(append(strings.Fields(argv), "true"), noEnv)
		if err != nil || o.NoHints != quiet {
			t.Errorf("%q: %v, %v", argv, o.NoHints, err)
		}
	}
}

func TestTips(t *testing.T) {
	for argv, want := range map[string]Tips{
		"": {}, "--tips": {On: true, ID: -1}, "--tips=3": {On: true, ID: 3}, "--tips=none": {ID: -1}, "--tips=id:3,format:full": {On: true, ID: 3, Full: true},
		"--tips=full,4,": {On: true, ID: 4, Full: true}, "--tips=RANDOM,none,Compact": {On: true, ID: -1},
	} {
		o, err := Parse(append(strings.Fields(argv), "true"), noEnv)
		if err != nil || o.Tips != want {
			t.Errorf("%q: %+v, %v", argv, o.Tips, err)
		}
	}
	for i := range len(tips) + 1 {
		tip := Tips{On: true, ID: i, Full: true}
		text := tip.Text(0)
		if lines := strings.Split(text, "\n"); len(lines) != 4 || !strings.HasPrefix(lines[2], "    strace ") {
			t.Errorf("%q", text)
		}
	}
	if text := (&Tips{ID: 1}).Text(0); text != "" {
		t.Errorf("without --tips: %q", text)
	}
	if text := (&Tips{On: true, ID: -1}).Text(7); !strings.HasPrefix(text, "Tip 7: ") {
		t.Errorf("%q", text)
	}
}
