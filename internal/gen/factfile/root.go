package factfile

import (
	"errors"
	"os"
	"path/filepath"
)

// Root returns the module's directory: the nearest one above the working
// directory that holds go.mod.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New("looking for go.mod: not inside the module")
		}
		dir = up
	}
}
