package phrase

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var (
	//go:embed words.txt
	wordList string
	//go:embed names.txt
	nameList string
)

// lexicon holds the words and names: keys of the syllables with a space between
// them -> the grades of their inner spaces.
type lexicon struct {
	known   map[string][]Grade
	longest map[string]int // syllables of the longest entry that begins with a syllable
}

// dictionary reads the lists once.
var dictionary = sync.OnceValue(func() *lexicon {
	l := &lexicon{map[string][]Grade{}, map[string]int{}}
	for line := range lines(wordList) {
		first, rest, _ := strings.Cut(line, ":")
		for _, second := range strings.Fields(rest) {
			l.add([]string{first, second}, []Grade{Never})
		}
	}
	for line := range lines(nameList) {
		var all []string
		var inner []Grade
		for i, part := range strings.Split(line, "|") {
			for j, syllable := range strings.Fields(part) {
				switch {
				case j > 0:
					inner = append(inner, Never)
				case i > 0:
					inner = append(inner, Poor)
				}
				all = append(all, syllable)
			}
		}
		l.add(all, inner)
	}
	return l
})

func (l *lexicon) add(syllables []string, inner []Grade) {
	keys := make([]string, len(syllables))
	for i, s := range syllables {
		keys[i] = key(s)
	}
	l.known[strings.Join(keys, " ")] = inner
	l.longest[keys[0]] = max(l.longest[keys[0]], len(keys))
}

func lines(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// key is a syllable as the lexicon knows it: lower case, composed, the tone mark
// of "oa", "oe", "uy" on the first vowel.
func key(s string) string {
	s = norm.NFC.String(strings.ToLower(s))
	for i := 0; i+2 < len(s); i++ {
		if (s[i] == 'o' || s[i] == 'u') && s[i+1] >= 0x80 {
			return newer.Replace(s)
		}
	}
	return s
}

var newer = strings.NewReplacer("oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa",
	"oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe", "oẹ", "ọe", "uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy")

func letterOrDigit(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}
