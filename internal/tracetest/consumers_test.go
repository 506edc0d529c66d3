package tracetest

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// consumers are programs that run strace or read its output, as scripts for
// sh: in a directory of their own, with STRACE, the tracer, as strace in PATH,
// and with CONSUMERS, where .ci/consumers put what is in no Debian package.
var consumers = []struct {
	name  string
	needs []string // programs; or files, with a slash
	run   string
	says  string // what the output must have, so that it isn't nothing
}{
	{"dpkg-depcheck", []string{"dpkg-depcheck"}, `dpkg-depcheck --no-conf -- cat /etc/hostname 2>&1 | sort`, "Packages used:"},
	{"doit", []string{"doit"}, `echo x >in.txt
cat >dodo.py <<'END'
def task_copy():
    return {'actions': ['cp in.txt out.txt']}
END
doit strace copy; doit strace -a copy | sort -u`, "R /usr/bin/cp"},
	{"lnav", []string{"lnav"}, `strace -tt -T -o trace.log cat /etc/hostname /missing 2>/dev/null
lnav -n -c ';SELECT log_level, syscall, rc, errno FROM strace_log' -c ':write-csv-to -' trace.log`, "openat"},
	{"vim", []string{"vim", "/usr/share/vim"}, `strace -f -tt -o trace cat /etc/hostname /missing
cat >script <<'END'
set nocompatible
syntax on
edit trace
set filetype=strace
redir! > groups
for l in range(1, line('$'))
  echo l
  for c in range(1, min([col([l, '$']), 60]))
    echon ' ' synIDattr(synID(l, c, 1), 'name')
  endfor
endfor
redir END
qa!
END
vim -es -u NONE -S script </dev/null; cut -d ' ' -f 2- groups | sort -u`, "strace"},
	{"b3-strace-parser", []string{"node", "CONSUMERS/package/cli.js"}, `strace -e trace=!getrandom -o trace cat /etc/hostname /missing >/dev/null 2>&1
strace -s 100 -y -e trace=!getrandom,execve -o trace2 sh -c 'echo a; kill -USR1 $$' >/dev/null
cat trace trace2 | node "$CONSUMERS/package/cli.js"`, `"syscall":"openat"`},
	{"syscalls.sh", []string{"bash", "CONSUMERS/syscalls.sh"}, `bash "$CONSUMERS/syscalls.sh" /bin/cat /etc/hostname; sed '/syscall/d; /total/d' syscalls.txt`, "openat"},
}

// TestConsumers: what programs make of our traces is what they make of the reference's.
func TestConsumers(t *testing.T) {
	reference, err := Reference()
	if err != nil {
		t.Skip(err)
	}
	tracer, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	dir := os.Getenv("GOSTRACE_CONSUMERS")
	for _, c := range consumers {
		t.Run(c.name, func(t *testing.T) {
			for _, n := range c.needs {
				path := strings.Replace(n, "CONSUMERS", dir, 1)
				if _, err := exec.LookPath(path); err != nil && !exists(path) {
					t.Skipf("%s is not installed (.ci/consumers does it)", n)
				}
			}
			want, got := consume(t, reference, dir, c.run), consume(t, tracer, dir, c.run)
			if !strings.Contains(want, c.says) {
				t.Fatalf("of the reference it makes nothing: %s", want)
			}
			if got != want {
				t.Errorf("of the reference:\n%s\nof ours:\n%s", want, got)
			}
		})
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil && strings.HasPrefix(path, "/")
}

// volatileText is what may differ: addresses and other large numbers, times, directories.
var volatileText = regexp.MustCompile(`0x[0-9a-f]+|\b\d{3,}(\.\d+)?\b|\b\d+\.\d+\b|\d\d:\d\d:\d\d|/[^" ]*/TestConsumers[^" ,\n]*`)

// consume runs a script with tracer as strace, and returns what it writes.
func consume(t *testing.T, tracer Tracer, consumers, script string) string {
	t.Helper()
	dir := t.TempDir()
	bin, work := filepath.Join(dir, "bin"), filepath.Join(dir, "work")
	for _, d := range []string{bin, work} {
		if err := os.Mkdir(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(tracer.Path, filepath.Join(bin, "strace")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "sh", "-c", script)
	cmd.Dir = work
	cmd.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "CONSUMERS="+consumers, "HOME="+dir, "LC_ALL=C")
	out, err := cmd.CombinedOutput()
	text := string(out)
	if err != nil {
		text += err.Error() + "\n"
	}
	return volatileText.ReplaceAllString(text, "#")
}
