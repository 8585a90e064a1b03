package face

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// maxRun is the longest run shaped at once, in bytes; longer ones are cut where
// no mark is torn from its letter, so that time stays linear.
const maxRun = 2048

// Shape shapes text as one run of this face, left to right, language lang
// ("vi" when empty). Kerning, ligatures and mark positioning are on unless a
// feature turns them off; decomposed letters come out composed. The result is
// cached by word (what stands between spaces) and features: the caller must not
// change it. Glyphs of one cluster share Start and End, and the clusters cover
// the whole text; characters that show nothing (soft hyphen, zero-width space)
// belong to a neighbour. Byte offsets count in text as it was given.
//
// A face that cannot be parsed gives no glyphs.
func (f *Face) Shape(text string, features []Feature, lang string) []Glyph {
	if text == "" || f.load() != nil {
		return nil
	}
	if lang == "" {
		lang = "vi"
	}
	cut := wordEnd(text)
	if cut == len(text) {
		return f.word(text, features, lang)
	}
	out := make([]Glyph, 0, len(text))
	for at := 0; at < len(text); at += cut {
		cut = wordEnd(text[at:])
		for _, g := range f.word(text[at:at+cut], features, lang) {
			g.Start += int32(at)
			g.End += int32(at)
			out = append(out, g)
		}
	}
	return out
}

// wordEnd is where the first word of text ends, or the space before it.
func wordEnd(text string) int {
	if text[0] == ' ' {
		return 1
	}
	end := len(text)
	if i := strings.IndexByte(text, ' '); i > 0 {
		end = i
	}
	if end <= maxRun {
		return end
	}
	for i := maxRun; i > maxRun/2; i-- {
		if utf8.RuneStart(text[i]) {
			if r, _ := utf8.DecodeRuneInString(text[i:]); !unicode.Is(unicode.M, r) {
				return i
			}
		}
	}
	for i := maxRun; ; i-- {
		if i == 1 || utf8.RuneStart(text[i]) {
			return i
		}
	}
}

func (f *Face) word(text string, features []Feature, lang string) []Glyph {
	m := &f.impl
	glyphs, ok, cache := m.lookup(text, features, lang)
	if ok {
		return glyphs
	}
	if cache == nil {
		cache = m.addStyle(features, lang)
	}
	glyphs = f.shapeSafely(text, cache)
	if len(text) <= maxCachedLen {
		m.remember(cache, strings.Clone(text), glyphs)
	}
	return glyphs
}

// shapeSafely falls back on one glyph a character when the tables of a foreign
// font bring the shaper to panic.
func (f *Face) shapeSafely(text string, c *wordCache) (glyphs []Glyph) {
	m := &f.impl
	m.shaping.Lock()
	defer m.shaping.Unlock()
	defer func() {
		if recover() != nil {
			m.buf = harfbuzz.NewBuffer()
			glyphs = m.nominal(text)
		}
	}()
	return m.run(f.Data, text, c)
}

func (m *impl) run(data []byte, text string, c *wordCache) []Glyph {
	m.shape(m.hb, text, c)
	if m.placesMarks(m.buf.Info) {
		if whole := m.whole(data); whole != nil {
			m.shape(whole, text, c)
		}
	}
	b := m.buf
	glyphs := make([]Glyph, len(b.Info))
	for i, g := range b.Info {
		p := b.Pos[i]
		glyphs[i] = Glyph{
			ID:      uint16(g.Glyph),
			Advance: float32(float64(p.XAdvance) * m.scale),
			Nominal: float32(m.units(m.font.HorizontalAdvance(g.Glyph))),
			XOff:    float32(float64(p.XOffset) * m.scale),
			YOff:    float32(float64(p.YOffset) * m.scale),
			Start:   int32(g.Cluster),
		}
	}
	closeClusters(glyphs, len(text))
	return glyphs
}

// shape leaves the shaped text in m.buf.
func (m *impl) shape(hb *harfbuzz.Font, text string, c *wordCache) {
	b := m.buf
	b.Clear()
	script, known := language.Latin, false
	for i, r := range text {
		if !known {
			if s := language.LookupScript(r); s.Strong() {
				script, known = s, true
			}
		}
		if r == 0x2011 || r == 0x2010 || m.symbols {
			if _, ok := m.glyph(r); !ok {
				r = m.standIn(r)
			}
		}
		b.AddRune(r, i)
	}
	b.Props = harfbuzz.SegmentProperties{
		Direction: harfbuzz.LeftToRight,
		Script:    script,
		Language:  language.NewLanguage(c.lang),
	}
	b.Flags = harfbuzz.Bot | harfbuzz.Eot | harfbuzz.RemoveDefaultIgnorables
	b.Shape(hb, c.hb)
}

// closeClusters gives every glyph the end of its cluster, so that the clusters
// cover the text from 0 to n.
func closeClusters(glyphs []Glyph, n int) {
	end := int32(n)
	for i := len(glyphs) - 1; i >= 0; i-- {
		glyphs[i].End = end
		if i > 0 && glyphs[i-1].Start != glyphs[i].Start {
			end = glyphs[i].Start
		}
	}
	for i, first := 0, int32(-1); i < len(glyphs) && (first < 0 || glyphs[i].Start == first); i++ {
		first = glyphs[i].Start
		glyphs[i].Start = 0
	}
}
