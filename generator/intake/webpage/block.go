package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/symbolfont"
	"bantin/generator/viet/legacy"
)

type reader struct {
	m     *manuscript.Manuscript
	p     *manuscript.Paragraph // the paragraph being filled
	notes map[string]*html.Node // of Word's pages, by name
	deep  bool
}

// flush ends the paragraph.
func (r *reader) flush() {
	if r.p != nil {
		r.p.Runs = manuscript.Join(r.p.Runs)
		if !r.p.Empty() {
			r.m.Blocks = append(r.m.Blocks, r.p)
		}
	}
	r.p = nil
}

// blocks are elements that begin and end a paragraph.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true, atom.Li: true,
	atom.Blockquote: true, atom.Pre: true, atom.Hr: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Figure: true,
	atom.Figcaption: true, atom.Center: true, atom.Address: true, atom.Body: true, atom.Html: true, atom.Details: true, atom.Summary: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Nav: true,
}

// block reads the children of a node.
func (r *reader) block(n *html.Node, l look, depth int) {
	if depth > maxDepth {
		r.deep = true
		return
	}
	number := 1
	if s, err := strconv.Atoi(attr(n, "start")); err == nil && s > 0 {
		number = s
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			r.text(c.Data, l)
		case c.Type != html.ElementNode:
		case c.DataAtom == atom.Li:
			r.item(c, n, l, number, depth)
			number++
		default:
			r.element(c, l, depth)
		}
	}
}

// left are the elements that are no text, and why.
var left = map[atom.Atom]manuscript.Kind{
	atom.Script: manuscript.Script, atom.Iframe: manuscript.Object, atom.Object: manuscript.Object, atom.Embed: manuscript.Object, atom.Video: manuscript.Object, atom.Audio: manuscript.Object,
	atom.Form: manuscript.Field, atom.Button: manuscript.Field, atom.Select: manuscript.Field, atom.Textarea: manuscript.Field,
	atom.Nav: manuscript.Header, atom.Aside: manuscript.Header, atom.Footer: manuscript.Header,
}

func (r *reader) element(n *html.Node, l look, depth int) {
	if kind, out := left[n.DataAtom]; out {
		text := content(n)
		if n.DataAtom == atom.Script {
			text = attr(n, "src")
		} else if text == "" {
			text = first(attr(n, "src"), attr(n, "data"))
		}
		if text != "" || kind == manuscript.Object {
			r.m.Leave(kind, text)
		}
		return
	}
	switch n.DataAtom {
	case atom.Head, atom.Style, atom.Noscript, atom.Template, atom.Input, atom.Link, atom.Meta, atom.Title, atom.Svg:
		return
	case atom.Br:
		r.run(manuscript.Run{Text: "\n", Format: l.Format}, l)
		return
	case atom.Img:
		r.image(n, l)
		return
	case atom.Table:
		r.flush()
		r.table(n, l, depth)
		return
	}
	if hidden(n) {
		if text := content(n); text != "" {
			r.m.Leave(manuscript.Hidden, text)
		}
		return
	}
	if r.word(n, l) {
		return
	}
	inner := l.styled(n)
	if n.DataAtom == atom.A {
		if r.call(n, inner) {
			return
		}
		inner.Link = first(r.target(attr(n, "href")), inner.Link)
	}
	if !blocks[n.DataAtom] {
		r.block(n, inner, depth+1)
		return
	}
	r.flush()
	r.block(n, inner, depth+1)
	r.flush()
}

func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// item reads an item of a list: its first paragraph carries the mark.
func (r *reader) item(n, list *html.Node, l look, number, depth int) {
	r.flush()
	level := 0
	if l.item != nil {
		level = l.item.Level + 1
	}
	it := &manuscript.Item{Level: level, Bullet: true, Label: "•"}
	if list.DataAtom == atom.Ol {
		if v, err := strconv.Atoi(attr(n, "value")); err == nil && v > 0 {
			number = v
		}
		it = &manuscript.Item{Level: level, Number: number, Label: strconv.Itoa(number) + "."}
		if t := attr(list, "type"); t == "a" && number <= 26 {
			it = &manuscript.Item{Level: level, Label: string(rune('a'+number-1)) + ")"}
		}
	}
	inner := l.styled(n)
	inner.item = it
	from := len(r.m.Blocks)
	r.block(n, inner, depth+1)
	r.flush()
	for _, b := range r.m.Blocks[from:] {
		if p, ok := b.(*manuscript.Paragraph); ok && p.List == it && p != r.m.Blocks[from] {
			more := *it
			more.More = true
			p.List = &more
		}
	}
}

// text adds text as a browser shows it.
func (r *reader) text(s string, l look) {
	if !l.pre {
		s = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)
	}
	old := legacy.OfFont(l.font)
	if old == legacy.None {
		s = strings.ReplaceAll(s, "\u00ad", "")
	}
	if symbolfont.Is(l.font) || strings.ContainsFunc(s, symbolfont.Private) {
		var unknown []rune
		if s, unknown = symbolfont.Convert(s, l.font); len(unknown) > 0 {
			r.m.Leave(manuscript.Symbol, l.font)
		}
	}
	r.run(manuscript.Run{Text: s, Format: l.Format, Old: old, Capitals: legacy.CapitalFont(l.font)}, l)
}

func (r *reader) run(run manuscript.Run, l look) {
	if r.p == nil {
		if run.Picture == nil && run.Note == nil && strings.TrimSpace(run.Text) == "" {
			return
		}
		r.p = &manuscript.Paragraph{Heading: l.heading, Role: l.role, Align: l.align, Quote: l.quote, List: l.item}
	}
	r.p.Runs = append(r.p.Runs, run)
}
