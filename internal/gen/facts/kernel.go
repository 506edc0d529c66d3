package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// kernelHeaders are headers of the kernel's own with constants that user
// space sees. Their plain #define lines and enums are taken, nothing else.
var kernelHeaders = []string{
	"include/linux/socket.h", // AF_*, SOL_*, MSG_*
	"include/linux/net.h",    // SOCK_*
	"include/linux/errno.h",  // ERESTARTSYS and other errors that only a tracer sees
	"include/linux/fcntl.h",
	"include/linux/fs.h",
	"include/linux/mount.h",
	"include/linux/namei.h",
	"include/linux/shm.h",
	"include/linux/signal_types.h",
	"include/linux/timex.h",
	"include/net/tcp_states.h",
	"include/linux/vmw_vmci_defs.h",
	"include/scsi/scsi.h",
	"include/scsi/scsi_ioctl.h",
	"include/scsi/scsi_proto.h",
	"include/scsi/sg.h",
	"include/linux/input.h",
	"include/linux/nfs.h",
	"include/linux/if_ether.h",
	"include/linux/netlink.h",
}

var (
	comment      = regexp.MustCompile(`(?s)/\*.*?\*/|//[^\n]*`)
	continuation = regexp.MustCompile(`\\\n\s*`)
	defineLine   = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+(\S.*)$`)
	enumBlock    = regexp.MustCompile(`(?s)\benum\s+\w*\s*\{[^{}]*\}\s*;`)
)

// kernelRoots writes, for each of kernelHeaders, a header with what can be
// taken from it, so that it compiles on top of the UAPI headers.
func (c *compiler) kernelRoots() ([]root, error) {
	var rs []root
	for _, h := range kernelHeaders {
		data, err := os.ReadFile(filepath.Join(c.in.source, h))
		if err != nil {
			return nil, fmt.Errorf("reading a kernel header: %w", err)
		}
		text := continuation.ReplaceAllString(comment.ReplaceAllString(string(data), ""), " ")
		var b strings.Builder
		b.WriteString("#include <linux/socket.h>\n#include <asm/signal.h>\n")
		for _, m := range defineLine.FindAllStringSubmatch(text, -1) {
			if plausible(m[2]) {
				fmt.Fprintf(&b, "#undef %s\n#define %s %s\n", m[1], m[1], strings.TrimSpace(m[2]))
			}
		}
		for _, e := range enumBlock.FindAllString(text, -1) {
			// Under #if or with values from elsewhere it would not compile.
			if !strings.Contains(e, "#") {
				b.WriteString(e + "\n")
			}
		}
		name := "kernel/" + strings.TrimPrefix(h, "include/")
		path := filepath.Join(c.in.work, "root", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			return nil, err
		}
		rs = append(rs, root{header: name, path: path})
	}
	return rs, nil
}

// libcRoots makes elf.h usable without the rest of the C library.
func (c *compiler) libcRoots() ([]root, error) {
	dir := filepath.Join(c.in.work, "libc")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(c.in.libc, "elf.h"))
	if err != nil {
		return nil, fmt.Errorf("reading a C library header: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "elf.h"), data, 0o644); err != nil {
		return nil, err
	}
	features := "#define __BEGIN_DECLS\n#define __END_DECLS\n"
	if err := os.WriteFile(filepath.Join(dir, "features.h"), []byte(features), 0o644); err != nil {
		return nil, err
	}
	return []root{{header: "elf.h"}}, nil
}

// extraRoot is our own header with structures that no UAPI header has.
func (c *compiler) extraRoot(extra string) (root, error) {
	data, err := os.ReadFile(extra)
	if err != nil {
		return root{}, err
	}
	path := filepath.Join(c.in.work, "root", "extra.h")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return root{}, err
	}
	return root{header: "extra.h", path: path}, os.WriteFile(path, data, 0o644)
}
