package vanban

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bantin/generator/viet"
)

// lookBack bounds the runes that are read before a number: the longest type
// word, "số", a colon and spaces.
const lookBack = 36

// readContext finds the type word before the number and the date after it.
func (n *Number) readContext(text string) {
	before := lastRunes(text[:n.Start], lookBack)
	rest := strings.TrimRight(before, " \u00a0")
	colon := strings.HasSuffix(rest, ":")
	rest = strings.TrimRight(strings.TrimSuffix(rest, ":"), " \u00a0")
	rest, named := cutWord(rest, "số")
	if colon && !named {
		rest = "" // "Kết luận: 21-KL/TW" names no type of this number
	}
	if colon && named && n.System == Party {
		n.suspect(Colon, "số:", "số")
	}
	if named {
		n.explained(rest)
	}
	n.readWord(strings.TrimRight(rest, " \u00a0\n"), named)
	n.readDate(text)
}

// readWord takes the longest type word that ends rest. In lower case and without
// "số" it may be a verb ("hướng dẫn 12-CT/TW"), which mismatches nothing.
func (n *Number) readWord(rest string, named bool) {
	for w := range words {
		if len(w) <= len(n.Word) {
			continue
		}
		if _, ok := cutWord(rest, w); ok {
			n.Word = w
		}
	}
	codes := words[n.Word]
	if len(codes) == 0 || known(codes, n.Code) || n.System == Law {
		return
	}
	written := rest[len(rest)-len(n.Word):]
	if first, _ := utf8.DecodeRuneInString(written); !named && unicode.IsLower(first) {
		return
	}
	if want := wordOf(n.Code); want != "" {
		n.suspect(WordMismatch, n.Word, want)
	}
}

// cutWord cuts the whole word w, in any case, from the end of s.
func cutWord(s, w string) (string, bool) {
	if len(s) < len(w) || !strings.EqualFold(s[len(s)-len(w):], w) {
		return s, false
	}
	rest := s[:len(s)-len(w)]
	r, _ := utf8.DecodeLastRuneInString(rest)
	if rest != "" && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)) {
		return s, false
	}
	return rest, true
}

// readDate takes a date right after the number: "…, ngày 07 tháng 10 năm 2022",
// "… (07/10/2022)".
func (n *Number) readDate(text string) {
	i := n.End
	for range 4 {
		r, size := utf8.DecodeRuneInString(text[i:])
		if size == 0 || !strings.ContainsRune(" \u00a0\n,(", r) {
			break
		}
		i += size
	}
	if i == n.End {
		return
	}
	if d, ok := viet.DateAt(text, i); ok {
		n.Date = &d
	}
}

func lastRunes(s string, count int) string {
	i := len(s)
	for ; count > 0 && i > 0; count-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}
