package viet

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// ErrNumber is returned for text that is not a number written the Vietnamese
// way.
var ErrNumber = errors.New("không phải số viết theo lối Việt Nam (ví dụ: 1.234,5)")

// FormatInt writes n with a full stop between groups of three digits (CLDR,
// locale vi): 1234567 becomes "1.234.567".
func FormatInt(n int64) string {
	return group(strconv.FormatInt(n, 10))
}

// FormatFloat writes x with decimals digits after a comma and grouped digits
// before it: FormatFloat(1234.5, 1) is "1.234,5". With decimals < 0 it writes
// the fewest digits that read back as x. Infinity and NaN have no Vietnamese
// form and give "∞", "-∞" and "–".
func FormatFloat(x float64, decimals int) string {
	switch {
	case math.IsNaN(x):
		return "–"
	case math.IsInf(x, 1):
		return "∞"
	case math.IsInf(x, -1):
		return "-∞"
	}
	whole, frac, _ := strings.Cut(strconv.FormatFloat(x, 'f', decimals, 64), ".")
	if frac == "" {
		return group(whole)
	}
	return group(whole) + "," + frac
}

func group(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}

// ParseNumber reads "1.234,5", "1234,5" or "-7". Groups, where written, must be
// of three digits, so that an English "1.5" is an error and not 15.
func ParseNumber(s string) (float64, error) {
	t := strings.TrimSpace(s)
	unsigned := strings.TrimPrefix(t, "-")
	whole, frac, comma := strings.Cut(unsigned, ",")
	if !wellGrouped(whole) || comma && !allDigits(frac) {
		return 0, ErrNumber
	}
	plain := strings.ReplaceAll(whole, ".", "")
	if comma {
		plain += "." + frac
	}
	x, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return 0, ErrNumber
	}
	if unsigned != t {
		x = -x
	}
	return x, nil
}

func wellGrouped(s string) bool {
	head, rest, grouped := strings.Cut(s, ".")
	if !allDigits(head) || grouped && len(head) > 3 {
		return false
	}
	for grouped {
		var part string
		part, rest, grouped = strings.Cut(rest, ".")
		if len(part) != 3 || !allDigits(part) {
			return false
		}
	}
	return true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
