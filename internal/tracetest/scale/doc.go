// Command scale shows what many tracees cost: the time per stop of one that works
// while 10 to 10,000 others, processes or threads, sleep; the largest resident
// size; and whether 1 GB of output makes it grow. Ours beside the reference.
//
//	go run ./internal/tracetest/scale [-most 10000]
package main
