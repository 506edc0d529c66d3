// Command soak lets the eBPF engine trace for long what is busy, and checks
// that nothing is lost silently: a make -j2 that makes processes all the time,
// and redis-server and nginx under load, attached to with -p.
//
//	go run ./internal/tracetest/soak [-for 10m] [-run forks|redis|nginx]
//
// The kernel counts the calls that end by itself (-d tells); as many must be in
// the trace or be reported as lost. Of servers it also measures how much less
// they serve while a filter that matches about 1% of their calls is on.
// It needs root, and make, redis-server, redis-benchmark, nginx and wrk.
package main
