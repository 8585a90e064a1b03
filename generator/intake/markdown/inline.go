package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"bantin/generator/intake/manuscript"
)

// place is where a text stands.
type place int

const (
	inBlock place = iota
	inHeading
	inCell
)

// letter is one character with its look, or an object that stands in its place.
type letter struct {
	r      rune
	f      manuscript.Format
	object string // Markdown as it is
}

// inline writes runs, and proves that they read back as the same text.
func (w *writer) inline(runs []manuscript.Run, at place) string {
	letters := w.letters(runs, at)
	want := visible(letters)
	for _, try := range []func([]letter) []letter{balanced, linksOnly, bare} {
		text := emit(try(letters), at, false)
		if readsAs(text, want, at, w.notes) {
			return text
		}
	}
	return emit(bare(letters), at, true)
}

// letters flattens runs; white space is as HTML will show it.
func (w *writer) letters(runs []manuscript.Run, at place) []letter {
	var out []letter
	space := func(r rune, f manuscript.Format) {
		if n := len(out); n == 0 || out[n-1].r == '\n' {
			return
		} else if out[n-1].r == ' ' {
			if r == '\n' {
				out[n-1].r = '\n'
			}
			return
		}
		out = append(out, letter{r: r, f: f})
	}
	for _, run := range runs {
		switch {
		case run.Note != nil:
			w.notes = append(w.notes, run.Note)
			out = append(out, letter{object: fmt.Sprintf("[^%d]", len(w.notes))})
		case run.Picture != nil:
			if run.Picture.File != "" {
				out = append(out, letter{object: image(run.Picture)})
			}
		}
		for _, r := range raised(norm.NFC.String(run.Text), run.Format) {
			switch {
			case r == '\n' || r == '\v' || r == '\u2028' || r == '\u2029':
				if at == inBlock {
					space('\n', run.Format)
					continue
				}
				space(' ', run.Format)
			case r == '\t' || r == ' ' || r == '\r' || r == '\f':
				space(' ', run.Format)
			case unicode.IsControl(r), r == '\ufeff', r == '\u200b', r == '\u2060', r == unicode.ReplacementChar:
			case unicode.IsSpace(r) && (len(out) == 0 || out[len(out)-1].r == '\n'):
			default:
				out = append(out, letter{r: r, f: run.Format})
			}
		}
	}
	for len(out) > 0 && out[len(out)-1].object == "" && unicode.IsSpace(out[len(out)-1].r) {
		out = out[:len(out)-1]
	}
	return out
}

func image(p *manuscript.Picture) string {
	return "![" + emit(plainLetters(p.Alt), inHeading, true) + "](" + p.File + ")"
}

func plainLetters(s string) (out []letter) {
	for _, r := range strings.Join(strings.Fields(norm.NFC.String(s)), " ") {
		out = append(out, letter{r: r})
	}
	return out
}

// raised writes superscript and subscript with Unicode's characters, where all
// of a run has them.
func raised(s string, f manuscript.Format) string {
	from, to := "", []rune(nil)
	switch {
	case f.Super:
		from, to = "0123456789+-=()n", []rune("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
	case f.Sub:
		from, to = "0123456789+-=()", []rune("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
	default:
		return s
	}
	var b strings.Builder
	for _, r := range s {
		i := strings.IndexRune(from, r)
		if i < 0 && !unicode.IsSpace(r) {
			return s
		}
		if i < 0 {
			b.WriteRune(r)
			continue
		}
		b.WriteRune(to[i])
	}
	return b.String()
}

// visible is the text of letters with single spaces.
func visible(letters []letter) string {
	var b strings.Builder
	for _, l := range letters {
		if l.object == "" {
			b.WriteRune(l.r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// linksOnly and bare give looks up.
func linksOnly(letters []letter) []letter {
	return without(letters, func(f manuscript.Format) manuscript.Format { return manuscript.Format{Link: f.Link} })
}

func bare(letters []letter) []letter {
	return without(letters, func(manuscript.Format) manuscript.Format { return manuscript.Format{} })
}

func without(letters []letter, keep func(manuscript.Format) manuscript.Format) []letter {
	out := make([]letter, len(letters))
	for i, l := range letters {
		l.f = keep(l.f)
		out[i] = l
	}
	return out
}
