package para

import "math"

// node is a way to break the text up to one opportunity (Knuth and Plass, 1981).
type node struct {
	opp  int32 // index of the opportunity, -1 for the start
	line int32 // lines before this place, the paragraph's earlier segments included
	prev int32
	key  int32   // lines from varied on are alike
	fit  int8    // fitness class of the line that ends here
	d    float64 // demerits so far
	over float64 // pt that lines stand out, so far
	torn int32   // breaks inside words and addresses so far
}

// maxLook is how many lines are asked for their measure beforehand.
const maxLook = 4096

// fit finds the best breaks of the segment: indices into b.opps, first to last.
// line is the number of lines before it.
//
// The first pass takes only lines of good spacing; the second any line, and when
// even the narrowest does not fit, an overfull one.
func (b *breaker) fit(line int) []int32 {
	b.lookAhead(line)
	end := int32(-1)
	if b.style.Justify {
		end = b.search(line, firstTolerance)
	}
	if end < 0 {
		end = b.search(line, math.Inf(1))
	}
	var breaks []int32
	for i := end; b.nodes[i].opp >= 0; i = b.nodes[i].prev {
		breaks = append(breaks, b.nodes[i].opp)
	}
	for i, j := 0, len(breaks)-1; i < j; i, j = i+1, j-1 {
		breaks[i], breaks[j] = breaks[j], breaks[i]
	}
	return breaks
}

// lookAhead finds the line from which on all are alike: ways to a place that
// differ only in their number of lines compete from there on, which keeps the
// search linear.
func (b *breaker) lookAhead(line int) {
	total := b.opps[len(b.opps)-1].end.w
	b.varied = line + 1
	first := b.slot(line)
	held := 0.0
	for i := line; held < 1.5*total && i < line+maxLook; i++ {
		s := b.slot(i)
		if s.width != first.width {
			b.varied = i + 1
		}
		first = s
		held += math.Max(s.width, 1)
	}
}

// search runs one pass and returns the index of the best node at the end of the
// segment, or -1 when the tolerance allows none.
func (b *breaker) search(line int, tolerance float64) int32 {
	b.nodes = append(b.nodes[:0], node{opp: -1, line: int32(line), key: int32(min(line, b.varied)), fit: 1})
	b.active = append(b.active[:0], 0)
	start := opportunity{}
	b.opening(&start)
	last := int32(len(b.opps) - 1)
	for j := range b.opps {
		b.step(int32(j), j == int(last), &start, tolerance)
		if len(b.active) == 0 {
			return -1
		}
	}
	best := int32(-1)
	for _, a := range b.active {
		if b.nodes[a].opp == last && (best < 0 || !b.better(&b.nodes[best], &b.nodes[a])) {
			best = a
		}
	}
	return best
}

// step tries every active node as the start of a line that ends at opportunity
// j, keeps the best way of each kind, and retires nodes that j is too far from.
func (b *breaker) step(j int32, last bool, start *opportunity, tolerance float64) {
	o := &b.opps[j]
	first := int32(len(b.nodes)) // new nodes stand from here on
	spare := node{opp: -2}       // best of the overfull ways
	kept := b.active[:0]
	for _, i := range b.active {
		a := b.nodes[i]
		from := start
		if a.opp >= 0 {
			from = &b.opps[a.opp]
		}
		c := b.try(from, o, int(a.line), last)
		way := node{opp: j, line: a.line + 1, prev: i, key: min(a.line+1, int32(b.varied)), fit: c.fit, d: a.d + c.demerits, over: a.over + c.over}
		if way.torn = a.torn; o.chance >= inPhrase {
			way.torn++
		}
		if c.fit-a.fit > 1 || a.fit-c.fit > 1 {
			way.d += fitnessDemerits
		}
		if c.over > 0 {
			if spare.opp < 0 || b.better(&way, &spare) {
				spare = way
			}
			continue
		}
		if !last {
			kept = append(kept, i)
		}
		if c.ratio <= tolerance {
			b.offer(first, way)
		}
	}
	b.active = kept
	if len(kept) == 0 && int(first) == len(b.nodes) && spare.opp >= 0 && math.IsInf(tolerance, 1) {
		b.nodes = append(b.nodes, spare)
	}
	for i := first; i < int32(len(b.nodes)); i++ {
		b.active = append(b.active, i)
	}
}

// offer takes a way when it is the best of its kind at this opportunity.
func (b *breaker) offer(first int32, way node) {
	for i := first; i < int32(len(b.nodes)); i++ {
		if n := &b.nodes[i]; n.key == way.key && n.fit == way.fit {
			if !b.better(n, &way) { // of equals the one with fuller lines first
				*n = way
			}
			return
		}
	}
	b.nodes = append(b.nodes, way)
}

// better orders ways: what stands out least; then, for ragged text, what tears
// the fewest words and takes the fewest lines, so that evenness never costs a
// line; then the demerits.
func (b *breaker) better(x, y *node) bool {
	if x.over != y.over {
		return x.over < y.over
	}
	if !b.style.Justify {
		if x.torn != y.torn {
			return x.torn < y.torn
		}
		if x.line != y.line {
			return x.line < y.line
		}
	}
	return x.d < y.d
}
