// Package show writes decoded values, as strace's text or as JSON, into one
// byte slice. Everything that depends on an output option (-X, -x, -s, -N,
// --json) is decided here, so that declarations never look at an option.
//
// In JSON every method that shows a value writes exactly one JSON value, and
// what is mere typography in text (comments, "htons()") writes nothing.
package show
