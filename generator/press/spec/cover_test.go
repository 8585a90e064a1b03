package spec

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/press"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"
)

// features pair declarations with the OpenType features that CSS Fonts 4,
// section 6, gives them, and a text on which the built-in face shows them.
var features = []struct{ decl, text, tag, on string }{
	{"font-variant-caps:small-caps", "Đảng bộ", "smcp", "on"},
	{"font-variant-caps:all-small-caps", "ĐẢNG", "c2sc", "on"},
	{"font-variant:small-caps", "chi bộ", "smcp", "on"},
	{"font-variant-numeric:oldstyle-nums", "1930", "onum", "on"},
	{"font-variant-numeric:proportional-nums", "1930", "pnum", "on"},
	{"font-variant-numeric:diagonal-fractions", "1/2", "frac", "on"},
	{"font-variant-position:super", "2", "sups", "on"},
	{"font-variant-position:sub", "2", "subs", "on"},
	{"font-variant-ligatures:none", "office", "liga", "off"},
	{"font-variant-ligatures:no-common-ligatures", "office", "liga", "off"},
	{"font-kerning:none", "AVATAR", "kern", "off"},
	{`font-feature-settings:"onum" 1`, "1930", "onum", "on"},
	{`font-feature-settings:"kern" off`, "AVATAR", "kern", "off"},
	// The built-in faces have no such glyphs: the text must stay as it is.
	{"font-variant-east-asian:full-width", "a1", "", ""},
	{"font-variant-numeric:tabular-nums", "1930", "", ""},
}

// glyphsOf sets a text and returns its glyphs and their widths in 1/1000 em.
func glyphsOf(t *testing.T, decl, text string) (ids []uint16, widths []float64) {
	t.Helper()
	src := `<!doctype html><html lang=vi><body style="font:100pt 'STIX Two Text';text-align:left"><p style='white-space:nowrap;` + decl + `'>` + text
	doc, err := press.Open(fstest.MapFS{"t.html": {Data: []byte(src)}}, "t.html", press.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := doc.Layout()
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range pages.Pages[0].Items {
		if run, ok := it.(*display.Text); ok {
			for _, g := range run.Glyphs {
				ids, widths = append(ids, g.ID), append(widths, float64(g.Adv)*10)
			}
		}
	}
	return ids, widths
}

// TestFontFeatures asks that a declaration gives the glyphs and widths that
// shaping with its feature does, and others than without.
func TestFontFeatures(t *testing.T) {
	stix := face.NewSet().Match([]string{"STIX Two Text"}, 400, false)[0]
	for _, c := range features {
		var list []face.Feature
		if c.tag != "" {
			list = []face.Feature{{Tag: c.tag, Value: map[string]int{"on": 1, "off": 0}[c.on]}}
		}
		if strings.Contains(c.decl, ":all-small-caps") {
			list = append(list, face.Feature{Tag: "smcp", Value: 1})
		}
		ids, widths := glyphsOf(t, c.decl, c.text)
		same := func(list []face.Feature) bool {
			want := stix.Shape(c.text, list, "vi")
			if len(want) != len(ids) {
				return false
			}
			for i, g := range want {
				if g.ID != ids[i] || num(float64(g.Advance)) != num(widths[i]) {
					return false
				}
			}
			return true
		}
		if !same(list) {
			t.Errorf("%s: the glyphs of %q are not those of %q %s", c.decl, c.text, c.tag, c.on)
		}
		if c.tag != "" && same(nil) {
			t.Errorf("%s: %q looks as without", c.decl, c.text)
		}
	}
}

// TestEveryPropertyHasACase keeps the README's table true: what it lists is
// used by a case above or in testdata.
func TestEveryPropertyHasACase(t *testing.T) {
	var all strings.Builder
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	for _, c := range features {
		all.WriteString(c.decl + "\n")
	}
	for row := range strings.Lines(css.SupportTable()) {
		cells := strings.Split(row, "|")
		if len(cells) < 3 || strings.Contains(cells[1], "---") || strings.TrimSpace(cells[1]) == "property" {
			continue
		}
		for name := range strings.SplitSeq(cells[1], ",") {
			name = strings.TrimSuffix(strings.TrimSpace(name), " (@page)")
			want := `(^|[^-\w])` + regexp.QuoteMeta(name) + `\s*:`
			if name == "--*" {
				want = `var\(--`
			}
			if !regexp.MustCompile(want).MatchString(all.String()) {
				t.Errorf("no case has the property %s", name)
			}
		}
	}
}
