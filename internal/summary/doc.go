// Package summary counts system calls and writes the table of -c and -C.
//
// Counting indexes a dense array by call number: no map, no allocation. Text
// has the reference's columns, widths and order; JSON has one object per line.
package summary
