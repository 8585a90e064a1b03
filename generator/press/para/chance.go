package para

import "unicode"

// chance says how a line may break before a character.
type chance uint8

const (
	never    chance = iota
	atSpace         // UAX #14: after spaces, between ideographs, round objects
	atJoint         // after a hyphen or slash that stays on the line
	atShy           // at a soft hyphen, which shows then
	atDash          // before a dash that stands between spaces
	atWord          // auto-phrase: between words, where the sense does not pause
	atRest          // auto-phrase: behind a word that belongs to the next
	inPhrase        // auto-phrase: inside a word or name
	inURL           // inside an address
	inWord          // between any two clusters (overflow-wrap)
)

// behindSpace reports a break at a space that the line drops.
func (c chance) behindSpace() bool {
	return c == atSpace || c == atWord || c == atRest || c == inPhrase
}

// Stand-ins for what is no text. An atomic box breaks on both sides like an
// object; a leader holds on to what touches it.
const (
	objectRune = '\uFFFC'
	leaderRune = '\u00a0'
)

// collect appends the characters of the items to b.runes: what the rules of line
// breaking see.
func (b *breaker) collect(items []Item) {
	b.runes, b.nowrap = b.runes[:0], b.nowrap[:0]
	for i := range items {
		it := &items[i]
		switch {
		case it.Kern || it.Break:
		case it.Atomic:
			b.runes = append(b.runes, objectRune)
		case it.Leader != "":
			b.runes = append(b.runes, leaderRune)
		default:
			for _, r := range it.Text {
				if isSpace(r) {
					r = ' '
				}
				b.runes = append(b.runes, r)
			}
		}
		for len(b.nowrap) < len(b.runes) {
			b.nowrap = append(b.nowrap, it.NoWrap)
		}
	}
}

// findChances fills b.chances: how a line may break before each of b.runes.
func (b *breaker) findChances(hyphens bool) {
	n := len(b.runes)
	b.chances = append(b.chances[:0], make([]chance, n+1)...)
	b.uax14(hyphens)
	for from := 0; from < n; {
		to := from
		for to < n && !wordSpace(b.runes[to]) {
			to++
		}
		if word := b.runes[from:to]; len(word) > 4 && isAddress(word) {
			for i := 1; i < len(word); i++ {
				b.chances[from+i] = never
				if breaksAddress(word, i) {
					b.chances[from+i] = inURL
				}
			}
		}
		from = to + 1
	}
	if b.phrases {
		b.findPhrases()
	}
	for i := 1; i < n; i++ {
		if b.nowrap[i] && b.nowrap[i-1] {
			b.chances[i] = never
		}
	}
}

// rate tells the kind of the break that UAX #14 allows before b.runes[i].
func (b *breaker) rate(i int, hyphens bool) chance {
	t := b.runes
	switch before := t[i-1]; {
	case before == '\u00ad':
		if hyphens {
			return atShy
		}
		return never
	case isJoint(before):
		if keepsTogether(t, i) {
			return never
		}
		return atJoint
	case before == ' ' && unicode.Is(unicode.Pd, t[i]) && i+1 < len(t) && wordSpace(t[i+1]):
		return atDash
	}
	return atSpace
}

// isSpace reports white space that a line may drop at its ends.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\v', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// wordSpace reports the characters that justification widens (CSS Text 3,
// section 8.1, word separators): spaces and U+00A0.
func wordSpace(r rune) bool { return r == '\u00a0' || isSpace(r) }
