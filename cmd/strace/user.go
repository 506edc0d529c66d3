package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"gostrace/internal/options"
	"gostrace/internal/trace"
)

// findUser returns the identity that -u names. It reads /etc/passwd and
// /etc/group itself: os/user would bring in cgo (see internal/ptrace/inherit).
func findUser(u *options.User) (*trace.User, error) {
	if u.Name == "" {
		return &u.User, nil
	}
	fields, err := findRecord("/etc/passwd", 7, func(f []string) bool { return f[0] == u.Name })
	if err != nil {
		return nil, err
	}
	if fields == nil {
		return nil, fmt.Errorf("Cannot find user '%s'", u.Name)
	}
	uid, uerr := strconv.Atoi(fields[2])
	gid, gerr := strconv.Atoi(fields[3])
	if uerr != nil || gerr != nil {
		return nil, fmt.Errorf("user '%s' in /etc/passwd has no numeric ids", u.Name)
	}
	groups := []int{gid}
	_, err = findRecord("/etc/group", 4, func(f []string) bool {
		for _, member := range strings.Split(f[3], ",") {
			if g, err := strconv.Atoi(f[2]); member == u.Name && err == nil && g != gid {
				groups = append(groups, g)
			}
		}
		return false
	})
	if err != nil {
		return nil, err
	}
	return &trace.User{UID: uid, GID: gid, Groups: groups}, nil
}

// findRecord returns the fields of the first line of a colon-separated file that matches; nil if none does.
func findRecord(file string, fields int, match func([]string) bool) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("looking up the user: %w", err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if r := strings.Split(s.Text(), ":"); len(r) >= fields && match(r) {
			return r, nil
		}
	}
	return nil, nil
}
