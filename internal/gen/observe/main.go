package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"gostrace/internal/gen/factfile"
)

// every is the program that makes every call.
//
//go:embed program/every.c
var every []byte

// reference is the command observed.
const reference = "strace-reference"

// beyond is more than the highest system call number of any ABI.
const beyond = 480

// classes are what may stand behind % in -e trace=.
var classes = []string{"file", "process", "net", "signal", "ipc", "desc", "memory", "creds", "stat", "lstat",
	"fstat", "%stat", "statfs", "fstatfs", "%statfs", "clock", "pure"}

var abis = []struct{ name, machine string }{{"x86_64", "-m64"}, {"i386", "-m32"}}

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "observe:", err)
		os.Exit(1)
	}
}

func run() error {
	root, err := factfile.Root()
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "observe")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	var classLines, nameLines bytes.Buffer
	classLines.WriteString("# Written by internal/gen/observe. ABI, number, name: the classes that the reference has it in.\n")
	nameLines.WriteString("# Written by internal/gen/observe. ABI, number, name: the argument names that the reference shows with -N,\n" +
		"# with all arguments 0 or all of them -1, whichever shows more.\n")
	for _, a := range abis {
		zero, err := build(work, a.machine, "0")
		if err != nil {
			return err
		}
		ones, err := build(work, a.machine, "-1")
		if err != nil {
			return err
		}
		if err := observeClasses(&classLines, a.name, zero); err != nil {
			return err
		}
		if err := observeNames(&nameLines, a.name, zero, ones); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(root, "facts", "classes.txt"), classLines.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, "facts", "argnames.txt"), nameLines.Bytes(), 0o644)
}

// build compiles the program with all arguments arg.
func build(dir, machine, arg string) (string, error) {
	src := filepath.Join(dir, "every.c")
	if err := os.WriteFile(src, every, 0o644); err != nil {
		return "", err
	}
	bin := filepath.Join(dir, "every"+machine+arg)
	out, err := exec.Command("gcc", machine, "-O1", "-nostdlib", "-static", "-fno-pic", "-no-pie",
		fmt.Sprint("-DMAX=", beyond), "-DARG="+arg, "-o", bin, src).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("building the program: %w: %s", err, out)
	}
	return bin, nil
}

// A call is one line of a trace.
type call struct {
	number     int
	name, args string
	err        string // the name of the error
}

var traceLine = regexp.MustCompile(`^\[ *(\d+)\] (\w+)\((.*)\) *= -1 (E\w+)`)

// trace runs bin under the reference and returns the calls that it knows.
func trace(bin string, option ...string) ([]call, error) {
	log := bin + ".log"
	args := append([]string{"-n", "-o", log, "-e", "inject=all:error=ENOSYS:when=1+"}, option...)
	cmd := exec.Command(reference, append(args, bin)...)
	var exit *exec.ExitError
	// The program ends by a signal, and the reference with it.
	if out, err := cmd.CombinedOutput(); err != nil && !errors.As(err, &exit) {
		return nil, fmt.Errorf("running %s: %w: %s", reference, err, out)
	}
	data, err := os.ReadFile(log)
	if err != nil {
		return nil, err
	}
	var calls []call
	for line := range strings.Lines(string(data)) {
		m := traceLine.FindStringSubmatch(line)
		if m == nil || strings.HasPrefix(m[2], "syscall_0x") {
			continue
		}
		n, err := strconv.Atoi(m[1])
		if err != nil {
			return nil, err
		}
		calls = append(calls, call{n, m[2], m[3], m[4]})
	}
	if len(calls) < 300 {
		return nil, fmt.Errorf("tracing %s: only %d calls", bin, len(calls))
	}
	return calls, nil
}

// observeClasses injects another error into each class in turn.
func observeClasses(b *bytes.Buffer, abi, bin string) error {
	calls, err := trace(bin)
	if err != nil {
		return err
	}
	in := make([][]string, beyond)
	for _, class := range classes {
		marked, err := trace(bin, "-e", "inject=%"+class+":error=EXDEV:when=1+")
		if err != nil {
			return err
		}
		for _, c := range marked {
			if c.err == "EXDEV" {
				in[c.number] = append(in[c.number], class)
			}
		}
	}
	for _, c := range calls {
		fmt.Fprintf(b, "%s %d %s: %s\n", abi, c.number, c.name, strings.Join(in[c.number], " "))
	}
	return nil
}

// observeNames lists the argument names of each call.
func observeNames(b *bytes.Buffer, abi string, bins ...string) error {
	var lists [][]string
	var calls []call
	for _, bin := range bins {
		cs, err := trace(bin, "-N")
		if err != nil {
			return err
		}
		for i, c := range cs {
			if len(lists) == i {
				lists, calls = append(lists, nil), append(calls, c)
			}
			if c.number != calls[i].number {
				return fmt.Errorf("tracing %s: expected number %d, got %d", bin, calls[i].number, c.number)
			}
			if names := argNames(c.args); len(names) > len(lists[i]) {
				lists[i] = names
			}
		}
	}
	for i, c := range calls {
		fmt.Fprintf(b, "%s %d %s: %s\n", abi, c.number, c.name, strings.Join(lists[i], " "))
	}
	return nil
}

var named = regexp.MustCompile(`^(\w+)=`)

// argNames picks the names from "fd=0, how={flags=0, mode=0}, size=24".
func argNames(s string) []string {
	var names []string
	depth, start, quoted := 0, 0, false
	arg := func(end int) {
		if m := named.FindStringSubmatch(strings.TrimSpace(s[start:end])); m != nil {
			names = append(names, m[1])
		}
		start = end + 1
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '(' || c == '{' || c == '[':
			depth++
		case c == ')' || c == '}' || c == ']':
			depth--
		case c == ',' && depth == 0:
			arg(i)
		}
	}
	arg(len(s))
	return names
}
