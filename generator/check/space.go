package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spaces warns of spaces that print shows: doubled ones and those before a
// comma or full stop.
func spaces(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		for at := strings.IndexByte(t.text, ' '); at >= 0; {
			end := at
			for end < len(t.text) && t.text[end] == ' ' {
				end++
			}
			p.space(t, at, end)
			next := strings.IndexByte(t.text[end:], ' ')
			if next < 0 {
				break
			}
			at = end + next
		}
	}
}

// space judges the run of spaces from at to end.
func (p *pass) space(t *passage, at, end int) {
	if end == len(t.text) || at == 0 || t.text[at-1] == '\n' || t.text[end] == '\n' {
		return
	}
	c := t.text[end]
	if (c == ',' || c == '.' || c == ';') && (end+1 == len(t.text) || t.text[end+1] == ' ' || t.text[end+1] == '\n') && isWord(t.text[:at]) {
		p.add(p.at(t, at), "khoang-trang", fmt.Sprintf("có dấu cách trước dấu %q", c), "xóa dấu cách này; chạy check --sua", p.edit(t, at, end, "")...)
		return
	}
	if end-at > 1 {
		p.add(p.at(t, at), "khoang-trang", fmt.Sprintf("có %d dấu cách liền nhau", end-at), "để một dấu cách; chạy check --sua", p.edit(t, at, end, " ")...)
	}
}

// isWord reports whether a text ends in a letter or digit.
func isWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// quotes hints at straight quotation marks where nothing turns them: in the
// front matter. Those of the text are turned when the site is built.
func quotes(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		if t.block != nil {
			break
		}
		at := strings.IndexByte(t.text, '"')
		if at < 0 {
			continue
		}
		p.add(p.at(t, at), "ngoac-kep", fmt.Sprintf("mục %q có dấu ngoặc kép thẳng", t.key), "viết “ ”; chạy check --sua", p.turnQuotes(t)...)
	}
}

// turnQuotes turns quotation marks that come in pairs, in a value whose own
// marks are others.
func (p *pass) turnQuotes(t *passage) []edit {
	from, _, ok := p.page.Scalar(t.key)
	if !ok || p.page.Raw[from] == '"' || strings.Count(t.text, `"`)%2 != 0 {
		return nil
	}
	var edits []edit
	for i, open := 0, true; i < len(t.text); i++ {
		if t.text[i] != '"' {
			continue
		}
		mark := "”"
		if open {
			mark = "“"
		}
		edits = slices.Concat(edits, p.edit(t, i, i+1, mark))
		open = !open
	}
	return edits
}
