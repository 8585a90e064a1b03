package css

import (
	"slices"
	"sort"
	"strings"

	"golang.org/x/net/html"
)

// ParseDrawing reads a style sheet of a drawing (SVG 2, section 6.2): its
// properties are kept as written, for who knows what they mean.
func ParseDrawing(name string, src []byte) (*Sheet, []Warning) {
	s := newSheet(name, src)
	s.raw = true
	s.ruleList(scan(src), false)
	return s, s.warnings
}

// Written is a property as a sheet of ParseDrawing has it.
type Written struct{ Name, Value string }

// WrittenFor is what the rules of drawing sheets say of an element: what is
// declared later in the cascade comes later, the important ones apart.
func WrittenFor(n *html.Node, sheets []*Sheet) (normal, important []Written) {
	type hit struct {
		r      *rule
		weight uint32
	}
	var hits []hit
	for _, s := range sheets {
		for _, r := range s.rules {
			best, found := uint32(0), false
			for i := range r.selectors {
				if sel := &r.selectors[i]; sel.pseudo == "" && sel.finds(n) {
					best, found = max(best, sel.weight), true
				}
			}
			if found {
				hits = append(hits, hit{r, best})
			}
		}
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].weight < hits[j].weight })
	for _, h := range hits {
		normal = append(normal, written(h.r.normal)...)
		important = append(important, written(h.r.important)...)
	}
	return normal, important
}

func written(decls []decl) (out []Written) {
	for _, d := range decls {
		out = append(out, Written{d.custom, strings.TrimSpace(d.raw)})
	}
	return out
}

// finds is matches for a selector that no index was asked for.
func (sel *selector) finds(n *html.Node) bool {
	if sel.match != nil {
		return sel.match.Match(n)
	}
	return (sel.tag == "" || sel.tag == n.Data) && (sel.id == "" || sel.id == attr(n, "id")) &&
		(sel.class == "" || slices.Contains(strings.Fields(attr(n, "class")), sel.class))
}
