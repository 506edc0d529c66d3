// Command layout generates internal/abi/zlayout.go: where the members that
// the module's Go source mentions are, on each ABI.
//
// It looks for abi.Tag_member and abi.Sizeof_tag in every Go file of the
// module, parsed but not type-checked, and finds them in facts/structs.txt.
// Tag is the structure's tag, or its typedef name, with the first letter in
// upper case and without leading underscores; members of members are joined
// by underscores, of which those that begin a name may be left out:
// abi.Rusage_ru_utime_tv_sec, abi.Siginfo_sifields_kill_pid. Where several headers define a
// tag differently, internal/abi/layouts.txt says which one is meant.
package main
