package paint

import (
	"fmt"
	"math"
	"slices"

	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
)

// write writes the tree and returns its root.
func (t *tags) write() pdf.Ref {
	ref := t.w.Alloc()
	t.order(t.root)
	t.elem(t.root, ref, nil)
	var parents pdf.Array
	for i, refs := range t.mcids {
		list := make(pdf.Array, len(refs))
		for j, r := range refs {
			list[j] = r
		}
		parents = append(parents, i, t.w.Add(list))
	}
	for i, r := range t.annots {
		parents = append(parents, len(t.pages)+i, r)
	}
	dict := pdf.Dict{
		{Key: "Type", Value: pdf.Name("StructTreeRoot")},
		{Key: "K", Value: pdf.Array{t.nodes[t.root].ref}},
		{Key: "ParentTree", Value: t.w.AddTree("Nums", parents)},
		{Key: "ParentTreeNextKey", Value: len(t.pages) + len(t.annots)},
	}
	if len(t.ids) > 0 {
		sortPairs(t.ids)
		dict = append(dict, pdf.Entry{Key: "IDTree", Value: t.w.AddTree("Names", t.ids)})
	}
	t.w.Set(ref, dict)
	return ref
}

// order finds the first content in e or below.
func (t *tags) order(e *display.Elem) int {
	n := t.nodes[e]
	if len(n.items) > 0 {
		n.first = n.items[0].order
	}
	for _, k := range e.Kids {
		if k.Parent == e {
			n.first = min(n.first, t.order(k))
		}
	}
	return n.first
}

// empty reports whether an element can be left out: it has no content and holds
// no place in a table.
func (t *tags) empty(e *display.Elem) bool {
	switch e.Type {
	case "TR", "TH", "TD":
		return false
	}
	return t.nodes[e].first == math.MaxInt && !slices.ContainsFunc(e.Kids, func(k *display.Elem) bool {
		return k.Parent == e && !t.empty(k)
	})
}

// elem writes one element and those below. An element's own content and its
// children are in reading order: the children as the tree has them, content
// before the child that was painted after it.
func (t *tags) elem(e *display.Elem, parent pdf.Ref, kids pdf.Array) {
	n := t.nodes[e]
	page := -1
	if len(n.items) > 0 {
		page = n.items[0].page
	}
	rest := n.items
	for _, k := range e.Kids {
		if k.Parent != e || t.empty(k) {
			continue
		}
		for first := t.nodes[k].first; len(rest) > 0 && rest[0].order < first && first != math.MaxInt; rest = rest[1:] {
			kids = append(kids, t.kid(rest[0], page))
		}
		kids = append(kids, t.nodes[k].ref)
		t.elem(k, n.ref, nil)
	}
	for _, c := range rest {
		kids = append(kids, t.kid(c, page))
	}
	dict := pdf.Dict{{Key: "Type", Value: pdf.Name("StructElem")}, {Key: "S", Value: pdf.Name(e.Type)}, {Key: "P", Value: parent}}
	if page >= 0 {
		dict = append(dict, pdf.Entry{Key: "Pg", Value: t.pages[page]})
	}
	if len(kids) == 1 {
		dict = append(dict, pdf.Entry{Key: "K", Value: kids[0]})
	} else if len(kids) > 1 {
		dict = append(dict, pdf.Entry{Key: "K", Value: kids})
	}
	t.w.Set(n.ref, append(dict, t.attributes(e, n)...))
}

// kid refers to content from an element whose page is the given one.
func (t *tags) kid(c content, page int) any {
	switch {
	case c.annot != 0:
		return pdf.Dict{{Key: "Type", Value: pdf.Name("OBJR")}, {Key: "Pg", Value: t.pages[c.page]}, {Key: "Obj", Value: c.annot}}
	case c.page == page:
		return c.mcid
	}
	return pdf.Dict{{Key: "Type", Value: pdf.Name("MCR")}, {Key: "Pg", Value: t.pages[c.page]}, {Key: "MCID", Value: c.mcid}}
}

// attributes are what an element says beside its place (ISO 32000-1, 14.8.5).
func (t *tags) attributes(e *display.Elem, n *node) pdf.Dict {
	var out pdf.Dict
	add := func(key pdf.Name, v any) { out = append(out, pdf.Entry{Key: key, Value: v}) }
	if e.Alt != "" {
		add("Alt", e.Alt)
	}
	if e.Lang != "" {
		add("Lang", e.Lang)
	}
	id := e.ID
	if id == "" && e.Type == "Note" { // PDF/UA-1 asks every Note for one
		id = fmt.Sprintf("note-%d", int(n.ref))
	}
	if id != "" && !t.idNames[id] {
		t.idNames[id] = true
		add("ID", pdf.Bytes(id))
		t.ids = append(t.ids, pdf.Bytes(id), n.ref)
	}
	table := pdf.Dict{{Key: "O", Value: pdf.Name("Table")}}
	if e.Scope != "" {
		table = append(table, pdf.Entry{Key: "Scope", Value: pdf.Name(e.Scope)})
	}
	if e.ColSpan > 1 {
		table = append(table, pdf.Entry{Key: "ColSpan", Value: e.ColSpan})
	}
	if e.RowSpan > 1 {
		table = append(table, pdf.Entry{Key: "RowSpan", Value: e.RowSpan})
	}
	switch {
	case len(table) > 1:
		add("A", table)
	case n.box && e.Type == "Figure":
		b := n.boxes
		add("A", pdf.Dict{{Key: "O", Value: pdf.Name("Layout")}, {Key: "Placement", Value: pdf.Name("Block")},
			{Key: "BBox", Value: pdf.Array{b[0], b[1], b[2], b[3]}}})
	}
	return out
}
