package viet

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// ErrDate is returned for text that is not a date, ErrImpossible for a date
// that no calendar has, such as 31/4/2023.
var (
	ErrDate       = errors.New("không phải ngày viết theo lối Việt Nam (ví dụ: ngày 07 tháng 10 năm 2022 hoặc 07/10/2022)")
	ErrImpossible = errors.New("ngày không có trong lịch")
)

// pad2 writes n with a leading zero where Decree 30/2020/NĐ-CP asks for one:
// days below 10 and the months 1 and 2, so that no digit can be put before them.
func pad2(n, below int) string {
	if n < below {
		return fmt.Sprintf("%02d", n)
	}
	return fmt.Sprint(n)
}

// LongDate writes "ngày 07 tháng 10 năm 2022", "ngày 15 tháng 01 năm 2023".
func LongDate(t time.Time) string {
	y, m, d := t.Date()
	return fmt.Sprintf("ngày %s tháng %s năm %d", pad2(d, 10), pad2(int(m), 3), y)
}

// ShortDate writes "07/10/2022", "15/9/2023", "05/01/2024", padded as LongDate.
func ShortDate(t time.Time) string {
	y, m, d := t.Date()
	return fmt.Sprintf("%s/%s/%d", pad2(d, 10), pad2(int(m), 3), y)
}

// Date is a date found in running text.
type Date struct {
	Start, End int       // bytes, End exclusive, the word "ngày" included
	Time       time.Time // midnight UTC; zero when Err is set
	Long       bool      // in words, not with strokes
	Padded     bool      // the zeros are as LongDate and ShortDate write them
	Err        error     // ErrImpossible, or nil
}

// ParseDate reads the whole of s, either form, with or without "ngày" and
// padding zeros. It returns midnight UTC.
func ParseDate(s string) (time.Time, error) {
	s = strings.TrimSpace(NFC(s))
	d, ok := DateAt(s, 0)
	if !ok || d.End != len(s) {
		return time.Time{}, ErrDate
	}
	return d.Time, d.Err
}

// FindDates returns the dates of an NFC text in their order.
func FindDates(s string) []Date {
	var out []Date
	for i := 0; i < len(s); {
		if atWord(s, i) {
			if d, ok := DateAt(s, i); ok {
				out = append(out, d)
				i = d.End
				continue
			}
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return out
}

// atWord reports whether a date may begin at byte i: at "ngày" or a digit that
// no letter, digit or separator of a longer number touches from the left.
func atWord(s string, i int) bool {
	c := s[i]
	if (c < '0' || c > '9') && c != 'n' && c != 'N' {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return i == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("/.-", r)
}

// DateAt reads the date that begins at byte i of an NFC text.
func DateAt(s string, i int) (Date, bool) {
	p := cursor{s, i}
	named := p.word("ngày")
	if named && !p.space() {
		return Date{}, false
	}
	day, dw := p.number(2)
	if dw == 0 {
		return Date{}, false
	}
	mark := p
	if p.space() && p.word("tháng") && p.space() {
		return p.longDate(i, day, dw)
	}
	p = mark
	return p.shortDate(i, day, dw)
}

func (p cursor) longDate(start, day, dw int) (Date, bool) {
	month, mw := p.number(2)
	if mw == 0 || !p.space() || !p.word("năm") || !p.space() {
		return Date{}, false
	}
	year, yw := p.number(4)
	if yw != 4 || p.digit() {
		return Date{}, false
	}
	return newDate(Date{Start: start, End: p.i, Long: true}, year, month, day, mw, dw), true
}

func (p cursor) shortDate(start, day, dw int) (Date, bool) {
	sep := p.any("/-.")
	month, mw := p.number(2)
	if sep == 0 || mw == 0 || p.any(string(sep)) == 0 {
		return Date{}, false
	}
	year, yw := p.number(4)
	if yw != 4 || p.digit() {
		return Date{}, false
	}
	if p.any(string(sep)) != 0 && p.digit() {
		return Date{}, false // a version or telephone number, not a date
	}
	return newDate(Date{Start: start, End: p.end(sep)}, year, month, day, mw, dw), true
}

func newDate(d Date, year, month, day, mw, dw int) Date {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if y, m, dd := t.Date(); y != year || int(m) != month || dd != day {
		d.Err = ErrImpossible
		return d
	}
	d.Time = t
	d.Padded = dw == len(pad2(day, 10)) && mw == len(pad2(month, 3))
	return d
}
