package tracetest

import "testing"

// optionForms are the options that decide how a trace looks, in every form and
// spelling, by what docs/PARITY.md calls them.
var optionForms = []struct {
	name  string
	forms []string // split at blanks
}{
	{"columns", []string{"-a 0", "-a 1", "-a 100 -T", "--columns=5", "--columns=60"}},
	{"string-limit", []string{"-s 0", "-s 1", "-s 4096", "--string-limit=3"}},
	{"abbrev", []string{"-e abbrev=none", "-e a=!newfstatat,execve", "--abbrev=execve", "-v", "--no-abbrev"}},
	{"verbose", []string{"-e verbose=none", "-e v=!newfstatat", "--verbose=read,wait4"}},
	{"raw", []string{"-e raw=%desc,%memory", "-e x=read,openat", "--raw=%file"}},
	{"signal", []string{"-e signal=none", "-e signals=CHLD", "-e s=!sigchld,usr1", "--signal=USR1", "--signal=17"}},
	{"status", []string{
		"-e status=successful", "-e status=failed", "-e status=unfinished", "-e status=unavailable", "-e status=detached",
		"--status=!failed", "--status=none", "-z", "-Z", "--successful-only", "--failed-only -T", "-Z -r", "-z -C -S name",
	}},
	{"quiet", []string{"-q", "-qq", "-qqq", "--quiet", "--silent=exit", "--silence=attach,personality", "-e q=thread-execve", "-e quiet=all", "--quiet=none"}},
	{"decode-fds", []string{"-y", "-yy", "--decode-fds", "--decode-fds=dev,socket", "--decode-fds=all", "-e decode-fd=path,eventfd"}},
	{"instruction-pointer", []string{"-i", "--instruction-pointer -n", "-i -T"}},
	{"syscall-number", []string{"-n", "--syscall-number"}},
	{"arg-names", []string{"-N", "--arg-names -v", "-N -X raw"}},
	{"absolute-timestamps", []string{
		"-t", "-tt", "-ttt", "--absolute-timestamps", "--timestamps=ns", "--timestamps=unix,ms", "--absolute-timestamps=format:unix,precision:ns",
		"--absolute-timestamps=precision:us,format:time", "--timestamps=none", "--timestamps=unix",
	}},
	{"relative-timestamps", []string{"-r", "--relative-timestamps=s", "--relative-timestamps=ms", "--relative-timestamps=us", "--relative-timestamps=ns -tt", "-r -t"}},
	{"syscall-times", []string{"-T", "--syscall-times=s", "--syscall-times=ms", "--syscall-times=us", "--syscall-times=ns"}},
	{"strings-in-hex", []string{
		"-x", "-xx", "--strings-in-hex", "--strings-in-hex=none", "--strings-in-hex=non-ascii-chars", "--strings-in-hex=non-ascii", "--strings-in-hex=all",
	}},
	{"const-print-style", []string{"-X raw", "-X abbrev", "-X verbose -y", "--const-print-style=raw -v"}},
	{"always-show-pid", []string{"--always-show-pid", "--always-show-pid -t"}},
	{"trace", []string{"-e trace=%file -e signal=!chld", "-e t=/^(read|write) -e signal=!chld", "--trace=!%memory", "-e open,close -e signal=!chld", "-e trace=%process@64,?foo -e signal=!chld", "-e trace=!read@32,close@64"}},
	{"summary", []string{"-c", "--summary-only -w", "-C -S name", "--summary --summary-sort-by=calls", "-c -U calls,name", "-c --summary-columns=name,calls,errors --summary-sort-by=errors"}},
}

// oddWords shows what takes escapes, fails, and dies of a signal.
const oddWords = `printf 'a\303\244\n\t\377\1'; /bin/cat a/one.txt missing 2>/dev/null | tr a-z A-Z; kill -USR1 $$`

// TestOptions: no form of an option differs from the reference's, with one
// process and with several.
func TestOptions(t *testing.T) {
	d := sharedDiffer(t)
	for _, o := range optionForms {
		t.Run(o.name, func(t *testing.T) {
			for i, form := range o.forms {
				t.Run(form, func(t *testing.T) {
					t.Parallel()
					expectSame(t, d, &Case{
						Options: words(form), Command: words("cat a/one.txt missing"), Setup: everydayTree,
					})
				})
				if i > 1 && o.name != "quiet" {
					continue // with several processes what matters is whether, not how
				}
				t.Run("-f "+form, func(t *testing.T) {
					t.Parallel()
					expectSame(t, d, &Case{
						Options: append(words("-f"), words(form)...), Command: sh(oddWords), Setup: everydayTree, Races: pipes,
					})
				})
			}
		})
	}
}
