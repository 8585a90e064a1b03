package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// proper are names whose capitals Decree 30/2020/NĐ-CP, Appendix II, and
// Regulation 4148-QĐ/VPTW lay down, found by their last word in any case. What
// they leave open (đảng viên, cấp ủy) is only asked to be uniform.
var proper = func() map[string][]string {
	byLast := map[string][]string{}
	for _, name := range []string{
		"Thành phố Hồ Chí Minh", "Chủ tịch Hồ Chí Minh", "Thủ đô Hà Nội", "Đảng Cộng sản Việt Nam", "Mặt trận Tổ quốc Việt Nam", "Bác Hồ",
		"Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư", "Đảng và Nhà nước", "Đảng, Nhà nước",
	} {
		last := name[strings.LastIndexByte(name, ' ')+1:]
		for _, form := range []string{last, strings.ToLower(last)} {
			if !slices.Contains(byLast[form], name) {
				byLast[form] = append(byLast[form], name)
			}
		}
	}
	return byLast
}()

// capital hints at a proper name that ends at byte to of the passage and is not
// capitalised as it should be. Lines in capitals are left alone.
func (p *pass) capital(t *passage, from, to int) {
	for _, name := range proper[t.text[from:to]] {
		start := to - len(name)
		if start < 0 || t.text[start:to] == name || !strings.EqualFold(t.text[start:to], name) || isWord(t.text[:start]) {
			continue
		}
		if written := t.text[start:to]; written != strings.ToUpper(written) {
			p.add(p.at(t, start), "viet-hoa", fmt.Sprintf("viết %s", quote(written)), "viết: "+name+" (Nghị định 30/2020/NĐ-CP, Quy định 4148-QĐ/VPTW)")
		}
	}
}

// member counts "đảng viên" and "Đảng viên" where no sentence begins.
func (p *pass) member(t *passage, before string, from int) {
	style := 0
	switch before {
	case "đảng":
	case "Đảng":
		if sentenceStart(t.text[:from-len("Đảng ")]) {
			return
		}
		style = 1
	default:
		return
	}
	if p.members[style].count == 0 {
		p.members[style].word, p.members[style].pos = before+" viên", p.at(t, from-len(before)-1)
	}
	p.members[style].count++
}

// sentenceStart reports whether what follows the text begins a sentence, a
// quotation, or a cell or item of its own.
func sentenceStart(s string) bool {
	s = strings.TrimRight(s, " \n“\"'*(")
	r, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || r == '\ufffc' || r != ',' && r != ')' && r != '”' && r != '%' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// bothMembers hints at a page that writes both, at the rarer.
func bothMembers(p *pass) {
	m := p.members
	if m[0].count == 0 || m[1].count == 0 {
		return
	}
	rare := 1
	if m[0].count < m[1].count {
		rare = 0
	}
	p.add(m[rare].pos, "viet-hoa", fmt.Sprintf("bài viết cả “đảng viên” (%d chỗ) và “Đảng viên” (%d chỗ) giữa câu", m[0].count, m[1].count), "chọn một lối trong cả bài")
}
