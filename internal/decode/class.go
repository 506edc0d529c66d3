package decode

// Class is a set of the classes that -e trace=%class names.
type Class uint32

// The classes, in the order of their names in ClassNames.
const (
	ClassFile Class = 1 << iota
	ClassProcess
	ClassNet
	ClassSignal
	ClassIPC
	ClassDesc
	ClassMemory
	ClassCreds
	ClassStat
	ClassLstat
	ClassFstat
	ClassStatLike // %%stat
	ClassStatfs
	ClassFstatfs
	ClassStatfsLike // %%statfs
	ClassClock
	ClassPure
)

// ClassNames are the names of the classes, behind the "%" of -e trace=, by bit.
var ClassNames = [...]string{
	"file", "process", "net", "signal", "ipc", "desc", "memory", "creds", "stat", "lstat",
	"fstat", "%stat", "statfs", "fstatfs", "%statfs", "clock", "pure",
}
