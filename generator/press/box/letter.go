package box

import (
	"unicode"
	"unicode/utf8"

	"bantin/generator/press/css"

	"golang.org/x/net/html"
)

// letters gives every ::first-letter a box of its own (CSS Pseudo 4, section
// 2.2), outer elements first.
func (b *builder) letters(x *Box) {
	if x.Node != nil && x.Pseudo == "" && (x.Kind == BlockBox || x.Kind == Cell || x.Kind == AtomicBox) {
		if st := b.c.Pseudo(x.Node, "first-letter"); st != nil {
			b.cutLetter(x, x.Node, st)
		}
	}
	for _, k := range x.Children {
		b.letters(k)
	}
}

// cutLetter finds the first text of x and cuts its first letter off; it tells
// whether the search is over.
func (b *builder) cutLetter(x *Box, n *html.Node, st *css.Style) bool {
	for i, k := range x.Children {
		switch {
		case k.Kind == MarkerBox || k.Pseudo == "marker" || k.Kind != TextBox && outOfFlow(k) && k.Pseudo != "first-letter":
			continue
		case k.Kind == InlineBox && k.Pseudo != "first-letter" || k.Kind == BlockBox && !outOfFlow(k):
			if b.cutLetter(k, n, st) {
				return true
			}
			continue
		case k.Kind != TextBox || k.Content != nil:
			return true
		}
		head, tail := firstLetter(k.Text)
		if head == "" {
			return true
		}
		letter := &Box{Kind: kindOf(st.Display), Style: st, Node: n, Pseudo: "first-letter",
			Children: []*Box{{Kind: TextBox, Style: b.c.Anonymous(st, css.Inline), Text: head}}}
		kids := append(append([]*Box(nil), x.Children[:i]...), letter)
		if tail != "" {
			k.Text = tail
			kids = append(kids, k)
		}
		x.Children = append(kids, x.Children[i+1:]...)
		return true
	}
	return false
}

// firstLetter cuts s behind its first letter, which takes punctuation before
// and behind it, and its combining marks, along.
func firstLetter(s string) (head, tail string) {
	i := skip(s, 0, isPunct)
	if i > 0 { // French and old Vietnamese quotation marks stand off their letter
		i = skip(s, i, func(r rune) bool { return isPunct(r) || unicode.Is(unicode.Zs, r) && r != '\u3000' })
	}
	if i == len(s) {
		return "", s
	}
	r, w := utf8.DecodeRuneInString(s[i:])
	if unicode.IsSpace(r) {
		return "", s
	}
	i = skip(s, i+w, unicode.IsMark)
	i = skip(s, i, isPunct)
	return s[:i], s[i:]
}

func skip(s string, i int, in func(rune) bool) int {
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if !in(r) {
			break
		}
		i += w
	}
	return i
}

func isPunct(r rune) bool {
	return unicode.In(r, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf, unicode.Po)
}
