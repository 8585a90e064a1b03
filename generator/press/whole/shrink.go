package main

import "slices"

// shrink makes a failing document smaller as long as it fails in the same way:
// it leaves out elements, words and declarations, and elements around others.
func shrink(d *document, kind string) *document {
	fails := func(c *document) bool {
		f := check(c)
		return len(f) > 0 && slices.ContainsFunc(f, func(f fault) bool { return f.kind == kind })
	}
	for smaller := true; smaller; {
		smaller = false
		for k := 0; ; k++ {
			c := d.clone()
			if !c.change(k) {
				break
			}
			if fails(c) {
				d, smaller = c, true
				k-- // what is now at this place may go too
			}
		}
	}
	return d
}

// change makes the document smaller in its k-th way; false when there are fewer.
func (d *document) change(k int) bool {
	done := false
	step := func(do func()) {
		if k == 0 {
			do()
			done = true
		}
		k--
	}
	var visit func(n *node)
	visit = func(n *node) {
		for i := 0; i < len(n.kids) && !done; i++ {
			kid := n.kids[i]
			step(func() { n.kids = slices.Delete(n.kids, i, i+1) })
			if kid.tag != "" && len(kid.kids) > 0 && kid.tag != "tr" && kid.tag != "td" && kid.tag != "th" && kid.tag != "tbody" {
				step(func() { n.kids = slices.Replace(n.kids, i, i+1, kid.kids...) })
			}
			if !done {
				visit(kid)
			}
		}
		for i := 0; i < len(n.style) && !done; i++ {
			step(func() { n.style = slices.Delete(n.style, i, i+1) })
		}
		if n.attr != "" && n.tag != "img" && n.tag != "svg" && !n.first && n.attr != "class=n" {
			step(func() { n.attr = "" })
		}
		for _, part := range [...]*string{&n.before, &n.after, &n.marker} {
			if *part != "" {
				step(func() { *part = "" })
			}
		}
		if n.first {
			step(func() { n.first, n.attr = false, "" })
		}
		if w := len(n.words); w > 1 && !done {
			step(func() { n.words = n.words[:w/2] })
			step(func() { n.words = n.words[w/2:] })
			step(func() { n.words = n.words[:w-1] })
		}
	}
	visit(d.body)
	for i := 1; i < len(d.page) && !done; i++ {
		step(func() { d.page = slices.Delete(d.page, i, i+1) })
	}
	return done
}
