package content

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// edit replaces Raw[from:to]; it never spans lines.
type edit struct {
	from, to int
	with     string
}

// rewritePages makes the bytes that Hugo reads where they differ from the
// file's: names of files and folders as Hugo will see them, and NFC throughout.
func (l *loader) rewritePages() {
	for _, p := range l.tree.Pages {
		if p.Out == "" {
			l.rewrite(p)
		}
	}
}

func (l *loader) rewrite(p *Page) {
	edits := p.frontEdits()
	edits = append(edits, bodyEdits(p, func(ref string) (string, bool) { return l.tree.newName(p, ref) })...)
	p.data = normal(p.Raw, apply(p.Raw, edits))
}

// Seen is the text of the page as the site's builder reads it, names of files
// in it as they are there, and the line of the file on which it starts.
func (p *Page) Seen() (body []byte, firstLine int) {
	if p.data == nil {
		return p.Body, p.BodyLine
	}
	body = p.data
	for n := 1; n < p.BodyLine; n++ {
		_, at := line(body, 0)
		body = body[at:]
	}
	return body, p.BodyLine
}

// newName returns what a reference must become so that Hugo finds its file or
// page; ok is false when it may stay as it is.
func (t *Tree) newName(p *Page, ref string) (name string, ok bool) {
	if rel, found := p.Resource(ref); found {
		return rel, strings.TrimPrefix(ref, "./") != rel
	}
	if isASCIIRef(ref) {
		return "", false
	}
	link, suffix := cutSuffix(ref)
	link, plain := asciiLink(link)
	if target := t.Resolve(p, link); plain && target.Page != nil {
		return link + suffix, true
	}
	return "", false
}

func isASCIIRef(ref string) bool {
	for i := range len(ref) {
		if ref[i] >= utf8.RuneSelf || ref[i] == ' ' || ref[i] == '%' {
			return false
		}
	}
	return true
}

// frontEdits renames the pictures that the front matter names.
func (p *Page) frontEdits() []edit {
	var edits []edit
	add := func(key, name string) {
		rel, ok := p.Resource(name)
		if !ok || strings.TrimPrefix(name, "./") == rel {
			return
		}
		if from, to, ok := p.scalarAt(key); ok {
			edits = append(edits, edit{from, to, rel})
		}
	}
	if p.Article != nil {
		for i, photo := range p.Article.Photos {
			add(fmt.Sprintf("anh.%d.tep", i), photo.File)
		}
	}
	if p.Issue != nil && p.Issue.Cover != nil {
		add("anh_bia.tep", p.Issue.Cover.File)
	}
	return append(edits, p.dateEdits()...)
}

// dateEdits writes a date with a time in the one form that Hugo reads: where we
// know what an editor means, Hugo shall too.
func (p *Page) dateEdits() []edit {
	var edits []edit
	for key, t := range map[string]time.Time{"date": p.Meta.Date, "publishDate": p.Meta.PublishDate, "expiryDate": p.Meta.ExpiryDate, "lastmod": p.Meta.LastMod} {
		from, to, ok := p.scalarAt(key)
		if !ok || t.IsZero() {
			continue
		}
		typed := strings.Trim(string(p.Raw[from:to]), `"'`)
		if _, err := time.Parse(time.DateOnly, typed); err == nil {
			continue
		}
		edits = append(edits, edit{from, to, t.Format(time.RFC3339)})
	}
	return edits
}

// scalarAt finds the bytes of the one-line scalar at a key, its quotes included.
func (p *Page) scalarAt(key string) (from, to int, ok bool) {
	pos, found := p.keys[key]
	if !found {
		return 0, 0, false
	}
	from = p.offset(pos)
	rest, _ := line(p.Raw, from)
	if len(rest) == 0 {
		return 0, 0, false
	}
	switch quote := rest[0]; quote {
	case '"', '\'':
		end := bytes.IndexByte(rest[1:], quote)
		return from, from + end + 2, end >= 0
	case '|', '>':
		return 0, 0, false
	}
	end := len(rest)
	for _, stop := range []string{" #", ",", "}", "]"} {
		if i := bytes.Index(rest[:end], []byte(stop)); i >= 0 && (stop == " #" || p.inFlow(from)) {
			end = i
		}
	}
	return from, from + len(bytes.TrimRight(rest[:end], " \t")), true
}

// inFlow reports whether an unclosed { stands before a place on its line.
func (p *Page) inFlow(at int) bool {
	before := p.Raw[:at]
	if i := bytes.LastIndexByte(before, '\n'); i >= 0 {
		before = before[i:]
	}
	return bytes.LastIndexByte(before, '{') > bytes.LastIndexByte(before, '}')
}

// offset is the byte at which a place of the front matter lies in Raw.
func (p *Page) offset(pos Pos) int {
	at := p.front.frontAt
	for n := p.front.frontLine; n < pos.Line && at < len(p.Raw); n++ {
		_, at = line(p.Raw, at)
	}
	for range pos.Col - 1 {
		_, size := utf8.DecodeRune(p.Raw[at:])
		at += size
	}
	return min(at, len(p.Raw))
}

// apply makes the edits, filling up with spaces to the old length in characters
// so that what follows on the line keeps its column. It returns nil for none.
func apply(raw []byte, edits []edit) []byte {
	if len(edits) == 0 {
		return nil
	}
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out []byte
	at := 0
	for _, e := range edits {
		if e.from < at {
			continue // within another edit
		}
		out = append(append(out, raw[at:e.from]...), e.with...)
		if pad := utf8.RuneCount(raw[e.from:e.to]) - utf8.RuneCountInString(e.with); pad > 0 {
			out = append(out, strings.Repeat(" ", pad)...)
		}
		at = e.to
	}
	return append(out, raw[at:]...)
}

// Scalar finds the bytes of Raw, quotes included, of the front matter's value
// at a key; ok is false for values that are absent or not on one line.
func (p *Page) Scalar(key string) (from, to int, ok bool) { return p.scalarAt(key) }
