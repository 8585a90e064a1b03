package vanban

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"bantin/generator/viet"
)

// letterShape is the number of a state letter: N/ORGAN-UNIT, without a code of
// its type (Decree 30/2020/NĐ-CP, Appendix III).
var letterShape = regexp.MustCompile(`^(\d{1,5})( {0,2})/( {0,2})(\p{Lu}\p{L}{1,9})( {0,2})([-–])( {0,2})(\p{Lu}[\p{L}\d]{0,9}(?:[.&,-]\p{Lu}\p{L}{0,9})*)`)

// educationOrgans are those whose letters an education office gets.
var educationOrgans = strings.Fields("BGDĐT SGDĐT PGDĐT GDĐT UBND HĐND")

// letterAt reads the number of a state letter at byte i: nothing but the word
// "công văn" before it tells that it is one.
func letterAt(text string, i int) (Number, bool) {
	before := strings.TrimRight(lastRunes(text[:i], lookBack), " \u00a0")
	before = strings.TrimRight(strings.TrimSuffix(before, ":"), " \u00a0")
	before, _ = cutWord(before, "số")
	if _, ok := cutWord(strings.TrimRight(before, " \u00a0\n"), "công văn"); !ok {
		return Number{}, false
	}
	m := letterShape.FindStringSubmatch(text[i:])
	if m == nil {
		return Number{}, false
	}
	n := Number{Start: i, End: i + len(m[0]), Raw: m[0], System: State, Code: m[4], Organ: m[8]}
	n.N, _ = strconv.Atoi(m[1])
	for _, organ := range educationOrgans {
		if organ != n.Code && viet.Fold(organ) == viet.Fold(n.Code) {
			n.suspect(OrganForm, n.Code, organ)
			n.Code = organ
		}
	}
	n.Normal = n.normal()
	if m[2]+m[3]+m[5]+m[7] != "" {
		n.suspect(Spacing, n.Raw, n.Normal)
	}
	if m[6] != "-" {
		n.suspect(Dash, n.Raw, n.Normal)
	}
	return n, true
}

// explained takes back the doubt of a code that the words before it spell out:
// "Quy chế phối hợp số 03-QCPH/ĐU".
func (n *Number) explained(before string) {
	for i, s := range n.Suspicions {
		// Another case or mark is a slip of a known code, however it is spelled out.
		// One letter is short for nothing.
		if s.Kind != UnknownCode || utf8.RuneCountInString(s.Found) < 2 || viet.Fold(s.Want) == viet.Fold(s.Found) || !spells(strings.Fields(before), s.Found) {
			continue
		}
		n.Suspicions = append(n.Suspicions[:i:i], n.Suspicions[i+1:]...)
		n.Code = s.Found
		n.Normal = n.normal()
		return
	}
}

// spells reports whether the last words begin with the code's letters, in their
// order: one letter of each word, or two where its first sound has two.
func spells(words []string, code string) bool {
	if code == "" {
		return true
	}
	if len(words) == 0 {
		return false
	}
	last := viet.Fold(words[len(words)-1])
	for _, size := range []int{1, 2} {
		head, tail := cutRunes(code, size)
		if tail != "" && strings.HasPrefix(last, viet.Fold(tail)) && spells(words[:len(words)-1], head) {
			return true
		}
	}
	return false
}

// cutRunes parts the last runes of a text from the others.
func cutRunes(s string, last int) (head, tail string) {
	i := len(s)
	for ; last > 0; last-- {
		if i == 0 {
			return s, ""
		}
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[:i], s[i:]
}
