package main

import "testing"

// TestUpToDate fails if the generated files are not what they would be now.
func TestUpToDate(t *testing.T) {
	if err := run(true); err != nil {
		t.Error(err)
	}
}
