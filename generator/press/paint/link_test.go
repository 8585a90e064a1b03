package paint

import (
	"strings"
	"testing"

	"bantin/generator/internal/testtool"
	"bantin/generator/press/display"
)

// TestALinkOverLinesIsOneAnnotation: a reader stops at it once and is told all
// of it; what stands between its lines is no part of it.
func TestALinkOverLinesIsOneAnnotation(t *testing.T) {
	serif := find(t, "STIX Two Text", 400, false)
	root := &display.Elem{Type: "Document"}
	p := root.Add("P")
	one, two := p.Add("Link"), p.Add("Link")
	page := &display.Page{Number: 1, Width: 200, Height: 100}
	part := func(e *display.Elem, url, text string, x, y, w float64) {
		page.Items = append(page.Items, line(serif, 10, x, y+8, text, e), &display.Link{X: x, Y: y, W: w, H: 10, URL: url, Elem: e, Text: text})
	}
	part(one, "https://vi.du/bai", "Đọc trước, ", 100, 10, 80)
	part(one, "https://vi.du/bai", "bàn sau:", 10, 20, 150)
	part(one, "https://vi.du/bai", "xong", 10, 30, 30)
	part(two, "https://vi.du/rat/dai", "https://vi.du/", 60, 30, 90)
	part(two, "https://vi.du/rat/dai", "rat/dai", 10, 40, 40)
	path := save(t, &display.Document{Pages: []*display.Page{page}, Root: root, Lang: "vi", Title: "T"})
	got := testtool.Run(t, "mutool", "show", path, "pages/1/Annots/1", "pages/1/Annots/2")
	if n := strings.Count(got, "/Subtype /Link"); n != 2 {
		t.Errorf("%d annotations, want 2", n)
	}
	for _, want := range []string{
		"/Rect [ 10 60 180 90 ]", "/QuadPoints [ 100 90 180 90 100 80 180 80 10 80 160 80 10 70 160 70 10 70 40 70 10 60 40 60 ]",
		"/Contents (https://vi.du/rat/dai)", "/Rect [ 10 50 150 70 ]",
	} {
		if !strings.Contains(strings.Join(strings.Fields(got), " "), want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	text := (&area{of: &display.Link{}, parts: []*display.Link{{Text: "Đọc trước, "}, {Text: "bàn sau:"}, {Text: "xong"}}}).text()
	if text != "Đọc trước, bàn sau: xong" {
		t.Errorf("the link says %q", text)
	}
}
