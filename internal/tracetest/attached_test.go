package tracetest

import (
	"regexp"
	"testing"
)

// Pieces of scripts that attach: a cat that waits on a fifo, and what waits
// until a process is traced, or no longer.
const attachTools = `
	start() { mkfifo $1; cat $1 >/dev/null & eval "$1=$!"; }
	traced() { for p; do until grep -q 'TracerPid:.[1-9]' /proc/$p/status && grep -q 'State:.[St]' /proc/$p/status; do sleep 0.01; done; done
		sleep 0.05; for p; do while grep -q 'State:.t' /proc/$p/status; do sleep 0.01; done; done; }
	free() { for p; do while grep -q 'TracerPid:.[1-9]' /proc/$p/status 2>/dev/null; do sleep 0.01; done; done; }
	state() { sed 's/.*) \(.\).*/\1/' /proc/$1/stat; }
`

// TestAttached: attaching to processes of all kinds, and leaving them.
func TestAttached(t *testing.T) {
	scenes := []scene{
		{name: "one", want: "attached", script: `start a; $STRACE -e trace=read,exit_group -p $a 2>out & s=$!; traced $a; echo >a; wait $s; echo $?`},
		{name: "two options", want: "attached", script: `start a; start b; $STRACE -e trace=read,exit_group -p $a -p $b 2>out & s=$!
			traced $a $b; echo >a; wait $a; echo >b; wait $s; echo $?`},
		{name: "a list", want: "exited with 0", script: `start a; start b; $STRACE -q -o out -e trace=exit_group -p "$a,$b" & s=$!
			traced $a $b; echo >a; wait $a; echo >b; wait $s; echo $?`},
		{name: "a list by lines", want: "exited with 0", script: `start a; start b; $STRACE -q -o out -e trace=exit_group -p "$(echo $a; echo $b)" & s=$!
			traced $a $b; echo >a; wait $a; echo >b; wait $s; echo $?`},
		{name: "one of two does not exist", want: "No such process", script: `start a; sh -c 'exit 0' & n=$!; wait $n
			$STRACE -o out -p $n -p $a -e trace=exit_group 2>err & s=$!; traced $a; echo >a; wait $s; echo $?; grep -o '^strace: attach.*No such process' err`},
		{name: "none exists", want: "1\n", script: `sh -c 'exit 0' & n=$!; wait $n; $STRACE -p $n 2>err; echo $?; grep -o '^strace: attach.*No such process' err`},
		{name: "with a command", want: "exited with 5", same: sorted, script: `start a; $STRACE -q -o out -e trace=exit_group -p $a sh -c 'exit 5' & s=$!
			traced $a; sleep 0.1; echo >a; wait $s; echo $?`},
		{name: "one that is traced", want: "Operation not permitted", script: `start a; $STRACE -o out -p $a & s=$!; traced $a
			$STRACE -p $a 2>err; echo $?; grep -o '^strace: attach.*Operation not permitted' err; rm out; kill $s; wait $s; echo $?; free $a; echo >a; wait $a; echo $?`,
			same: func(s string) string {
				return blankPointers(regexp.MustCompile(`(?s)\ntrace:.*`).ReplaceAllString(s, ""))
			}},
		{name: "let go in a call", want: "<detached ...>", script: `start a; $STRACE -q -o out -e trace=openat,read -p $a & s=$!
			traced $a; kill -INT $s; wait $s; echo $?; free $a; state $a; echo >a; wait $a; echo $?`},
		{name: "stopped, stays stopped", want: "stopped by SIGSTOP", script: `start a; until test $(state $a) = S; do sleep 0.01; done; kill -STOP $a
			until test $(state $a) = T; do sleep 0.01; done
			$STRACE -q -o out -e trace=none -p $a & s=$!; until grep -q 'TracerPid:.[1-9]' /proc/$a/status; do sleep 0.01; done
			until test -s out; do sleep 0.01; done; sleep 0.05; state $a | tr Tt SS; kill -TERM $s; wait $s; echo $?; free $a; sleep 0.05; state $a
			kill -CONT $a; sleep 0.05; echo >a; wait $a; echo $?`},
		{name: "stopped, goes on", want: "SIGCONT", script: `start a; until test $(state $a) = S; do sleep 0.01; done; kill -STOP $a
			until test $(state $a) = T; do sleep 0.01; done
			$STRACE -q -o out -e trace=exit_group -p $a & s=$!; until test -s out; do sleep 0.01; done
			kill -CONT $a; until grep -q CONT out; do sleep 0.01; done; echo >a; wait $s; echo $?`},
		{name: "a signal while traced", want: "killed by SIGTERM", script: `start a; $STRACE -q -o out -e trace=none -p $a & s=$!
			traced $a; kill -TERM $a; wait $s; echo $?`},
		{name: "the tracer is killed", want: "S\n", script: `start a; $STRACE -q -o out -e trace=none -p $a & s=$!
			traced $a; kill -KILL $s; wait $s; echo $?; free $a; sleep 0.02; state $a; echo >a; wait $a; echo $?; rm out`},
		{name: "a command whose tracer is killed", want: "goes on", script: `mkfifo go; $STRACE -o out sh -c 'echo $$ >pid; read x <go; echo goes on' & s=$!
			until test -s pid; do sleep 0.01; done; traced $(cat pid); kill -KILL $s; wait $s; echo $?; free $(cat pid); echo >go; sleep 0.1; rm -f out`},
		{name: "a command whose tracer is killed, --kill-on-exit", want: "gone", script: `$STRACE --kill-on-exit -o out -e trace=none sh -c 'echo $$ >pid; exec sleep 9' & s=$!
			until test -s pid; do sleep 0.01; done; p=$(cat pid); traced $p; kill -KILL $s; wait $s; echo $?
			for i in $(seq 100); do grep -q 'State:.[SR]' /proc/$p/status 2>/dev/null || break; sleep 0.01; done; test -d /proc/$p && state $p | grep -v Z; echo gone; rm -f out`},
		{name: "one that forks all the time", want: "0\n", script: `touch more; sh -c 'while test -e more; do (exit 3); done; exit 4' & a=$!
			$STRACE -f -q -o out -e trace=none -e signal=none -p $a 2>err & s=$!
			until test $(grep -c 'exited with 3' out) -gt 20; do sleep 0.01; done; rm -f more; wait $s; echo $?; grep -c 'exited with 4' out; rm out; cat err`},
		{name: "let go one that forks all the time", want: "4\n", alone: "the reference leaves a child stopped now and then, whose parent waits for it", script: `touch more; sh -c 'while test -e more; do (exit 3); done; exit 4' & a=$!
			for i in 1 2 3; do $STRACE -f -q -o out -e trace=all -p $a 2>err & s=$!; sleep 0.15; kill -INT $s; wait $s; cat err; free $a; done
			rm -f more out; wait $a; echo $?; echo 3`},
	}
	for i := range scenes {
		scenes[i].script = attachTools + scenes[i].script
		if scenes[i].same == nil {
			scenes[i].same = blankPointers
		}
	}
	play(t, scenes)
}
