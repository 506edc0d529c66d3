// Package ebpf is the live engine that never stops a tracee: programs in the
// kernel (kernel/capture.c) write one record per system call into a ring, with
// the memory that the call's plan names, and this package reads them, puts them
// in order of time, and tells what happened as events.
//
// load.go makes maps and programs, plan.go turns plans into instructions for
// the program that captures, ring.go reads, order.go orders, engine.go is the
// trace.Engine. The programs are compiled by make bpf and linked by
// internal/gen/ebpf, so nothing here imports a library.
package ebpf

//go:generate go run gostrace/internal/gen/ebpf
