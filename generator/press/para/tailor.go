package para

import "unicode"

// The tailoring of UAX #14 for Vietnamese print. Numbers of documents
// ("21-KL/TW", "30/2020/NĐ-CP"), dates and ranges ("15/10/2023", "2020-2025")
// and units ("km/h") are read as one word: a hyphen, dash or slash inside them
// is no place to break.

// isJoint reports the characters that join parts of such a word.
func isJoint(r rune) bool {
	switch r {
	case '-', '/', 0x2010, 0x2012, 0x2013:
		return true
	}
	return false
}

// keepsTogether reports whether the break before text[i], after the joint
// text[i-1], would tear a number or code. It would when
//   - a digit stands next to the joint on either side ("21-KL", "2020–2025"),
//   - both parts are codes: two capitals or more, or one letter ("KL/TW"),
//   - either part has fewer than three letters ("km/h", "e-mail").
func keepsTogether(text []rune, i int) bool {
	if i < 2 || i >= len(text) {
		return false
	}
	before, after := text[i-2], text[i]
	if !isPart(before) || !isPart(after) {
		return false
	}
	if unicode.IsDigit(before) || unicode.IsDigit(after) {
		return true
	}
	left, right := measurePart(text, i-2, -1), measurePart(text, i, 1)
	return left.letters < 3 || right.letters < 3 || left.capitals >= 2 && right.capitals >= 2
}

func isPart(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

type part struct{ letters, capitals int }

// measurePart counts the letters from text[i] on in direction d. A dozen is
// enough to know the part by.
func measurePart(text []rune, i, d int) (p part) {
	for ; i >= 0 && i < len(text) && isPart(text[i]) && p.letters < 12; i += d {
		if unicode.Is(unicode.M, text[i]) {
			continue
		}
		p.letters++
		if unicode.IsUpper(text[i]) {
			p.capitals++
		}
	}
	return p
}

// isAddress reports whether a word without spaces is a web or mail address.
func isAddress(word []rune) bool {
	if len(word) > 4 && (word[0] == 'w' || word[0] == 'W') && word[3] == '.' {
		return true
	}
	for i := 1; i < len(word)-1; i++ {
		switch word[i] {
		case ':':
			if i+2 < len(word) && word[i+1] == '/' && word[i+2] == '/' {
				return true
			}
		case '@':
			return isPart(word[i-1]) && isPart(word[i+1])
		}
	}
	return false
}

// breaksAddress reports whether an address that fits on no line may break
// before word[i].
func breaksAddress(word []rune, i int) bool {
	switch word[i-1] {
	case '/', '.', '-', '_', '?', '&', '=', '#', '@':
		return isPart(word[i]) && i > 3
	}
	return false
}
