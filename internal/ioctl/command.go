package ioctl

import (
	"sort"

	"gostrace/internal/abi"
)

// A command is one value and its names on some ABIs.
type command struct {
	val   uint32
	on    abis
	names string // "A or B" where several commands have the value
}

// abis is a set of ABIs.
type abis uint8

const (
	onX86_64 abis = 1 << iota
	onI386
	onAll = onX86_64 | onI386
)

// Name returns the name of the command cmd on an ABI, several joined by
// " or ", and "" if it has none (facts/ioctls.txt).
func Name(a *abi.ABI, cmd uint32) string {
	want := abisOf(a)
	i := sort.Search(len(commands), func(i int) bool { return commands[i].val >= cmd })
	for ; i < len(commands) && commands[i].val == cmd; i++ {
		if commands[i].on&want != 0 {
			return commands[i].names
		}
	}
	return ""
}

func abisOf(a *abi.ABI) abis {
	if a == &abi.I386 {
		return onI386
	}
	return onX86_64
}
