// Package deptest tests the shape of the module, which no compiler does: each
// package imports only what the table in layers says, is documented, is made
// of files that can be read in one go, and its tables cost nothing at start-up;
// generated files are what their generators would write now.
//
// A test that fails here asks for a better place for the code, or for a change
// of the table that ARCHITECTURE.md explains.
package deptest
