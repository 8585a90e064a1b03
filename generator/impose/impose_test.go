package impose

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"bantin/generator/internal/testtool"
	"bantin/generator/press/pdf"
)

// sheet writes a PDF of n pages of w x h pt, each with a black square of 20 pt
// in the upper left corner.
func sheet(t *testing.T, n int, w, h float64) []byte {
	t.Helper()
	var out bytes.Buffer
	d := pdf.NewWriter(&out)
	var refs []pdf.Ref
	var pages []pdf.Dict
	for range n {
		c := &pdf.Content{}
		c.Op("re", 0, h-20, 20, 20)
		c.Op("f")
		refs = append(refs, d.Alloc())
		pages = append(pages, pdf.Dict{
			{Key: "MediaBox", Value: pdf.Array{0, 0, w, h}}, {Key: "Resources", Value: pdf.Dict{}},
			{Key: "Contents", Value: d.Stream(nil, c.Bytes())},
		})
	}
	tree := d.AddPages(refs, pages)
	about, _ := d.AddInfo(pdf.Info{Title: "thử"})
	if err := d.Close(d.Add(pdf.Dict{{Key: "Type", Value: pdf.Name("Catalog")}, {Key: "Pages", Value: tree}}), about); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPlanCoversTheSheet(t *testing.T) {
	for _, tt := range []struct {
		name       string
		w, h       float64 // mm
		paper      Paper
		rows, cols int
	}{
		{"A3 on A4", 297, 420, A4, 2, 2},
		{"A2 on A4", 420, 594, A4, 4, 2},
		{"A2 on A3", 420, 594, A3, 2, 2},
		{"A1 on A3", 594, 841, A3, 4, 2},
		{"small on A4", 150, 200, A4, 1, 1},
		{"strip on A4", 3000, 200, A4, 1, 16},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w, h := tt.w*MM, tt.h*MM
			g := Tiling{Paper: tt.paper}.Plan(w, h, nil)
			if got := [2]int{g.Rows, g.Cols}; got != [2]int{tt.rows, tt.cols} && got[0]*got[1] != tt.rows*tt.cols {
				t.Errorf("%d rows, %d columns; want %d, %d", g.Rows, g.Cols, tt.rows, tt.cols)
			}
			first, last := g.Window(1, 1), g.Window(g.Rows, g.Cols)
			if first.X > -rim+0.01 || first.Y > -rim+0.01 || last.X+last.W < w+rim-0.01 || last.Y+last.H < h+rim-0.01 {
				t.Errorf("windows %+v to %+v leave no rim round %g x %g", first, last, w, h)
			}
			if g.Cols > 1 {
				if shared := first.X + first.W - g.Window(1, 2).X; math.Abs(shared-10*MM) > 0.01 {
					t.Errorf("neighbours share %g mm", shared/MM)
				}
			}
			if margin := (g.Paper.W - first.W) / 2; margin < 5*MM-0.01 {
				t.Errorf("margin %g mm", margin/MM)
			}
		})
	}
}

// TestWhiteEdgesTakeNoTiles: a strip as high as the paper is long, with letters
// in its middle, takes one row.
func TestWhiteEdgesTakeNoTiles(t *testing.T) {
	w, h := 3000*MM, 297*MM
	letters := []Rect{{100 * MM, 80 * MM, 1000 * MM, 100 * MM}, {1200 * MM, 60 * MM, 1600 * MM, 160 * MM}}
	g := Tiling{Paper: A4}.Plan(w, h, letters)
	if g.Rows != 1 || g.Cols != 10 || g.Paper != A4.turned() {
		t.Fatalf("%d rows, %d columns on %+v", g.Rows, g.Cols, g.Paper)
	}
	first, last := g.Window(1, 1), g.Window(1, 10)
	if first.X > 100*MM-rim || first.Y > 60*MM-rim || last.X+last.W < 2800*MM+rim || last.Y+last.H < 220*MM+rim {
		t.Errorf("%+v to %+v cut the letters", first, last)
	}
	if all := (Tiling{Paper: A4}).Plan(A3.W, A3.H, []Rect{{5 * MM, 5 * MM, 287 * MM, 410 * MM}}); all.Rows*all.Cols != 4 || all.Window(1, 1).X > -rim {
		t.Errorf("as many tiles: the whole sheet should be kept: %+v", all)
	}
	if board := (Tiling{Paper: A4}).Plan(A3.W, A3.H, []Rect{{15 * MM, 12 * MM, 267 * MM, 400 * MM}}); board.Rows != 3 || board.Cols != 1 {
		t.Errorf("an A3 sheet is as wide as A4 is long: %+v", board)
	}
}

func TestBlankTilesAreLeftOut(t *testing.T) {
	data := sheet(t, 1, A3.W, A3.H)
	_, all, err := Tile(data, Tiling{Paper: A4})
	if err != nil || all != 4 {
		t.Fatalf("%d tiles, %v; want 4", all, err)
	}
	_, some, err := Tile(data, Tiling{Paper: A4, Ink: [][]Rect{{{0, 0, 20, 20}}}})
	if err != nil || some != 1 {
		t.Errorf("%d tiles with ink in a corner, %v; want 1", some, err)
	}
}

func TestSameBytesTwice(t *testing.T) {
	data := sheet(t, 5, A4.W, A4.H)
	info := Info{Title: "Bản tin", Created: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	for name, make := range map[string]func() ([]byte, int, error){
		"tiles":   func() ([]byte, int, error) { return Tile(data, Tiling{Paper: A4, Info: info}) },
		"booklet": func() ([]byte, int, error) { return Booklet(data, A3, info) },
	} {
		a, _, err := make()
		if err != nil {
			t.Fatal(err)
		}
		if b, _, _ := make(); !bytes.Equal(a, b) {
			t.Errorf("%s: other bytes the second time", name)
		}
	}
}

func TestBookletOrder(t *testing.T) {
	for n, want := range map[int][][2]int{
		1:  {{0, 1}, {0, 0}},
		4:  {{4, 1}, {2, 3}},
		6:  {{6, 1}, {2, 0}, {0, 3}, {4, 5}},
		8:  {{8, 1}, {2, 7}, {6, 3}, {4, 5}},
		14: {{14, 1}, {2, 0}, {0, 3}, {4, 13}, {12, 5}, {6, 11}, {10, 7}, {8, 9}},
	} {
		if got := Order(n); !slices.Equal(got, want) {
			t.Errorf("%d pages: %v, want %v", n, got, want)
		}
	}
}

// TestOtherReaders opens the files with poppler and qpdf, and looks where ink
// is: at its own size, off the printer's margin.
func TestOtherReaders(t *testing.T) {
	out, n, err := Tile(sheet(t, 1, A3.W, A3.H), Tiling{Paper: A4, Info: Info{Title: "Tờ thử"}})
	if err != nil || n != 4 {
		t.Fatal(n, err)
	}
	name := filepath.Join(t.TempDir(), "tile.pdf")
	if err := os.WriteFile(name, out, 0o644); err != nil {
		t.Fatal(err)
	}
	testtool.Run(t, "qpdf", "--check", name)
	text := testtool.Run(t, "pdftotext", "-layout", name, "-")
	for _, place := range []string{"hàng 1, cột 1", "hàng 1, cột 2", "hàng 2, cột 1", "hàng 2, cột 2"} {
		if strings.Count(text, place) != 1 {
			t.Errorf("%q not once in:\n%s", place, text)
		}
	}
	grey := testtool.Run(t, "pdftoppm", "-gray", "-r", "72", "-f", "1", "-l", "1", name)
	fields := strings.SplitN(grey, "\n", 4)
	size := strings.Fields(fields[1])
	w, _ := strconv.Atoi(size[0])
	h, _ := strconv.Atoi(size[1])
	pixels := []byte(fields[3])
	const margin = 13 // 5 mm are 14.2 pt
	black := 0
	for y := range h {
		for x := range w {
			if pixels[y*w+x] > 128 {
				continue
			}
			black++
			if x < margin || y < margin || x >= w-margin || y >= h-margin {
				t.Fatalf("ink at %d, %d of %d x %d is in the printer's margin", x, y, w, h)
			}
		}
	}
	if black < 380 { // the square of 20 pt, and marks
		t.Errorf("%d black points, the square alone has 400", black)
	}
}

func TestBrokenInputIsAnError(t *testing.T) {
	whole := sheet(t, 2, A3.W, A3.H)
	for _, data := range [][]byte{nil, []byte("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>"), whole[:len(whole)/2]} {
		if _, _, err := Tile(data, Tiling{Paper: A4}); err == nil {
			t.Errorf("%d bytes of a broken file gave tiles", len(data))
		}
	}
}
