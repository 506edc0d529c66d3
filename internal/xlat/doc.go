// Package xlat names the values of kernel constants.
//
// The tables are generated (z*.go) from spec/*.txt, one line per table, and
// from the committed facts: see spec/README for the language.
package xlat

//go:generate go run gostrace/internal/gen/xlat
