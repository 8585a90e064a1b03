package fit

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestRibbons: a picture of any shape has a place.
func TestRibbons(t *testing.T) {
	for _, size := range []string{`width="2" height="400"`, `width="700" height="1"`, `width="1" height="9999"`, `width="3" height="2"`} {
		doc, err := html.Parse(strings.NewReader(`<article id="a"><header class="dau-bai"><h2>Tên</h2></header><figure class="anh-dau"><img ` + size + `></figure><div class="than"><p>Chữ.</p></div></article>`))
		if err != nil {
			t.Fatal(err)
		}
		for _, first := range []bool{true, false} {
			s := newStory(find(doc, "dau-bai").Parent, first)
			s.list(widths{page: 495, column: 237, height: 700}, 13.5)
			if len(s.choices) == 0 {
				t.Errorf("%s, first %t: no choice", size, first)
			}
			for _, c := range s.choices {
				if c.Height <= 0 || c.Height > 700 {
					t.Errorf("%s: %+v", size, c)
				}
			}
		}
	}
}
