package screen

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/sfnt"
)

// font is a face that a document uses.
type font struct {
	face   *face.Face
	family string // as the SVG calls it; depends on the file alone
	used   bool
	plain  map[rune]uint16 // glyphs of characters that stand for themselves
	data   []byte          // for the browser, made when asked for
}

// font returns the font of a face.
func (p *Painter) font(f *face.Face) *font {
	known := p.fonts[f]
	if known == nil {
		sum := sha256.Sum256(f.Data)
		known = &font{face: f, family: "p" + hex.EncodeToString(sum[:5]), plain: map[rune]uint16{}}
		p.fonts[f] = known
	}
	known.used = true
	return known
}

// plainest and lastPlain bound the characters that are written as themselves:
// Latin with its marks, and punctuation. Others a browser might take from a font
// of its own (emoji), or turn around (Arabic).
const (
	firstPlain = ' '
	lastPlain  = '⅏'
)

func standsForItself(r rune) bool {
	switch {
	case r < firstPlain, r >= 0x7f && r < 0xa0, r == 0xad, r > lastPlain:
		return false
	case r >= 0x300 && r < 0x370, r >= 0x590 && r < 0x1e00: // marks; other scripts
		return false
	case r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202f, r >= 0x205f && r <= 0x206f, r >= 0x20d0 && r <= 0x20ff:
		return false
	}
	return true
}

// char is the character that shows glyph g: what it stands for, when that is
// one character whose own glyph it is.
func (f *font) char(g *display.Glyph, text string) rune {
	var r rune
	n := 0
	for _, c := range text {
		r = c
		n++
	}
	if n != 1 || !standsForItself(r) {
		return sfnt.GlyphRune(g.ID)
	}
	id, known := f.plain[r]
	if !known {
		id, _ = f.face.Glyph(r)
		f.plain[r] = id
	}
	if id != g.ID || id == 0 {
		return sfnt.GlyphRune(g.ID)
	}
	return r
}

// Families are the fonts that the last document uses, in order.
func (p *Painter) Families() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var list []string
	for _, f := range p.fonts {
		if f.used && !slices.Contains(list, f.family) {
			list = append(list, f.family)
		}
	}
	slices.Sort(list)
	return list
}

// Font is the font file of a family for the browser; nil when the last document
// has none of that name. It is the same for the same family for ever.
func (p *Painter) Font(family string) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, f := range p.fonts {
		if f.family != family {
			continue
		}
		if f.data == nil {
			parsed, err := sfnt.Parse(f.face.Data)
			if err != nil {
				return nil, fmt.Errorf("screen: font %s: %w", f.face.PostName, err)
			}
			f.data = parsed.Browser(f.characters())
		}
		return f.data, nil
	}
	return nil, nil
}

// characters are all that the face maps and that may stand for themselves.
func (f *font) characters() map[rune]uint16 {
	all := map[rune]uint16{}
	for r := rune(firstPlain); r <= lastPlain; r++ {
		if id, ok := f.face.Glyph(r); ok && standsForItself(r) {
			all[r] = id
		}
	}
	return all
}

// Stylesheet is what a page that holds the SVGs needs: the fonts, at the
// addresses that address gives, and that the browser sets no text by itself.
func (p *Painter) Stylesheet(address func(family string) string) string {
	var b strings.Builder
	for _, family := range p.Families() {
		fmt.Fprintf(&b, "@font-face{font-family:%s;src:url(%q)}\n", family, address(family))
	}
	b.WriteString("svg.press text{white-space:pre;text-rendering:geometricPrecision;font-kerning:none;" +
		"font-variant-ligatures:none;font-synthesis:none;direction:ltr;unicode-bidi:bidi-override;letter-spacing:0;word-spacing:0}\n" +
		"svg.press .as-stored{image-orientation:none}\n")
	return b.String()
}
