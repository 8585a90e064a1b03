package content

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// bodyEdits finds the references of a Markdown text that must be renamed:
// destinations of links and pictures, link definitions, and quoted values of
// shortcodes. It looks at the text itself and not at the syntax tree, because a
// destination with a space in it, as an editor naturally writes the name of a
// file, is no link at all for CommonMark.
func bodyEdits(p *Page, rename func(ref string) (string, bool)) []edit {
	var edits []edit
	base := len(p.Raw) - len(p.Body)
	for at := 0; at < len(p.Body); {
		l, next := line(p.Body, at)
		for _, e := range lineEdits(string(l), rename) {
			edits = append(edits, edit{base + at + e.from, base + at + e.to, e.with})
		}
		at = next
	}
	if len(edits) == 0 {
		return nil
	}
	code := codeRanges(p.Body)
	kept := edits[:0]
	for _, e := range edits {
		if !code.holds(e.from - base) {
			kept = append(kept, e)
		}
	}
	return kept
}

// lineEdits finds the references in one line.
func lineEdits(l string, rename func(string) (string, bool)) []edit {
	var edits []edit
	for i := 0; i+1 < len(l); i++ {
		switch {
		case l[i] == ']' && l[i+1] == '(':
			edits = destination(edits, l, i+2, ')', rename)
		case l[i] == ']' && l[i+1] == ':' && strings.HasPrefix(strings.TrimLeft(l, " "), "[") && !strings.Contains(l[:i], "]"):
			edits = destination(edits, l, i+2, 0, rename)
		case l[i] == '{' && l[i+1] == '{':
			edits = quoted(edits, l, i+2, rename)
		}
	}
	return edits
}

// maxDestination is more bytes than the name of any file, percent-encoded.
const maxDestination = 1024

// destination tries every place at which the destination that begins at from
// may end: at the closing bracket, before a title, or at the line's end.
func destination(edits []edit, l string, from int, closing byte, rename func(string) (string, bool)) []edit {
	for from < len(l) && (l[from] == ' ' || l[from] == '\t') {
		from++
	}
	if from < len(l) && l[from] == '<' {
		if end := strings.IndexByte(l[from:], '>'); end > 0 {
			if name, ok := rename(l[from+1 : from+end]); ok {
				edits = append(edits, edit{from, from + end + 1, name})
			}
		}
		return edits
	}
	for end := from; end <= min(len(l), from+maxDestination); end++ {
		if strings.HasPrefix(l[end:], "](") {
			return edits // another link begins
		}
		if !endsAt(l, end, closing) {
			continue
		}
		ref := strings.TrimRight(l[from:end], " \t")
		if ref == "" {
			return edits
		}
		if name, ok := rename(ref); ok {
			return append(edits, edit{from, from + len(ref), name})
		}
	}
	return edits
}

func endsAt(l string, at int, closing byte) bool {
	if at == len(l) {
		return closing == 0
	}
	if l[at] == closing {
		return true
	}
	return l[at] == ' ' && at+1 < len(l) && (l[at+1] == '"' || l[at+1] == '\'' || l[at+1] == '(')
}

// quoted finds the quoted values of a shortcode on this line.
func quoted(edits []edit, l string, from int, rename func(string) (string, bool)) []edit {
	end := strings.Index(l[from:], "}}")
	if end < 0 || !strings.HasPrefix(l[from:], "<") && !strings.HasPrefix(l[from:], "%") {
		return edits
	}
	end += from
	for open := strings.IndexByte(l[from:end], '"'); open >= 0; open = strings.IndexByte(l[from:end], '"') {
		open += from + 1
		n := strings.IndexByte(l[open:end], '"')
		if n < 0 {
			break
		}
		if name, ok := rename(l[open : open+n]); ok {
			edits = append(edits, edit{open - 1, open + n + 1, `"` + name + `"`})
		}
		from = open + n + 1
	}
	return edits
}

// ranges are byte ranges of a text.
type ranges [][2]int

func (r ranges) holds(at int) bool {
	for _, x := range r {
		if x[0] <= at && at < x[1] {
			return true
		}
	}
	return false
}

// codeRanges are the parts of a Markdown text that show source: there a name
// stands for itself.
func codeRanges(body []byte) (r ranges) {
	root := goldmark.DefaultParser().Parse(text.NewReader(body))
	add := func(s text.Segment) { r = append(r, [2]int{s.Start, s.Stop}) }
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindCodeBlock, ast.KindFencedCodeBlock:
			for i := range n.Lines().Len() {
				add(n.Lines().At(i))
			}
		case ast.KindCodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					add(t.Segment)
				}
			}
		}
		return ast.WalkContinue, nil
	})
	return r
}
