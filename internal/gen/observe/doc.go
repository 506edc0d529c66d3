// Command observe writes facts that only the reference can tell:
// facts/classes.txt, the classes of each system call, and
// facts/argnames.txt, the argument names that -N shows.
//
// It needs strace-reference and gcc with -m32. It runs a program that makes
// every system call, under the reference's own error injection, so that none
// of them happens; an error injected into a class marks the class's members.
package main
