package check

import (
	"fmt"
	"strings"
	"unicode"

	"bantin/generator/viet/legacy"
)

// legacyText warns of text in TCVN3 or VNI. A wrong conversion would be worse
// than none, so that only what is certain is mended.
func legacyText(p *pass) {
	guesses := p.guesses()
	for i, g := range guesses {
		t := &p.texts[i]
		if g.Encoding == legacy.None {
			continue
		}
		word, _, _ := strings.Cut(t.text[g.From:], " ")
		shown, _, _ := strings.Cut(legacy.Convert(t.text[g.From:], g.Encoding), " ")
		fix := fmt.Sprintf("chuyển sang Unicode (%s là %s)", quote(word), quote(shown))
		if !g.Certain {
			p.add(p.at(t, g.From), "bang-ma", fmt.Sprintf("có chữ %s chưa chuyển sang Unicode", g.Encoding), fix)
			continue
		}
		p.add(p.at(t, g.From), "bang-ma", fmt.Sprintf("đoạn này viết bằng %s", g.Encoding), fix+"; chạy check --sua", p.converted(t, g.Encoding)...)
	}
}

// guesses are the old encodings of the passages. What is short, such as a
// heading, is judged by the passages around it.
func (p *pass) guesses() []legacy.Guess {
	guesses := make([]legacy.Guess, len(p.passages()))
	for i := range guesses {
		if guesses[i] = legacy.Detect(p.texts[i].text); guesses[i].Certain {
			p.legacy = guesses[i].Encoding
		}
	}
	if p.legacy == legacy.None {
		return guesses
	}
	pure := p.latin()
	for i := range guesses {
		t := &p.texts[i]
		if among := legacy.Among(t.text, p.legacy); among.Certain {
			guesses[i] = among
		} else if within := legacy.Within(t.text, p.legacy); pure && t.block != nil && within.Certain {
			guesses[i] = within
		}
	}
	return guesses
}

// latin reports whether the body has no letter but those of Latin-1, in which
// the old encodings show: then none of it is Vietnamese in Unicode.
func (p *pass) latin() bool {
	for i := range p.texts {
		if t := &p.texts[i]; t.block != nil && strings.ContainsFunc(t.text, func(r rune) bool { return r > 0xff && unicode.IsLetter(r) }) {
			return false
		}
	}
	return true
}

// converted are the edits that turn a passage into Unicode, node by node.
func (p *pass) converted(t *passage, from legacy.Encoding) (edits []edit) {
	if t.block == nil {
		return p.edit(t, 0, len(t.text), legacy.Convert(t.text, from))
	}
	t.block.Segments(func(start, stop int) {
		was := string(p.page.Body[start:stop])
		if now := legacy.Convert(was, from); now != was {
			edits = append(edits, edit{p.bodyAt() + start, p.bodyAt() + stop, now})
		}
	})
	return edits
}
