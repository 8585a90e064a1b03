package pdf

import (
	"fmt"
	"slices"
)

// Font is a face to embed for text written as glyph ids. Lengths are 1/1000 em.
type Font struct {
	Name            string // PostScript name with its subset tag
	Program         Program
	BBox            [4]float64
	Ascent, Descent float64
	CapHeight       float64
	ItalicAngle     float64
	StemV           float64
	Fixed, Serif    bool
	Italic          bool
	Glyphs          []GlyphInfo // sorted by id
}

// Program is the program of a face, ready to be written: only PackProgram makes
// one, so that nothing uncompressed goes into a file as compressed.
type Program struct {
	data   []byte // compressed
	length int    // before that, in bytes
	cff    bool   // bare CFF, else TrueType
}

// PackProgram compresses a font program. It may be called from several
// goroutines.
func PackProgram(data []byte, cff bool) Program {
	return Program{Deflate(data), len(data), cff}
}

// GlyphInfo is what a reader must know of a glyph.
type GlyphInfo struct {
	ID    uint16
	Width float64
	Text  string // NFC; "" when it alone stands for nothing
}

// SubsetTag makes the six letters before a subset's name from a number.
func SubsetTag(n uint64) string {
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + byte(n%26)
		n /= 26
	}
	return string(tag[:])
}

// Flags of font descriptors (ISO 32000-1, table 123).
const (
	flagFixed    = 1 << 0
	flagSerif    = 1 << 1
	flagSymbolic = 1 << 2
	flagItalic   = 1 << 6
)

// SetFont embeds a font as a Type 0 font with Identity-H codes (ISO 32000-1,
// 9.7) under an allocated number: pages name their fonts before it is known
// which glyphs these need.
func (d *Writer) SetFont(r Ref, f *Font) {
	flags := flagSymbolic // the glyphs are beyond the Adobe standard Latin set
	for _, set := range []struct {
		on   bool
		flag int
	}{{f.Fixed, flagFixed}, {f.Serif, flagSerif}, {f.Italic, flagItalic}} {
		if set.on {
			flags |= set.flag
		}
	}
	file, key, subtype := Dict{{"Length1", f.Program.length}}, Name("FontFile2"), Name("CIDFontType2")
	if f.Program.cff {
		file, key, subtype = Dict{{"Subtype", Name("CIDFontType0C")}}, "FontFile3", "CIDFontType0"
	}
	program := d.Alloc()
	d.SetPacked(program, append(file, Entry{"Filter", Name("FlateDecode")}), f.Program.data)
	descriptor := d.Add(Dict{
		{"Type", Name("FontDescriptor")}, {"FontName", Name(f.Name)}, {"Flags", flags},
		{"FontBBox", Array{f.BBox[0], f.BBox[1], f.BBox[2], f.BBox[3]}},
		{"ItalicAngle", f.ItalicAngle}, {"Ascent", f.Ascent}, {"Descent", f.Descent},
		{"CapHeight", f.CapHeight}, {"StemV", f.StemV}, {key, program},
	})
	cid := Dict{
		{"Type", Name("Font")}, {"Subtype", subtype}, {"BaseFont", Name(f.Name)},
		{"CIDSystemInfo", Dict{{"Registry", "Adobe"}, {"Ordering", "Identity"}, {"Supplement", 0}}},
		{"FontDescriptor", descriptor}, {"DW", 0}, {"W", widths(f.Glyphs)},
	}
	base := f.Name
	if f.Program.cff {
		base += "-Identity-H"
	} else {
		cid = append(cid, Entry{"CIDToGIDMap", Name("Identity")})
	}
	d.Set(r, Dict{
		{"Type", Name("Font")}, {"Subtype", Name("Type0")}, {"BaseFont", Name(base)},
		{"Encoding", Name("Identity-H")}, {"DescendantFonts", Array{d.Add(cid)}},
		{"ToUnicode", d.Stream(nil, toUnicode(f.Glyphs))},
	})
}

// widths groups neighbours: id [w w w].
func widths(glyphs []GlyphInfo) Array {
	var out, run Array
	for i, g := range glyphs {
		if i > 0 && g.ID != glyphs[i-1].ID+1 {
			out, run = append(out, run), nil
		}
		if run == nil {
			out = append(out, int(g.ID))
		}
		run = append(run, g.Width)
	}
	if run != nil {
		out = append(out, run)
	}
	return out
}

// toUnicode writes the CMap from glyph ids to text (ISO 32000-1, 9.10.3).
func toUnicode(glyphs []GlyphInfo) []byte {
	out := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	named := slices.DeleteFunc(slices.Clone(glyphs), func(g GlyphInfo) bool { return g.Text == "" })
	for chunk := range slices.Chunk(named, 100) { // at most 100 a block
		out = fmt.Appendf(out, "%d beginbfchar\n", len(chunk))
		for _, g := range chunk {
			out = fmt.Appendf(out, "<%04X> <%X>\n", g.ID, UTF16(g.Text))
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
