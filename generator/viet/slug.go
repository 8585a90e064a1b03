// Package viet knows Vietnamese text: normal forms, folding, slugs, collation,
// dates, numbers and the spaces at which no line ends. It does no I/O and knows
// nothing of bulletins. The numbers of documents are in viet/vanban.
package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NFC returns s in Unicode Normalization Form C (UAX #15), the form in which
// the whole program compares, prints and indexes Vietnamese.
func NFC(s string) string { return norm.NFC.String(s) }

// Fold removes marks and case: "Đường lối" and its NFD twin both become
// "duong loi". The letter đ has no decomposition in Unicode, so it needs the
// rule of its own that general folding lacks.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ' || r == 'Đ' || r == 'ð' || r == 'Ð' || r == 'Ɖ' || r == 'ɖ':
			b.WriteByte('d')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// Slug makes an ASCII name for addresses, anchors and files: folded letters and
// digits, everything else a single hyphen: "Đường lối đổi mới" becomes
// "duong-loi-doi-moi". It may be empty when s holds no letter and no digit.
func Slug(s string) string {
	var b strings.Builder
	hyphen := false
	for _, r := range Fold(s) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if hyphen && b.Len() > 0 {
				b.WriteByte('-')
			}
			hyphen = false
			b.WriteRune(r)
			continue
		}
		hyphen = true
	}
	return b.String()
}
