package sfnt

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"testing"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/stix/stix2textbold"
	"github.com/go-fonts/stix/stix2textitalic"
	"github.com/go-fonts/stix/stix2textregular"
	"github.com/go-text/typesetting/font"
)

var files = map[string][]byte{
	"STIX regular": stix2textregular.TTF, "STIX italic": stix2textitalic.TTF, "STIX bold": stix2textbold.TTF,
	"Liberation regular": liberationsansregular.TTF, "Liberation bold": liberationsansbold.TTF,
}

// viet is every letter, digit and sign that a Vietnamese issue uses.
const viet = " aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệfghiíìỉĩịjklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvwxyýỳỷỹỵz" +
	"AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬBCDĐEÉÈẺẼẸÊẾỀỂỄỆFGHIÍÌỈĨỊJKLMNOÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢPQRSTUÚÙỦŨỤƯỨỪỬỮỰVWXYÝỲỶỸỴZ" +
	"0123456789.,;:!?-–—…“”‘’()[]/%+=*&«»•§°×"

func face(t testing.TB, data []byte) *font.Face {
	f, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// ids maps the text to glyphs by the font's own cmap.
func ids(t testing.TB, data []byte, text string) (out []uint16) {
	f := face(t, data)
	for _, r := range text {
		g, ok := f.NominalGlyph(r)
		if !ok {
			t.Fatalf("no glyph for %q", r)
		}
		out = append(out, uint16(g))
	}
	return out
}

// wrapped makes a CFF program a font file again, for a reader to open.
func wrapped(full []byte, cff []byte, glyphs int) []byte {
	f, _ := Parse(full)
	maxp := []byte{0, 0, 0x50, 0, byte(glyphs >> 8), byte(glyphs)}
	hhea := bytes.Clone(f.tables["hhea"])
	hhea[34], hhea[35] = 0, 1
	out := assemble([]table{{"CFF ", cff}, {"cmap", f.tables["cmap"]}, {"head", bytes.Clone(f.tables["head"])}, {"hhea", hhea}, {"hmtx", f.tables["hmtx"][:4]}, {"maxp", maxp}})
	copy(out, "OTTO")
	return out
}

func outline(t testing.TB, f *font.Face, g uint16) string {
	d, ok := f.GlyphDataOutline(font.GID(g))
	if !ok {
		t.Fatalf("glyph %d has no outline", g)
	}
	return fmt.Sprint(d.Segments)
}

// TestSubsetKeepsOutlines reads the subsets with another library and compares
// each glyph with the whole font's.
func TestSubsetKeepsOutlines(t *testing.T) {
	for name, data := range files {
		f, err := Parse(data)
		if err != nil {
			t.Fatal(name, err)
		}
		used := ids(t, data, viet)
		p, err := f.Subset("ABCDEF+Test", used)
		if err != nil {
			t.Fatal(name, err)
		}
		sub := p.Data
		top := uint16(0)
		for _, g := range used {
			top = max(top, g)
		}
		if p.CFF {
			sub = wrapped(data, p.Data, int(top)+1)
		}
		full := face(t, data)
		var part *font.Face
		if p.CFF {
			part = face(t, sub)
		} else {
			part = withCmap(t, f, sub)
		}
		for _, g := range append(used, 0) {
			if a, b := outline(t, full, g), outline(t, part, g); a != b {
				t.Errorf("%s: glyph %d is %.80s, was %.80s", name, g, b, a)
			}
		}
		size := packed(p.Data)
		t.Logf("%s: %d glyphs, %d bytes, %d compressed, whole font %d", name, len(used), len(p.Data), size, len(data))
		if size > 40_000 {
			t.Errorf("%s: %d bytes compressed", name, size)
		}
	}
}

// withCmap gives a TrueType subset back the tables that the reading library
// insists on.
func withCmap(t testing.TB, f *Font, sub []byte) *font.Face {
	ld, err := directory(sub)
	if err != nil {
		t.Fatal(err)
	}
	ld["cmap"] = f.tables["cmap"]
	var tables []table
	for _, tag := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		tables = append(tables, table{tag, bytes.Clone(ld[tag])})
	}
	return face(t, assemble(tables))
}

func packed(data []byte) int {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Len()
}

func TestMetrics(t *testing.T) {
	f, err := Parse(stix2textbold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	m := f.Metrics()
	if m.UnitsPerEm != 1000 || m.Weight != 700 || m.Italic || !f.IsCFF() || m.CapHeight < 600 || m.CapHeight > 720 || m.Ascent <= 0 || m.Descent >= 0 {
		t.Errorf("%+v", m)
	}
	i, _ := Parse(stix2textitalic.TTF)
	if m := i.Metrics(); !m.Italic || m.ItalicAngle >= 0 {
		t.Errorf("%+v", m)
	}
}

func TestErrors(t *testing.T) {
	f, _ := Parse(liberationsansregular.TTF)
	if _, err := f.Subset("X", []uint16{65535}); err == nil {
		t.Error("a glyph that is not there was taken")
	}
	for _, data := range [][]byte{nil, []byte("OTTO"), liberationsansregular.TTF[:200], bytes.Repeat([]byte{0xff}, 100)} {
		if _, err := Parse(data); !errors.Is(err, ErrBroken) {
			t.Errorf("%d bytes: %v", len(data), err)
		}
	}
}

// TestSameBytes asks for the same bytes whatever the order of the glyphs.
func TestSameBytes(t *testing.T) {
	for name, data := range files {
		f, _ := Parse(data)
		a, _ := f.Subset("X", []uint16{9, 5, 7})
		b, _ := f.Subset("X", []uint16{5, 7, 9, 9})
		if !bytes.Equal(a.Data, b.Data) {
			t.Errorf("%s: differs", name)
		}
	}
}

func FuzzSubset(f *testing.F) {
	for _, name := range []string{"STIX regular", "Liberation regular"} {
		small, err := Parse(files[name])
		if err != nil {
			f.Fatal(err)
		}
		p, err := small.Subset("AAAAAA+Seed", []uint16{3, 40, 90, 120})
		if err != nil {
			f.Fatal(err)
		}
		if p.CFF {
			p.Data = wrapped(files[name], p.Data, 121)
		}
		f.Add(p.Data, uint16(90), 100, byte(7))
	}
	f.Fuzz(func(t *testing.T, data []byte, glyph uint16, at int, with byte) {
		if len(data) > 0 { // one more mangled byte each run
			data = bytes.Clone(data)
			data[uint(at)%uint(len(data))] ^= with
		}
		font, err := Parse(data)
		if err != nil {
			return
		}
		font.Metrics()
		font.Advance(glyph)
		if p, err := font.Subset("AAAAAA+Fuzz", []uint16{glyph % uint16(max(1, font.NumGlyphs())), 1 % uint16(font.NumGlyphs())}); err == nil && len(p.Data) == 0 {
			t.Fatal("an empty program without an error")
		}
	})
}

func BenchmarkSubset(b *testing.B) {
	for _, name := range []string{"STIX regular", "Liberation regular"} {
		used := ids(b, files[name], viet)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f, err := Parse(files[name])
				if err != nil {
					b.Fatal(err)
				}
				if _, err := f.Subset("ABCDEF+Bench", used); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
