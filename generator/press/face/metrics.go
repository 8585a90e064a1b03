package face

import (
	"encoding/binary"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// measure fills the metrics. Ascent, descent and line gap are chosen as
// browsers on Linux do: the typographic ones of OS/2 when the font asks for
// them (USE_TYPO_METRICS), else those of hhea, and those of OS/2 when hhea has
// none.
func (f *Face) measure(ld *ot.Loader) {
	m := &f.impl
	if e, ok := m.font.FontHExtents(); ok {
		f.Ascent, f.Descent, f.LineGap = m.units(e.Ascender), m.units(e.Descender), m.units(e.LineGap)
	}
	if f.Ascent == 0 && f.Descent == 0 {
		f.measureOS2(ld)
	}
	if f.Ascent-f.Descent <= 0 {
		f.Ascent, f.Descent, f.LineGap = 800, -200, 0
	}
	f.LineGap = max(0, f.LineGap)
	line := func(l font.LineMetric, missing float64) float64 {
		if v := m.units(m.font.LineMetric(l)); v != 0 {
			return v
		}
		return missing
	}
	f.XHeight = line(font.XHeight, 500)
	f.CapHeight = line(font.CapHeight, 700)
	f.UnderlinePos = line(font.UnderlinePosition, -100)
	f.UnderlineSz = line(font.UnderlineThickness, 50)
	f.StrikePos = line(font.StrikethroughPosition, f.XHeight/2)
	f.StrikeSz = line(font.StrikethroughThickness, f.UnderlineSz)
}

func (m *impl) units(v float32) float64 { return float64(v) * m.scale }

// measureOS2 takes the typographic metrics of OS/2, or the Windows ones when
// those are nought too.
func (f *Face) measureOS2(ld *ot.Loader) {
	raw, err := ld.RawTable(ot.MustNewTag("OS/2"))
	if err != nil || len(raw) < 78 {
		return
	}
	at := func(i int) float64 { return float64(int16(binary.BigEndian.Uint16(raw[i:]))) * f.impl.scale }
	f.Ascent, f.Descent, f.LineGap = at(68), at(70), at(72)
	if f.Ascent == 0 && f.Descent == 0 {
		f.Ascent, f.Descent = at(74), -at(76)
	}
}

// LineHeightNormal is the line height that "line-height: normal" means for this
// face (CSS Inline 3, section 4.2), in 1/1000 em.
func (f *Face) LineHeightNormal() float64 {
	f.load()
	return f.Ascent - f.Descent + f.LineGap
}

// Has reports whether the face can show the rune: it maps it, or the shaper
// makes it of what the face maps (widths of the fixed spaces, U+2011), or it
// shows nothing at all.
func (f *Face) Has(r rune) bool {
	if f.load() != nil {
		return false
	}
	m := &f.impl
	m.mu.RLock()
	has, known := m.covers[r]
	m.mu.RUnlock()
	if known {
		return has
	}
	_, has = m.glyph(r)
	if !has {
		if s := m.standIn(r); s != r {
			_, has = m.glyph(s)
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.covers == nil || len(m.covers) > maxCached {
		m.covers = map[rune]bool{}
	}
	m.covers[r] = has
	return has
}
