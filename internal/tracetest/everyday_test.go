package tracetest

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// everyday are the programs of an ordinary day. Each runs in the working
// directory that everydayTree makes, with each of the options.
var everyday = []struct {
	name    string
	command []string
	options []string // split at blanks
	stdin   string
	races   string // see Case.Races
	any     string // see Case.Any
	attach  bool   // see Case.Attach
	stderr  bool   // see Case.NoOutputFile
}{
	{name: "ls", command: words("ls /usr"), options: []string{"", "-v", "-e trace=open,read,write,stat,close", "-e trace=!futex,clock_gettime", "-c"}},
	{name: "ls -l", command: words("ls -lR --color=always ."), options: []string{"", "-y", "-s 1024", "-T", "-C -S name"}, races: inodes},
	{name: "cat", command: words("cat a/one.txt b/two.txt missing"), options: []string{"", "-tt", "-r", "-x", "-xx -s 8", "-X raw", "-X verbose", "-n -i", "-a 60", "-Z"}},
	{name: "cat stdin", command: words("cat"), stdin: "a line\nand another", options: []string{"", "-e trace=%desc", "-e trace=/^read"}},
	{
		name: "sh with pipes", command: sh(`cat a/one.txt | tr a-z A-Z | sort | head -n 1; exit 3`),
		options: []string{"", "-f -e trace=execve,exit_group,dup2", "-ff -e trace=execve,openat"}, races: pipes,
	},
	{name: "find", command: words("find . -name *.txt -newer a/one.txt"), options: []string{"", "-v", "-e trace=%file", "-yy"}, races: inodes},
	{name: "grep -r", command: words("grep -rn words ."), options: []string{"", "-s 200", "-e trace=%desc,%file -y", "-z", "-c -S calls"}, races: inodes},
	{name: "cp", command: words("cp -a a copy"), options: []string{"", "-v", "-y", "-X verbose"}, races: inodes},
	{name: "mv", command: words("mv a/one.txt b"), options: []string{"", "-v", "-ttt"}},
	{name: "ln", command: words("ln -s a/one.txt name"), options: []string{"", "-e trace=%file -X raw"}},
	{name: "rm", command: words("rm -rv a b/two.txt"), options: []string{"", "-N", "-y"}, races: inodes},
	{name: "perl", command: words(`perl -e $|=1;print"$_\n"for(1..3);open(F,"<a/one.txt");@l=<F>;printf("%d\n",scalar(@l));select(undef,undef,undef,0.01);`), options: []string{"", "-f", "-e trace=!mmap"}},
	{name: "python", command: []string{"/usr/bin/python3", "-ISc", pythonSockets}, options: []string{"-e trace=%network,close,poll,select,ppoll", "-e trace=%net -yy", "-v -s 100 -e trace=%net", "-e trace=!%file,%desc,%memory"}},
	{
		name: "bash with traps", command: []string{"bash", "-c", bashTraps},
		options: []string{"", "-v", "-f -e trace=!%memory", "-e trace=none", "-e trace=none -e signal=USR1", "-e signal=!CHLD -e trace=kill"}, races: children,
	},
	{name: "tar", command: words("tar cf out.tar --sort=name a b"), options: []string{"", "-v", "-yy -s 10"}},
	{name: "tar xz", command: sh("tar czf out.tgz a && tar xzf out.tgz -C b"), options: []string{"-f -e trace=execve,chdir,unlinkat,mkdirat,utimensat"}, races: pipes},
	{name: "git init", command: words("git init -q repository"), options: []string{"", "-e trace=%file", "-yy"}, races: "mkstemp draws as many random numbers as it takes"},
	{name: "gzip", command: words("gzip -9 a/one.txt"), options: []string{"", "-X raw"}},
	{name: "ip link", command: words("ip link"), options: []string{"-e trace=!sendto,recvmsg,sendmsg,recvfrom", "-e trace=%net -e trace=!sendto,recvmsg,recvfrom,sendmsg", "-e trace=%net"}},
	{name: "date", command: words("date -u -d @1234567890"), options: []string{"", "-t", "-e trace=%clock"}},
	{name: "dd", command: words("dd if=/dev/zero of=out bs=512 count=20 status=none"), options: []string{"", "-e trace=read,write -s 3", "-c", "-c -w -S name", "-C -S errors"}},
	{name: "stty", command: words("stty -F /dev/ptmx -a"), options: []string{"", "-v", "-X raw"}},
	{name: "nproc", command: words("nproc"), options: []string{"", "-v", "-T -tt"}},
	{name: "awk", command: []string{"awk", `{n += NF} END {print n; system("true")}`, "a/one.txt"}, options: []string{"", "-f -e trace=%process,wait4"}, races: children},
	{name: "gcc", command: words("gcc -O1 hello.c -o hello"), options: []string{"-f -e trace=execve,unlink,exit_group,wait4", "-ff -e trace=%file", "-e trace=!mmap"}, races: children},
	{name: "go build", command: words("go build -o /dev/null ./hello.go"), options: []string{"-f -e trace=execve -e signal=none -qq"}, any: "its threads share the work by chance"},
	{name: "attach", command: words("cat - missing"), stdin: "a line\n", attach: true, options: []string{"", "-f", "-ff", "-y -T", "-c", "-e trace=write", "-qq"}},
	{name: "attach forking", command: sh("read line; /bin/true; (exit 4)"), stdin: "a line\n", attach: true, options: []string{"-f", "-f -q"}, races: children},
	{name: "attach to stderr", command: words("cat"), stdin: "a line\n", attach: true, stderr: true, options: []string{"", "-f", "-q", "-qq"}},
	{name: "to stderr", command: words("ls a"), stderr: true, options: []string{"", "-f", "-tt", "-y -q", "-c"}},
	{name: "processes to stderr", command: sh("(exit 4); exit 5"), stderr: true, options: []string{"-f", "-f -q", "-f -e trace=none"}, races: children},
	{
		name: "exec from a thread", command: []string{"/usr/bin/python3", "-ISc", pythonExec}, stderr: true,
		options: []string{"-f -e trace=execve", "-f -qq -e trace=execve", "-f -qqq -e trace=execve", "-f -C -S name -e trace=execve"}, races: "when the leader's call ends",
	},
	{name: "true", command: words("true"), options: []string{"", "-f", "-ff", "-q -y", "-v -s 1", "-e trace=all", "-e trace=?nonexistent,execve", "-e status=failed"}},
	{name: "false", command: words("false"), options: []string{"", "-c"}},
	{name: "killed", command: sh("kill -9 $$"), options: []string{"", "-f", "-e trace=none", "-e signal=none", "-f -e signal=!KILL"}},
	{name: "missing", command: words("/nonexistent/program"), options: []string{"", "-f"}},
	{name: "not executable", command: words("./hello.c"), options: []string{""}},
}

const (
	inodes   = "which inode numbers the files got: cp copies in their order, and hash tables collide by them"
	children = "when SIGCHLD arrives, and whether it interrupts a call"
	pipes    = "how much each end of a pipe gets at a time, and " + children
)

const bashTraps = `trap 'echo caught' USR1; trap '' TERM; trap 'echo bye' EXIT
kill -USR1 $$; kill -TERM $$; (exit 4); echo $?; kill -WINCH $$; kill -CONT $$`

const pythonSockets = `
import socket, select
s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", 0)); s.listen(3)
c = socket.socket(); c.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1); c.connect(s.getsockname())
a, peer = s.accept(); a.getpeername()
c.sendall(b"hello, server\n"); select.select([a], [], [], 5); print(a.recv(100))
a.shutdown(socket.SHUT_WR); print(c.recv(5)); a.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)
x, y = socket.socketpair(); x.sendmsg([b"one", b"two"]); y.recvmsg(10, 100)
u = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); u.bind("socket"); u.sendto(b"", "socket")
v = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM); v.bind(("::1", 0)); v.setblocking(False)
try: v.recvfrom(10)
except BlockingIOError: pass
`

const pythonExec = `
import os, threading, time
def run(): time.sleep(0.1); os.execv("/bin/true", ["true"])
threading.Thread(target=run).start(); time.sleep(5)
`

func words(s string) []string   { return strings.Fields(s) }
func sh(script string) []string { return []string{"sh", "-c", script} }

// TestEveryday: on everyday programs no line differs from the reference's but
// in process ids, addresses and times.
func TestEveryday(t *testing.T) {
	d := sharedDiffer(t)
	for _, p := range everyday {
		for _, options := range p.options {
			t.Run(p.name+"/"+strings.Join(append(words(options), "."), " "), func(t *testing.T) {
				t.Parallel()
				if !strings.Contains(p.command[0], "/") {
					if _, err := exec.LookPath(p.command[0]); err != nil {
						t.Skipf("%s is not installed", p.command[0])
					}
				}
				expectSame(t, d, &Case{
					Options: words(options), Command: p.command, Stdin: p.stdin,
					Races: p.races, Any: p.any, Attach: p.attach, NoOutputFile: p.stderr, Setup: everydayTree,
					Env: []string{
						"GOCACHE=" + filepath.Join(scratch, "gocache"), "GOTOOLCHAIN=local", "GOFLAGS=-buildvcs=false",
						"PERL_HASH_SEED=0", "PERL_INTERNAL_RAND_SEED=1", // or perl reads /dev/urandom
					},
				})
			})
		}
	}
}

// everydayTree makes the working directory: in the same order each time, for a
// directory's order depends on it, and long ago.
func everydayTree(dir string) error {
	files := []struct{ name, text string }{
		{"a/one.txt", "some words\nand more words\n"},
		{"a/deep/er/file", strings.Repeat("0123456789\n", 1000)},
		{"b/two.txt", "words again\n"},
		{"empty", ""},
		{"hello.c", "#include <stdio.h>\nint main(void) { puts(\"hello\"); }\n"},
		{"hello.go", "package main\n\nfunc main() { println(\"hello\") }\n"},
	}
	for _, f := range files {
		name := filepath.Join(dir, f.name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(f.text), 0o644); err != nil {
			return err
		}
	}
	then := time.Date(2001, 2, 3, 4, 5, 6, 789, time.UTC)
	return filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(name, then, then)
	})
}
