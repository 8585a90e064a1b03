package para

import (
	"unicode"
	"unicode/utf8"

	"bantin/generator/press/face"
)

// Hanging punctuation (CSS Text 3, section 9.2). In justified text allow-end
// stands for optical margins: stops, commas, hyphens and closing quotes at the
// end of any line hang out by a share of their width, always, so that the edge
// looks straight. In ragged text only stops and commas hang, and only when they
// do not fit otherwise, as the specification has it.

// opticalShare is how much of a character hangs out of a justified edge.
func opticalShare(r rune) float64 {
	switch r {
	case '.', ',':
		return 0.7
	case '-', '\u00ad', 0x2010, 0x2011:
		return 0.6
	case ':', ';', 0x2013, '”', '’', '»', '"', '\'':
		return 0.4
	case '!', '?', 0x2014:
		return 0.2
	}
	return 0
}

func isStop(r rune) bool {
	return r == '.' || r == ',' || r == 0x3001 || r == 0x3002 || r == 0xFF0C || r == 0xFF0E
}

func isQuote(r rune) bool {
	return r == '"' || r == '\'' || unicode.In(r, unicode.Pi, unicode.Pf)
}

// hangStart is how far the first character of the paragraph hangs out: an
// opening bracket or quote, whole.
func (b *breaker) hangStart(items []Item) float64 {
	if !b.style.HangFirst {
		return 0
	}
	for i := range b.atoms {
		switch a := &b.atoms[i]; {
		case a.kind == glue && !a.keep:
		case a.kind == box && len(a.glyphs) > 0:
			it := &items[a.item]
			if r, _ := utf8.DecodeRuneInString(it.Text[a.from:a.to]); isQuote(r) || unicode.Is(unicode.Ps, r) {
				return float64(a.glyphs[0].Advance) * it.Size / 1000
			}
			return 0
		default:
			return 0
		}
	}
	return 0
}

// hangEnd is how far the last character of a, which ends a line at o, may hang
// out, and whether it is a stop or comma.
func (b *breaker) hangEnd(a *atom, it *Item, o *opportunity) (float64, bool) {
	s := it.Text[a.from:a.to]
	r, _ := utf8.DecodeLastRuneInString(s)
	if len(a.glyphs) == 0 {
		return 0, false
	}
	w := float64(a.glyphs[len(a.glyphs)-1].Advance) * it.Size / 1000
	end := int(o.at) == len(b.atoms)
	switch {
	case end && b.style.HangLast && (isQuote(r) || unicode.Is(unicode.Pe, r)):
		return w, false
	case !b.style.HangAllowEnd:
		return 0, false
	case b.style.Justify:
		if o.chance == atShy {
			w = hyphenWidth(a, it)
		} else if r == '\u00ad' {
			return 0, false
		}
		return w * opticalShare(r), isStop(r)
	}
	if isStop(r) {
		return w, true
	}
	return 0, false
}

// hyphen shapes the hyphen that shows where a word breaks at a soft hyphen.
func hyphen(a *atom, it *Item) []face.Glyph {
	s := "-"
	if a.face.Has(0x2010) {
		s = "\u2010"
	}
	return a.face.Shape(s, it.Features, it.Lang)
}

func hyphenWidth(a *atom, it *Item) float64 { return advance(hyphen(a, it)) * it.Size / 1000 }
