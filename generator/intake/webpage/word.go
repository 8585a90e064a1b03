package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bantin/generator/intake/manuscript"
)

// notesOf finds the notes and comments of a page that Word wrote.
func (r *reader) notesOf(root *html.Node) {
	each(root, func(n *html.Node) {
		if id := attr(n, "id"); n.DataAtom == atom.Div && (strings.HasPrefix(id, "ftn") || strings.HasPrefix(id, "edn")) {
			r.notes["_"+id] = n
		}
	})
}

// word reads what only Word's pages have: marks of list items, notes at the end,
// comments. It reports whether it did.
func (r *reader) word(n *html.Node, l look) bool {
	mso := style(n)
	switch {
	case r.notes["_"+attr(n, "id")] == n && n.DataAtom == atom.Div: // read where it is called
		return true
	case mso["mso-element"] == "comment-list" || mso["mso-element"] == "comment":
		r.m.Leave(manuscript.Comment, content(n))
		return true
	case mso["mso-element"] == "footnote-list" || mso["mso-element"] == "endnote-list":
		return true
	case mso["mso-list"] == "ignore": // the mark, and spaces after it
		r.text(strings.TrimSpace(strings.ReplaceAll(content(n), "\u00a0", " "))+" ", l.styled(n))
		return true
	case strings.Contains(attr(n, "class"), "MsoCommentReference"):
		return true
	}
	return false
}

// call reads the call of one of Word's notes. The note's own mark is none.
func (r *reader) call(n *html.Node, l look) bool {
	href, name := attr(n, "href"), attr(n, "name")
	if i := strings.IndexByte(href, '#'); i >= 0 {
		href = href[i+1:]
	}
	if strings.HasPrefix(href, "_ftnref") || strings.HasPrefix(href, "_ednref") {
		return true
	}
	note := r.notes[href]
	if note == nil || !strings.Contains(name, "ref") {
		return false
	}
	delete(r.notes, href) // a note that calls itself
	blocks := r.inside(note, look{}, 0)
	r.notes[href] = note
	r.run(manuscript.Run{Note: &manuscript.Note{Blocks: blocks}}, l)
	return true
}
