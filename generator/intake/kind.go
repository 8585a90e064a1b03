package intake

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/shape"
	"bantin/generator/viet"
)

// guess is a kind and what speaks for it, Vietnamese.
type guess struct{ name, why string }

// signsOf are the words that speak for a kind, in the order of the kinds.
var signsOf = []struct {
	kind  string
	words []string
}{
	{"bua-liem-vang", []string{"búa liềm vàng", "tác phẩm dự giải", "bài dự thi", "bài dự giải"}},
	{"hoc-tap", []string{"hội nghị học tập", "học tập, quán triệt", "quán triệt", "hội nghị", "báo cáo viên", "chuyên đề", "sinh hoạt chuyên đề"}},
	{"guong", []string{"gương", "điển hình", "mô hình", "cách làm hay", "sáng kiến", "người tốt, việc tốt", "người tốt việc tốt", "học tập và làm theo bác"}},
}

// registered are the types of documents that belong in the register.
var registered = regexp.MustCompile(`^(NGHỊ QUYẾT|KẾT LUẬN|CHỈ THỊ|QUY ĐỊNH|QUYẾT ĐỊNH|HƯỚNG DẪN|THÔNG TRI|QUY CHẾ|KẾ HOẠCH|CÔNG VĂN)$`)

// kindOf guesses the kind of an article: a document with number and letterhead
// goes into the register; else the kind whose words are most, those of the
// title counting five times.
func kindOf(m *manuscript.Manuscript, f shape.Facts) guess {
	if f.Official && digits.MatchString(f.Number) && (registered.MatchString(f.Type) || f.Type == "" && f.Subject != "") {
		return guess{"van-ban", fmt.Sprintf("có số, ký hiệu %s", f.Number)}
	}
	text := strings.ToLower(viet.NFC(manuscript.PlainText(m.Blocks)))
	title := strings.ToLower(f.Title + " " + f.Lead)
	best, most := guess{"guong", "không có chữ nào chỉ loại khác"}, 0
	for _, k := range signsOf {
		sum, why, count := 0, "", 0
		for _, w := range k.words {
			n := strings.Count(text, w) + 5*strings.Count(title, w)
			if sum += n; n > count {
				why, count = w, n
			}
		}
		if sum > most {
			best, most = guess{k.kind, fmt.Sprintf("bài nói đến “%s”", why)}, sum
		}
	}
	return best
}

var digits = regexp.MustCompile(`^\d`)

// titleOf is the article's title: the editor's word, the text's, or the name of
// the file.
func titleOf(kind string, f shape.Facts, name string, opt Options) string {
	if opt.Title != "" {
		return opt.Title
	}
	if kind == "van-ban" && digits.MatchString(f.Number) {
		word := f.Type
		if word == "" {
			word = "CÔNG VĂN"
		}
		r := []rune(strings.ToLower(word))
		title := strings.ToUpper(string(r[:1])) + string(r[1:]) + " số " + f.Number
		if !f.Date.IsZero() {
			title += " " + viet.LongDate(f.Date)
		}
		return title
	}
	if f.Title != "" {
		return f.Title
	}
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	return strings.TrimSpace(strings.NewReplacer("_", " ", "-", " ").Replace(stem))
}
