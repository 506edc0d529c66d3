// Package emit writes generated Go files, or checks that they are what would
// be written.
package emit
