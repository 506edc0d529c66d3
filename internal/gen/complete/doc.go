// Command complete generates doc/completions: what bash, zsh and fish offer
// behind "strace " comes from the table of options that the parser uses, and
// from the names of calls and signals.
package main
