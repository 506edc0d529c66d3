package inherit

// State is what this process inherited.
type State struct {
	Closed  [3]bool // descriptors 0 to 2 that were closed
	Ignored uint64  // signals with SIG_IGN; bit n-1 is signal n
	Blocked uint64  // signals blocked in the first thread; bit n-1 is signal n
	NoFile  Limit   // RLIMIT_NOFILE
	Exact   bool    // all of this is as it was; if false, what could not be told is as if never set
}

// A Limit is the kernel's struct rlimit64 (linux/resource.h).
type Limit struct{ Soft, Hard uint64 }

// Signals is the number of signals (_NSIG, asm/signal.h).
const Signals = 64

// Has reports whether set, in the form of State.Ignored, has signal sig.
func Has(set uint64, sig int) bool { return set>>(sig-1)&1 != 0 }

// Get returns the state at the start of the process.
func Get() State { return initial() }
