package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bantin/generator/press/display"
)

// What is drawn beyond the sheet lies in the area of a finding, and nothing of
// the text is missing.
func TestOffSheetIsNamed(t *testing.T) {
	narrow := strings.Replace(page200, "200pt 300pt", "100pt 100pt", 1)
	for _, c := range []struct{ name, body string }{
		{"a word in columns too narrow for it", `<div style="columns:2"><div style="columns:3;column-gap:2pt">aaaaaaaa bbbbbbbb cccccccc dddddddd</div></div>`},
		{"columns that a height makes overflow", `<div style="columns:2;height:20pt"><p>` + brs("a", 12) + `</p><span style="float:left;width:60pt">` + brs("b", 6) + `</span></div>`},
		{"a word that is too long, moved to the right", `<p style="position:relative;left:60pt">aaaa bbbb <b>cccccccccccccc</b>dddd`},
		{"a line that must not break beside a float", `<p style="white-space:nowrap"><span style="float:left;width:50pt">f</span>aaaa bbbb cccc dddd eeee ffff gggg`},
	} {
		doc, findings := set(t, narrow+c.body)
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if text, ok := it.(*display.Text); ok && !named(p, text, findings) {
					t.Errorf("%s: nothing names %q at %v, %v on page %d\n%v", c.name, text.Text, text.X, text.Y, p.Number, findings)
				}
			}
		}
	}
}

// named reports whether a text is on its sheet or within a finding.
func named(p *display.Page, text *display.Text, findings []Finding) bool {
	r, _ := extentOf(text)
	if r.x > -1 && r.y > -1 && r.x+r.w < p.Width+1 && r.y+r.h < p.Height+1 {
		return true
	}
	for _, f := range findings {
		if f.Page == p.Number && (f.Code == OffSheet || f.Code == OverfullLine) &&
			r.x > f.X-1 && r.x+r.w < f.X+f.W+1 && r.y > f.Y-5 && r.y+r.h < f.Y+f.H+5 {
			return true
		}
	}
	return false
}

// Everything in and after columns is there once, in whatever order floats,
// spanning boxes and columns in columns stand.
func TestColumnsLoseNothing(t *testing.T) {
	deep := `<div style="columns:2"><div style="columns:2">`
	for _, body := range []string{
		deep + `<table><tr><td><div style="columns:3">a<span style="float:top">b</span></div></table>`,
		deep + `<span style="display:inline-block"><span style="columns:3;display:block">a<span style="float:bottom">b</span></span></span>`,
		deep + `<div style="columns:3">a<span style="float:top">b</span></div>`,
		deep + `<div style="column-span:all;columns:3">a<span style="float:top">b</span></div>`,
		`<div style="columns:2"><span style="float:top"></span><div style="column-span:all">a</div>b</div>`,
		`<div style="columns:2"><span style="float:top;height:0">a</span><div style="column-span:all"></div></div>b`,
		`<div style="columns:2"><div style="float:bottom;height:200pt">a</div><div style="float:bottom;height:200pt">b</div><div style="float:bottom;height:200pt">c</div><div style="column-span:all">d</div></div>`,
	} {
		doc, _ := set(t, page200+body)
		var got []string
		for _, l := range textYs(doc) {
			got = append(got, l.text)
		}
		slices.Sort(got)
		if all := strings.Join(got, ""); !strings.HasPrefix("abcd", all) || len(all) < 2 || strings.Contains(body, ">d<") && all != "abcd" {
			t.Errorf("%s: %q", body, got)
		}
	}
}

// Footnotes and page floats are there once wherever they are called: in boxes that
// are placed last, in floats of the page, in other notes.
func TestCallsFromAnywhere(t *testing.T) {
	css := `<style>.n{float:footnote}.p{float:top;float-reference:page}</style>`
	for _, body := range []string{
		`a<div style="position:absolute">b<span class=n>c</span></div>`,
		`a<span style="position:absolute">b<span class=n>c</span></span>`,
		`a<div style="position:absolute"><div style="position:absolute">b<span class=n>c</span></div></div>`,
		`a<div style="position:absolute">b<div class=p>c</div></div>`,
		`a<div class=p>b<span class=n>c</span></div>`,
		`a<span class=n>b<span class=n>c</span></span>`,
		`a<table><tr><td>b<div style="position:absolute"><span class=n>c</span></div></table>`,
		`<div style="columns:2"><div style="overflow:hidden;height:50pt">a<span style="float:top">b</span></div>c</div>`,
	} {
		doc, _ := set(t, page200+css+body)
		count := map[string]int{}
		for _, l := range textYs(doc) {
			count[l.text]++
		}
		if count["a"] != 1 || count["b"] != 1 || count["c"] != 1 {
			t.Errorf("%s: %v", body, count)
		}
	}
}

// What a box cuts off is told, a cut picture is not.
func TestCutOffIsNamed(t *testing.T) {
	box := `<div style="overflow:hidden;height:24pt;width:60pt">`
	for body, want := range map[string]string{
		box + `a<br>b`:                "",
		box + `a<br>b<br>c`:           "1,0 content-clipped",
		box + `a<br>b<br>c<br>d<br>e`: "1,0 content-clipped",
		box + `<img src=a style="width:60pt;height:60pt">`:                                                    "",
		box + `a<br>b<br>c<br><img src=a style="width:60pt;height:60pt">`:                                     "1,0 content-clipped",
		`<p><span style="display:inline-block;overflow:hidden;width:20pt;white-space:nowrap">aaa bbb ccc ddd`: "1,0 overfull-line | 1,0 content-clipped",
	} {
		_, findings := set(t, page200+body)
		if got := codes(findings); got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}

// Each of the markers that meet at one line is there, as is one without a line.
func TestMarkersMeet(t *testing.T) {
	li := func(mark string) string { return `<li style="list-style-type:'` + mark + `'">` }
	for body, want := range map[string]string{
		`<ul>` + li("a") + `<ul>` + li("b") + `c</ul></ul>`:                         "a b c",
		`<ul>` + li("a") + `<ul>` + li("b") + `</ul></ul>`:                          "b a",
		`<ul>` + li("a") + `<ul>` + li("b") + `</ul>c</ul>`:                         "b a c",
		`<ul>` + li("a") + `<div style="columns:2"><ul>` + li("b") + `c</ul></div>`: "b c a",
	} {
		doc, _ := set(t, page200+body)
		var got []string
		for _, l := range textYs(doc) {
			got = append(got, l.text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}

// A page on which nothing can be placed gets the next piece all the same, and says
// so; what follows goes on.
func TestNothingFitsThePage(t *testing.T) {
	small := strings.Replace(page200, "200pt 300pt", "200pt 40pt", 1)
	table := func(foot, cell string) string {
		return small + `<style>table{border-spacing:0}td,th{padding:0}</style><table><thead><tr><th>H</thead><tfoot><tr><td>` + foot + `</tfoot><tr><td>` + cell + `</table><p>z`
	}
	for name, body := range map[string]string{
		"a footer as high as the page": table(`<div style="height:12pt">F</div>`, brs("a", 9)+`<span style="display:inline-block;height:30pt">b</span>`),
		"a cell in a cell":             table("F", `<table><thead><tr><th>I</thead><tr><td>`+brs("a", 9)+`<div style="break-inside:avoid;height:35pt">b</div></table>`),
		"nested five times":            table("F", strings.Repeat(`<table><tfoot><tr><td><div style="height:9pt"></div></tfoot><tr><td>`, 5)+brs("a", 9)),
	} {
		doc, _ := set(t, body)
		all := strings.Join(textAt(doc), " ")
		if len(doc.Pages) > 30 || !strings.Contains(all, " z") || strings.Count(all, " a9") != 1 {
			t.Errorf("%s: %d pages\n%s", name, len(doc.Pages), all)
		}
	}
}

// A box that avoids breaks and is taller than any page begins where it stands; one
// in it that a page holds is still kept whole.
func TestTallBoxIsDivided(t *testing.T) {
	avoid := `<div style="break-inside:avoid">`
	for _, c := range []struct{ name, body, want string }{
		{"alone", lines("a", 20) + avoid + lines("b", 35) + `</div>`, "1:b1 1:b10 2:b11"},
		{"with a small one in it", lines("a", 20) + avoid + lines("b", 8) + avoid + lines("c", 4) + `</div>` + lines("d", 40) + `</div>`, "1:b8 2:c1 2:c4"},
		{"spanning, after a title", `<div style="columns:2"><h2 style="column-span:all;break-after:avoid">t</h2><div style="column-span:all;break-inside:avoid"><table><tr><td>` +
			strings.Repeat("r<tr><td>", 40) + `</table></div></div>`, "1:t 1:r 2:r"},
		{"one that a page holds", lines("a", 20) + avoid + lines("b", 20) + `</div>`, "2:b1 2:b20"},
	} {
		doc, findings := set(t, page200+c.body)
		at := map[string]bool{}
		for _, l := range textYs(doc) {
			at[fmt.Sprintf("%d:%s", l.page, l.text)] = true
		}
		for _, want := range strings.Fields(c.want) {
			if !at[want] {
				t.Errorf("%s: not at %s", c.name, want)
			}
		}
		for _, f := range findings {
			if f.Code == BadBreak {
				t.Errorf("%s: %v", c.name, f)
			}
		}
	}
}
