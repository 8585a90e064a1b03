package paint

import (
	"fmt"
	"io"
	"testing"

	"bantin/generator/press/display"
)

// issue is a document of n pages with about 500 words and most of a picture
// each.
func issue(t testing.TB, n int) *display.Document {
	root := &display.Elem{Type: "Document"}
	serif, sans := find(t, "STIX Two Text", 400, false), find(t, "Liberation Sans", 700, false)
	photo := pic(t, "a.jpg", encoded(gradient(1600, 1200, false), false))
	doc := &display.Document{Root: root, Lang: "vi", Title: "Bản tin"}
	for i := range n {
		page := &display.Page{Number: i + 1, Label: fmt.Sprint(i + 1), Width: 595, Height: 842}
		page.Items = append(page.Items, line(sans, 24, 40, 50, "Đảng bộ trường học tập", root.Add("H1")))
		for col := range 3 {
			var p *display.Elem
			for l := range 48 {
				if l%6 == 0 {
					p = root.Add("P")
				}
				it := line(serif, 9.5, 40+float64(col)*175, 70+float64(l)*13, "chi bộ đã đưa nghị quyết vào từng giờ dạy ", p)
				for k, from := 0, 0; k < len(it.Glyphs); { // as justified lines are
					end, text, next := it.Cluster(k, from)
					if text == " " {
						it.Glyphs[k].Adv += 0.37
					}
					k, from = end, next
				}
				page.Items = append(page.Items, it)
			}
		}
		page.Items = append(page.Items, &display.Image{X: 40, Y: 700, W: 400, H: 300, Picture: photo, Elem: root.Add("Figure")})
		doc.Pages = append(doc.Pages, page)
	}
	return doc
}

func BenchmarkWrite(b *testing.B) {
	for _, pages := range []int{12, 112} {
		doc := issue(b, pages)
		b.Run(fmt.Sprintf("%d pages", pages), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := PDF(io.Discard, doc, Options{Created: created}); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(len(write(b, doc))))
		})
	}
}
