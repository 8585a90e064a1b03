package para

import (
	"strings"
	"unicode"

	"bantin/generator/viet/phrase"
)

// vietnamese reports whether all of the text is.
func vietnamese(items []Item) bool {
	for i := range items {
		if items[i].Text != "" && items[i].Lang != "vi" && !strings.HasPrefix(items[i].Lang, "vi-") {
			return false
		}
	}
	return true
}

// findPhrases rates the spaces of Vietnamese text by phrase (CSS Text 4, section
// 5.1, auto-phrase: "analyze and break by natural phrases"; a phrase that no line
// holds may be parted).
func (b *breaker) findPhrases() {
	grades := phrase.Title(string(b.runes))
	space, begun := false, false
	for i, r := range b.runes {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space && begun && len(grades) > 0 {
			if c := &b.chances[i]; *c == atSpace || *c == atDash {
				*c = byGrade[grades[0]]
			}
			grades = grades[1:]
		}
		space, begun = false, true
	}
}

var byGrade = [...]chance{phrase.Good: atSpace, phrase.Plain: atWord, phrase.Poor: atRest, phrase.Never: inPhrase}
