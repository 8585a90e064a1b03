package sfnt

import "testing"

// TestBrowserFont reads the font that a browser gets: every glyph by its
// number, drawn and advanced as in the file, and nothing that shapes.
func TestBrowserFont(t *testing.T) {
	for name, data := range files {
		f, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		runes := map[rune]uint16{}
		for i, id := range ids(t, data, viet) {
			runes[[]rune(viet)[i]] = id
		}
		out := f.Browser(runes)
		was, now := face(t, data), face(t, out)
		for r, id := range runes {
			if got, _ := now.NominalGlyph(r); uint16(got) != id {
				t.Fatalf("%s: %q shows glyph %d, want %d", name, r, got, id)
			}
		}
		for id := range f.glyphs {
			got, ok := now.NominalGlyph(GlyphRune(uint16(id)))
			if !ok || int(got) != id {
				t.Fatalf("%s: glyph %d is not at %U", name, id, GlyphRune(uint16(id)))
			}
			if id%37 == 0 && (outline(t, was, uint16(got)) != outline(t, now, uint16(got)) || was.HorizontalAdvance(got) != now.HorizontalAdvance(got)) {
				t.Fatalf("%s: glyph %d changed", name, id)
			}
		}
		again, err := Parse(out)
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range []string{"GSUB", "GPOS", "kern", "GDEF"} {
			if again.tables[tag] != nil {
				t.Errorf("%s: %s is still there", name, tag)
			}
		}
		if checksum(out) != 0xB1B0AFBA {
			t.Errorf("%s: the file's sum is %08x", name, checksum(out))
		}
	}
}
