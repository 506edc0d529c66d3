package filter

import (
	"slices"
	"strings"
)

// maxNear is how many names Nearest returns at most.
const maxNear = 3

// Nearest returns the names that are most like s, best first: at most three,
// none that differs in more than a third of its letters.
func Nearest(s string, names []string) []string {
	type candidate struct {
		name string
		dist int
	}
	limit := max(1, min(3, (len(s)+1)/3))
	var found []candidate
	for _, n := range names {
		if n == "" || abs(len(n)-len(s)) > limit {
			continue
		}
		if d := distance(strings.ToLower(s), strings.ToLower(n)); d <= limit {
			found = append(found, candidate{n, d})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		if a.dist != b.dist {
			return a.dist - b.dist
		}
		return strings.Compare(a.name, b.name)
	})
	found = slices.Compact(found)
	var near []string
	for _, c := range found[:min(maxNear, len(found))] {
		near = append(near, c.name)
	}
	return near
}

func abs(n int) int { return max(n, -n) }

// distance is the least number of letters inserted, removed, replaced or
// swapped with their neighbour that turns a into b.
func distance(a, b string) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
