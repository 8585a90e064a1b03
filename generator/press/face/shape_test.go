package face

import (
	"math"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"
)

const accented = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ" +
	"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ"

func regular(family string) *Face { return NewSet().Match([]string{family}, 400, false)[0] }

func width(glyphs []Glyph) (w float64) {
	for _, g := range glyphs {
		w += float64(g.Advance)
	}
	return w
}

// TestVietnamese: every letter of every embedded face is one glyph, decomposed
// or not.
func TestVietnamese(t *testing.T) {
	for _, entries := range builtin() {
		for _, e := range entries {
			for _, r := range accented {
				nfc := e.face.Shape(string(r), nil, "vi")
				nfd := e.face.Shape(norm.NFD.String(string(r)), nil, "vi")
				if len(nfc) != 1 || nfc[0].ID == 0 || !e.face.Has(r) {
					t.Errorf("%s lacks %c", e.face.PostName, r)
				}
				if len(nfd) != 1 || nfd[0].ID != nfc[0].ID || int(nfd[0].End) != len(norm.NFD.String(string(r))) {
					t.Errorf("%s: decomposed %c is %v, composed %v", e.face.PostName, r, nfd, nfc)
				}
			}
		}
	}
}

func TestKerning(t *testing.T) {
	for _, family := range []string{"serif", "Arial"} {
		f := regular(family)
		on, off := f.Shape("AV", nil, ""), f.Shape("AV", []Feature{{"kern", 0}}, "")
		if width(on) >= width(off) {
			t.Errorf("%s: AV kerned is %v wide, unkerned %v", family, width(on), width(off))
		}
		if off[0].Advance != off[0].Nominal {
			t.Errorf("%s: unkerned advance %v differs from the nominal %v", family, off[0].Advance, off[0].Nominal)
		}
	}
}

func TestFeatures(t *testing.T) {
	f := regular("serif")
	for _, tag := range []string{"onum", "smcp", "c2sc", "sups", "tnum", "pnum", "lnum", "frac"} {
		text := "Hà 1234567890 1/2"
		plain, set := f.Shape(text, nil, ""), f.Shape(text, []Feature{{tag, 1}}, "")
		same := len(plain) == len(set)
		for i := 0; same && i < len(plain); i++ {
			same = plain[i] == set[i]
		}
		if same && tag != "lnum" && tag != "tnum" {
			t.Errorf("%s changes nothing", tag)
		}
	}
	f.Shape("x", []Feature{{"bad tag", 1}, {"kern", -3}}, "") // ignored
}

// TestClusters: the clusters cover the text, in bytes, whatever is invisible.
func TestClusters(t *testing.T) {
	f := regular("serif")
	for _, text := range []string{"Đảng bộ", "a\u00adb\u200bc", "\u2060x", "offi\u0301ce", "21\u201170 \u202fx", "\xff\xfe", "  a  "} {
		at := int32(0)
		for _, g := range f.Shape(text, nil, "") {
			if g.Start != at && g.End != at {
				t.Errorf("%q: cluster %d to %d does not follow %d", text, g.Start, g.End, at)
			}
			at = g.End
		}
		if int(at) != len(text) {
			t.Errorf("%q: clusters end at %d of %d", text, at, len(text))
		}
	}
}

// TestMetrics has the values of the font files, read with another tool.
func TestMetrics(t *testing.T) {
	f := regular("Liberation Sans")
	// hhea of Liberation Sans: 1854, -434, 67 of 2048; OS/2: x 1082, H 1409.
	for name, v := range map[string][2]float64{
		"ascent":  {f.Ascent, 1854 / 2.048},
		"descent": {f.Descent, -434 / 2.048},
		"gap":     {f.LineGap, 67 / 2.048},
		"normal":  {f.LineHeightNormal(), (1854 + 434 + 67) / 2.048},
		"x":       {f.XHeight, 1082 / 2.048},
		"H":       {f.CapHeight, 1409 / 2.048},
	} {
		if math.Abs(v[0]-v[1]) > 0.01 {
			t.Errorf("%s is %v, want %v", name, v[0], v[1])
		}
	}
}

func TestHas(t *testing.T) {
	f := regular("serif")
	for _, r := range []rune{'ậ', 'Đ', 0x2011, 0x202F, 0xA0, 0xAD, 0x200B, 0x2060} {
		if !f.Has(r) {
			t.Errorf("U+%04X missing", r)
		}
	}
	if f.Has('漢') {
		t.Error("STIX has no Han characters")
	}
}

func TestConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f := regular("monospace")
			for _, r := range accented {
				f.Shape(string(r)+" x", []Feature{{"kern", int(r) % 3}}, "vi")
				f.Has(r)
			}
		}()
	}
	wg.Wait()
}

func TestLongRun(t *testing.T) {
	text := make([]byte, 1<<20)
	for i := range text {
		text[i] = "a\xc3\xa1b"[i%4]
	}
	if n := len(regular("serif").Shape(string(text), nil, "")); n == 0 {
		t.Error("no glyphs")
	}
}

func BenchmarkShapeCached(b *testing.B) {
	f := regular("serif")
	words := []string{"Nghị", "quyết", "của", "Đảng", "bộ", "Thành", "phố"}
	features := []Feature{{"onum", 1}}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f.Shape(words[i%len(words)], features, "vi")
	}
}

func BenchmarkShapeNew(b *testing.B) {
	f := regular("serif")
	c := f.impl.addStyle(nil, "vi")
	b.ReportAllocs()
	for b.Loop() {
		f.shapeSafely("nghiêng", c)
	}
}

func BenchmarkParse(b *testing.B) {
	data := regular("serif").Data
	for b.Loop() {
		if err := (&Face{Data: data}).load(); err != nil {
			b.Fatal(err)
		}
	}
}
