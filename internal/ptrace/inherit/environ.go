package inherit

import _ "unsafe" // for go:linkname

// Environ returns the environment as this process was given it. os.Environ
// leaves out all but one of the entries with the same name.
//
//go:linkname Environ syscall.runtime_envs
func Environ() []string
