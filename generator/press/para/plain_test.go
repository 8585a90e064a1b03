package para

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// sameChances compares the short way through UAX #14 with the long one.
func sameChances(t *testing.T, text string) {
	t.Helper()
	short, long := &breaker{runes: []rune(text)}, &breaker{runes: []rune(text)}
	n := len(short.runes)
	short.chances, long.chances = make([]chance, n+1), make([]chance, n+1)
	short.uax14(true)
	long.segment(0, n, true)
	if !slices.Equal(short.chances, long.chances) {
		t.Errorf("%q: chances %v, want %v", text, short.chances, long.chances)
	}
}

// TestPlainWords asks for the same breaks in the sample text and in text thrown
// together from what the rules of UAX #14 speak of.
func TestPlainWords(t *testing.T) {
	for _, text := range sample {
		sameChances(t, text)
	}
	parts := strings.Split("a|ổ|Đ|7|12|x7| | | | |  |,|.|;|:|!|?|…|(|)|[|]|“|”|‘|’|\"|'|«|»|-|–|—|/|%|$|€|№|§|°|+|×|\u00ad|\u00a0|\u200b|\u200d|\u2060|\u0301|\u0323|\ufffc|漢|あ|。|ー|ㆍ|א|ש|ع|ก|ၵ|ᄀ|🏽|👍|🇻|🇳|\u2028|\n|\t|\\|}|=|_|@|&|*|~|^", "|")
	r := rand.New(rand.NewPCG(1, 2))
	for range 50_000 {
		var sb strings.Builder
		for range 1 + r.IntN(14) {
			sb.WriteString(parts[r.IntN(len(parts))])
			if r.IntN(3) == 0 {
				sb.WriteString(parts[r.IntN(11)])
			}
		}
		sameChances(t, sb.String())
		if t.Failed() {
			return
		}
	}
}

// FuzzPlainWords likewise.
func FuzzPlainWords(f *testing.F) {
	f.Add("Số 21-KL/TW, ngày 5 (tháng 7) “năm” 2022.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 200 {
			sameChances(t, strings.ToValidUTF8(text, "?"))
		}
	})
}
