// Command xlat generates the tables of package xlat: z<file>.go from each
// spec/<file>.txt, with values from facts/constants.txt. The language is
// described in internal/xlat/spec/README.
package main
