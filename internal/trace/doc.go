// Package trace holds what an engine says and what the rest of the program
// hears: events, tasks and the Engine contract. It contains no code for any
// operating system and no knowledge of how a value is shown.
package trace
