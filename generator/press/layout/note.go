package layout

import (
	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// noteworthy reports whether the place of a box must be known.
func noteworthy(b *box.Box) bool {
	named := b.Named()
	return b.ID != "" || len(named.Strings) > 0 || named.Bookmark != "" || resetsPage(b.Style)
}

func resetsPage(s *css.Style) bool {
	for _, list := range [...][]css.Counter{s.CounterReset, s.CounterSet} {
		for _, c := range list {
			if c.Name == "page" {
				return true
			}
		}
	}
	return false
}

// note records where a box is: link targets, strings, outline, page counters.
type note struct{ b *box.Box }

func (n note) draw(p *painter, x, y float64) {
	if !noteworthy(n.b) || p.artifact {
		return
	}
	s, named := n.b.Style, n.b.Named()
	if n.b.ID != "" {
		if _, dup := p.pass.doc.Anchors[n.b.ID]; !dup {
			p.pass.doc.Anchors[n.b.ID] = display.Anchor{Page: len(p.pass.pages) - 1, X: x, Y: y}
			p.pass.targets[n.b.ID] = target{p.state, n.b}
		}
	}
	for _, list := range [...][]css.Counter{s.CounterReset, s.CounterSet} {
		for _, c := range list {
			if c.Name == "page" {
				p.state.counter = c.Value
			}
		}
	}
	for _, set := range named.Strings {
		p.state.setString(set.Name, p.pass.stringValue(n.b, set, p.state), y <= p.area.y+tolerance)
	}
	if named.Bookmark != "" && !p.pass.marked[n.b.Node] {
		p.pass.marked[n.b.Node] = true
		p.pass.doc.Outline = append(p.pass.doc.Outline, display.Bookmark{Title: named.Bookmark, Level: s.BookmarkLevel, Page: len(p.pass.pages) - 1, Y: y})
	}
}

// stringValue is what a named string is set to by b, which is on page st.
func (p *pass) stringValue(b *box.Box, set box.String, st *pageState) (v string) {
	for _, it := range set.Value {
		switch {
		case it.Kind == css.ContentText:
			v += it.Text
		case it.Name == "page":
			v += box.FormatCounter(st.counter, it.Style)
		default:
			v += p.e.contentText(b, it)
		}
	}
	return v
}

// running notes a running element (position: running()).
type running struct{ b *box.Box }

func (r running) draw(p *painter, x, y float64) {
	if !p.artifact {
		p.state.setRunning(r.b)
	}
}
