package press

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/press/display"
)

// TestNested sets a document that is nested more deeply than the parser takes:
// all of its text is there, in order, and that it was flattened is told.
func TestNested(t *testing.T) {
	var b, want strings.Builder
	b.WriteString("<!doctype html><title>x</title>\n")
	for i := range 700 {
		fmt.Fprintf(&b, "<div>%d ", i)
		fmt.Fprint(&want, i, " ")
	}
	b.WriteString("<b>giữa</b>" + strings.Repeat("</div>", 700) + "<p>cuối")
	want.WriteString("giữa cuối")
	told := ""
	doc, err := Open(fstest.MapFS{"in.html": {Data: []byte(b.String())}}, "in.html", Options{Warn: func(w Warning) { told += fmt.Sprint(w.Line, " ", w.Message) }})
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := doc.Layout()
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, p := range pages.Pages {
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok {
				words = append(words, strings.Fields(text.Text)...)
			}
		}
	}
	if got := strings.Join(words, " "); got != want.String() {
		t.Errorf("text is\n%s", got)
	}
	if !strings.HasPrefix(told, "2 elements are nested more than 480 deep") {
		t.Errorf("told %q", told)
	}
}
