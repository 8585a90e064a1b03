// Package markdown writes a manuscript as Markdown that reads back as the same
// text: what is written is parsed again, and where a look (bold, a link) would
// have cost a letter, the look goes.
//
// Contract: for CommonMark with tables, footnotes, strikethrough, definition
// lists, links made of addresses, and Hugo's attributes and shortcodes, the text
// of the result is the text of the manuscript, white space aside. Superscript
// and subscript become the characters of Unicode where there are such.
package markdown

import (
	"fmt"
	"strings"

	"bantin/generator/intake/manuscript"
)

// Write writes blocks. Pictures without a File are left out.
func Write(blocks []manuscript.Block) string {
	w := &writer{}
	w.blocks(blocks)
	for i := 0; i < len(w.notes); i++ { // a note may call a note
		inner := &writer{notes: w.notes}
		inner.blocks(w.notes[i].Blocks)
		w.notes = inner.notes
		text := strings.ReplaceAll(strings.TrimSpace(inner.out.String()), "\n", "\n    ")
		w.block(fmt.Sprintf("[^%d]: %s", i+1, strings.ReplaceAll(text, "\n    \n", "\n\n")))
	}
	return strings.TrimRight(w.out.String(), "\n") + "\n"
}

type writer struct {
	out   strings.Builder
	notes []*manuscript.Note
	items []open // the items of lists that the next block may lie in
	last  *manuscript.Paragraph
}

// open is an item of a list whose text may go on.
type open struct {
	level, indent int
	marker        string // "-", "." or ")": how its number ends; "" for a label
	number        int
}

func (w *writer) blocks(blocks []manuscript.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *manuscript.Paragraph:
			if !b.Empty() {
				w.paragraph(b)
			}
			continue
		case *manuscript.Table:
			w.items, w.last = nil, nil
			w.table(b)
		}
	}
}

// block writes a block of its own.
func (w *writer) block(text string) {
	if w.out.Len() > 0 {
		w.out.WriteString("\n")
	}
	w.out.WriteString(text + "\n")
}

func (w *writer) paragraph(p *manuscript.Paragraph) {
	before := w.last
	w.last = p
	switch {
	case p.Heading > 0:
		w.items = nil
		w.block(strings.Repeat("#", min(6, p.Heading)) + " " + w.inline(p.Runs, inHeading))
	case p.List != nil:
		w.item(p)
	case p.Quote:
		w.items = nil
		text := "> " + strings.ReplaceAll(w.inline(p.Runs, inBlock), "\n", "\n> ")
		if before != nil && before.Quote && before.List == nil && before.Heading == 0 {
			w.out.WriteString(">\n" + text + "\n")
			return
		}
		w.block(text)
	default:
		w.items = nil
		w.block(w.inline(p.Runs, inBlock))
	}
}

// item writes one item of a list. Labels that Markdown has none of ("a)",
// "1.1") are text, each in a paragraph of its own.
func (w *writer) item(p *manuscript.Paragraph) {
	it := p.List
	closed := ""
	for len(w.items) > 0 && (w.top().level > it.Level || !it.More && w.top().level == it.Level && !w.follows(it)) {
		if w.top().level == it.Level {
			closed = w.top().marker
		}
		w.items = w.items[:len(w.items)-1]
	}
	if it.More && len(w.items) > 0 {
		w.lines(w.top().indent, "", w.inline(p.Runs, inBlock), true)
		return
	}
	indent, apart := 0, true
	var marker, end string
	follows := false
	if n := len(w.items); n > 0 {
		top := w.items[n-1]
		apart = top.marker == ""
		if indent = top.indent; top.level == it.Level {
			w.items = w.items[:n-1]
			if indent = 0; n > 1 {
				indent = w.items[n-2].indent
			}
			end, follows = top.marker, true
		} else if it.Number != 1 && !it.Bullet {
			apart = true // such a list cannot begin right below a line of text
		}
		apart = apart || closed != ""
	}
	runs := p.Runs
	number := 0
	switch {
	case it.Bullet:
		end, marker = "-", "- "
	case it.Number > 0:
		if !follows {
			end = "."
			if closed == "." { // or both would be one list
				end = ")"
			}
		}
		number, marker = it.Number, fmt.Sprintf("%d%s ", it.Number, end)
	default:
		end, apart = "", true
		if it.Label != "" && !it.More {
			runs = append([]manuscript.Run{{Text: it.Label + " "}}, runs...)
		}
	}
	w.items = append(w.items, open{it.Level, indent + len(marker), end, number})
	w.lines(indent, marker, w.inline(runs, inBlock), apart)
}

// top is the item that was written last.
func (w *writer) top() open { return w.items[len(w.items)-1] }

// follows reports whether an item goes on with the list of the top one.
func (w *writer) follows(it *manuscript.Item) bool {
	top := w.top()
	switch {
	case it.Bullet:
		return top.marker == "-"
	case it.Number > 0:
		if top.marker == "." || top.marker == ")" {
			return top.number+1 == it.Number
		}
	}
	return !it.Bullet && it.Number == 0 && top.marker == ""
}

// lines writes a text at an indent.
func (w *writer) lines(indent int, marker, text string, apart bool) {
	if apart && w.out.Len() > 0 {
		w.out.WriteString("\n")
	}
	in := strings.Repeat(" ", indent)
	w.out.WriteString(in + marker + strings.ReplaceAll(text, "\n", "\n"+in+strings.Repeat(" ", len(marker))) + "\n")
}
