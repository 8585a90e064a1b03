package markdown

import (
	"regexp"
	"strings"
	"unicode"

	"bantin/generator/intake/manuscript"
)

// emit writes letters as Markdown; with all, every sign that could mean
// anything is escaped.
func emit(letters []letter, at place, all bool) string {
	e := &emitter{letters: letters, at: at, all: all}
	e.stretch(0, len(letters), 0)
	return e.out.String()
}

type emitter struct {
	out     strings.Builder
	letters []letter
	at      place
	all     bool
	inLink  bool
}

// stretch writes letters[from:to] within the marks of the bits of open. Of the
// looks that begin at a letter, the one that reaches farthest is outside.
func (e *emitter) stretch(from, to, opened int) {
	for i := from; i < to; {
		if link := e.letters[i].f.Link; link != "" && !e.inLink {
			end := e.reach(i, to, func(f manuscript.Format) bool { return f.Link == link })
			e.link(i, end, link, opened)
			i = end
			continue
		}
		best, end := -1, i
		for k, m := range marks {
			if opened&(1<<k) == 0 && m.has(e.letters[i].f) {
				if far := e.reach(i, to, m.has); far > end {
					best, end = k, far
				}
			}
		}
		if best >= 0 {
			e.out.WriteString(marks[best].text)
			e.stretch(i, end, opened|1<<best)
			e.out.WriteString(marks[best].text)
			i = end
			continue
		}
		i = e.letter(i, to)
	}
}

func (e *emitter) reach(i, to int, has func(manuscript.Format) bool) int {
	for i < to && has(e.letters[i].f) {
		i++
	}
	return i
}

// link writes a link; an address that names itself is written as such.
func (e *emitter) link(from, to int, target string, opened int) {
	if visible(e.letters[from:to]) == target && plainURL.MatchString(target) {
		e.out.WriteString("<" + target + ">")
		return
	}
	e.inLink = true
	e.out.WriteString("[")
	e.stretch(from, to, opened)
	e.out.WriteString("](" + address.Replace(target) + ")")
	e.inLink = false
}

var (
	address  = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", `\`, "%5C", `"`, "%22", "\n", "", "{", "%7B", "}", "%7D", "|", "%7C", "*", "%2A", "_", "%5F", "`", "%60")
	plainURL = regexp.MustCompile(`^https?://[!#-;=?-\[\]_a-z~]+$`)
	url      = regexp.MustCompile(`^https?://[^\s<>"“”|{}\\]+`)
)

// letter writes letter i, or the address that begins there, and returns the
// next one.
func (e *emitter) letter(i, to int) int {
	l := e.letters[i]
	switch {
	case l.object != "":
		e.out.WriteString(l.object)
		return i + 1
	case l.r == '\n':
		if e.near(i-1) == '\\' { // goldmark miscounts backslashes at a line's end
			e.out.WriteString("  \n")
			return i + 1
		}
		e.out.WriteString("\\\n")
		return i + 1
	case l.r == 'h' && !e.all && !e.inLink:
		if n := e.url(i, to); n > 0 {
			return i + n
		}
	}
	if e.escapes(i) {
		e.out.WriteByte('\\')
	}
	e.out.WriteRune(l.r)
	return i + 1
}

// url writes an address of the text in angle brackets, in which nothing means
// anything; it returns how many letters that took.
func (e *emitter) url(i, to int) int {
	var b strings.Builder
	for k := i; k < to && e.letters[k].object == "" && e.letters[k].f == e.letters[i].f; k++ {
		b.WriteRune(e.letters[k].r)
	}
	found := strings.TrimRight(url.FindString(b.String()), `.,;:!?)]'’”…*`)
	if !plainURL.MatchString(found) {
		return 0
	}
	e.out.WriteString("<" + found + ">")
	return len(found)
}

// escapes reports whether letter i would mean something where it stands.
func (e *emitter) escapes(i int) bool {
	r, prev, next := e.letters[i].r, e.near(i-1), e.near(i+1)
	if e.all && e.at != inBlock && (r == '.' || r == ',') || r > unicode.MaxASCII || !punctuation(r) {
		return false
	}
	first := e.at == inBlock && (prev == '\n' || prev == 0)
	switch r {
	case '\\', '`', '*', '[', '~', '{', '<':
		return true
	case ']':
		return e.inLink || e.all
	case '_':
		return e.all || !(word(prev) && word(next))
	case '|', ':', '=', '+':
		return first || e.all || r == '|' && e.at == inCell
	case '#':
		return first || e.at == inHeading || e.all
	case '-':
		return first || prev == '-' || next == '-'
	case '>':
		return first || prev == '>' || next == '>'
	case '&':
		return word(next) || next == '#'
	case '!':
		return next == '[' || next == -1 || i+1 < len(e.letters) && e.letters[i+1].f.Link != e.letters[i].f.Link
	case '.', ')':
		return e.numbered(i) || r == '.' && e.www(i)
	}
	return e.all && r != '"' && r != '\'' // these the site's typography turns
}

// near is the character of a letter: 0 outside, -1 for an object.
func (e *emitter) near(i int) rune {
	switch {
	case i < 0 || i >= len(e.letters):
		return 0
	case e.letters[i].object != "":
		return -1
	}
	return e.letters[i].r
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// numbered reports whether only digits stand before letter i on its line, as
// before an item of a list.
func (e *emitter) numbered(i int) bool {
	k := i - 1
	for k >= 0 && e.near(k) >= '0' && e.near(k) <= '9' {
		k--
	}
	return e.at == inBlock && k < i-1 && (e.near(k) == 0 || e.near(k) == '\n')
}

// www reports whether letter i is the point of an address without a scheme that
// holds what has to be escaped: within an address nothing can be.
func (e *emitter) www(i int) bool {
	if i < 3 || e.near(i-1)|0x20 != 'w' || e.near(i-2)|0x20 != 'w' || e.near(i-3)|0x20 != 'w' {
		return false
	}
	for k := i; k < len(e.letters) && !unicode.IsSpace(e.near(k)); k++ {
		if e.near(k) == -1 || strings.ContainsRune("_*~[`{<&\\!-", e.near(k)) || e.letters[k].f != e.letters[i].f {
			return true
		}
	}
	return false
}
