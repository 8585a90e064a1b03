package layout

import (
	"strconv"
	"strings"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// contentText resolves generated content in the flow that depends on pages.
// The answer is that of the last pass; it is remembered, so that another pass
// can be asked for when it turns out wrong.
func (e *engine) contentText(b *box.Box, it css.ContentItem) string {
	got := e.resolve(b, it)
	switch it.Kind {
	case css.ContentCounter, css.ContentCounters, css.ContentTargetCounter, css.ContentTargetCounters, css.ContentTargetText:
		e.pass.asked = append(e.pass.asked, asked{b, it, got})
	}
	return got
}

// resolve is contentText without remembering.
func (e *engine) resolve(b *box.Box, it css.ContentItem) string {
	switch it.Kind {
	case css.ContentText, css.ContentAttr:
		return it.Text
	case css.ContentCounter, css.ContentCounters:
		return e.flowCounter(b, it)
	case css.ContentTargetCounter, css.ContentTargetCounters:
		return e.targetCounter(b, it)
	case css.ContentTargetText:
		if t := e.targetBox(b, it); t != nil {
			return boxText(t, textPart(it.Arg))
		}
	case css.ContentOpenQuote, css.ContentCloseQuote:
		return quote(b, it.Kind == css.ContentOpenQuote)
	}
	return ""
}

// textPart maps content()'s argument to a pseudo-element.
func textPart(arg string) string {
	if arg == "before" || arg == "after" || arg == "first-letter" {
		return arg
	}
	return ""
}

func quote(b *box.Box, open bool) string {
	q := b.Style.Quotes
	switch {
	case len(q) < 2:
		return map[bool]string{true: "“", false: "”"}[open]
	case open:
		return q[0]
	}
	return q[1]
}

// flowCounter is counter(page) or counter(pages) where b was on the last pass,
// or another counter of the box.
func (e *engine) flowCounter(b *box.Box, it css.ContentItem) string {
	switch it.Name {
	case "page":
		if e.prev != nil {
			if st := e.prev.boxPage[b]; st != nil {
				return counterText(st.counter, it.Style)
			}
		}
		return "0"
	case "pages":
		if e.prev != nil {
			return counterText(len(e.prev.pages), it.Style)
		}
		return "00"
	}
	return boxCounter(b, it)
}

// boxCounter reads a counter that box building resolved.
func boxCounter(b *box.Box, it css.ContentItem) string {
	var all []string
	for ; b != nil; b = b.Parent {
		for i := len(b.Counters) - 1; i >= 0; i-- {
			if b.Counters[i].Name == it.Name {
				if it.Kind == css.ContentCounter || it.Kind == css.ContentTargetCounter {
					return counterText(b.Counters[i].Value, it.Style)
				}
				all = append([]string{counterText(b.Counters[i].Value, it.Style)}, all...)
			}
		}
		if len(all) > 0 {
			return strings.Join(all, it.Text)
		}
	}
	return counterText(0, it.Style)
}

// targetID is the anchor that a target-*() function points at.
func targetID(b *box.Box, it css.ContentItem) string {
	t := it.Target
	if name, ok := strings.CutPrefix(t, "attr("); ok {
		name = strings.TrimSuffix(name, ")")
		t = ""
		for p := b; p != nil && t == ""; p = p.Parent {
			if p.Attr != nil {
				t = p.Attr(strings.TrimSpace(name))
			}
		}
	}
	if i := strings.IndexByte(t, '#'); i >= 0 {
		return t[i+1:]
	}
	return t
}

func (e *engine) targetBox(b *box.Box, it css.ContentItem) *box.Box {
	if e.prev == nil {
		return nil
	}
	return e.prev.targets[targetID(b, it)].b
}

// targetCounter is target-counter(): the page label of an anchor, or a counter
// there (GCPM 3, section 6).
func (e *engine) targetCounter(b *box.Box, it css.ContentItem) string {
	if e.prev == nil {
		return "00"
	}
	t, ok := e.prev.targets[targetID(b, it)]
	if !ok {
		return ""
	}
	if it.Name == "page" {
		return counterText(t.state.counter, it.Style)
	}
	return boxCounter(t.b, it)
}

// counterText formats a counter value (CSS Counter Styles 3, predefined styles).
func counterText(v int, style string) string {
	switch style {
	case "none":
		return ""
	case "disc":
		return "•"
	case "decimal-leading-zero":
		if v >= 0 && v < 10 {
			return "0" + strconv.Itoa(v)
		}
	case "lower-roman", "upper-roman":
		if v > 0 && v < 4000 {
			r := roman(v)
			if style == "upper-roman" {
				return strings.ToUpper(r)
			}
			return r
		}
	case "lower-alpha", "lower-latin", "upper-alpha", "upper-latin":
		if v > 0 {
			a := alpha(v)
			if strings.HasPrefix(style, "upper") {
				return strings.ToUpper(a)
			}
			return a
		}
	}
	return strconv.Itoa(v)
}

func roman(v int) string {
	var sb strings.Builder
	for _, d := range [...]struct {
		n int
		s string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for v >= d.n {
			sb.WriteString(d.s)
			v -= d.n
		}
	}
	return sb.String()
}

func alpha(v int) string {
	s := ""
	for ; v > 0; v = (v - 1) / 26 {
		s = string(rune('a'+(v-1)%26)) + s
	}
	return s
}

// pageLabel is what counter(page) prints on a page.
func (e *engine) pageLabel(st *pageState) string { return strconv.Itoa(st.counter) }

// stringValue resolves the value of string-set or bookmark-label at a box.
func (e *engine) stringValue(b *box.Box, items []css.ContentItem) string {
	var sb strings.Builder
	for _, it := range items {
		if it.Kind == css.ContentSelf {
			sb.WriteString(boxText(b, textPart(it.Arg)))
			continue
		}
		sb.WriteString(e.resolve(b, it))
	}
	return strings.Join(strings.Fields(sb.String()), " ")
}

// pageContent resolves a margin box's content item on a page.
func (e *engine) pageContent(st *pageState, b *box.Box, it css.ContentItem) string {
	switch it.Kind {
	case css.ContentCounter, css.ContentCounters:
		if it.Name == "page" {
			return counterText(st.counter, it.Style)
		}
	case css.ContentString:
		return st.stringAt(it)
	}
	return e.resolve(b, it)
}

// stringAt is string() on a page (GCPM 3, section 2.2).
func (s *pageState) stringAt(it css.ContentItem) string {
	v := s.strings[it.Name]
	if v == nil {
		return ""
	}
	switch it.Arg {
	case "start":
		return v.entry
	case "last":
		return v.last
	case "first-except":
		if v.set {
			return ""
		}
		return v.entry
	}
	return v.first
}
