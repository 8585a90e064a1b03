package layout

import (
	"strings"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// noteworthy reports whether the place of a box must be known.
func noteworthy(b *box.Box) bool {
	return b.Node != nil && (b.ID != "" || len(b.Style.StringSet) > 0 || b.Style.BookmarkLevel > 0 || resetsPage(b.Style))
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
	s := n.b.Style
	if n.b.ID != "" {
		if _, dup := p.pass.doc.Anchors[n.b.ID]; !dup {
			p.pass.doc.Anchors[n.b.ID] = display.Anchor{Page: len(p.pass.pages) - 1, X: x, Y: y}
			p.pass.targets[n.b.ID] = target{p.state, n.b}
		}
	}
	for _, set := range s.StringSet {
		p.state.setString(set.Name, p.e.stringValue(n.b, set.Value))
	}
	for _, list := range [...][]css.Counter{s.CounterReset, s.CounterSet} {
		for _, c := range list {
			if c.Name == "page" {
				p.state.counter = c.Value
			}
		}
	}
	if s.BookmarkLevel > 0 {
		n.bookmark(p, y)
	}
}

func (n note) bookmark(p *painter, y float64) {
	title := ""
	if len(n.b.Style.BookmarkLabel) > 0 {
		title = p.e.stringValue(n.b, n.b.Style.BookmarkLabel)
	} else {
		title = boxText(n.b, "")
	}
	if title = strings.Join(strings.Fields(title), " "); title == "" || p.pass.marked[n.b.Node] {
		return
	}
	p.pass.marked[n.b.Node] = true
	p.pass.doc.Outline = append(p.pass.doc.Outline, display.Bookmark{Title: title, Level: n.b.Style.BookmarkLevel, Page: len(p.pass.pages) - 1, Y: y})
}

// boxText is the text inside a box; pseudo picks only that pseudo-element's
// ("before", "after", "first-letter"), "" all but before and after.
func boxText(b *box.Box, pseudo string) string {
	var sb strings.Builder
	var walk func(*box.Box, bool, int)
	walk = func(c *box.Box, in bool, depth int) {
		if depth > maxNesting {
			return
		}
		switch {
		case c.Pseudo == "marker" || c.Pseudo == "footnote-call":
			return
		case c.Pseudo != "" && c.Pseudo == pseudo:
			in = true
		case c.Pseudo == "before" || c.Pseudo == "after":
			return
		}
		if in {
			switch c.Kind {
			case box.TextBox:
				sb.WriteString(c.Text)
			case box.LineBreak:
				sb.WriteByte(' ')
			}
		}
		for _, k := range c.Children {
			walk(k, in, depth+1)
		}
	}
	walk(b, pseudo == "" || b.Pseudo == pseudo, 0)
	return sb.String()
}

// running notes a running element (position: running()).
type running struct{ b *box.Box }

func (r running) draw(p *painter, x, y float64) {
	if !p.artifact {
		p.state.setRunning(r.b)
	}
}
