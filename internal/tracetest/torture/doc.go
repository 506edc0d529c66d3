// Command torture does to tracees, and to the tracer, what happens on bad
// days: kills at any moment, storms of forks, stops and attachments, full disks,
// missing /proc. The tracees check their own work (testdata/victim.c), and after
// every run nothing may be stuck, lost, left over or changed.
//
//	go run ./internal/tracetest/torture [-n 1000] [-run REGEXP] [-write]
//
// With -write it writes the table docs/RELIABILITY.md. The test of this package
// runs every scenario 100 times.
package main
