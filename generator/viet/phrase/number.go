package phrase

import "strings"

// before holds the words that must not be parted from the number or Roman
// numeral that follows them. Typists' practice, not a law.
var before = set("số tháng ngày năm quý khóa khoá kỳ tuần thứ điều khoản điểm mục chương phần lục " +
	"trang tập lớp khối tiết bài câu bảng hình tầng phòng kỷ hội cấp")

// kinds are the kinds of documents, which are often named by their number alone:
// "Kết luận 21".
var kinds = set("luận quyết thị định dẫn án hoạch văn cáo tư")

// after holds the units that must not be parted from the number before them.
var after = set("% ‰ mm cm dm m km m² m³ ha g kg mg ml l °c kw kwh đồng nghìn ngàn triệu tỷ tỉ " +
	"giây phút giờ tuổi ki-lô-gam gam mét ki-lô-mét héc-ta tấn tạ lít")

// short are the abbreviations before a name: "TP. Hải Phòng", "ThS. Nguyễn".
var short = set("tp. gs. pgs. ts. ths. bs. ks. ngut. ngnd. nsưt. nsnd. lm. q. p. h. t. x. tx. tt.")

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Split(words, " ") {
		m[w] = true
	}
	return m
}

// joins reports whether the words a and b, between prev and next, are a number
// and what it counts, or an abbreviation and its name.
func joins(prev, a, b, next string) bool {
	key := strings.ToLower(strings.TrimLeft(a, opening))
	if before[key] && (startsWithDigit(b) || roman(b)) {
		return true
	}
	if kinds[key] && startsWithDigit(b) && prev != "" || short[key] {
		return true
	}
	unit := strings.ToLower(strings.TrimRight(b, closing))
	if !plainNumber(strings.TrimLeft(a, opening+"-−")) {
		return false
	}
	// the day and the month of one date
	return after[unit] || b == "tháng" && strings.EqualFold(strings.TrimLeft(prev, opening), "ngày") && startsWithDigit(next)
}

// Marks that stand before and behind words.
const (
	opening = "“\"‘'([{«–—"
	closing = ".,;:!?)]}”\"’'…»"
)

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
	s = strings.TrimRight(s, closing)
	return s != "" && strings.Trim(s, "IVXLC") == ""
}
