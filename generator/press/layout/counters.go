package layout

import (
	"slices"
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
			return targetText(t, it.Arg)
		}
	}
	return ""
}

// targetText is target-text(): the text of the target, or of one of its
// pseudo-elements (GCPM 3, section 6.2).
func targetText(t *box.Box, arg string) string {
	if arg != "before" && arg != "after" {
		return t.PlainText()
	}
	for _, k := range t.Children {
		if k.Pseudo == arg {
			return k.PlainText()
		}
	}
	return ""
}

// flowCounter is counter(page) or counter(pages) where b was on the last pass,
// or another counter of the box.
func (e *engine) flowCounter(b *box.Box, it css.ContentItem) string {
	switch it.Name {
	case "page":
		if e.prev != nil {
			if st := e.prev.boxPage[b]; st != nil {
				return box.FormatCounter(st.counter, it.Style)
			}
		}
		return "0"
	case "pages":
		if e.prev != nil {
			return box.FormatCounter(len(e.prev.pages), it.Style)
		}
		return "00"
	case "footnote":
		if n := noteAround(b); n != nil && e.prev != nil {
			return box.FormatCounter(e.prev.noteNumber[n], it.Style)
		}
		return "0"
	}
	return boxCounter(b, it)
}

// noteAround is the footnote that b belongs to, in its call or in itself.
func noteAround(b *box.Box) *box.Box {
	for ; b != nil; b = b.Parent {
		if b.Kind == box.FootnoteCall {
			return b.Note
		}
		if b.Style.Float == css.FloatFootnote {
			return b
		}
	}
	return nil
}

// numberNotes counts the footnotes that a page calls, anew when its style says
// so (GCPM 3, section 2.4).
func (p *pass) numberNotes(st *pageState, out *frag) {
	if !p.e.hasAreas || st.style.Style == nil {
		return
	}
	for _, r := range st.style.Style.CounterReset {
		if r.Name == "footnote" {
			p.noteCount = r.Value
		}
	}
	out.eachCall(func(n *box.Box) {
		if n.Style.Float == css.FloatFootnote {
			p.noteCount++
			p.noteNumber[n] = p.noteCount
		}
	})
}

// boxCounter reads a counter that box building resolved.
func boxCounter(b *box.Box, it css.ContentItem) string {
	var all []string
	for ; b != nil; b = b.Parent {
		for _, c := range slices.Backward(b.Named().Counters) {
			if c.Name == it.Name {
				if it.Kind == css.ContentCounter || it.Kind == css.ContentTargetCounter {
					return box.FormatCounter(c.Value, it.Style)
				}
				all = append([]string{box.FormatCounter(c.Value, it.Style)}, all...)
			}
		}
		if len(all) > 0 {
			return strings.Join(all, it.Text)
		}
	}
	return box.FormatCounter(0, it.Style)
}

// pageLabel is what counter(page) prints on a page.
func (e *engine) pageLabel(st *pageState) string { return strconv.Itoa(st.counter) }

// pageContent resolves a margin box's content item on a page.
func (e *engine) pageContent(st *pageState, b *box.Box, it css.ContentItem) string {
	switch it.Kind {
	case css.ContentCounter, css.ContentCounters:
		if it.Name == "page" {
			return box.FormatCounter(st.counter, it.Style)
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
		return v.start
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
