// Package bpf shows programs of classic BPF (linux/filter.h), which filter
// what sockets receive and what system calls seccomp(2) lets through.
package bpf
