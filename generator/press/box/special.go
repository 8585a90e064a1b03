package box

import (
	"strconv"
	"strings"

	"bantin/generator/press/css"

	"golang.org/x/net/html"
)

// special makes the elements whose boxes do not hold their children: pictures,
// line ends, check boxes. It tells whether x was one; cells get their spans.
func (b *builder) special(n *html.Node, x *Box) bool {
	if n.Data == "svg" {
		r := b.replaced(n, x)
		r.Alt = attr(n, "aria-label")
		for k := n.FirstChild; k != nil && r.Alt == ""; k = k.NextSibling {
			if k.Type == html.ElementNode && k.Data == "title" {
				r.Alt = nodeText(k)
			}
		}
		return true
	}
	if n.Namespace != "" {
		return false
	}
	switch n.Data {
	case "img":
		r := b.replaced(n, x)
		r.Alt = strings.TrimSpace(attr(n, "alt"))
		r.Source = css.Resolve(b.opt.Base, strings.TrimSpace(attr(n, "src")))
		if r.Source == "" {
			b.warn("<img> without an address (src)")
		}
		return true
	case "br":
		x.Kind = LineBreak
		return true
	case "wbr":
		x.Children = []*Box{{Kind: TextBox, Style: b.textStyle(n), Text: "\u200b"}}
		return true
	case "input": // check boxes of task lists
		mark := "☐"
		if has(n, "checked") {
			mark = "☑"
		}
		x.Children = []*Box{{Kind: TextBox, Style: b.textStyle(n), Text: mark}}
		return true
	case "td", "th":
		x.ColSpan, x.RowSpan = span(n, "colspan", 1, 1000), span(n, "rowspan", 0, 65534)
		x.Header = n.Data == "th"
	case "col", "colgroup":
		x.ColSpan = span(n, "span", 1, 1000)
	}
	return false
}

func (b *builder) replaced(n *html.Node, x *Box) *Replaced {
	x.Kind = ReplacedBox
	x.replaced = &Replaced{Width: pixels(attr(n, "width")), Height: pixels(attr(n, "height"))}
	return x.replaced
}

// pixels reads a width or height attribute as points; 0 when it is none.
func pixels(s string) float64 {
	s = strings.TrimSpace(s)
	unit := 0.75
	for suffix, u := range map[string]float64{"px": 0.75, "pt": 1, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72} {
		if t, ok := strings.CutSuffix(s, suffix); ok {
			s, unit = t, u
			break
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || !(f > 0 && f < 1e6) {
		return 0
	}
	return f * unit
}

// span reads a span attribute (HTML Standard, section 4.9.11).
func span(n *html.Node, key string, low, high int) int32 {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < low {
		return 1
	}
	return int32(min(v, high))
}

// footnoteCall makes the call that stands in the text in place of the footnote
// (CSS GCPM 3, footnotes), and counts it.
func (b *builder) footnoteCall(n *html.Node, note *Box) *Box {
	b.counters.add("footnote", 1)
	st := b.c.Pseudo(n, "footnote-call")
	if st == nil {
		st = b.c.Anonymous(b.c.Style(n), css.Inline)
	}
	call := &Box{Kind: FootnoteCall, Style: st, Node: n, Pseudo: "footnote-call", Note: note, Attr: note.Attr}
	call.Children = b.items(n, st, call)
	return call
}

// footnoteMarker makes the number before the text of the footnote.
func (b *builder) footnoteMarker(n *html.Node, note *Box) *Box {
	st := b.c.Pseudo(n, "footnote-marker")
	if st == nil {
		return nil
	}
	m := &Box{Kind: InlineBox, Style: st, Node: n, Pseudo: "footnote-marker", Attr: note.Attr}
	m.Children = b.items(n, st, m)
	return m
}

// prepend puts an inline box at the start of the first line of x, in its first
// paragraph when it begins with one; an outside marker stays a child of x.
func prepend(x, m *Box) {
	if m == nil {
		return
	}
	for m.Kind != MarkerBox {
		var in *Box
		for _, k := range x.Children {
			if k.Kind == BlockBox && !outOfFlow(k) {
				in = k
			}
			if k.Kind != TextBox || !blank(k) {
				break
			}
		}
		if in == nil {
			break
		}
		x = in
	}
	x.Children = append([]*Box{m}, x.Children...)
}

// marker makes the marker of a list item (CSS Lists 3, section 3), nil when it
// is empty.
func (b *builder) marker(n *html.Node, x *Box) *Box {
	st := b.c.Pseudo(n, "marker")
	if st == nil {
		st = b.c.Anonymous(x.Style, css.Inline)
	}
	m := &Box{Kind: MarkerBox, Style: st, Node: n, Pseudo: "marker", Attr: x.Attr}
	switch {
	case st.ContentNone:
		return nil
	case st.Content != nil:
		m.Children = b.items(n, st, m)
	default:
		t := markerText(x.Style.ListStyleType, b.counters.value("list-item"))
		if t == "" {
			return nil
		}
		m.Children = []*Box{{Kind: TextBox, Style: b.c.Anonymous(st, css.Inline), Text: t}}
	}
	if x.Style.ListInside {
		m.Kind = InlineBox
	}
	return m
}
