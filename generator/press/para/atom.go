package para

import (
	"math"
	"strings"
	"unicode/utf8"

	"bantin/generator/press/face"
)

type kind uint8

const (
	box    kind = iota // glyphs of one face
	glue               // a word space
	object             // an atomic box
	kern               // padding, borders
	leader             // fills the line
)

// atom is the smallest part that breaking moves about. Widths are pt.
type atom struct {
	kind     kind
	keep     bool // glue: not dropped at line ends
	item     int32
	from, to int32 // bytes of the item's text
	base     int32 // byte of the item's text that glyph offsets count from
	face     *face.Face
	glyphs   []face.Glyph
	w        float64
	bend     float64 // pt that a box gives for every 1 of scale, tracking included
	st, sh   float64 // of glue
}

// atomize turns the items of one segment (no forced break inside) into b.atoms
// and notes the places to break in b.opps. first is the index of items[0] in
// the caller's list.
func (b *breaker) atomize(items []Item, first int) {
	b.atoms, b.opps = b.atoms[:0], b.opps[:0]
	b.at, b.noted, b.solid, b.head = 0, 0, false, true
	b.tabbed, b.x = 0, 0
	for i := range items {
		it, id := &items[i], int32(first+i)
		switch {
		case it.Break:
		case it.Kern:
			if !it.Close {
				b.note()
			}
			b.atoms = append(b.atoms, atom{kind: kern, item: id, w: it.Width})
		case it.Atomic:
			b.note()
			b.push(atom{kind: object, item: id, w: it.Width})
			b.at++
		case it.Leader != "":
			b.note()
			glyphs, f := leaderGlyphs(it)
			b.push(atom{kind: leader, item: id, face: f, glyphs: glyphs, w: advance(glyphs) * it.Size / 1000})
			b.at++
		default:
			b.text(it, id)
		}
	}
}

func (b *breaker) push(a atom) {
	b.atoms = append(b.atoms, a)
	b.solid, b.head = true, false
}

// note records that a line may end before the next atom.
func (b *breaker) note() {
	if c := b.chances[b.at]; c != never && b.noted != b.at && b.solid {
		b.opps = append(b.opps, opportunity{at: int32(len(b.atoms)), chance: c})
		b.noted, b.solid = b.at, false
	}
}

// text splits a text item into words and spaces.
func (b *breaker) text(it *Item, id int32) {
	s := it.Text
	features := it.Features
	if it.Letter != 0 { // CSS Text 3, section 7.2: no optional ligatures
		features = append(append([]face.Feature(nil), features...), face.Feature{Tag: "liga"}, face.Feature{Tag: "clig"})
	}
	var blank *blank
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if wordSpace(r) {
			if blank == nil {
				blank = newBlank(it)
			}
			b.note()
			b.space(it, id, i, i+n, r, blank)
			i += n
			b.at++
			continue
		}
		end := i + strings.IndexFunc(s[i:], wordSpace)
		if end < i {
			end = len(s)
		}
		b.word(it, id, i, end, features)
		i = end
	}
}

// blank is the word space of an item.
type blank struct {
	face   *face.Face // nil when there is none
	glyphs []face.Glyph
	w      float64
}

func newBlank(it *Item) *blank {
	f := chooseFace(it.Face, " ")
	if f == nil {
		return &blank{}
	}
	glyphs := f.Shape(" ", it.Features, it.Lang)
	return &blank{f, glyphs, advance(glyphs) * it.Size / 1000}
}

func (b *breaker) space(it *Item, id int32, from, to int, r rune, blank *blank) {
	if blank.face == nil {
		return
	}
	a := atom{kind: glue, item: id, from: int32(from), to: int32(to), base: int32(from), face: blank.face, glyphs: blank.glyphs, w: blank.w + it.Letter + it.Word}
	a.st, a.sh = b.elastic(blank.w, it.Size)
	if r == '\t' && it.Pre {
		a.w, a.st, a.sh = b.tab(blank.w), 0, 0
	}
	// White space of "pre" stays also at the end of a line, that of "pre-wrap"
	// hangs there (CSS Text 3, section 4.1.3).
	if a.keep = r == '\u00a0' || it.Pre && (b.head || it.NoWrap); a.keep {
		b.solid = true
	}
	b.atoms = append(b.atoms, a)
}

// tab is the width to the next of the tab stops, eight spaces apart, counted
// from the last forced break (CSS Text 3, section 4.2).
func (b *breaker) tab(space float64) float64 {
	for ; b.tabbed < len(b.atoms); b.tabbed++ {
		b.x += b.atoms[b.tabbed].w
	}
	stop := 8 * space
	if stop <= 0 {
		return 0
	}
	return stop - math.Mod(b.x, stop)
}

// word shapes one word and cuts it where it may break.
func (b *breaker) word(it *Item, id int32, from, to int, features []face.Feature) {
	for from < to {
		f, n, glyphs := run(it.Face, it.Text[from:to], features, it.Lang)
		if f == nil {
			b.at += utf8.RuneCountInString(it.Text[from:to])
			return
		}
		b.fragments(it, id, from, from+n, f, features, glyphs)
		from += n
	}
}

// fragments cuts the run at the places where a line may break. Kerning and
// ligatures over such a place are those of the whole run when a glyph ends
// there.
func (b *breaker) fragments(it *Item, id int32, from, to int, f *face.Face, features []face.Feature, glyphs []face.Glyph) {
	base, start, rest := from, from, glyphs
	b.note()
	b.at++ // of the first character
	_, n := utf8.DecodeRuneInString(it.Text[from:])
	for i := from + n; i < to; i, b.at = i+n, b.at+1 {
		_, n = utf8.DecodeRuneInString(it.Text[i:])
		if b.chances[b.at] == never {
			continue
		}
		k := 0
		for k < len(rest) && base+int(rest[k].Start) < i {
			k++
		}
		if k < len(rest) && base+int(rest[k].Start) == i {
			b.box(it, id, start, i, base, f, rest[:k])
			rest = rest[k:]
		} else {
			b.box(it, id, start, i, start, f, f.Shape(it.Text[start:i], features, it.Lang))
			rest, base = f.Shape(it.Text[i:to], features, it.Lang), i
		}
		start = i
		b.note()
	}
	b.box(it, id, start, to, base, f, rest)
}

func (b *breaker) box(it *Item, id int32, from, to, base int, f *face.Face, glyphs []face.Glyph) {
	a := atom{kind: box, item: id, from: int32(from), to: int32(to), base: int32(base), face: f, glyphs: glyphs}
	a.w = advance(glyphs) * it.Size / 1000
	if it.Letter != 0 {
		a.w += it.Letter * float64(clusters(glyphs))
	}
	a.bend = bend(glyphs, it)
	b.push(a)
}
