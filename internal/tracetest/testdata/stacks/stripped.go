// build: -ldflags=-s
// better: the reference has no use for the table that Go programs carry for their own stack traces
// options: -e trace=write
package main

import (
	"os"
	"runtime"
)

func init() { runtime.LockOSThread() }

//go:noinline
func leaf(n int) { os.Stdout.WriteString("x") }

func main() {
	func() { leaf(1) }()
	defer func() { recover(); leaf(2) }()
	panic(1)
}
