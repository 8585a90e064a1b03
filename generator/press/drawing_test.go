package press

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/press/display"
	"bantin/generator/press/screen"
)

// TestChart sets a chart whose colours stand in a style sheet: its labels are in
// the PDF and on the screen, and what cannot be drawn is told with the file.
func TestChart(t *testing.T) {
	const chart = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 220"><style>.c{fill:#1f6feb}
.n{font:16px sans-serif;fill:#222}</style><rect class="c" x="40" y="120" width="60" height="70"/>
<text class="n" x="40" y="210">Trước</text><text class="n" x="55" y="115">38</text>
<rect filter="url(#f)" width="5" height="5"/></svg>`
	fsys := fstest.MapFS{"a/in.html": {Data: []byte(`<!doctype html><img src="b%C3%AC.svg" alt=""><svg width="9" height="9"><use href="#x"/></svg>`)}, "a/bì.svg": {Data: []byte(chart)}}
	var told []string
	doc, err := Open(fsys, "a/in.html", Options{Warn: func(w Warning) { told = append(told, fmt.Sprintf("%s:%d %s", w.File, w.Line, w.Message)) }})
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := doc.Layout()
	if err != nil {
		t.Fatal(err)
	}
	want := "a/bì.svg:4 filter is not supported and is ignored\na/in.html:0 in a drawing: <use> of \"#x\": the drawing has no such part"
	if got := strings.Join(told, "\n"); got != want {
		t.Errorf("told\n%s\nwant\n%s", got, want)
	}
	sheets := screen.New(screen.Options{}).Document(&display.Document{Pages: pages.Pages, Root: pages.Root})
	for _, want := range []string{`fill="#1f6feb"`, ">Trước</text>", ">38</text>"} {
		if !strings.Contains(sheets[0], want) {
			t.Errorf("the screen lacks %s:\n%s", want, sheets[0])
		}
	}
	var pdf bytes.Buffer
	if err := doc.WritePDF(&pdf); err != nil {
		t.Fatal(err)
	}
}
