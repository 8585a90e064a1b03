package check

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"bantin/generator/content"
	"bantin/generator/viet/legacy"
)

// normalForm warns of letters composed of parts (NFD): they sort, search and
// print as others than the same letters in one piece.
func normalForm(p *pass) {
	raw := p.page.Raw
	at := norm.NFC.QuickSpan(raw)
	if at == len(raw) || norm.NFC.IsNormal(raw) {
		return
	}
	p.add(p.filePos(at), "chu-to-hop", "chữ có dấu viết rời thành nhiều ký tự, nhìn giống mà máy không nhận ra", "chạy check --sua để ghép lại", p.composed()...)
}

// composed are the edits that compose the prose of the page; code and addresses
// stay.
func (p *pass) composed() []edit {
	var edits []edit
	compose := func(from, to int) {
		if part := p.page.Raw[from:to]; !norm.NFC.IsNormal(part) {
			edits = append(edits, edit{from, to, string(norm.NFC.Bytes(part))})
		}
	}
	for i := range p.passages() {
		t := &p.texts[i]
		if t.block != nil {
			base := p.bodyAt()
			t.block.Segments(func(start, stop int) { compose(base+start, base+stop) })
		} else if from, to, ok := p.page.Scalar(t.key); ok {
			compose(from, to)
		}
	}
	return edits
}

// filePos is the place of a byte of the file.
func (p *pass) filePos(at int) content.Pos {
	before := p.page.Raw[:at]
	start := bytes.LastIndexByte(before, '\n') + 1
	return content.Pos{Line: bytes.Count(before, []byte("\n")) + 1, Col: utf8.RuneCount(before[start:]) + 1}
}

// unseen names characters that take no place, with what replaces each.
var unseen = map[rune]string{
	'\u200b': "dấu cách rộng 0", '\u200c': "dấu ngăn ghép chữ", '\u200d': "dấu ghép chữ", '\u200e': "dấu hướng viết", '\u200f': "dấu hướng viết",
	'\u202a': "dấu hướng viết", '\u202b': "dấu hướng viết", '\u202c': "dấu hướng viết", '\u202d': "dấu hướng viết", '\u202e': "dấu hướng viết",
	'\u2060': "dấu nối ẩn", '\u2061': "dấu ẩn", '\u2062': "dấu ẩn", '\u2063': "dấu ẩn", '\u2064': "dấu ẩn", '\ufeff': "dấu BOM",
	'\u00ad': "dấu gạch nối mềm", '\ufffd': "chữ bị hỏng",
}

// invisible warns of characters that nobody sees and every search stumbles at.
func invisible(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		for at, r := range t.text {
			if r < 0x20 && r != '\n' && r != '\t' && r != '\r' || r == 0x7f {
				p.add(p.at(t, at), "ky-tu-an", fmt.Sprintf("có ký tự điều khiển U+%04X", r), "xóa ký tự này; chạy check --sua", p.edit(t, at, at+1, "")...)
				continue
			}
			if r != 0xad && r < 0x200b {
				continue
			}
			name, hidden := unseen[r]
			switch {
			case !hidden, r == '\u200d' && emojiJoint(t.text, at):
			case r == '\u00ad' && p.legacy == legacy.TCVN3: // its "ư"
			case r == '\ufffd':
				p.add(p.at(t, at), "ky-tu-an", "có chữ bị hỏng (�)", "gõ lại chữ này theo bản gốc")
			default:
				p.add(p.at(t, at), "ky-tu-an", fmt.Sprintf("có %s (U+%04X) không nhìn thấy", name, r), "xóa ký tự này; chạy check --sua", p.edit(t, at, at+utf8.RuneLen(r), "")...)
			}
		}
	}
}

// emojiJoint reports whether the joiner at byte i stands between symbols.
func emojiJoint(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i+3:])
	return r > 0x2190 && !unicode.IsLetter(r)
}

// neverTwice are words that no Vietnamese sentence has twice in a row.
// Reduplication is common (xanh xanh, ngày ngày, dần dần, từ từ), so that only
// words of grammar are listed.
var neverTwice = set("các của và những được với để đã trong theo tại khi thì mà nhưng hoặc bởi nếu do cho bằng sẽ vì này có không một phải")

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// words warns of doubled words and capitals, counts the styles of tone marks and
// notes the persons named.
func words(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		before, end := "", -1
		var run nameRun
		for from, to := range wordsOf(t.text) {
			word := t.text[from:to]
			if end >= 0 && from == end+1 && (t.text[end] == ' ' || t.text[end] == '\n') && strings.EqualFold(word, before) && neverTwice[strings.ToLower(word)] {
				p.add(p.at(t, from), "lap-tu", fmt.Sprintf("lặp từ %s", quote(before+" "+word)), "bỏ bớt một từ")
			}
			if end >= 0 && from == end+1 && word == "viên" {
				p.member(t, before, from)
			}
			before, end = word, to
			p.countTone(t, word, from)
			p.capital(t, from, to)
			p.runOn(t, &run, from, to)
		}
		p.endRun(t, &run)
	}
	bothMembers(p)
}

// wordsOf yields the runs of letters and digits.
func wordsOf(s string) func(func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		start := -1
		for i, r := range s {
			inside := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
			if inside && start < 0 {
				start = i
			} else if !inside && start >= 0 {
				if !yield(start, i) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(start, len(s))
		}
	}
}

// tone is how often a page uses a style of tone marks, and where first.
type tone struct {
	count int
	word  string
	pos   content.Pos
}

// The endings in which the two styles differ: hòa, khỏe, thủy and hoà, khoẻ,
// thuỷ. Both are in use; an issue should keep to one.
var toneEndings = [2]map[string]bool{
	set("òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"),
	set("oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"),
}

func (p *pass) countTone(t *passage, word string, from int) {
	last, n := utf8.DecodeLastRuneInString(word)
	rest := word[:len(word)-n]
	second, m := utf8.DecodeLastRuneInString(rest)
	if last < 0x80 && second < 0x80 || m == 0 {
		return
	}
	ending := strings.ToLower(word[len(word)-n-m:])
	for style, endings := range toneEndings {
		if !endings[ending] || style == 1 && strings.HasSuffix(strings.ToLower(rest), "qu") {
			continue // "quý" has its mark on y in both
		}
		if p.tones[style].count == 0 {
			p.tones[style].word, p.tones[style].pos = word, p.at(t, from)
		}
		p.tones[style].count++
	}
}

// spelling warns of an issue that mixes hòa and hoà, at each page that has the
// rarer style.
func spelling(all *whole) {
	counts := map[string][2]int{}
	for _, p := range all.passes {
		if c := counts[issueKey(p)]; p.page.Out == "" {
			counts[issueKey(p)] = [2]int{c[0] + p.tones[0].count, c[1] + p.tones[1].count}
		}
	}
	styles := [2]string{"hòa", "hoà"}
	for _, p := range all.passes {
		c := counts[issueKey(p)]
		if issueKey(p) == "" || p.page.Out != "" || c[0] == 0 || c[1] == 0 {
			continue
		}
		rare := 0
		if c[1] <= c[0] {
			rare = 1
		}
		if t := p.tones[rare]; t.count > 0 {
			p.add(t.pos, "dau-thanh", fmt.Sprintf("%s viết theo lối %s (%d chỗ trong bài), cả số báo viết theo lối %s (%d chỗ)", quote(t.word), quote(styles[rare]), t.count, quote(styles[1-rare]), c[1-rare]),
				"viết một lối trong cả số; bộ gõ nào cũng có mục chọn lối đặt dấu")
		}
	}
}

// issueKey is the issue that a page belongs to, "" for none.
func issueKey(p *pass) string {
	switch {
	case p.page.Article != nil:
		return p.page.Article.Issue
	case p.page.Issue != nil:
		return p.page.Key
	}
	return ""
}

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
