package paint

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
)

// write writes the tree and returns its root.
func (t *tags) write() pdf.Ref {
	ref := t.w.Alloc()
	t.order(t.root)
	t.elem(t.root, ref)
	var parents pdf.Array
	for i, refs := range t.mcids {
		parents = append(parents, i, t.w.Add(pdf.Refs(refs)))
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
		n.first = int(n.items[0].order)
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

// elem writes one element and those below.
func (t *tags) elem(e *display.Elem, parent pdf.Ref) {
	n := t.nodes[e]
	for _, k := range e.Kids {
		if k.Parent == e && !t.empty(k) {
			t.elem(k, n.ref)
		}
	}
	dict := pdf.Dict{{Key: "Type", Value: pdf.Name("StructElem")}, {Key: "S", Value: pdf.Name(e.Type)}, {Key: "P", Value: parent}}
	page := int32(-1)
	if len(n.items) > 0 {
		page = n.items[0].page
		dict = append(dict, pdf.Entry{Key: "Pg", Value: t.pages[page]})
	}
	if kids := t.kids(e, n, page); kids != nil {
		dict = append(dict, pdf.Entry{Key: "K", Value: pdf.Raw(kids)})
	}
	t.w.Set(n.ref, append(dict, t.attributes(e, n)...))
}

// kids writes an element's own content and its children in reading order: the
// children as the tree has them, content before the child that was painted after
// it. nil means that there is neither; one stands alone, several are an array.
func (t *tags) kids(e *display.Elem, n *node, page int32) []byte {
	out, count := append(t.text[:0], '['), 0
	add := func(ref pdf.Ref, c content) {
		if count++; count > 1 {
			out = append(out, ' ')
		}
		if ref != 0 {
			out = pdf.AppendRef(out, ref)
		} else {
			out = t.kid(out, c, page)
		}
	}
	rest := n.items
	for _, k := range e.Kids {
		if k.Parent != e || t.empty(k) {
			continue
		}
		for first := t.nodes[k].first; len(rest) > 0 && int(rest[0].order) < first && first != math.MaxInt; rest = rest[1:] {
			add(0, rest[0])
		}
		add(t.nodes[k].ref, content{})
	}
	for _, c := range rest {
		add(0, c)
	}
	t.text = out
	switch count {
	case 0:
		return nil
	case 1:
		return out[1:]
	}
	return append(out, ']')
}

// kid refers to content from an element whose page is the given one.
func (t *tags) kid(out []byte, c content, page int32) []byte {
	switch {
	case c.annot != 0:
		return pdf.Append(out, pdf.Dict{{Key: "Type", Value: pdf.Name("OBJR")}, {Key: "Pg", Value: t.pages[c.page]}, {Key: "Obj", Value: pdf.Ref(c.annot)}})
	case c.page == page:
		return strconv.AppendInt(out, int64(c.mcid), 10)
	}
	return pdf.Append(out, pdf.Dict{{Key: "Type", Value: pdf.Name("MCR")}, {Key: "Pg", Value: t.pages[c.page]}, {Key: "MCID", Value: int(c.mcid)}})
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
	case n.figure != nil && e.Type == "Figure":
		b := n.figure.box
		add("A", pdf.Dict{{Key: "O", Value: pdf.Name("Layout")}, {Key: "Placement", Value: pdf.Name("Block")},
			{Key: "BBox", Value: pdf.Array{b[0], b[1], b[2], b[3]}}})
	}
	return out
}
