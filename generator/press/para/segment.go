package para

import "math"

// eachSegment calls f for the parts between forced breaks.
func eachSegment(items []Item, f func(seg []Item, first int, forced bool)) {
	first := 0
	for i := range items {
		if items[i].Break {
			f(items[first:i], first, true)
			first = i + 1
		}
	}
	if first < len(items) {
		f(items[first:], first, false)
	}
}

// prepare makes the atoms of a segment and reports whether it shows anything.
func (b *breaker) prepare(seg []Item, first int) bool {
	b.em, b.firstHang = 0, 0
	for i := range seg {
		b.em = math.Max(b.em, seg[i].Size)
	}
	b.collect(seg)
	b.phrases = b.style.Phrases && vietnamese(seg)
	b.findChances(b.style.Hyphens)
	b.atomize(seg, first)
	for _, a := range b.atoms {
		if a.kind != glue && a.kind != kern || a.keep || a.kind == kern && a.w != 0 {
			return true
		}
	}
	return false
}

// slot is the cached measure of a line.
func (b *breaker) slot(line int) slot {
	for len(b.slots) <= line {
		left, width := b.measure(len(b.slots))
		if math.IsNaN(width) {
			width = 0
		}
		b.slots = append(b.slots, slot{left, width})
	}
	return b.slots[line]
}

// room is the width that the text of a line may take.
func (b *breaker) room(line int) float64 {
	w := b.slot(line).width
	if line == 0 {
		w -= b.style.Indent
	}
	return w
}
