package emit

import (
	"flag"
	"fmt"
	"os"
)

// Main is the main function of the generator name: it runs run, and exits with
// 1 if that fails. With -check, run reports drift instead of writing.
func Main(name string, run func(check bool) error) {
	check := flag.Bool("check", false, "report drift instead of writing")
	flag.Parse()
	if err := run(*check); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		os.Exit(1)
	}
}
