package options

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"gostrace/internal/trace"
)

// A User is the value of -u: a name, or a UID:GID pair.
type User struct {
	Name string // "" if it was a pair
	trace.User
}

// parseUser checks the value of -u; a name is looked up by Resolve.
func parseUser(s string) (*User, error) {
	uid, gid, pair := strings.Cut(s, ":")
	if !pair {
		return &User{Name: s}, nil
	}
	u, uerr := strconv.ParseUint(uid, 10, 32)
	g, gerr := strconv.ParseUint(firstField(gid), 10, 32)
	if uerr != nil || gerr != nil || u == noID || g == noID {
		return nil, refuse("invalid UID:GID pair '%s': it should be two numbers", s)
	}
	return &User{User: trace.User{UID: int(u), GID: int(g)}}, nil
}

// firstField is s up to a colon: the reference ignores the third field of "1:2:3".
func firstField(s string) string {
	s, _, _ = strings.Cut(s, ":")
	return s
}

// noID is the id that means "no change" to setuid and setgid (man 2 setreuid).
const noID = 1<<32 - 1

// Resolve returns the identity to run the command with. It looks a name up in
// /etc/passwd and its supplementary groups in /etc/group: a name service needs
// the C library, which this program does without.
func (u *User) Resolve() (*trace.User, error) {
	if u.Name == "" {
		return &u.User, nil
	}
	passwd, err := os.ReadFile("/etc/passwd")
	if err != nil {
		return nil, fmt.Errorf("looking up user '%s': %w", u.Name, err)
	}
	id, ok := findUser(string(passwd), u.Name)
	if !ok {
		return nil, fmt.Errorf("cannot find user '%s' in /etc/passwd; UID:GID works without a name", u.Name)
	}
	group, err := os.ReadFile("/etc/group")
	if err != nil && !os.IsNotExist(err) {
		return nil, fmt.Errorf("looking up the groups of user '%s': %w", u.Name, err)
	}
	id.Groups = groupsOf(string(group), u.Name, id.GID)
	return id, nil
}

// findUser finds a line name:password:uid:gid:... (man 5 passwd).
func findUser(passwd, name string) (*trace.User, bool) {
	for line := range strings.SplitSeq(passwd, "\n") {
		f := strings.Split(line, ":")
		if len(f) < 4 || f[0] != name || name == "" {
			continue
		}
		uid, err1 := strconv.Atoi(f[2])
		gid, err2 := strconv.Atoi(f[3])
		if err1 == nil && err2 == nil {
			return &trace.User{UID: uid, GID: gid}, true
		}
	}
	return nil, false
}

// groupsOf returns gid and the groups whose line name:password:gid:members
// (man 5 group) lists name.
func groupsOf(group, name string, gid int) []int {
	ids := []int{gid}
	for line := range strings.SplitSeq(group, "\n") {
		f := strings.Split(line, ":")
		if len(f) < 4 {
			continue
		}
		id, err := strconv.Atoi(f[2])
		if err != nil || id == gid {
			continue
		}
		for m := range strings.SplitSeq(f[3], ",") {
			if m == name {
				ids = append(ids, id)
				break
			}
		}
	}
	return ids
}
