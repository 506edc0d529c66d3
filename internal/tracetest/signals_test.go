package tracetest

import (
	"fmt"
	"strings"
	"testing"
)

// TestInterruptible: which signals end or stop the tracer (-I), and what
// becomes of the tracee then, for each value, with and without -o, and attached.
func TestInterruptible(t *testing.T) {
	// The tracer is sent a signal while the tracee sleeps. Who lives on, and is
	// the tracee still traced? What is to change may take its time; what is not
	// to change is looked at after a while.
	const after = `
		look() {
			case $(sed 's/.*) \(.\).*/\1/' /proc/$s/stat 2>/dev/null) in T) echo tracer stopped;; ''|Z) echo tracer gone;; *) echo tracer lives;; esac
			case $(sed 's/.*) \(.\).*/\1/' /proc/$c/stat 2>/dev/null) in ''|Z) echo tracee gone;; *) echo tracee lives
				grep -q 'TracerPid:.0' /proc/$c/status && echo untraced;; esac
		}
		sleep 0.2
		for i in $(seq 250); do test "$(echo $(look))" = "$want" && break; sleep 0.02; done
		echo $(look)
		kill -KILL $s $c 2>/dev/null; wait $s; echo $?`
	const ready = `
		until test -s pid; do sleep 0.01; done; c=$(cat pid)
		until grep -q 'TracerPid:.[1-9]' /proc/$c/status && grep -q ') S' /proc/$c/stat && grep -q sleep /proc/$c/comm; do sleep 0.01; done; sleep 0.05
		`
	const unignored = `env --default-signal=INT,QUIT `
	command := ` sh -c 'echo $$ >pid; exec sleep 30' 2>/dev/null & s=$!`
	var scenes []scene
	for _, mode := range []string{"", "1", "2", "3", "4"} {
		for _, output := range []string{"", "-o out", "-p"} {
			if output == "-p" && mode != "" && mode != "3" {
				continue
			}
			script := ""
			signals := []string{"INT", "TERM", "TSTP"}
			if mode == "" {
				signals = append(signals, "HUP", "QUIT", "PIPE")
			}
			for _, sig := range signals {
				option := ""
				if mode != "" {
					option = "-I" + mode
				}
				start := unignored + `$STRACE -e trace=none ` + option + " " + output + command + ready
				if output == "-p" {
					start = unignored + strings.Replace(command, "& s=$!", "&", 1) + "\nuntil test -s pid; do sleep 0.01; done\n" +
						unignored + `$STRACE -e trace=none ` + option + ` -p $(cat pid) 2>/dev/null & s=$!` + ready
				}
				script += fmt.Sprintf("rm -f pid; echo %s; want='%s'; %s kill -%s $s; %s\n", sig, fate(mode, output, sig), start, sig, after)
			}
			scenes = append(scenes, scene{name: "-I" + mode + " " + output, script: script + "\nrm -f out", want: fate(mode, output, "TSTP"), exact: true})
		}
	}
	play(t, scenes)
}

// fate is what becomes of tracer and tracee. If it is wrong, a test takes long
// and fails only if the reference does something else.
func fate(mode, output, sig string) string {
	if mode == "" {
		mode = "2"
		if output == "-o out" {
			mode = "3"
		}
	}
	switch {
	case mode == "4", mode == "3" && sig != "TSTP":
		return "tracer lives tracee lives"
	case sig == "TSTP":
		return "tracer stopped tracee lives"
	case mode == "1", output == "-p":
		return "tracer gone tracee lives untraced"
	}
	return "tracer gone tracee gone"
}
