// Package options turns the command line into a struct of typed fields.
//
// Every option is one entry of the tables in table*.go: its spellings, its
// argument, its line in the help text and what it does. getopt.go splits the
// arguments as GNU getopt_long does, check.go rejects what contradicts itself.
//
// To add an option write its entry. To switch on an option that is only
// recognised so far, take the todo mark off its entry and give it a field in
// Options.
package options

//go:generate go run gostrace/internal/gen/man
//go:generate go run gostrace/internal/gen/complete
//go:generate go run gostrace/internal/gen/parity
