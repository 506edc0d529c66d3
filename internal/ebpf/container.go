package ebpf

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Container returns the cgroup of a container, a directory of the unified
// hierarchy: by its id or the beginning of that, or by its name, of Docker,
// Podman, containerd and CRI-O, LXC and systemd-nspawn.
func Container(name string) (string, error) {
	root, err := unified()
	if err != nil {
		return "", fmt.Errorf("--container %s: %w", name, err)
	}
	return findContainer(root, "/", name)
}

// findContainer is Container with the hierarchy at root, and the files of those
// who run containers below system.
func findContainer(root, system, name string) (string, error) {
	ids := append([]string{name}, containerIDs(system, name)...)
	var found []string
	directories(root, func(path string) bool {
		own := containerID(filepath.Base(path))
		for _, id := range ids {
			if own == id || len(id) >= shortestID && isHex(id) && isHex(own) && strings.HasPrefix(own, id) {
				found = append(found, path)
				return false
			}
		}
		return true
	})
	switch {
	case len(found) == 0:
		return "", fmt.Errorf("--container %s: no cgroup below %s is that of such a container (--cgroup takes any)", name, root)
	case len(found) > 1:
		return "", fmt.Errorf("--container %s: that could be %s", name, strings.Join(found, " or "))
	}
	return found[0], nil
}

// directories calls visit for all below root, and goes into those for which it
// returns true. One that cannot be read has gone meanwhile.
func directories(root string, visit func(path string) bool) {
	entries, _ := os.ReadDir(root)
	for _, e := range entries {
		if path := filepath.Join(root, e.Name()); e.IsDir() && visit(path) {
			directories(path, visit)
		}
	}
}

// shortestID is how much of an id is needed.
const shortestID = 4

func isHex(s string) bool { return s != "" && strings.Trim(s, "0123456789abcdef") == "" }

// containerID returns the id, or name, that the name of a cgroup holds.
func containerID(cgroup string) string {
	for _, suffix := range []string{".scope", ".service"} {
		cgroup = strings.TrimSuffix(cgroup, suffix)
	}
	for _, prefix := range []string{
		"docker-", "libpod-", "cri-containerd-", "crio-", "nerdctl-", "lxc.payload.", "machine-", "systemd-nspawn@",
	} {
		if id, ok := strings.CutPrefix(cgroup, prefix); ok {
			return id
		}
	}
	return cgroup
}

// containerIDs returns the ids of containers with that name.
func containerIDs(system, name string) []string {
	var ids []string
	configs, _ := filepath.Glob(filepath.Join(system, "var/lib/docker/containers/*/config.v2.json"))
	for _, path := range configs {
		var c struct{ ID, Name string }
		if readJSON(path, &c) && c.Name == "/"+name {
			ids = append(ids, c.ID)
		}
	}
	stores, _ := filepath.Glob(filepath.Join(system, "home/*/.local/share/containers"))
	stores = append(stores, filepath.Join(system, "var/lib/containers"), filepath.Join(system, "root/.local/share/containers"))
	for _, store := range stores {
		var list []struct {
			ID    string   `json:"id"`
			Names []string `json:"names"`
		}
		if !readJSON(filepath.Join(store, "storage/overlay-containers/containers.json"), &list) {
			continue
		}
		for _, c := range list {
			for _, n := range c.Names {
				if n == name {
					ids = append(ids, c.ID)
				}
			}
		}
	}
	return ids
}

func readJSON(path string, to any) bool {
	b, err := os.ReadFile(path)
	return err == nil && json.Unmarshal(b, to) == nil
}
