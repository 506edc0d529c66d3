package xlat_test

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestStatic fails if a table needs code to be set up when the program starts.
func TestStatic(t *testing.T) {
	for _, pkg := range []string{"xlat", "ioctl"} {
		archive := filepath.Join(t.TempDir(), pkg+".a")
		if out, err := exec.Command("go", "build", "-o", archive, "gostrace/internal/"+pkg).CombinedOutput(); err != nil {
			t.Fatalf("building %s: %v: %s", pkg, err, out)
		}
		symbols, err := exec.Command("go", "tool", "nm", "-size", archive).Output()
		if err != nil {
			t.Fatalf("listing the symbols of %s: %v", pkg, err)
		}
		if len(symbols) == 0 {
			t.Errorf("%s has no symbols at all", pkg)
		}
		for line := range strings.Lines(string(symbols)) {
			// A package whose imports have something to set up has an init that only returns.
			f := strings.Fields(line)
			if len(f) != 4 || f[2] != "T" || !strings.HasSuffix(f[3], "/"+pkg+".init") {
				continue
			}
			if size, err := strconv.Atoi(f[1]); err != nil || size > 8 {
				t.Errorf("%s has %s bytes of initialization code", pkg, f[1])
			}
		}
	}
}
