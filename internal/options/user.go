package options

import (
	"strconv"
	"strings"

	"gostrace/internal/trace"
)

// A User is the value of -u: a name, or a UID:GID pair.
type User struct {
	Name string // "" if it was a pair
	trace.User
}

// parseUser checks the value of -u, but for whether there is a user of that name.
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
