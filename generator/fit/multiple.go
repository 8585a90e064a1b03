package fit

import (
	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// pad adds pages for notes before the last page, or with the imprint at their
// end, until the number of pages is the multiple that the issue asks for. It
// reports whether there was something to add, and to add it with.
func (f *fitter) pad(tree *html.Node, pages int) bool {
	m := f.opt.Multiple
	if m < 2 || pages%m == 0 {
		return false
	}
	sample := find(f.tree, "ghi-chep")
	if sample == nil {
		return false
	}
	last, imprint := find(tree, "trang-cuoi"), find(tree, "an-hanh")
	var at *html.Node
	for n := range tree.Descendants() {
		if n.Data == "body" {
			at = n
		}
	}
	for k := range m - pages%m {
		n := clone(sample)
		switch {
		case last != nil:
			last.Parent.InsertBefore(n, last)
		case k == m-pages%m-1 && imprint != nil:
			for range 9 { // room for the imprint, which ends an issue
				if lines := n.LastChild; lines != nil {
					n.RemoveChild(lines)
				}
			}
			at.AppendChild(n)
			move(imprint, n, nil)
		default:
			at.AppendChild(n)
		}
	}
	return true
}

// accompany gives an imprint that came to stand on a page of its own lines for
// notes above it. It reports whether it did.
func (f *fitter) accompany(tree *html.Node, l laid) bool {
	imprint, sample := find(tree, "an-hanh"), find(f.tree, "ghi-chep")
	if imprint == nil || sample == nil || !l.alone(imprint) {
		return false
	}
	n := clone(sample)
	for range 9 {
		if lines := n.LastChild; lines != nil {
			n.RemoveChild(lines)
		}
	}
	imprint.Parent.InsertBefore(n, imprint)
	move(imprint, n, nil)
	return true
}

// alone reports whether nothing but the imprint stands on the last page.
func (l laid) alone(imprint *html.Node) bool {
	p := l.pages.Pages[len(l.pages.Pages)-1]
	any := false
	for _, it := range p.Items[:len(p.Items)-p.Furniture] {
		t, ok := it.(*display.Text)
		if !ok {
			continue
		}
		if !within(t.Elem, attr(imprint, "id")) {
			return false
		}
		any = true
	}
	return any
}
