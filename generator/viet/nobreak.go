package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const nbsp = '\u00a0'

// before holds the words that must not be parted from the number or Roman
// numeral that follows them. Typists' practice, not a law.
var before = set("số tháng ngày năm quý khóa khoá kỳ tuần thứ điều khoản điểm mục chương phần lục " +
	"trang tập lớp khối tiết bài câu bảng hình tầng phòng kỷ hội cấp")

// after holds the units that must not be parted from the number before them.
var after = set("% ‰ mm cm dm m km m² m³ ha g kg mg ml l °c kw kwh đồng nghìn ngàn triệu tỷ tỉ " +
	"giây phút giờ tuổi ki-lô-gam gam mét ki-lô-mét héc-ta tấn tạ lít")

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Split(words, " ") {
		m[w] = true
	}
	return m
}

// NoBreak replaces by U+00A0 the single spaces at which a line of s must not
// end: "số 21-KL/TW", "ngày 07 tháng 10", "tháng 7", "khóa XIII", "17,5 kg".
// Everything else in s, doubled spaces and line ends included, stays byte for
// byte as it was, and NoBreak(NoBreak(s)) is NoBreak(s).
func NoBreak(s string) string {
	var out []byte // made when the first space is replaced
	done := 0
	var prev string
	for i := 0; i < len(s); {
		end := wordEnd(s, i)
		w := s[i:end]
		if end < len(s) && s[end] == ' ' && joins(prev, w, s[end+1:wordEnd(s, end+1)], s[end+1:]) {
			out = append(out, s[done:end]...)
			out = utf8.AppendRune(out, nbsp)
			done = end + 1
		}
		if w != "" {
			prev = w
		}
		_, n := utf8.DecodeRuneInString(s[end:])
		i = end + max(n, 1)
	}
	if out == nil {
		return s
	}
	return string(append(out, s[done:]...))
}

func wordEnd(s string, i int) int {
	if n := strings.IndexFunc(s[min(i, len(s)):], unicode.IsSpace); n >= 0 {
		return i + n
	}
	return len(s)
}

// joins decides about the space between a and b, where prev is the word before
// a and rest the text from b on.
func joins(prev, a, b, rest string) bool {
	if a == "" || b == "" {
		return false
	}
	key := strings.ToLower(strings.TrimLeft(a, "“\"‘'([«–"))
	if before[key] && (startsWithDigit(b) || roman(b)) {
		return true
	}
	unit := strings.ToLower(strings.TrimRight(b, ".,;:!?)]”\"’'…»"))
	if !plainNumber(strings.TrimLeft(a, "“\"‘'([«–-−")) {
		return false
	}
	if after[unit] {
		return true
	}
	// the day and the month of one date
	next := rest[min(len(b)+1, len(rest)):]
	return b == "tháng" && strings.EqualFold(strings.TrimLeft(prev, "“(\""), "ngày") && startsWithDigit(next)
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// plainNumber reports whether s is digits with the separators of a number or
// of a range, ending in a digit: "17,5", "1.260", "20-25".
func plainNumber(s string) bool {
	if !startsWithDigit(s) || !startsWithDigit(s[len(s)-1:]) {
		return false
	}
	return strings.Trim(s, "0123456789.,-–/") == ""
}

// roman reports whether s is a Roman numeral, punctuation after it aside.
func roman(s string) bool {
	s = strings.TrimRight(s, ".,;:!?)]”\"’'…»")
	return s != "" && strings.Trim(s, "IVXLC") == ""
}
