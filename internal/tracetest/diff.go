package tracetest

import (
	"fmt"
	"strings"
)

// window bounds the lines that diff aligns; beyond it, traces that differ so
// much need no alignment.
const window = 600

// diff returns the first differences between a and b as a unified diff with
// context lines around, at most limit differing lines, or "" for none.
// eq(i, j) compares a[i] with b[j].
func diff(a, b []string, eq func(i, j int) bool, context, limit int) string {
	start := 0
	for start < len(a) && start < len(b) && eq(start, start) {
		start++
	}
	if start == len(a) && start == len(b) {
		return ""
	}
	ea, eb := min(len(a), start+window), min(len(b), start+window)
	edits := align(start, ea, eb, eq)

	var out strings.Builder
	shown, hidden := 0, 0
	from := max(0, start-context)
	fmt.Fprintf(&out, "@@ -%d +%d @@\n", from+1, from+1)
	for i := from; i < start; i++ {
		out.WriteString("  " + a[i] + "\n")
	}
	gap := 0 // equal lines since the last difference
	for n, e := range edits {
		if e.op == ' ' {
			gap++
			next := false // is a difference within reach of the context?
			for k := n + 1; k < len(edits) && k <= n+context; k++ {
				next = next || edits[k].op != ' '
			}
			switch {
			case shown >= limit:
			case gap <= context || next:
				out.WriteString("  " + a[e.i] + "\n")
			case gap == context+1:
				out.WriteString("@@ ... @@\n")
			}
			continue
		}
		gap = 0
		if shown >= limit {
			hidden++
			continue
		}
		shown++
		if e.op == '-' {
			out.WriteString("- " + a[e.i] + "\n")
		} else {
			out.WriteString("+ " + b[e.j] + "\n")
		}
	}
	if hidden += len(a) - ea + len(b) - eb; hidden > 0 {
		fmt.Fprintf(&out, "(%d more lines not shown)\n", hidden)
	}
	return out.String()
}

type edit struct {
	op   byte // ' ', '-' (only in a), '+' (only in b)
	i, j int
}

// align finds the longest common subsequence of a[start:ea] and b[start:eb],
// by the textbook table.
func align(start, ea, eb int, eq func(i, j int) bool) []edit {
	n, m := ea-start, eb-start
	best := make([][]int, n+1)
	same := make([][]bool, n)
	for i := range best {
		best[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		same[i] = make([]bool, m)
		for j := m - 1; j >= 0; j-- {
			if same[i][j] = eq(start+i, start+j); same[i][j] {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	var edits []edit
	i, j := 0, 0
	for i < n || j < m {
		switch {
		case i < n && j < m && same[i][j]:
			edits = append(edits, edit{' ', start + i, start + j})
			i, j = i+1, j+1
		case j == m || i < n && best[i+1][j] >= best[i][j+1]:
			edits = append(edits, edit{'-', start + i, start + j})
			i++
		default:
			edits = append(edits, edit{'+', start + i, start + j})
			j++
		}
	}
	return pairUp(edits)
}

// pairUp puts each run of removed and added lines side by side, first with
// first, so that a line and its wrong twin are read together.
func pairUp(edits []edit) []edit {
	out := make([]edit, 0, len(edits))
	for k := 0; k < len(edits); {
		if edits[k].op == ' ' {
			out = append(out, edits[k])
			k++
			continue
		}
		var minus, plus []edit
		for ; k < len(edits) && edits[k].op != ' '; k++ {
			if edits[k].op == '-' {
				minus = append(minus, edits[k])
			} else {
				plus = append(plus, edits[k])
			}
		}
		for i := 0; i < max(len(minus), len(plus)); i++ {
			if i < len(minus) {
				out = append(out, minus[i])
			}
			if i < len(plus) {
				out = append(out, plus[i])
			}
		}
	}
	return out
}
