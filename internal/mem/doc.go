// Package mem reads the memory of a tracee: live, or from what was captured.
package mem
