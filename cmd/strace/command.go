package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// findExecutable returns the file to execute for a command, found as the shell finds it.
func findExecutable(name string) (string, error) {
	if strings.Contains(name, "/") {
		if _, err := os.Stat(name); err != nil {
			return "", notFound(name, err)
		}
		return name, nil
	}
	for _, dir := range strings.Split(os.Getenv("PATH"), ":") {
		path := name
		if dir != "" {
			path = strings.TrimSuffix(dir, "/") + "/" + name
		}
		if st, err := os.Stat(path); err == nil && st.Mode().IsRegular() && st.Mode()&0o111 != 0 {
			return path, nil
		}
	}
	return "", notFound(name, nil)
}

func notFound(name string, err error) error {
	if pe := (*os.PathError)(nil); errors.As(err, &pe) {
		return fmt.Errorf("Cannot stat '%s': %s", name, capitalised(pe.Err))
	}
	return fmt.Errorf("Cannot find executable '%s'", name)
}

// capitalised returns the C library's text for an error of the system.
func capitalised(err error) string {
	text := err.Error()
	return strings.ToUpper(text[:1]) + text[1:]
}
