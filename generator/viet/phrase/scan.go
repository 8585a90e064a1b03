package phrase

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is what stands between two spaces.
type word struct {
	text string // composed
	last bool   // a block, or a line that must end, ends behind it
}

// scan divides s into words. spaces[i] is the byte offset of the space behind
// word i, when it is a single one that may become a no-break space; else -1.
func scan(s string, markup bool) (words []word, spaces []int) {
	sc := scanner{s: s, markup: markup, space: -1}
	for sc.at < len(s) {
		switch c := s[sc.at]; {
		case markup && c == '<' && opensTag(s[sc.at+1:]):
			sc.tag()
		case markup && c == '&':
			sc.entity()
		default:
			r, n := utf8.DecodeRuneInString(s[sc.at:])
			sc.rune(r, n)
		}
	}
	sc.flush()
	return sc.words, sc.spaces
}

type scanner struct {
	s      string
	markup bool
	at     int

	text   strings.Builder
	words  []word
	spaces []int
	space  int // offset of the only space since the last word
	blanks int // spaces since the last word
}

func (sc *scanner) rune(r rune, n int) {
	if unicode.IsSpace(r) {
		sc.blank(r == ' ' || r == '\n')
	} else {
		sc.letters(sc.s[sc.at : sc.at+n])
	}
	sc.at += n
}

// blank notes a space. Only one that stands alone may be replaced.
func (sc *scanner) blank(plain bool) {
	sc.flush()
	if sc.blanks++; sc.blanks == 1 && plain {
		sc.space = sc.at
	} else {
		sc.space = -1
	}
}

func (sc *scanner) letters(t string) {
	if sc.text.Len() == 0 {
		if len(sc.words) > 0 {
			sc.spaces[len(sc.words)-1] = sc.space
		}
		sc.space, sc.blanks = -1, 0
	}
	sc.text.WriteString(t)
}

func (sc *scanner) flush() {
	if sc.text.Len() > 0 {
		sc.words = append(sc.words, word{text: norm.NFC.String(sc.text.String())})
		sc.spaces = append(sc.spaces, -1)
		sc.text.Reset()
	}
}

func opensTag(rest string) bool {
	return rest != "" && (rest[0] == '/' || rest[0] == '!' || rest[0]|0x20 >= 'a' && rest[0]|0x20 <= 'z')
}

// inline are the tags that words are read through.
var inline = set("a abbr b bdi bdo cite data del dfn em i ins mark q s small span strong sub sup time u wbr")

// tag skips a tag, or an element whose text is no text to read.
func (sc *scanner) tag() {
	end := strings.IndexByte(sc.s[sc.at:], '>')
	if end < 0 {
		sc.at = len(sc.s)
		return
	}
	tag := sc.s[sc.at+1 : sc.at+end]
	sc.at += end + 1
	name, _, _ := strings.Cut(strings.ToLower(strings.TrimPrefix(tag, "/")), " ")
	name = strings.TrimSuffix(name, "/")
	switch {
	case inline[name] || strings.HasPrefix(tag, "!"):
		return
	case (name == "code" || name == "pre" || name == "script" || name == "style") && tag[0] != '/':
		sc.letters("\ufffc") // something stands here
		if n := strings.Index(strings.ToLower(sc.s[sc.at:]), "</"+name); n >= 0 {
			sc.at += n
		}
		return
	case name == "code":
		return
	}
	sc.flush()
	if len(sc.words) > 0 {
		sc.words[len(sc.words)-1].last = true
	}
}

func (sc *scanner) entity() {
	end := strings.IndexByte(sc.s[sc.at:min(len(sc.s), sc.at+12)], ';')
	if end < 0 {
		sc.letters("&")
		sc.at++
		return
	}
	t := html.UnescapeString(sc.s[sc.at : sc.at+end+1])
	if r, _ := utf8.DecodeRuneInString(t); unicode.IsSpace(r) {
		sc.blank(false)
	} else {
		sc.letters(t)
	}
	sc.at += end + 1
}
