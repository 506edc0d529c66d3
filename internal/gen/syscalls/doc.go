// Command syscalls generates package syscalls' tables from number to
// declaration, one for each ABI, with the classes of each number, and
// declarations by C prototype for the calls that nobody has declared.
//
// It finds declarations by reading the package's source: package-level
// variables that are d.Syscall literals, with their Name and ABI. Numbers,
// parameters and classes come from facts/.
package main
