package paint

import (
	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
)

// items paints a list; a group in it is painted as a whole.
func (g *page) items(list []display.Item, furniture int) error {
	for k := 0; k < len(list); k++ {
		if k >= furniture {
			g.kind = furnitureAt(list[k], g.src.Height)
		}
		if p, ok := list[k].(*display.Push); ok && p.Group {
			end := groupEnd(list, k)
			if err := g.group(list[k+1:end], p.Opacity); err != nil {
				return err
			}
			k = end
			continue
		}
		if err := g.item(list[k]); err != nil {
			return err
		}
	}
	return nil
}

// groupEnd is the index of the Pop that ends the group pushed at k.
func groupEnd(list []display.Item, k int) int {
	depth := 0
	for i := k; i < len(list); i++ {
		switch list[i].(type) {
		case *display.Push:
			depth++
		case *display.Pop:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(list)
}

// group paints items as a transparency group (ISO 32000-1, 11.6.6): a form
// XObject that is shown with one opacity. In the structure tree it is content of
// the element that holds all of it.
func (g *page) group(list []display.Item, opacity float64) error {
	sub := &page{painter: g.painter, index: g.index, src: g.src, state: state{alpha: 1}, untagged: true}
	if err := sub.items(list, len(list)); err != nil {
		return err
	}
	sub.endText()
	for range sub.stack {
		sub.c.Op("Q")
	}
	s := g.src
	ref := g.w.Stream(pdf.Dict{
		{Key: "Type", Value: pdf.Name("XObject")}, {Key: "Subtype", Value: pdf.Name("Form")},
		{Key: "BBox", Value: pdf.Array{0.0, 0.0, s.Width + 2*s.Slug, s.Height + 2*s.Slug}},
		{Key: "Group", Value: pdf.Dict{{Key: "S", Value: pdf.Name("Transparency")}}},
		{Key: "Resources", Value: sub.res.dict()},
	}, sub.c.Bytes())
	sub.writeLinks()
	g.annots = append(g.annots, sub.annots...)
	g.mark(common(list))
	g.push()
	g.opacity(opacity)
	g.c.Named(g.res.use("XObject", "X", ref), "Do")
	g.pop()
	return nil
}

// common is the innermost element around all content of the items, nil when
// none of it is in the structure tree.
func common(list []display.Item) (e *display.Elem) {
	for _, it := range list {
		var k *display.Elem
		switch v := it.(type) {
		case *display.Text:
			k = v.Elem
		case *display.Image:
			k = v.Elem
		}
		for e != nil && k != nil && !inside(k, e) {
			e = e.Parent
		}
		if e == nil {
			e = k
		}
	}
	return e
}

func inside(e, outer *display.Elem) bool {
	for ; e != nil; e = e.Parent {
		if e == outer {
			return true
		}
	}
	return false
}
