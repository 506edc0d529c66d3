package tracetest

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// sorted sorts the lines of the trace: whose comes first is chance.
func sorted(s string) string {
	head, trace, _ := strings.Cut(s, "\ntrace:\n")
	l := strings.Split(blankPointers(trace), "\n")
	for i := range l {
		for j := i; j > 0 && l[j] < l[j-1]; j-- {
			l[j], l[j-1] = l[j-1], l[j]
		}
	}
	return head + "\ntrace:\n" + strings.Join(l, "\n")
}

// asRoot skips scenes that need root.
func asRoot(t *testing.T) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("needs root")
	}
}

// TestIdentity: -u gives the command a user's ids and groups, and programs
// that change theirs can do so under a tracer that has root's.
func TestIdentity(t *testing.T) {
	asRoot(t)
	const ids = ` sh -c 'grep -E "^(Uid|Gid|Groups):" /proc/self/status; echo "$A $HOME $USER"'; echo $?`
	const setuid = `cp /usr/bin/id . && chown 1:1 id && chmod 6755 id && chmod 755 . && `
	play(t, []scene{
		{exact: true, name: "by name", script: `$STRACE -o out -e trace=none -e signal=none -u nobody` + ids, want: "65534"},
		{exact: true, name: "with other groups", want: "Groups:", script: `
			u=$(awk -F: '$4 != "" { split($4, m, ","); print m[1]; exit }' /etc/group); $STRACE -o out -e trace=none -e signal=none -u ${u:-games}` + ids},
		{exact: true, name: "by ids", script: `$STRACE -o out -e trace=none -e signal=none -u 1:2` + ids, want: "Uid:\t1"},
		{exact: true, name: "by ids, without groups", script: `$STRACE -o out -e trace=none -e signal=none -u 12:34 -E A=b` + ids, want: "b "},
		{exact: true, name: "what is shown", script: `$STRACE -o out -u games -e trace=execve,setreuid,setregid,setgroups true`, want: "execve", same: blankPointers},
		{exact: true, name: "set-user-id, by root", script: setuid + `$STRACE -o out -e trace=none -e signal=none ./id -un`, want: "daemon"},
		{exact: true, name: "set-user-id, by -u", script: setuid + `$STRACE -o out -e trace=none -e signal=none -u nobody ./id -un; $STRACE -f -o /dev/null -e trace=none -e signal=none -u nobody sh -c './id -gn'`, want: "daemon\ndaemon"},
		{exact: true, name: "set-user-id, by a user", script: setuid + `
			cp $(command -v "$STRACE") strace 2>/dev/null; setpriv --reuid 65534 --regid 65534 --clear-groups "$STRACE" -e trace=none -e signal=none ./id -un 2>/dev/null`, want: "nobody"},
	})
}

// TestArguments: what the command is given.
func TestArguments(t *testing.T) {
	play(t, []scene{
		{name: "--argv0", want: `["other name", "-c", `, same: blankPointers,
			script: `$STRACE -o out -e trace=execve --argv0 'other name' sh -c 'echo "$0"'`},
		{name: "--argv0, empty", script: `$STRACE -o out -e trace=execve --argv0= /bin/sh -c 'echo "$0" $#' x y`, want: `[""`, same: blankPointers},
		{name: "-E", want: "1 2 unset",
			script: `A=0 B=2 C=3 $STRACE -o out -e trace=none -E A=1 -E C -E D= sh -c 'echo $A $B ${C-unset} ${D-unset}.'`},
		{name: "-E, the last counts", script: `$STRACE -o out -e trace=none -E A=1 -E A=2 -E B=3 -E B sh -c 'echo $A ${B-unset}'`, want: "2 unset"},
		{name: "-E is not for the tracer", script: `$STRACE -o out -e trace=none -E PATH=/nowhere echo found`, want: "found"},
	})
}

// TestNested: a tracer can be traced, by the other program, too.
func TestNested(t *testing.T) {
	mine, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := Reference()
	if err != nil {
		t.Skip(err)
	}
	want := stage(t, theirs, scene{script: nested("$STRACE", "$STRACE"), same: blankPointers})
	for _, s := range []scene{
		{name: "ours in the reference", script: nested(theirs.Path, "$STRACE")},
		{name: "the reference in ours", script: nested("$STRACE", theirs.Path)},
		{name: "ours in ours", script: nested("$STRACE", "$STRACE")},
	} {
		t.Run(s.name, func(t *testing.T) {
			s.same = blankPointers
			if got := stage(t, mine, s); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// nested is a script in which outer traces inner, which traces a shell and its
// children. What outer sees must have inner's requests in it.
func nested(outer, inner string) string {
	return outer + ` -o outer ` + inner + ` -f -o out -e trace=execve,exit_group -e signal=none sh -c 'true; /bin/true; exit 5'; echo $?
		grep -q 'ptrace(PTRACE_SEIZE' outer && grep -q 'ptrace(PTRACE_SYSCALL' outer && grep -q 'exited with 5' outer && echo seen`
}

// TestNamespaces: a tracee may see other processes, users and files than the tracer does.
func TestNamespaces(t *testing.T) {
	asRoot(t)
	play(t, []scene{
		{name: "pid", want: "getpid", same: sorted,
			script: `$STRACE -f -o out -e trace=execve,getpid,exit_group -e signal=none unshare -pf sh -c '/bin/true; exit 4'; echo $?`},
		{name: "user", want: "exit_group(4)", same: sorted,
			script: `$STRACE -f -o out -e trace=execve,getuid,exit_group -e signal=none unshare -Ur sh -c 'id -u; exit 4'; echo $?`},
		{name: "mounts", want: "/new/file>", same: sorted,
			script: `$STRACE -f -y -o out -e trace=read -e signal=none -P /proc/none -e fd=0 unshare -m sh -c '
				mkdir new && mount -t tmpfs none new && echo data >new/file && exec /bin/cat <new/file' && sed -i "s=<$PWD=<=" out`},
		{name: "attached to", want: "/new/file>", same: sorted, script: `mkfifo go; unshare -m sh -c '
				mkdir new && mount -t tmpfs none new && echo data >new/file && exec 3<new/file && echo $$ >pid && exec /bin/cat go - <&3' &
			while ! test -s pid; do sleep 0.01; done
			$STRACE -y -o out -e trace=read -e fd=0 -p $(cat pid) 2>/dev/null & s=$!
			while grep -q 'TracerPid:.0' /proc/$(cat pid)/status; do sleep 0.01; done
			echo >go; wait $s; sed -i "s=<$PWD=<=" out`},
		{name: "a process in another pid namespace", want: "exit_group(6)", same: sorted, script: `mkfifo go
			unshare -pf --mount-proc sh -c 'read x <go; exit 6' & u=$!
			while ! c=$(pgrep -P $u) ; do sleep 0.01; done
			$STRACE -o out -e trace=exit_group -p $c 2>/dev/null & s=$!
			while grep -q 'TracerPid:.0' /proc/$c/status; do sleep 0.01; done
			echo >go; wait $s; wait $u; echo $?`},
	})
}

// TestReusedPID: a new process may have the id of one that was traced.
func TestReusedPID(t *testing.T) {
	asRoot(t)
	// Only this namespace counts its processes anew.
	play(t, []scene{{name: "in a namespace", want: "exited with 17", exact: true, same: func(s string) string {
		return regexp.MustCompile(`(?m)^\d `).ReplaceAllString(s, "N ") // the shell, which ends last
	}, script: `
		unshare -pf --mount-proc $STRACE -f -o out -e trace=exit_group -e signal=none sh -c '
			for i in 11 12 13 14 15 16 17; do echo 50 >/proc/sys/kernel/ns_last_pid; sh -c "echo \$\$; exit $i"; done'`}})
}
