package layout

import (
	"strings"
	"testing"

	"bantin/generator/press/display"
)

// TestSourcesReachThePage follows the attribute of paragraphs, items and what
// stands around them to the text on the page.
func TestSourcesReachThePage(t *testing.T) {
	l := load(t, `<body><article data-from="a.md:1"><h1>Tựa</h1><p data-from="a.md:7">Một <em>hai</em></p><ul><li data-from="a.md:9">Mục</ul></article><p>Ngoài`)
	l.in.SourceAttr = "data-from"
	doc, _, err := Layout(l.root, l.in)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"Tựa": "a.md:1", "Một": "a.md:7", "hai": "a.md:7", "Mục": "a.md:9", "Ngoài": ""}
	for _, it := range doc.Pages[0].Items {
		if text, ok := it.(*display.Text); ok {
			word := strings.TrimSpace(text.Text)
			if source, known := want[word]; known && text.Elem.SourceOf() != source {
				t.Errorf("%q comes from %q, want %q", word, text.Elem.SourceOf(), source)
			}
			delete(want, word)
		}
	}
	if len(want) > 0 {
		t.Errorf("not on the page: %v", want)
	}
}

// TestFindingsSayWhere wants the line that is too wide to be marked where it
// stands.
func TestFindingsSayWhere(t *testing.T) {
	_, findings := set(t, `<style>@page{size:200pt 200pt;margin:20pt}body{margin:0}p{margin:0 0 0 100pt;white-space:nowrap;font:10pt/12pt serif}</style><body><p style="margin-top:24pt">Một dòng rất dài không vừa`)
	for _, f := range findings {
		if f.Code == OverfullLine {
			if f.X != 120 || f.Y != 44 || r2(f.W) != 117.19 || f.H != 12 {
				t.Errorf("the line stands at %g %g %g %g, want 120 44 117.19 12", f.X, f.Y, f.W, f.H)
			}
			return
		}
	}
	t.Errorf("no line is too wide: %v", findings)
}

// TestHolesSayWhere wants the empty foot of a page marked, and the picture that
// cannot be loaded.
func TestHolesSayWhere(t *testing.T) {
	doc, findings := set(t, `<style>@page{size:200pt 200pt;margin:20pt}html{font:10pt/10pt serif}body{margin:0}p{margin:0;break-inside:avoid}</style><body><p>a<br>b<p>`+strings.Repeat("c<br>", 15))
	for _, f := range findings {
		if f.Code == TrappedSpace && f.Page == 1 {
			if f.X != 20 || f.Y != 40 || f.W != 160 || f.H != 140 {
				t.Errorf("the hole is at %g %g %g %g, want 20 40 160 140", f.X, f.Y, f.W, f.H)
			}
			if a := doc.Pages[0].Area; a != (display.Clip{X: 20, Y: 20, W: 160, H: 160}) || doc.Pages[0].GridPitch != 10 {
				t.Errorf("page area %v, grid %g", a, doc.Pages[0].GridPitch)
			}
			return
		}
	}
	t.Errorf("no hole is found: %v", findings)
}
