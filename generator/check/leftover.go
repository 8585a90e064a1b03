package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// stars warns of marks of bold that stay in the text: beside punctuation and a
// letter CommonMark does not take them for marks, and readers see the stars.
func stars(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		if t.block == nil || !strings.Contains(t.text, "**") {
			continue
		}
		for n, m := range twoStars.FindAllStringIndex(t.text, -1) {
			before, _ := utf8.DecodeLastRuneInString(t.text[:m[0]])
			after, _ := utf8.DecodeRuneInString(t.text[m[1]:])
			switch {
			case n%2 == 1 && !wordRune(before) && wordRune(after):
				p.add(p.at(t, m[0]), "dau-sao", "dấu ** còn nguyên trong bài, chữ không đậm", "thêm dấu cách sau **; chạy check --sua", p.edit(t, m[1], m[1], " ")...)
			case n%2 == 0 && wordRune(before) && !wordRune(after):
				p.add(p.at(t, m[0]), "dau-sao", "dấu ** còn nguyên trong bài, chữ không đậm", "thêm dấu cách trước **; chạy check --sua", p.edit(t, m[0], m[0], " ")...)
			case n%2 == 1:
				p.add(p.at(t, m[0]), "dau-sao", "dấu ** còn nguyên trong bài, chữ không đậm", "viết ** sát vào chữ cần đậm, ngoài ra cách một dấu cách; hoặc bỏ dấu này")
			}
		}
	}
}

var twoStars = regexp.MustCompile(`\*\*`)

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// pointLine begins a line as the points of a document or of a list from Word
// do, which Markdown does not take for a list: one that starts at 2 is none right
// below a line of text.
var pointLine = regexp.MustCompile(`^(?:(?:[a-eghik-vxyđ]\) ?|\d{1,2}/ ?|\d{1,2}[.)] )[\p{L}“*]|([•·▪◦\x{f0b7}\x{f0a7}]\s*)[\p{L}\d“*]|(-)[\p{L}“*])`)

// points warns of points that run into one paragraph: for Markdown a line's end
// is a space.
func points(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		if t.block == nil || t.block.Node.Kind() != ast.KindParagraph || !strings.Contains(t.text, "\n") {
			continue
		}
		var edits []edit
		count, first, at, glued := 0, 0, 0, false
		for line := range strings.Lines(t.text) {
			if m := pointLine.FindStringSubmatchIndex(line); m != nil {
				if count++; count == 1 {
					first = at
				}
				glued = glued || at > 0
				edits = append(edits, p.pointEdits(t, at, m)...)
			}
			at += len(line)
		}
		if count < 2 || !glued {
			continue
		}
		if _, top := t.block.Node.Parent().(*ast.Document); !top {
			edits = nil // a line in a quotation or a list begins with other marks
		}
		p.add(p.at(t, first), "diem-dinh", fmt.Sprintf("%d điểm viết mỗi điểm một dòng nhưng dính thành một đoạn", count), "để một dòng trống trước mỗi điểm; gạch đầu dòng thì viết “- ” có dấu cách; chạy check --sua", edits...)
	}
}

// pointEdits part a point from the line before it, and write a bullet as
// Markdown does; m is the match of pointLine in the line at byte at.
func (p *pass) pointEdits(t *passage, at int, m []int) []edit {
	from, to := max(m[2], m[4]), max(m[3], m[5])
	if from < 0 {
		if at == 0 {
			return nil
		}
		return p.edit(t, at, at, "\n")
	}
	bullet := "- "
	if at > 0 {
		bullet = "\n- "
	}
	return p.edit(t, at+from, at+to, bullet)
}

// shortcodeCall is one call of a shortcode, whose arguments are names of files
// and addresses.
var shortcodeCall = regexp.MustCompile(`(?s)\{\{[<%].*?[>%]\}\}`)

// outsideCalls leaves out the edits that would change a shortcode's call.
func (p *pass) outsideCalls(edits []edit) (kept []edit) {
	if p.calls == nil {
		p.calls = shortcodeCall.FindAllIndex(p.page.Body, -1)
		if p.calls == nil {
			p.calls = [][]int{}
		}
	}
	base := p.bodyAt()
	for _, e := range edits {
		inside := false
		for _, c := range p.calls {
			inside = inside || e.from < base+c[1] && e.to > base+c[0]
		}
		if !inside {
			kept = append(kept, e)
		}
	}
	return kept
}
