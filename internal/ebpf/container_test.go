package ebpf

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestContainer finds the cgroups of containers as several engines name them.
func TestContainer(t *testing.T) {
	const docker = "4c01db0b339c9fb1a30f0e2ab5f1d7e7a9f6a1f0f1f8a5f2c4f4b7b7f4c0aaaa"
	const podman = "4c02db0b339c9fb1a30f0e2ab5f1d7e7a9f6a1f0f1f8a5f2c4f4b7b7f4c0bbbb"
	const pod = "9d3f1c0b339c9fb1a30f0e2ab5f1d7e7a9f6a1f0f1f8a5f2c4f4b7b7f4c0cccc"
	root, system := t.TempDir(), t.TempDir()
	for _, dir := range []string{
		"system.slice/docker-" + docker + ".scope/init",
		"machine.slice/libpod-" + podman + ".scope",
		"kubepods.slice/burstable/cri-containerd-" + pod + ".scope",
		"lxc.payload.web",
		"machine.slice/systemd-nspawn@box.service",
	} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{
		"var/lib/docker/containers/" + docker + "/config.v2.json":           `{"ID":"` + docker + `","Name":"/shop","Other":[1]}`,
		"var/lib/containers/storage/overlay-containers/containers.json":     `[{"id":"` + podman + `","names":["db","old"]}]`,
		"var/lib/docker/containers/broken/config.v2.json":                   `{`,
		"home/me/.local/share/containers/storage/overlay-containers/readme": ``,
	} {
		path := filepath.Join(system, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ name, want, err string }{
		{docker, "docker-" + docker + ".scope", ""},
		{"4c01", "docker-" + docker + ".scope", ""},
		{"shop", "docker-" + docker + ".scope", ""},
		{"db", "libpod-" + podman + ".scope", ""},
		{pod[:12], "cri-containerd-" + pod + ".scope", ""},
		{"web", "lxc.payload.web", ""},
		{"box", "systemd-nspawn@box.service", ""},
		{"4c0", "", "no cgroup"}, // too short
		{"nobody", "", "no cgroup"},
	} {
		got, err := findContainer(root, system, test.name)
		if test.err != "" {
			if err == nil || !strings.Contains(err.Error(), test.err) {
				t.Errorf("%s: error %v, want one with %q", test.name, err, test.err)
			}
			continue
		}
		if err != nil || filepath.Base(got) != test.want {
			t.Errorf("%s: %s, %v, want %s", test.name, got, err, test.want)
		}
	}
	// Two of the same beginning.
	if err := os.Mkdir(filepath.Join(root, "docker-4c01ffff.scope"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := findContainer(root, system, "4c01"); err == nil || !strings.Contains(err.Error(), " or ") {
		t.Errorf("ambiguous: %v", err)
	}
}
