package preview

import (
	"bytes"
	"strconv"

	"bantin/generator/content"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// PositionKey is the attribute, in every page that is served, that says from which line of which file a
// paragraph comes: "content/guong/ten-bai/index.md:12".
const PositionKey = "data-nguon"

// Rewrite is hugosite.Options.Goldmark.
func (m *marker) Rewrite(doc ast.Node, text []byte, file string) {
	if l := m.linker.Load(); l != nil {
		l.Rewrite(doc, text, file)
	}
	if p := m.written.Load(); p != nil && p.File() == file {
		position(doc, text, p)
	} else if pages := m.pages.Load(); pages != nil {
		if p := (*pages)[file]; p != nil {
			position(doc, text, p)
		}
	}
}

// position marks the blocks that goldmark renders with their attributes.
func position(doc ast.Node, text []byte, page *content.Page) {
	at := newLines(text, page)
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() == ast.TypeInline {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindParagraph, ast.KindListItem, ast.KindBlockquote, east.KindDefinitionTerm, east.KindDefinitionDescription:
			if offset := begin(n); offset >= 0 {
				n.SetAttributeString(PositionKey, []byte(page.File()+":"+strconv.Itoa(at.line(offset))))
			}
		}
		return ast.WalkContinue, nil
	})
}

// begin is the byte at which a block's text begins, -1 when it has none.
func begin(n ast.Node) int {
	for ; n != nil && n.Type() == ast.TypeBlock; n = n.FirstChild() {
		if l := n.Lines(); l != nil && l.Len() > 0 {
			return l.At(0).Start
		}
	}
	return -1
}

// textLines finds the lines of the file for the bytes of the text that Hugo
// hands to goldmark: the body, in which a shortcode of several lines has
// become one.
type textLines struct {
	text        []byte
	body        [][]byte
	first       int // line of the file on which body begins
	offset, row int // of the text, how far it is counted
	lost        int // lines that shortcodes swallowed so far
}

func newLines(text []byte, page *content.Page) *textLines {
	return &textLines{text: text, body: bytes.Split(page.Body, newline), first: page.BodyLine}
}

// line is the line of the file at offset.
func (l *textLines) line(offset int) int {
	if offset < l.offset { // a footnote, which stands elsewhere in the tree
		l.offset, l.row, l.lost = 0, 0, 0
	}
	l.row += bytes.Count(l.text[l.offset:offset], newline)
	l.offset = offset
	words, _, _ := bytes.Cut(l.text[offset:], newline)
	words = bytes.TrimSpace(words)
	for row := l.row + l.lost; row < len(l.body); row++ {
		if bytes.Contains(l.body[row], words) {
			l.lost = row - l.row
			return l.first + row
		}
	}
	return l.first + min(l.row+l.lost, len(l.body)-1)
}
