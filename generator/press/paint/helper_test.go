package paint

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"
)

var faces = face.NewSet()

func find(t testing.TB, family string, weight int, italic bool) *face.Face {
	t.Helper()
	found := faces.Match([]string{family}, weight, italic)
	if len(found) == 0 || found[0].Family != family {
		t.Fatalf("no face for %s %d", family, weight)
	}
	return found[0]
}

// line shapes text into an item.
func line(f *face.Face, size, x, y float64, text string, e *display.Elem) *display.Text {
	it := &display.Text{X: x, Y: y, Face: f, Size: size, Text: text, Color: css.Black, Elem: e}
	end := 0
	for _, g := range f.Shape(text, nil, "vi") {
		length := 0
		if int(g.End) > end {
			length, end = int(g.End)-end, int(g.End)
		}
		em := float32(size / 1000)
		it.Glyphs = append(it.Glyphs, display.Glyph{ID: g.ID, Adv: float32(float64(g.Advance) * size / 1000), Len: uint16(length)})
		it.Offsets = append(it.Offsets, face.Offset{X: g.XOff * em, Y: g.YOff * em})
	}
	return it
}

var created = time.Date(2026, 9, 2, 8, 30, 0, 0, time.FixedZone("", 7*3600))

func write(t testing.TB, doc *display.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := PDF(&b, doc, Options{Created: created, Producer: "bantin"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// save writes the document to a file, in the folder PAINT_OUT when that is set,
// to be looked at.
func save(t testing.TB, doc *display.Document) string {
	t.Helper()
	dir := os.Getenv("PAINT_OUT")
	if dir == "" {
		dir = t.TempDir()
	}
	path := filepath.Join(dir, filepath.Base(t.Name())+".pdf")
	if err := os.WriteFile(path, write(t, doc), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
