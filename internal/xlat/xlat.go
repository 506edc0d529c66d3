package xlat

import "sort"

// A Const is one named value.
type Const struct {
	Val  uint64
	Name string
}

// A Table names the values of one family of constants.
type Table struct {
	// Unknown is what stands for a value without a name: "O_???".
	Unknown string
	// Mask, if not 0, marks an enumerated bit-field inside a flag word
	// (O_ACCMODE, S_IFMT, CSIZE): Consts are the values under the mask.
	Mask uint64
	// Zero says that the enumerated field is named when it is 0 too.
	Zero bool
	// Sorted says that Consts ascend by value, so that Name may search.
	Sorted bool
	// Shift, if set, names the position of the field under Mask: its value is
	// shown as a number behind all names and bits, "21<<MAP_HUGE_SHIFT".
	Shift string
	// Consts in the order in which flags are shown.
	Consts []Const
}

// Name returns the first name of v.
func (t *Table) Name(v uint64) (string, bool) {
	if t.Sorted && len(t.Consts) > 8 {
		i := sort.Search(len(t.Consts), func(i int) bool { return t.Consts[i].Val >= v })
		if i < len(t.Consts) && t.Consts[i].Val == v {
			return t.Consts[i].Name, true
		}
		return "", false
	}
	for i := range t.Consts {
		if t.Consts[i].Val == v {
			return t.Consts[i].Name, true
		}
	}
	return "", false
}
