package check

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"bantin/generator/viet"
	"bantin/generator/viet/vanban"
)

// dates judges the dates in the text: days that no calendar has, and the zeros
// that Decree 30/2020/NĐ-CP asks for before days below 10 and the months 1, 2. A
// zero more is no mistake by its letter: "14/06/2023" is CLDR's own form, and in
// words ("tháng 06") it is only pointed out.
func dates(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		if !strings.ContainsAny(t.text, "0123456789") {
			continue
		}
		for _, d := range viet.FindDates(t.text) {
			written := t.text[d.Start:d.End]
			if d.Err != nil {
				p.add(p.at(t, d.Start), "ngay-sai", fmt.Sprintf("không có %s", dayName(written)), "xem lại ngày, tháng")
				continue
			}
			full := twoDigits(written)
			if d.Padded || !d.Long && (full || !strings.Contains(written, "/")) {
				continue
			}
			level := p.page.Level(w)
			if full {
				level = h
			}
			want := padded(written, d)
			p.addAs(level, p.at(t, d.Start), "ngay-viet", fmt.Sprintf("viết %s", quote(written)), "viết: "+want+" (thêm số 0 trước ngày dưới 10 và tháng 1, 2); chạy check --sua", p.edit(t, d.Start, d.End, want)...)
		}
	}
}

func dayName(written string) string {
	if strings.HasPrefix(strings.ToLower(written), "ngày") {
		return written
	}
	return "ngày " + written
}

// twoDigits reports whether the day and the month of a date have two each.
func twoDigits(written string) bool {
	parts := digits.FindAllString(written, 2)
	return len(parts) == 2 && len(parts[0]) == 2 && len(parts[1]) == 2
}

var digits = regexp.MustCompile(`\d+`)

// padded writes the day and the month of a date as they should be, all else as
// it is.
func padded(written string, d viet.Date) string {
	want := digits.FindAllString(viet.ShortDate(d.Time), 2)
	n := 0
	return digits.ReplaceAllStringFunc(written, func(s string) string {
		if n++; n <= 2 {
			return want[n-1]
		}
		return s
	})
}

var (
	// "1,234,567" or "1,234.5": groups of three after commas, twice or with a
	// point, are no Vietnamese number.
	englishNumber = regexp.MustCompile(`\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|(?:,\d{3})+\.\d+)`)
	// "12.5%", "3.25 triệu": a point and one or two digits before a unit.
	decimalPoint = regexp.MustCompile(`\d+\.\d{1,2}\s?(?:%|tỷ|tỉ|triệu|nghìn|kg|km|ha|tấn|mét|điểm)`)
	firstNumber  = regexp.MustCompile(`^[\d.,]+`)
)

// numbers warns of numbers written the English way; CLDR's Vietnamese is
// "1.234,5".
func numbers(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		if strings.ContainsRune(t.text, ',') {
			for _, m := range englishNumber.FindAllStringIndex(t.text, -1) {
				p.english(t, m[0], m[1])
			}
		}
		if strings.ContainsRune(t.text, '.') && strings.ContainsAny(t.text, "0123456789") {
			for _, m := range decimalPoint.FindAllStringIndex(t.text, -1) {
				p.english(t, m[0], m[0]+len(firstNumber.FindString(t.text[m[0]:m[1]])))
			}
		}
	}
}

func (p *pass) english(t *passage, from, to int) {
	if from > 0 && strings.IndexByte("0123456789.,/-_", t.text[from-1]) >= 0 || isWord(t.text[:from]) {
		return // the end of a longer thing
	}
	if to < len(t.text) && (t.text[to] >= '0' && t.text[to] <= '9' || strings.HasPrefix(t.text[to:], ",") && to+1 < len(t.text) && t.text[to+1] >= '0' && t.text[to+1] <= '9') {
		return
	}
	written := t.text[from:to]
	want := strings.NewReplacer(",", ".", ".", ",").Replace(written)
	p.add(p.at(t, from), "so-viet", fmt.Sprintf("số %s viết theo lối Anh", quote(written)), "viết: "+want+" (dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần lẻ); chạy check --sua", p.edit(t, from, to, want)...)
}

// share is a count out of a whole with a percentage soon after it: "63/66 đảng
// viên (95,5%)".
var share = regexp.MustCompile(`(\d[\d.]*)/(\d[\d.]*)([^\d/%\n;]{0,40}?)(\d[\d.]*(?:,\d+)?)\s?%`)

// percentages hints at a percentage that its counts do not give.
func percentages(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		if !strings.ContainsRune(t.text, '%') || !strings.ContainsRune(t.text, '/') {
			continue
		}
		for _, m := range share.FindAllStringSubmatchIndex(t.text, -1) {
			p.share(t, m)
		}
	}
}

func (p *pass) share(t *passage, m []int) {
	part := func(k int) (float64, bool) {
		x, err := viet.ParseNumber(t.text[m[2*k]:m[2*k+1]])
		return x, err == nil
	}
	a, okA := part(1)
	b, okB := part(2)
	percent, okC := part(4)
	// "tăng", "giảm", "cao hơn" compare with something else.
	between := strings.ToLower(t.text[m[6]:m[7]])
	month := a <= 12 && b >= 1900 && b <= 2100
	if !okA || !okB || !okC || b == 0 || a > b || month || strings.Contains(between, "tăng") || strings.Contains(between, "giảm") || strings.Contains(between, "hơn") || strings.Contains(between, "năm") {
		return
	}
	if _, err := vanban.Parse(t.text[m[2]:m[5]]); err == nil {
		return
	}
	decimals := 0
	if _, frac, ok := strings.Cut(t.text[m[8]:m[9]], ","); ok {
		decimals = len(frac)
	}
	if got := a / b * 100; math.Abs(got-percent) > math.Pow(10, -float64(decimals)) {
		p.add(p.at(t, m[8]), "phan-tram", fmt.Sprintf("%s là %s%%, bài viết %s%%", t.text[m[2]:m[5]], viet.FormatFloat(got, max(1, decimals)), t.text[m[8]:m[9]]), "tính lại tỷ lệ")
	}
}
