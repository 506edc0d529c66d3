package options

import (
	"slices"
	"strings"
)

// An EnvEdit sets or removes a variable of the command's environment.
type EnvEdit struct {
	Name, Value string
	Unset       bool // remove Name; Value is empty
}

// Environ returns env (of NAME=VALUE strings, which stays as it is) with the
// edits made in order, as setenv and unsetenv do: a variable that is there
// keeps its place.
func Environ(env []string, edits []EnvEdit) []string {
	env = slices.Clone(env)
	for _, e := range edits {
		named := func(v string) bool { return strings.HasPrefix(v, e.Name+"=") }
		i := slices.IndexFunc(env, named)
		switch {
		case e.Unset:
			env = slices.DeleteFunc(env, named)
		case i >= 0:
			env[i] = e.Name + "=" + e.Value
		default:
			env = append(env, e.Name+"="+e.Value)
		}
	}
	return env
}
