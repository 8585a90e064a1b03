// Package shape finds out what the parts of a manuscript are where nobody said
// so: most office files have no headings but bold lines, lists typed by hand,
// and tables that only lay out a letterhead and a signature.
//
// Contract: no text is lost. What becomes a field of Facts leaves the blocks;
// what no field holds is told in Manuscript.Left. Where a guess is doubtful the
// text stays as it was.
package shape

import (
	"strings"
	"time"
	"unicode"

	"bantin/generator/intake/manuscript"
	"bantin/generator/viet"
)

// Facts are what the text says of itself.
type Facts struct {
	Title       string
	Lead        string // at most LeadLength characters
	Superior    string // the organ above
	Organ       string
	Number      string // of the document
	Subject     string // "V/v …"
	Type        string // "BÁO CÁO"
	Place       string
	Date        time.Time
	Author      string
	Position    string // of the author
	PhotoCredit string
	Official    bool // it has a letterhead
}

// LeadLength is the most that a summary may have.
const LeadLength = 300

// Shape finds the parts of a manuscript.
func Shape(m *manuscript.Manuscript) Facts {
	var f Facts
	unicodes(m)
	m.Blocks = tidy(m.Blocks)
	m.Blocks = tabbed(m.Blocks)
	f.letterhead(m)
	f.signature(m)
	m.Blocks = unwrapped(m)
	m.Blocks = tidy(m.Blocks)
	f.bylines(m)
	f.title(m)
	captions(m.Blocks)
	m.Blocks = withoutCaptions(m.Blocks)
	headings(m.Blocks)
	f.lead(m)
	m.Blocks = typedLists(m.Blocks)
	m.Blocks = verses(m.Blocks)
	return f
}

// tidy gives every picture a paragraph of its own, parts lines that are items
// of lists, and leaves out what is empty.
func tidy(blocks []manuscript.Block) (out []manuscript.Block) {
	for _, b := range blocks {
		p, ok := b.(*manuscript.Paragraph)
		if !ok {
			out = append(out, b)
			continue
		}
		for _, part := range lineItems(p) {
			out = append(out, apart(part)...)
		}
	}
	return out
}

// apart puts the pictures of a paragraph after its text, or before it where it
// begins with one.
func apart(p *manuscript.Paragraph) (out []manuscript.Block) {
	if p.Empty() {
		return nil
	}
	pictures := p.Pictures()
	if len(pictures) == 0 {
		return []manuscript.Block{p}
	}
	text := *p
	text.Runs = nil
	for _, r := range p.Runs {
		if r.Picture == nil {
			text.Runs = append(text.Runs, r)
		}
	}
	text.Runs = manuscript.Join(text.Runs)
	for _, pic := range pictures {
		out = append(out, &manuscript.Paragraph{Align: p.Align, Runs: []manuscript.Run{{Picture: pic}}})
	}
	if text.Empty() {
		return out
	}
	if p.Runs[0].Picture != nil {
		return append(out, &text)
	}
	return append([]manuscript.Block{&text}, out...)
}

// words are the words of a text.
func words(s string) []string { return strings.Fields(s) }

// capitals reports whether a text has letters and none is small.
func capitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// personName reports whether a text may be a person's name.
func personName(s string) bool {
	w := words(s)
	if len(w) < 2 || len(w) > 6 {
		return false
	}
	for _, part := range w {
		for i, r := range []rune(part) {
			if !unicode.IsLetter(r) && r != '.' || i == 0 && !unicode.IsUpper(r) {
				return false
			}
		}
	}
	return true
}

// clean is a text on one line.
func clean(s string) string { return strings.Join(strings.Fields(viet.NFC(s)), " ") }

func fold(s string) string { return viet.Fold(clean(s)) }
