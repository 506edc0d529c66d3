package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A target is one ABI that facts are collected for.
type target struct {
	name    string // as in package abi
	machine string // the option that makes gcc compile for it
	triplet string // the directory that has its asm/
}

var targets = [...]target{
	{"x86_64", "-m64", "x86_64-linux-gnu"},
	{"i386", "-m32", "i386-linux-gnu"},
}

// shims stand in for C library headers that UAPI headers include.
//
//go:embed shim
var shims embed.FS

// A compiler runs gcc on headers.
type compiler struct {
	in      *inputs
	shim    string // directory of the shims
	builtin string // directory of gcc's own headers: stddef.h, stdint.h
}

func newCompiler(in *inputs) (*compiler, error) {
	c := &compiler{in: in, shim: filepath.Join(in.work, "shim")}
	if err := os.RemoveAll(c.shim); err != nil {
		return nil, err
	}
	sub, err := fs.Sub(shims, "shim")
	if err != nil {
		return nil, err
	}
	if err := os.CopyFS(c.shim, sub); err != nil {
		return nil, err
	}
	builtin, err := output("", "gcc", "-print-file-name=include")
	c.builtin = strings.TrimSpace(builtin)
	return c, err
}

// args returns gcc's options for t, without an input.
func (c *compiler) args(t target, arg ...string) []string {
	return append([]string{t.machine, "-std=gnu11", "-ffreestanding", "-nostdinc", "-w", "-fno-canonical-system-headers",
		"-isystem", c.shim, "-isystem", c.builtin,
		"-isystem", filepath.Join(c.in.include, t.triplet), "-isystem", c.in.include,
		"-idirafter", filepath.Join(c.in.work, "libc"), "-include", "prelude.h"}, arg...)
}

// header turns the path of a file that gcc read into the name that facts
// give it: linux/stat.h, asm/stat.h, elf.h, extra.h, and kernel/linux/net.h for
// what is not UAPI. It is "" for files that are no source of facts.
func (c *compiler) header(path string) string {
	path = filepath.Clean(path)
	if h, ok := strings.CutPrefix(path, c.in.include+"/"); ok {
		for _, t := range targets {
			if asm, ok := strings.CutPrefix(h, t.triplet+"/"); ok {
				return asm
			}
		}
		return h
	}
	if h, ok := strings.CutPrefix(path, c.in.work+"/root/"); ok {
		return h
	}
	if h, ok := strings.CutPrefix(path, c.in.work+"/libc/"); ok {
		return h
	}
	return ""
}

// A root is one header that is compiled by itself.
type root struct {
	header string // its name in the facts
	path   string // where it is; "" if #include <header> finds it
}

// needs are headers that some headers need and don't include.
var needs = map[string]string{
	"asm/ucontext.h":     "asm/sigcontext.h",
	"linux/hdlc/ioctl.h": "linux/if.h",
	"linux/phonet.h":     "sys/socket.h",
	"linux/sctp.h":       "sys/socket.h",
}

func (r root) include() string {
	if n, ok := needs[r.header]; ok {
		return fmt.Sprintf("#include <%s>\n#include <%s>\n", n, r.header)
	}
	if r.path != "" {
		return fmt.Sprintf("#include %q\n", r.path)
	}
	return fmt.Sprintf("#include <%s>\n", r.header)
}

// owns says whether facts found in header h are taken from r, and how good a
// place to take them from r is (0 is best). asm-generic's own headers are
// never roots: an architecture may define things before it includes them.
func (r root) owns(h string) (rank int, ok bool) {
	switch {
	case h == "":
		return 0, false
	case h == r.header:
		return 0, true
	case strings.HasPrefix(r.header, "asm/"):
		return 1, strings.HasPrefix(h, "asm/") || strings.HasPrefix(h, "asm-generic/")
	}
	return 2, strings.HasPrefix(h, "asm-generic/")
}

// notRoot says that a header cannot stand alone. Those of asm/ that belong to
// one ABI are included by a header that knows which.
func notRoot(h string) bool {
	base := strings.TrimSuffix(filepath.Base(h), ".h")
	if h == "linux/patchkey.h" || h == "xen/privcmd.h" {
		return true // included by others only; needs what no package has
	}
	return strings.HasPrefix(h, "asm/") &&
		(strings.HasSuffix(base, "_32") || strings.HasSuffix(base, "_64") || strings.HasSuffix(base, "_x32"))
}

// roots lists the UAPI headers of t.
func (c *compiler) roots(t target) ([]root, error) {
	var rs []root
	for _, dir := range []string{c.in.include, filepath.Join(c.in.include, t.triplet)} {
		err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if e.IsDir() && path != dir && (strings.Contains(e.Name(), "-linux-") || e.Name() == "asm-generic") {
				return filepath.SkipDir
			}
			h, err := filepath.Rel(dir, path)
			if err != nil {
				return err
			}
			if strings.HasSuffix(path, ".h") && !notRoot(h) {
				rs = append(rs, root{header: h})
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("listing headers: %w", err)
		}
	}
	return rs, nil
}
