// Package phrase knows where a line of Vietnamese text may end. Vietnamese
// writes a space between syllables, not between words: "tổ trưởng" is one word,
// "Hồ Chí Minh" one name, and a line that ends inside of them reads badly. This
// is the one place of that knowledge: web pages, printed issues, boards, banners
// and the pictures for sharing all ask here.
//
// Contract: nothing but spaces is ever changed; the same text gives the same
// answer; composed and decomposed letters, and both ways of placing a mark (hòa,
// hoà), are alike. A word that is not in words.txt or names.txt may be parted
// like any two words.
package phrase

import "strings"

// Grade says how good it is to end a line at a space.
type Grade uint8

const (
	Good  Grade = iota // where the sense pauses: after a comma, before "và", "để", "trong"
	Plain              // between two words
	Poor               // the line would end in "của", "những", or part a title from its name
	Never              // inside a word, a name, a number and what it counts
)

const nbsp = '\u00a0'

// Title grades each space of a headline, in order. A run of spaces counts as
// one; spaces at the ends do not count.
func Title(s string) []Grade {
	words, _ := scan(s, false)
	return grades(words, true)
}

// Join makes the spaces of running text at which no line may end no-break spaces.
// Only names and numbers hold together there: whole words would leave holes in
// narrow columns.
func Join(s string) string { return join(s, false, false) }

// JoinHTML is Join for HTML: tags, and what stands in code, stay as they are, and
// words are read through inline tags.
func JoinHTML(s string) string { return join(s, true, false) }

// JoinTitleHTML keeps the words of a headline together as well.
func JoinTitleHTML(s string) string { return join(s, true, true) }

func join(s string, markup, title bool) string {
	words, spaces := scan(s, markup)
	var b strings.Builder
	done := 0
	for i, g := range grades(words, title) {
		if at := spaces[i]; g == Never && at >= 0 {
			b.WriteString(s[done:at])
			b.WriteRune(nbsp)
			done = at + 1
		}
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}
