package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// packages are the Debian packages that facts come from.
var packages = []string{"linux-libc-dev", "linux-source-7.2", "libc6-dev"}

// suite is the Debian suite whose packages are taken.
const suite = "forky"

// inputs are directories with unpacked packages.
type inputs struct {
	include string // UAPI headers: linux/, asm-generic/, x86_64-linux-gnu/asm...
	source  string // the kernel's source tree, as much of it as is used
	libc    string // the C library's headers
	work    string // for temporary files
}

// A pin is one line of the manifest.
type pin struct{ name, version, sum string }

// fetch downloads and unpacks what is not yet in cache and checks it against
// the manifest, which update rewrites.
func fetch(cache, manifest string, update bool) (*inputs, error) {
	pins, err := readManifest(manifest)
	if errors.Is(err, fs.ErrNotExist) {
		update, err = true, nil
	}
	if err != nil {
		return nil, err
	}
	apt := aptClient{dir: cache}
	debs := make(map[string]string)
	var now []pin
	for _, name := range packages {
		p := pins[name]
		if update {
			p = pin{name: name}
		}
		deb, err := apt.download(&p)
		if err != nil {
			return nil, err
		}
		debs[name] = deb
		now = append(now, p)
	}
	if update {
		if err := writeManifest(manifest, now); err != nil {
			return nil, err
		}
	}
	return unpack(cache, debs)
}

func readManifest(path string) (map[string]pin, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	pins := make(map[string]pin)
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		f := strings.Fields(s.Text())
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		if len(f) != 3 {
			return nil, fmt.Errorf("reading %s: not a package, version and sum: %q", path, s.Text())
		}
		pins[f[0]] = pin{f[0], f[1], f[2]}
	}
	return pins, nil
}

func writeManifest(path string, pins []pin) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Debian packages (%s) that facts/ was made from: name, version, sha256 of the .deb.\n", suite)
	for _, p := range pins {
		fmt.Fprintln(&b, p.name, p.version, p.sum)
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// An aptClient downloads packages of suite with the mirror that the system's
// apt already uses, leaving the system's own package lists alone.
type aptClient struct {
	dir   string
	ready bool
}

func (a *aptClient) args(arg ...string) []string {
	return append([]string{"-q",
		"-o", "Dir::Etc::sourcelist=" + filepath.Join(a.dir, "sources.list"),
		"-o", "Dir::Etc::sourceparts=/dev/null",
		"-o", "Dir::State::Lists=" + filepath.Join(a.dir, "lists"),
		"-o", "APT::Sandbox::User=root"}, arg...)
}

// refresh makes the package lists, once.
func (a *aptClient) refresh() error {
	if a.ready {
		return nil
	}
	for _, d := range []string{"lists/partial", "debs"} {
		if err := os.MkdirAll(filepath.Join(a.dir, d), 0o755); err != nil {
			return err
		}
	}
	targets, err := output("", "apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages")
	if err != nil {
		return err
	}
	for uri := range strings.Lines(targets) {
		uri = strings.TrimSpace(uri)
		if strings.Contains(uri, "security") || !strings.Contains(strings.ToLower(uri), "debian") {
			continue
		}
		list := fmt.Sprintf("deb %s %s main\n", strings.TrimSuffix(uri, "/"), suite)
		if err := os.WriteFile(filepath.Join(a.dir, "sources.list"), []byte(list), 0o644); err != nil {
			return err
		}
		_, err := output("", "apt-get", a.args("update")...)
		a.ready = err == nil
		return err
	}
	return errors.New("no Debian mirror is configured in apt")
}

// download returns the path of p's .deb. A p without a version is the newest
// one there is, and gets its version and sum filled in.
func (a *aptClient) download(p *pin) (string, error) {
	debs := filepath.Join(a.dir, "debs")
	spec, pattern := p.name, p.name+"_*.deb"
	if p.version != "" {
		spec, pattern = p.name+"="+p.version, p.name+"_"+strings.ReplaceAll(p.version, ":", "%3a")+"_*.deb"
		if found, _ := filepath.Glob(filepath.Join(debs, pattern)); len(found) == 1 {
			return found[0], check(found[0], p)
		}
	}
	if err := a.refresh(); err != nil {
		return "", err
	}
	if p.version == "" {
		old, _ := filepath.Glob(filepath.Join(debs, pattern))
		for _, f := range old {
			if err := os.Remove(f); err != nil {
				return "", err
			}
		}
	}
	if _, err := output(debs, "apt-get", a.args("download", spec)...); err != nil {
		return "", err
	}
	found, err := filepath.Glob(filepath.Join(debs, pattern))
	if err != nil || len(found) != 1 {
		return "", fmt.Errorf("downloading %s: %d files match %s", spec, len(found), pattern)
	}
	if p.version == "" {
		version, err := output("", "dpkg-deb", "-f", found[0], "Version")
		if err != nil {
			return "", err
		}
		p.version = strings.TrimSpace(version)
	}
	return found[0], check(found[0], p)
}

// check compares the file with p's sum, or sets that if it is empty.
func check(path string, p *pin) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	sum := fmt.Sprintf("%x", sha256.Sum256(data))
	if p.sum == "" {
		p.sum = sum
	}
	if sum != p.sum {
		return fmt.Errorf("checking %s: its sha256 is %s, the manifest says %s", path, sum, p.sum)
	}
	return nil
}

// sourceParts are the patterns of the kernel source files in use.
var sourceParts = []string{"*/kernel/*.c", "*/fs/*.c", "*/mm/*.c", "*/ipc/*.c", "*/net/*.c", "*/block/*.c",
	"*/io_uring/*.c", "*/security/*.c", "*/arch/x86/*.c", "*/lib/*.c", "*/drivers/pci/*.c", "*/drivers/char/*.c",
	"*/include/linux/*.h", "*/include/net/*.h", "*/include/scsi/*.h", "*/arch/x86/entry/syscalls/*"}

// unpack extracts the packages, each into a directory of its own that is
// kept and named after the package's file.
func unpack(cache string, debs map[string]string) (*inputs, error) {
	dirs := make(map[string]string)
	for name, deb := range debs {
		dir := filepath.Join(cache, strings.TrimSuffix(filepath.Base(deb), ".deb"))
		dirs[name] = dir
		if _, err := os.Stat(dir + "/done"); err == nil {
			continue
		}
		if _, err := output("", "dpkg-deb", "-x", deb, dir); err != nil {
			return nil, err
		}
		tars, _ := filepath.Glob(dir + "/usr/src/*.tar.xz")
		for _, tar := range tars {
			args := append([]string{"-xJf", tar, "-C", dir, "--strip-components=1", "--wildcards"}, sourceParts...)
			if _, err := output("", "tar", args...); err != nil {
				return nil, err
			}
			if err := os.Remove(tar); err != nil {
				return nil, err
			}
		}
		if err := os.WriteFile(dir+"/done", nil, 0o644); err != nil {
			return nil, err
		}
	}
	in := &inputs{
		include: dirs["linux-libc-dev"] + "/usr/include",
		source:  dirs["linux-source-7.2"],
		libc:    dirs["libc6-dev"] + "/usr/include",
		work:    filepath.Join(cache, "work"),
	}
	return in, os.MkdirAll(in.work, 0o755)
}

// output runs a command in dir and returns what it wrote to stdout.
func output(dir, name string, arg ...string) (string, error) {
	cmd := exec.Command(name, arg...)
	cmd.Dir = dir
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return out.String(), fmt.Errorf("running %s: %w: %s", strings.Join(cmd.Args, " "), err, bytes.TrimSpace(errs.Bytes()))
	}
	return out.String(), nil
}
