package decode

import (
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// FlagsPart shows a 32-bit value as an OR of names and of a number in some of
// its bits: MFD_HUGETLB|21<<MFD_HUGE_SHIFT.
type FlagsPart struct {
	Of   []*xlat.Table
	Part show.Part
}

// Show implements Type.
func (f *FlagsPart) Show(c *Call, v uint64) { c.P.FlagsPart(uint64(uint32(v)), f.Of, &f.Part) }
