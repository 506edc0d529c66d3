// Package inject holds what is done to system calls on purpose (-e inject,
// -e fault): rules, parsed from the command line, and which of them apply to
// the nth call of a task. It decides; an engine that implements
// trace.Tamperer does it.
package inject
