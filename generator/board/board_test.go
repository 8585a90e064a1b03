package board

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/press"
	"bantin/generator/press/display"
)

const style = `@page { size: 200pt 100pt; margin: 10pt } html { font: 10pt/10pt "Liberation Sans" } * { margin: 0; padding: 0 }
section { break-before: page } section:first-child { break-before: auto } `

func open(t *testing.T, body string) *Set {
	t.Helper()
	page := "<!doctype html><html lang=vi><head><style>" + style + "</style></head><body>" + body + "</body></html>"
	set, err := Open(fstest.MapFS{"to.html": {Data: []byte(page)}}, "to.html", Options{
		Printed: map[string]string{"bai-a": "7"},
		Press:   press.Options{Warn: func(w press.Warning) { t.Errorf("%+v", w) }},
	})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// lines is n paragraphs of one line.
func lines(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<p>đoạn %d</p>", i+1)
	}
	return b.String()
}

func words(set *Set) string {
	var b strings.Builder
	for _, p := range set.Pages.Pages {
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok {
				b.WriteString(text.Text + " ")
			}
		}
		b.WriteString("| ")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// A page of these tests holds eight lines.
func TestLeavesOutAsLittleAsItMust(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		left       int
		pages      int
	}{
		{"everything fits", `<div data-bot-con="1">` + lines(8) + `</div>`, 0, 1},
		{"from the last", `<div data-bot-con="1">` + lines(20) + `</div>`, 12, 1},
		{"small numbers first", `<p data-bot="2">ảnh</p><div data-bot-con="1">` + lines(8) + `</div>`, 1, 1},
		{"then the larger", `<p data-bot="2">ảnh</p><div data-bot-con="1">` + lines(2) + `</div>` + lines(8), 3, 1},
		{"a heading is not the last", `<div data-bot-con="1">` + lines(7) + `<h3>mục</h3>` + lines(3) + `</div>`, 4, 1},
		{"more than may go", lines(10) + `<div data-bot-con="1">` + lines(3) + `</div>`, 3, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			set := open(t, `<section data-to id="to-1">`+tt.body+`</section><section data-to id="to-2"><p>sau</p></section>`)
			s := set.Sheets[0]
			if s.Left != tt.left || s.Pages != tt.pages {
				t.Errorf("%d parts out, %d pages; want %d, %d\n%s", s.Left, s.Pages, tt.left, tt.pages, words(set))
			}
			if last := set.Sheets[1]; last.Page != tt.pages+1 || last.Pages != 1 || last.Left != 0 {
				t.Errorf("the next sheet: %+v", last)
			}
		})
	}
}

func TestArticlesTakeTurns(t *testing.T) {
	set := open(t, `<section data-to id="to-1"><div data-bot-con="1">`+lines(9)+`</div><div data-bot-con="1">`+lines(7)+`</div></section>`)
	if got := strings.Count(words(set), "đoạn 4"); got != 2 {
		t.Errorf("both articles should keep four paragraphs: %s", words(set))
	}
}

func TestArticlesInColumnsKeepWhatTheirsHolds(t *testing.T) {
	set := open(t, `<section data-to id="to-1" style="columns: 2; column-fill: auto"><div><p>đầu</p><p>đầu</p><p>đầu</p><p>đầu</p><p>đầu</p><div data-bot-con="1">`+
		lines(6)+`</div></div><div style="break-before: column"><p>đầu</p><div data-bot-con="1">`+lines(9)+`</div></div></section>`)
	got := words(set)
	if n := strings.Count(got, "đoạn 3"); n != 2 || strings.Count(got, "đoạn 4") != 1 || !strings.Contains(got, "đoạn 7") || strings.Contains(got, "đoạn 8") {
		t.Errorf("three paragraphs and seven should be left: %s", got)
	}
	if s := set.Sheets[0]; s.Left != 5 || s.Parts != 15 {
		t.Errorf("%d of %d parts out, want 5 of 15", s.Left, s.Parts)
	}
}

func TestNothingIsAnnouncedThatIsGone(t *testing.T) {
	for _, last := range []string{"<h3>mục</h3>", "<p>Gồm có:</p>", "<h3>mục</h3><p>Gồm có:</p>"} {
		set := open(t, `<section data-to id="to-1"><div data-bot-con="1">`+lines(5)+last+`<ul><li>một</li><li>hai</li><li>ba</li></ul></div><div data-bot-con="2">`+lines(1)+`</div></section>`)
		if got := words(set); strings.Contains(got, "mục") || strings.Contains(got, "Gồm") || !strings.Contains(got, "đoạn 5") {
			t.Errorf("%s: %s", last, got)
		}
	}
}

func TestWhatCannotBeDividedIsTooLong(t *testing.T) {
	set := open(t, `<section data-to id="to-1"><div style="display: flex"><p>`+strings.Repeat("chữ ", 300)+`</p></div></section>`)
	if s := set.Sheets[0]; s.Over < 100 {
		t.Errorf("%+v", s)
	}
}

func TestTooLongNamesTheField(t *testing.T) {
	set := open(t, `<section data-to id="to-1"><article data-tep="guong/a/index.md"><h2 id="a" data-muc="title">đầu đề</h2><p id="b" data-muc="tom_tat">`+
		strings.Repeat("chữ ", 150)+`</p></article></section>`)
	s := set.Sheets[0]
	if s.Pages < 2 || s.Over <= 0 || len(s.Fields) != 2 || s.Fields[0].Name != "tom_tat" || s.Fields[0].File != "guong/a/index.md" {
		t.Fatalf("%+v", s)
	}
	if s.Fields[0].Height < s.Over || s.Fields[0].Runes != 599 {
		t.Errorf("%+v", s.Fields[0])
	}
}

func TestGrowsToTheEdge(t *testing.T) {
	set := open(t, `<section data-to id="to-1" data-lon-nhat="--co 10 200"><h1 style="font-size: var(--co); line-height: 1; white-space: nowrap">Chữ</h1><p style="line-height: 1pt">.</p></section>`)
	got := set.Sheets[0].Grown[0]
	if got < 70 || got > 80 { // the page area is 80 pt high
		t.Errorf("grown to %g pt, want at most 80 and nearly that", got)
	}
	wide := open(t, `<section data-to id="to-1" data-lon-nhat="--co 10 80"><h1 style="font-size: var(--co); line-height: 1; white-space: nowrap">Một dòng rất dài</h1></section>`)
	if w := wide.Sheets[0].Grown[0]; w < 18 || w > 30 {
		t.Errorf("one long line grown to %g pt", w)
	}
}

func TestPrintedPages(t *testing.T) {
	set := open(t, `<section data-to id="to-1"><p data-trang="bai-a" data-mau="trang %s">trong số in</p><p data-trang="bai-b" data-mau="trang %s">xem số in</p></section>`)
	if got := words(set); !strings.Contains(got, "trang 7") || !strings.Contains(got, "xem số in") || strings.Contains(got, "trong số in") {
		t.Error(got)
	}
}

func TestReadable(t *testing.T) {
	l := Readable(2)
	if math.Abs(l.Headline-16*72/25.4) > 0.01 || math.Abs(l.Body-6.667*72/25.4) > 0.01 {
		t.Errorf("%+v", l)
	}
	set := open(t, `<section data-to id="to-1"><h2>đầu đề</h2><p>thân</p><figure><figcaption>chú thích</figcaption></figure></section>`)
	small := TooSmall(set.Pages, l)
	if len(small) == 0 || small[0].Type != "H2" || small[len(small)-1].Text == "chú thích" {
		t.Errorf("%+v", small)
	}
	if none := TooSmall(set.Pages, Limits{1, 1}); none != nil {
		t.Errorf("%+v", none)
	}
}

func TestASheetNeedsAnID(t *testing.T) {
	_, err := Open(fstest.MapFS{"to.html": {Data: []byte(`<section data-to><p>a</p></section>`)}}, "to.html", Options{})
	if err == nil || !strings.Contains(err.Error(), "needs an id") {
		t.Error(err)
	}
}
