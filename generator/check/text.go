package check

import (
	"bytes"
	"fmt"
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
			case r == '\u00ad' && strings.ContainsAny(t.text, tcvn3Signs):
				p.add(p.at(t, at), "bang-ma", "có chữ TCVN3 lẫn trong đoạn: ký tự U+00AD ở đây là chữ “ư”", "gõ lại các chữ ấy bằng Unicode; đừng xóa ký tự này, mất chữ")
			case r == '\ufffd':
				p.add(p.at(t, at), "ky-tu-an", "có chữ bị hỏng (�)", "gõ lại chữ này theo bản gốc")
			default:
				p.add(p.at(t, at), "ky-tu-an", fmt.Sprintf("có %s (U+%04X) không nhìn thấy", name, r), "xóa ký tự này; chạy check --sua", p.edit(t, at, at+utf8.RuneLen(r), "")...)
			}
		}
	}
}

// tcvn3Signs are letters of TCVN3 that Unicode shows as signs, which no
// Vietnamese sentence has within words: beside them a soft hyphen is a letter.
const tcvn3Signs = "§¶¬®¨©ª«µ¸¹¡¢£¤¥¦×Þ"

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
