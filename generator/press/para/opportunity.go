package para

import "math"

// opportunity is a place where a line may end, with all that the search needs
// to know about lines that end or start there.
type opportunity struct {
	at         int32 // first atom of the next line, dropped spaces included
	tail, head int32 // spaces from tail to at and from at to head are dropped
	chance     chance
	end        totals  // sums of a line that ends here
	start      totals  // sums before a line that starts here
	hang       float64 // pt that the last character may hang out
	hangCSS    bool    // the last character is a stop or comma
}

// totals are sums over the atoms before a place.
type totals struct {
	w, st, sh, bend float64 // bend: pt that glyphs give for every 1 of scale
	leaders         int32
	spaces          int32
}

func (t totals) minus(u totals) totals {
	return totals{t.w - u.w, t.st - u.st, t.sh - u.sh, t.bend - u.bend, t.leaders - u.leaders, t.spaces - u.spaces}
}

func (t totals) plus(a *atom) totals {
	t.w += a.w
	switch a.kind {
	case glue:
		t.st += a.st
		t.sh += a.sh
		t.spaces++
	case box:
		t.bend += a.bend
	case leader:
		t.leaders++
	}
	return t
}

// close adds the end of the segment to the opportunities and works out what the
// search needs of each.
func (b *breaker) close(items []Item) {
	b.sum()
	b.firstHang = b.hangStart(items)
	n := int32(len(b.atoms))
	if k := len(b.opps); k > 0 && !b.solid { // nothing but spaces after the last one
		b.opps = b.opps[:k-1]
	}
	b.opps = append(b.opps, opportunity{at: n, chance: atSpace})
	for i := range b.opps {
		o := &b.opps[i]
		b.ending(o, items)
		b.opening(o)
	}
}

func (b *breaker) sum() {
	b.sums = append(b.sums[:0], totals{})
	t := totals{}
	for i := range b.atoms {
		t = t.plus(&b.atoms[i])
		b.sums = append(b.sums, t)
	}
}

// ending drops the spaces before o.at; padding among them stays.
func (b *breaker) ending(o *opportunity, items []Item) {
	o.tail = o.at
	o.end = b.sums[o.at]
	for i := o.at - 1; i >= 0; i-- {
		a := &b.atoms[i]
		if a.kind == glue && !a.keep {
			o.end = o.end.minus(totals{}.plus(a))
		} else if a.kind != kern {
			break
		}
		o.tail = i
	}
	if o.tail == 0 {
		return
	}
	a := &b.atoms[o.tail-1]
	if a.kind != box {
		return
	}
	it := &items[a.item]
	if o.chance == atShy {
		o.end.w += hyphenWidth(a, it)
	}
	o.hang, o.hangCSS = b.hangEnd(a, it, o)
}

// opening drops the spaces from o.at on; padding among them stays.
func (b *breaker) opening(o *opportunity) {
	o.head = o.at
	o.start = b.sums[o.at]
	for i := int(o.at); i < len(b.atoms); i++ {
		a := &b.atoms[i]
		if a.kind == glue && !a.keep {
			o.start = o.start.plus(a)
		} else if a.kind != kern {
			break
		}
		o.head = int32(i + 1)
	}
}

// splitWords makes places to break between the clusters of words that are wider
// than the narrowest of the lines at hand (overflow-wrap: break-word).
func (b *breaker) splitWords(items []Item, line int) {
	narrow := math.Inf(1)
	for i := line; i < line+32; i++ {
		narrow = math.Min(narrow, b.room(i))
	}
	wide := false
	for i := range b.atoms {
		wide = wide || b.atoms[i].kind == box && b.atoms[i].w > narrow
	}
	if !wide {
		return
	}
	atoms, opps := b.atoms, b.opps
	b.atoms, b.opps = nil, nil
	next := 0
	for i := range atoms {
		if next < len(opps) && int(opps[next].at) == i {
			o := opps[next]
			o.at = int32(len(b.atoms))
			b.opps = append(b.opps, o)
			next++
		}
		if a := atoms[i]; a.kind != box || a.w <= narrow || len(a.glyphs) < 2 {
			b.atoms = append(b.atoms, a)
		} else {
			b.splitBox(a, &items[a.item])
		}
	}
}

func (b *breaker) splitBox(a atom, it *Item) {
	from := a.from
	for g := 0; g < len(a.glyphs); {
		k := g + 1
		for k < len(a.glyphs) && a.glyphs[k].Start == a.glyphs[g].Start {
			k++
		}
		part := a
		part.from, part.glyphs = from, a.glyphs[g:k]
		if k < len(a.glyphs) {
			part.to = a.base + int32(a.glyphs[k].Start)
		}
		part.bend = bend(part.glyphs, it)
		part.w = advance(part.glyphs)*it.Size/1000 + it.Letter
		if g > 0 {
			b.opps = append(b.opps, opportunity{at: int32(len(b.atoms)), chance: inWord})
		}
		b.atoms = append(b.atoms, part)
		from, g = part.to, k
	}
}
