package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"gostrace/internal/gen/factfile"
)

func main() {
	cache := flag.String("cache", defaultCache(), "`directory` for downloads and what is unpacked from them")
	update := flag.Bool("update", false, "take the newest packages and pin those")
	verbose := flag.Bool("v", false, "say which headers and macros were left out, and why")
	flag.Parse()
	if err := run(*cache, *update, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "facts:", err)
		os.Exit(1)
	}
}

func defaultCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "gostrace-facts")
}

func run(cache string, update, verbose bool) error {
	root, err := factfile.Root()
	if err != nil {
		return err
	}
	out := filepath.Join(root, "facts")
	in, err := fetch(cache, filepath.Join(out, "MANIFEST"), update)
	if err != nil {
		return err
	}
	if err := writeSyscalls(in, out); err != nil {
		return err
	}
	c, err := collect(in, filepath.Join(out, "extra.h"))
	if err != nil {
		return err
	}
	if verbose {
		for _, s := range c.skipped() {
			fmt.Fprintln(os.Stderr, "left out:", s)
		}
	}
	return c.write(out)
}
