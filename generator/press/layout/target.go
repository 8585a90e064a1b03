package layout

import (
	"strings"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// targetID is the anchor that a target-*() function points at.
func targetID(b *box.Box, it css.ContentItem) string {
	t := targetAddress(b, it)
	if i := strings.IndexByte(t, '#'); i >= 0 {
		return t[i+1:]
	}
	return t
}

// targetAddress is the address given to a target-*() function.
func targetAddress(b *box.Box, it css.ContentItem) string {
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
	return t
}

// missingTargets reports the places in this document that references name and
// nothing has, each once.
func (p *pass) missingTargets() {
	seen := map[string]bool{}
	for _, a := range p.asked {
		switch a.it.Kind {
		case css.ContentTargetCounter, css.ContentTargetCounters, css.ContentTargetText:
		default:
			continue
		}
		address := targetAddress(a.b, a.it)
		if _, ok := p.targets[targetID(a.b, a.it)]; ok || seen[address] || !strings.HasPrefix(address, "#") {
			continue
		}
		seen[address] = true
		f := Finding{Page: 1, Code: TargetMissing, Message: "a page reference names a place that is not there: " + address}
		f.about(p.e, a.b)
		if st := p.boxPage[a.b]; st != nil {
			f.Page = st.page.Number
		}
		p.findings = append(p.findings, f)
	}
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
		return box.FormatCounter(t.state.counter, it.Style)
	}
	if n := e.noteOf(t.b); n != nil && it.Name == "footnote" {
		return box.FormatCounter(e.prev.noteNumber[n], it.Style)
	}
	return boxCounter(t.b, it)
}

// noteOf is the footnote that b is in the footnote area, or nil.
func (e *engine) noteOf(b *box.Box) *box.Box {
	for n, c := range e.noteBlocks {
		if c == b {
			return n
		}
	}
	return nil
}
