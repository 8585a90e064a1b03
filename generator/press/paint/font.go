package paint

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/pdf"
	"bantin/generator/press/sfnt"
)

// font is a face in use.
type font struct {
	ref    pdf.Ref
	face   *face.Face
	parsed *sfnt.Font
	glyphs [256]*[256]*glyphUse // by the two bytes of the glyph; nil for what is not used
}

// glyphUse is what a used glyph stands for.
type glyphUse struct {
	text string // what it means wherever it stands alone, NFC
	part string // a cluster that it begins; used when it never stands alone

	width float64 // 1/1000 em
}

// font returns the state of a face.
func (p *painter) font(f *face.Face) (*font, error) {
	if used := p.byFace[f]; used != nil {
		return used, nil
	}
	parsed, err := sfnt.Parse(f.Data)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", f.PostName, err)
	}
	used := &font{ref: p.w.Alloc(), face: f, parsed: parsed}
	p.byFace[f] = used
	p.fonts = append(p.fonts, used)
	return used, nil
}

// use notes the glyphs without saying what they stand for.
func (f *font) use(glyphs []display.Glyph) {
	for i := range glyphs {
		f.glyph(glyphs[i].ID)
	}
}

func (f *font) glyph(id uint16) *glyphUse {
	block := f.glyphs[id>>8]
	if block == nil {
		block = new([256]*glyphUse)
		f.glyphs[id>>8] = block
	}
	u := block[id&0xff]
	if u == nil {
		u = &glyphUse{width: f.width(id)}
		block[id&0xff] = u
	}
	return u
}

// stands notes one cluster and reports whether its glyph alone extracts as text,
// what the cluster stands for.
func (f *font) stands(cluster []display.Glyph, text string) bool {
	if len(cluster) > 1 {
		f.use(cluster)
		if u := f.glyph(cluster[0].ID); u.part == "" {
			u.part = text
		}
		return text == "" // nothing to say: leave it to the glyphs
	}
	u := f.glyph(cluster[0].ID)
	if u.text == "" {
		u.text = text
	}
	return u.text == text
}

// plainText is the text as it should be extracted: NFC, and every space that
// looks like one as a space.
func plainText(s string) string {
	if s == " " || len(s) == 1 {
		return s
	}
	return norm.NFC.String(strings.ReplaceAll(s, "\u00a0", " "))
}

// embed writes the program of a face with what its glyphs stand for.
func (p *painter) embed(f *font) error {
	prog := <-p.programs[f.face]
	if prog.err != nil {
		return prog.err
	}
	glyphs := make([]pdf.GlyphInfo, len(prog.ids))
	for i, id := range prog.ids {
		u := f.glyph(id)
		if glyphs[i] = (pdf.GlyphInfo{ID: id, Width: u.width, Text: u.text}); u.text == "" {
			glyphs[i].Text = u.part
		}
	}
	m := f.parsed.Metrics()
	p.w.SetFont(f.ref, &pdf.Font{
		Name: prog.name, Program: prog.data, BBox: m.BBox,
		Ascent: m.Ascent, Descent: m.Descent, CapHeight: m.CapHeight, ItalicAngle: m.ItalicAngle,
		StemV: stem(m.Weight), Fixed: m.FixedPitch, Serif: m.Serif, Italic: m.Italic, Glyphs: glyphs,
	})
	return nil
}

// stem guesses the width of vertical stems from the weight, in 1/1000 em; no
// table tells it, and readers use it only to choose a substitute.
func stem(weight int) float64 { return 20 + float64(weight)*0.16 }

// subsetName is the PostScript name with a tag that depends on the face and its
// glyphs.
func subsetName(f *face.Face, ids []uint16) string {
	h := fnv.New64a()
	h.Write([]byte(f.PostName))
	for _, id := range ids {
		h.Write(binary.BigEndian.AppendUint16(nil, id))
	}
	name := strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f && !strings.ContainsRune("[](){}<>/%", r) {
			return r
		}
		return '-'
	}, f.PostName)
	return pdf.SubsetTag(h.Sum64()) + "+" + name
}

// width is a glyph's advance as the W array tells it to readers, 1/1000 em. It
// is read from the font itself: the two must agree (ISO 19005-1, 6.3.6).
func (f *font) width(id uint16) float64 { return round(f.parsed.Advance(id)) }
