// Package abi says what differs between the ABIs ("personalities") that a
// tracee may use: word size, names, structure layouts. It holds data about
// tracees, never about the host.
//
// zlayout.go is generated: write abi.Stat_st_mode (member st_mode of struct
// stat) or abi.Sizeof_stat in a declaration, run go generate, and the
// generator finds the structure in the committed facts and adds it.
package abi

//go:generate go run gostrace/internal/gen/layout
