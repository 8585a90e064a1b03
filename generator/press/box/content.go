package box

import (
	"strings"

	"bantin/generator/press/css"

	"golang.org/x/net/html"
)

// pseudo makes the box of ::before or ::after.
func (b *builder) pseudo(n *html.Node, name string) []*Box {
	st := b.c.Pseudo(n, name)
	if st == nil {
		return nil
	}
	x := &Box{Kind: kindOf(st.Display), Style: st, Node: n, Pseudo: name}
	x.Attr = func(k string) string { return attr(n, k) }
	b.counters.enter(&html.Node{Type: html.ElementNode}, st)
	x.Children = b.items(n, st, x)
	b.counters.leave()
	return []*Box{x}
}

// items makes the boxes of a content list. What is known is joined into text;
// page counters, strings, targets and running elements become text boxes that
// layout fills in.
func (b *builder) items(n *html.Node, st *css.Style, x *Box) []*Box {
	inner := b.c.Anonymous(st, css.Inline)
	var out []*Box
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			out = append(out, &Box{Kind: TextBox, Style: inner, Text: composed(text.String())})
			text.Reset()
		}
	}
	for _, it := range st.Content {
		it = b.resolve(n, it, st)
		switch it.Kind {
		case css.ContentText:
			text.WriteString(it.Text)
		case css.ContentLeader:
			flush()
			out = append(out, &Box{Kind: LeaderBox, Style: inner, Text: it.Text})
		case css.ContentURL:
			flush()
			out = append(out, Picture(nil, inner, it.Text))
		default:
			flush()
			out = append(out, &Box{Kind: TextBox, Style: inner, Content: []css.ContentItem{it}, Attr: x.Attr})
		}
	}
	flush()
	return out
}

// resolve turns into text what is known before pages are.
func (b *builder) resolve(n *html.Node, it css.ContentItem, st *css.Style) css.ContentItem {
	text := func(s string) css.ContentItem { return css.ContentItem{Kind: css.ContentText, Text: s} }
	switch it.Kind {
	case css.ContentAttr:
		return text(attr(n, it.Name))
	case css.ContentCounter:
		if it.Name != "page" && it.Name != "pages" && !(it.Name == "footnote" && b.notesByPage) {
			return text(FormatCounter(b.counters.value(it.Name), it.Style))
		}
	case css.ContentCounters:
		if it.Name != "page" && it.Name != "pages" {
			var parts []string
			for _, v := range b.counters.stack[it.Name] {
				parts = append(parts, FormatCounter(v, it.Style))
			}
			if parts == nil {
				parts = []string{FormatCounter(0, it.Style)}
			}
			return text(strings.Join(parts, it.Text))
		}
	case css.ContentOpenQuote:
		b.quotes++
		return text(quote(st.Quotes, b.quotes-1, 0))
	case css.ContentCloseQuote:
		b.quotes = max(b.quotes-1, 0)
		return text(quote(st.Quotes, b.quotes, 1))
	case css.ContentTargetCounter, css.ContentTargetCounters, css.ContentTargetText:
		if name, ok := strings.CutPrefix(it.Target, "attr("); ok {
			it.Target = attr(n, strings.TrimSuffix(name, ")"))
		}
	}
	return it
}

// quote picks the mark for a depth; the last pair serves all deeper ones.
func quote(marks []string, depth, side int) string {
	if len(marks) < 2 {
		return ""
	}
	return marks[min(2*depth, len(marks)-2)+side]
}

// named fills counters and attributes into string-set and bookmark-label while
// they are known; the text follows when it is processed.
func (b *builder) named(x *Box) {
	for _, s := range x.Style.StringSet {
		var items []css.ContentItem
		for _, it := range s.Value {
			items = append(items, b.resolve(x.Node, it, x.Style))
		}
		x.name().strings = append(x.name().strings, css.StringSet{Name: s.Name, Value: items})
	}
	if x.Style.BookmarkLevel > 0 {
		for _, it := range x.Style.BookmarkLabel {
			x.name().label = append(x.name().label, b.resolve(x.Node, it, x.Style))
		}
	}
}

// finish resolves what needs the processed text, and sets Parent throughout.
func (b *builder) finish(x *Box) {
	if x.Style.BookmarkLevel > 0 {
		if n := x.name(); n.label != nil {
			n.Bookmark = strings.TrimSpace(x.join(n.label))
		} else {
			n.Bookmark = x.PlainText()
		}
	}
	if n := x.named; n != nil {
		for _, s := range n.strings {
			n.Strings = append(n.Strings, String{s.Name, x.texts(s.Value)})
		}
		n.strings, n.label = nil, nil
	}
	for _, k := range x.Children {
		k.Parent = x
		b.finish(k)
	}
}

// texts is items with all text known but that of page counters, without white
// space at the ends.
func (x *Box) texts(items []css.ContentItem) (list []css.ContentItem) {
	from := 0
	for i, it := range items {
		if it.Kind == css.ContentCounter || it.Kind == css.ContentCounters {
			list = append(list, css.ContentItem{Kind: css.ContentText, Text: x.join(items[from:i])}, it)
			from = i + 1
		}
	}
	list = append(list, css.ContentItem{Kind: css.ContentText, Text: x.join(items[from:])})
	list[0].Text = strings.TrimLeft(list[0].Text, blanks)
	list[len(list)-1].Text = strings.TrimRight(list[len(list)-1].Text, blanks)
	return list
}

const blanks = " \t\n\r\f"

func (x *Box) join(items []css.ContentItem) string {
	var s strings.Builder
	for _, it := range items {
		switch {
		case it.Kind == css.ContentText:
			s.WriteString(it.Text)
		case it.Kind == css.ContentSelf && (it.Arg == "before" || it.Arg == "after"):
			for _, k := range x.Children {
				if k.Pseudo == it.Arg {
					s.WriteString(k.PlainText())
				}
			}
		case it.Kind == css.ContentSelf && it.Arg == "first-letter":
			head, _ := firstLetter(x.PlainText())
			s.WriteString(head)
		case it.Kind == css.ContentSelf:
			s.WriteString(x.PlainText())
		}
	}
	return s.String()
}

// PlainText returns the text inside x on one line, without generated content,
// footnotes and soft hyphens: what a bookmark or a running head shows.
func (x *Box) PlainText() string {
	var s strings.Builder
	x.plain(&s, true)
	return strings.Join(strings.Fields(strings.ReplaceAll(s.String(), "\u00ad", "")), " ")
}

func (x *Box) plain(s *strings.Builder, top bool) {
	switch x.Kind {
	case TextBox:
		s.WriteString(x.Text)
		return
	case LineBreak:
		s.WriteByte(' ')
		return
	case MarkerBox, FootnoteCall:
		return
	}
	if !top && (x.Style.Float == css.FloatFootnote || x.Pseudo == "footnote-marker" || x.Pseudo == "before" || x.Pseudo == "after" || x.Pseudo == "marker") {
		return
	}
	for _, k := range x.Children {
		if k.Kind != TextBox && k.Kind != InlineBox && k.Pseudo != "first-letter" {
			s.WriteByte(' ')
		}
		k.plain(s, false)
	}
}
