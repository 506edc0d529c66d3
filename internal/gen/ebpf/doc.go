// Command ebpf makes of the compiled programs of internal/ebpf/kernel what
// package ebpf loads: zprograms.bin and zprograms.go. It links them, so that the
// tracer need not: importing the library that does would cost every start of
// strace a quarter of a millisecond, whatever the engine.
//
// The object zcapture_x86_bpfel.o and the Go file beside it are bpf2go's work:
// make bpf, which needs clang. zcapture.sum has the checksum of the C source
// that the object was compiled from; with another source, -check fails.
package main
