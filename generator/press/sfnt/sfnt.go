// Package sfnt cuts OpenType fonts down to the glyphs a document uses, for
// embedding in PDF. Glyph ids are kept, so that whoever shaped the text need not
// renumber it: unused outlines become empty, and the glyph list ends after the
// highest used one. It reads untrusted bytes: a broken font is an error, never a
// panic.
package sfnt

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrBroken marks every error about bytes that are not a usable font.
var ErrBroken = errors.New("broken font")

// Font is an OpenType file with TrueType or CFF outlines.
type Font struct {
	tables  map[string][]byte
	metrics Metrics
	glyphs  int // number of glyphs, from maxp
	hadv    int // numberOfHMetrics
	longLoc bool
}

// Metrics are what a PDF font descriptor asks for (ISO 32000-1, table 122), in
// 1/1000 em except where said. Descent is negative.
type Metrics struct {
	UnitsPerEm         int
	BBox               [4]float64 // left, bottom, right, top
	Ascent, Descent    float64
	CapHeight, XHeight float64
	ItalicAngle        float64 // degrees, negative leans right
	Weight             int     // usWeightClass, 1..1000
	FixedPitch, Serif  bool
	Italic             bool
}

func broken(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrBroken, fmt.Sprintf(format, args...))
}

// Parse reads the table directory and the metrics. data must not change while
// the Font is used.
func Parse(data []byte) (*Font, error) {
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	f := &Font{tables: tables}
	if err := f.readHead(); err != nil {
		return nil, err
	}
	if f.tables["CFF "] == nil && f.tables["glyf"] == nil {
		return nil, broken("no glyf and no CFF table")
	}
	f.readNames()
	return f, nil
}

// directory finds the tables (OpenType 1.9, "Font tables").
func directory(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, broken("%d bytes", len(data))
	}
	switch v := binary.BigEndian.Uint32(data); v {
	case 0x00010000, 0x4F54544F, 0x74727565: // 1.0, OTTO, true
	default:
		return nil, broken("unknown signature %08x", v)
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < 12+16*n {
		return nil, broken("table directory is cut off")
	}
	tables := make(map[string][]byte, n)
	for i := range n {
		rec := data[12+16*i:]
		off, size := uint64(binary.BigEndian.Uint32(rec[8:])), uint64(binary.BigEndian.Uint32(rec[12:]))
		if off+size > uint64(len(data)) {
			return nil, broken("table %q lies outside the file", rec[:4])
		}
		tables[string(rec[:4])] = data[off : off+size]
	}
	return tables, nil
}

// readHead reads head, hhea, maxp and hmtx, without which no font works.
func (f *Font) readHead() error {
	head, hhea, maxp := f.tables["head"], f.tables["hhea"], f.tables["maxp"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return broken("head, hhea or maxp is missing or short")
	}
	m := &f.metrics
	m.UnitsPerEm = int(u16(head, 18))
	if m.UnitsPerEm < 16 || m.UnitsPerEm > 16384 {
		return broken("%d units per em", m.UnitsPerEm)
	}
	for i := range m.BBox {
		m.BBox[i] = f.em(i16(head, 36+2*i))
	}
	m.Italic = u16(head, 44)&2 != 0
	f.longLoc = u16(head, 50) != 0
	m.Ascent, m.Descent = f.em(i16(hhea, 4)), f.em(i16(hhea, 6))
	f.glyphs = int(u16(maxp, 4))
	f.hadv = int(u16(hhea, 34))
	if f.glyphs == 0 || f.hadv == 0 || f.hadv > f.glyphs || len(f.tables["hmtx"]) < 4*f.hadv {
		return broken("%d glyphs with %d advances", f.glyphs, f.hadv)
	}
	return nil
}

// readNames reads what OS/2 and post add; fonts without them get plain guesses.
func (f *Font) readNames() {
	m := &f.metrics
	m.Weight, m.CapHeight, m.XHeight = 400, 0.9*m.Ascent, 0.6*m.Ascent
	if os2 := f.tables["OS/2"]; len(os2) >= 78 {
		m.Weight = min(max(int(u16(os2, 4)), 1), 1000)
		m.Italic = m.Italic || u16(os2, 62)&1 != 0
		class := u16(os2, 30) >> 8 // sFamilyClass: 1-5 and 7 have serifs
		m.Serif = class >= 1 && class <= 7 && class != 6 || class == 0 && os2[32] == 2 && os2[33] >= 2 && os2[33] <= 10
		if u16(os2, 0) >= 2 && len(os2) >= 90 {
			m.XHeight, m.CapHeight = f.em(i16(os2, 86)), f.em(i16(os2, 88))
		}
	}
	if post := f.tables["post"]; len(post) >= 16 {
		m.ItalicAngle = float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536
		m.FixedPitch = binary.BigEndian.Uint32(post[12:]) != 0
	}
}

// Metrics returns the font's metrics.
func (f *Font) Metrics() Metrics { return f.metrics }

// NumGlyphs is the number of glyphs; ids run below it.
func (f *Font) NumGlyphs() int { return f.glyphs }

// IsCFF reports whether the outlines are PostScript ones.
func (f *Font) IsCFF() bool { return f.tables["CFF "] != nil }

// Advance is the glyph's own width in 1/1000 em; 0 for ids out of range.
func (f *Font) Advance(gid uint16) float64 {
	if int(gid) >= f.glyphs {
		return 0
	}
	return f.em(int(u16(f.tables["hmtx"], 4*min(int(gid), f.hadv-1))))
}

func (f *Font) em(units int) float64 { return float64(units) * 1000 / float64(f.metrics.UnitsPerEm) }

// Program is a font program ready to embed.
type Program struct {
	Data []byte
	CFF  bool // a bare CFF program (FontFile3, CIDFontType0C), else TrueType (FontFile2)
}

// Subset keeps the outlines of glyphs, of .notdef and of what these are
// composed of. name is the PostScript name written into the program, with its
// subset tag. Ids out of range are an error.
func (f *Font) Subset(name string, glyphs []uint16) (Program, error) {
	used := make([]bool, f.glyphs)
	used[0] = true
	for _, g := range glyphs {
		if int(g) >= f.glyphs {
			return Program{}, fmt.Errorf("subset %s: no glyph %d, the font has %d", name, g, f.glyphs)
		}
		used[g] = true
	}
	if f.IsCFF() {
		data, err := subsetCFF(f.tables["CFF "], name, used)
		if err != nil {
			return Program{}, fmt.Errorf("subset %s: %w", name, err)
		}
		return Program{Data: data, CFF: true}, nil
	}
	data, err := f.subsetGlyf(used)
	if err != nil {
		return Program{}, fmt.Errorf("subset %s: %w", name, err)
	}
	return Program{Data: data}, nil
}

// count is one more than the highest used glyph id.
func count(used []bool) int {
	n := len(used)
	for n > 1 && !used[n-1] {
		n--
	}
	return n
}

func u16(b []byte, i int) uint16 { return binary.BigEndian.Uint16(b[i:]) }
func i16(b []byte, i int) int    { return int(int16(binary.BigEndian.Uint16(b[i:]))) }
