package preview

import (
	"bytes"
)

// merge makes in target the changes that lead from base to next, line by line.
// ok is false when target differs from base where base changes, so that nobody
// can say what is meant. It never fails when target is base.
func merge(base, next, target []byte) (merged []byte, ok bool) {
	if bytes.Equal(base, target) {
		return next, true
	}
	if bytes.Equal(base, next) {
		return target, true
	}
	b, n, t := bytes.SplitAfter(base, newline), bytes.SplitAfter(next, newline), bytes.SplitAfter(target, newline)
	toTarget, ok := align(b, t)
	if !ok {
		return nil, false
	}
	toNext, ok := align(b, n)
	if !ok {
		return nil, false
	}
	return apply3(b, n, t, toNext, toTarget)
}

var newline = []byte("\n")

// apply3 walks the runs of base lines that next does not have.
func apply3(b, n, t [][]byte, toNext, toTarget []int) ([]byte, bool) {
	var out [][]byte
	bi, ni, ti := 0, 0, 0
	for bi < len(b) || ni < len(n) {
		if bi < len(b) && toNext[bi] == ni { // base keeps the line
			if at := toTarget[bi]; at >= ti {
				out = append(out, t[ti:at+1]...)
				ti = at + 1
			}
			bi, ni = bi+1, ni+1
			continue
		}
		from := bi
		for bi < len(b) && toNext[bi] < 0 {
			bi++
		}
		to := len(n)
		if bi < len(b) {
			to = toNext[bi]
		}
		// The lines that go must stand in target, and what surrounds them too,
		// without anything between.
		start := 0
		if from > 0 {
			start = toTarget[from-1] + 1
			if start == 0 {
				return nil, false
			}
		}
		end := len(t)
		if bi < len(b) {
			end = toTarget[bi]
		}
		if start < ti || end-start != bi-from {
			return nil, false
		}
		for i := from; i < bi; i++ {
			if toTarget[i] != start+i-from {
				return nil, false
			}
		}
		out = append(append(out, t[ti:start]...), n[ni:to]...)
		ti, ni = end, to
	}
	return bytes.Join(append(out, t[ti:]...), nil), true
}

// most is how many pairs of lines align compares at most: a page that differs
// in thousands of lines is no small change.
const most = 4_000_000

// align finds for each line of a the line of b that is it, -1 where b has
// none, as a longest common subsequence.
func align(a, b [][]byte) (to []int, ok bool) {
	to = make([]int, len(a))
	start := 0
	for start < len(a) && start < len(b) && bytes.Equal(a[start], b[start]) {
		to[start] = start
		start++
	}
	endA, endB := len(a), len(b)
	for endA > start && endB > start && bytes.Equal(a[endA-1], b[endB-1]) {
		endA, endB = endA-1, endB-1
		to[endA] = endB
	}
	rows, cols := endA-start, endB-start
	if rows*cols > most {
		return nil, false
	}
	// length[i][j]: of the common subsequence of a[start+i:] and b[start+j:].
	length := make([]int32, (rows+1)*(cols+1))
	for i := rows - 1; i >= 0; i-- {
		for j := cols - 1; j >= 0; j-- {
			if bytes.Equal(a[start+i], b[start+j]) {
				length[i*(cols+1)+j] = length[(i+1)*(cols+1)+j+1] + 1
			} else {
				length[i*(cols+1)+j] = max(length[(i+1)*(cols+1)+j], length[i*(cols+1)+j+1])
			}
		}
	}
	i, j := 0, 0
	for ; i < rows; i++ {
		to[start+i] = -1
		for j < cols && length[i*(cols+1)+j] == length[i*(cols+1)+j+1] {
			j++
		}
		if j < cols && bytes.Equal(a[start+i], b[start+j]) {
			to[start+i] = start + j
			j++
		}
	}
	return to, true
}
