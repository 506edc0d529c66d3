// Command parity generates docs/PARITY.md from docs/parity/*.txt: one row a
// line, "what | which tests | state", the state being same, better or open
// with a reason behind a colon. Its test checks that the tests exist and that
// no option is missing.
package main
