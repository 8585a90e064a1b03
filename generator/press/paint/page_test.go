package paint

import (
	"bytes"
	"compress/zlib"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"bantin/generator/internal/testtool"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/picture"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s", path, got)
	}
}

// contents inflates the streams of a file in their order.
func contents(t *testing.T, data []byte) (out []string) {
	t.Helper()
	for {
		_, rest, ok := bytes.Cut(data, []byte("\nstream\n"))
		if !ok {
			return out
		}
		data = rest
		if r, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			b, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, string(b))
		}
	}
}

func pic(t testing.TB, name string, data []byte) display.Picture {
	t.Helper()
	p, err := picture.Decode(name, data, picture.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func gradient(w, h int, alpha bool) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{uint8(255 * x / w), uint8(255 * y / h), 90, 255}
			if alpha {
				c.A = uint8(255 * x / w)
			}
			m.SetNRGBA(x, y, c)
		}
	}
	for i := range 20 { // a corner, to see which way round it lies
		for j := range 20 {
			m.SetNRGBA(i, j, color.NRGBA{255, 255, 255, 255})
		}
	}
	return m
}

func encoded(m image.Image, asPNG bool) []byte {
	var b bytes.Buffer
	if asPNG {
		png.Encode(&b, m)
	} else {
		jpeg.Encode(&b, m, nil)
	}
	return b.Bytes()
}

var (
	red  = css.Color{Space: css.RGB, C: [4]float64{.8, 0, 0}, A: 1}
	cyan = css.Color{Space: css.CMYK, C: [4]float64{1, .1, 0, 0}, A: 1}
	half = css.Color{Space: css.Gray, C: [4]float64{.5}, A: .5}
)

// rich is a document with one of everything.
func rich(t testing.TB) *display.Document {
	root := &display.Elem{Type: "Document"}
	serif, sans := find(t, "STIX Two Text", 400, false), find(t, "Liberation Sans", 700, false)
	page := &display.Page{Number: 1, Label: "1", Width: 300, Height: 420, Bleed: 8.5, Slug: 28, CropMarks: true, CrossMarks: true}
	add := func(items ...display.Item) { page.Items = append(page.Items, items...) }
	add(&display.Rect{X: -8.5, Y: -8.5, W: 317, H: 40, Fill: cyan})
	h1 := root.Add("H1")
	add(line(sans, 18, 20, 22, "Bản tin số 9", h1))
	p := root.Add("P")
	first := line(serif, 40, 20, 75, "Đ", p)
	first.ActualText = "Đ"
	add(first, line(serif, 11, 55, 52, "ảng viên học tập, xem ", p))
	link := p.Add("Link")
	linked := line(serif, 11, 170, 52, "trang sau", link)
	linked.Color = red
	add(linked, &display.Link{X: 170, Y: 42, W: 50, H: 13, Anchor: "cuoi", Elem: link, Text: "trang sau"})
	add(line(serif, 11, 222, 52, " và", p), line(serif, 11, 55, 65, "nơi khác A\u0323\u030a.", p))
	web := p.Add("Link")
	add(line(serif, 11, 140, 65, "trên mạng", web), &display.Link{X: 140, Y: 55, W: 50, H: 13, URL: "https://vi.wikipedia.org/wiki/Đảng", Elem: web, Text: "trên mạng"})
	add(&display.Rule{X1: 20, Y1: 85, X2: 280, Y2: 85, Width: 1, Style: css.BorderSolid, Color: css.Black},
		&display.Rule{X1: 20, Y1: 90, X2: 280, Y2: 90, Width: 2, Style: css.BorderDashed, Color: red},
		&display.Rule{X1: 20, Y1: 96, X2: 280, Y2: 96, Width: 2, Style: css.BorderDotted, Color: css.Black},
		&display.Rule{X1: 20, Y1: 103, X2: 280, Y2: 103, Width: 3, Style: css.BorderDouble, Color: cyan},
		&display.Rect{X: 20, Y: 110, W: 60, H: 40, Radius: [4]float64{4, 20, 8, 0}, Fill: half},
		&display.Frame{X: 90, Y: 110, W: 60, H: 40, Radius: [4]float64{8, 8, 8, 8}, Width: 2, Style: css.BorderSolid, Color: red},
		&display.Frame{X: 160, Y: 110, W: 50, H: 40, Width: 3, Style: css.BorderDashed, Color: css.Black},
		&display.Frame{X: 220, Y: 110, W: 60, H: 40, Radius: [4]float64{6, 6, 6, 6}, Width: 3, Style: css.BorderDouble, Color: css.Black})
	fig := root.Add("Figure")
	fig.Alt = "Ảnh chụp buổi lễ"
	photo := pic(t, "a.jpg", encoded(gradient(400, 200, false), false))
	add(&display.Image{X: 20, Y: 160, W: 120, H: 60, Picture: photo, Elem: fig, Clip: &display.Clip{X: 30, Y: 160, W: 90, H: 60, Radius: [4]float64{10, 10, 10, 10}}},
		&display.Rect{X: 150, Y: 160, W: 60, H: 60, Fill: css.Color{Space: css.Gray, C: [4]float64{.7}, A: 1}},
		&display.Image{X: 150, Y: 160, W: 60, H: 60, Picture: pic(t, "b.png", encoded(gradient(60, 60, true), true)), Elem: fig})
	svgData, err := os.ReadFile("../svg/testdata/features.svg")
	if err != nil {
		t.Fatal(err)
	}
	fig2 := root.Add("Figure")
	fig2.Alt = "Hình vẽ"
	add(&display.Image{X: 20, Y: 230, W: 160, H: 120, Picture: pic(t, "c.svg", svgData), Elem: fig2})
	table := root.Add("Table")
	row := table.Add("TR")
	th, td := row.Add("TH"), row.Add("TD")
	th.Scope, td.ColSpan = "Row", 2
	row.Add("TD") // empty, but a cell
	root.Add("P") // empty: left out
	add(line(sans, 9, 190, 245, "Số chi bộ", th), line(sans, 9, 240, 245, "1.234", td))
	add(&display.Push{Clip: display.Clip{X: 190, Y: 260, W: 50, H: 20}}, line(sans, 20, 185, 278, "Bị cắt đi", root.Add("P")), &display.Pop{})
	add(line(sans, 8, 20, 12, "Bản tin", nil), line(sans, 8, 140, 410, "1", nil))
	page.Furniture = 2
	back := &display.Page{Number: 2, Label: "2", Width: 300, Height: 420}
	back.Items = append(back.Items, line(serif, 11, 20, 50, "tiếp theo.", p), line(serif, 11, 20, 80, "Cuối", root.Add("P")))
	return &display.Document{Pages: []*display.Page{page, back}, Root: root, Lang: "vi", Title: "Bản tin <số 9> & “khác”", Author: "Ban Tuyên giáo",
		Keywords: []string{"Đảng", "học tập"}, Subject: "Thử",
		Anchors: map[string]display.Anchor{"cuoi": {Page: 1, X: 20, Y: 70}, "dau": {}},
		Outline: []display.Bookmark{{Title: "Bản tin", Level: 1}, {Title: "Mục con", Level: 2, Y: 90}, {Title: "Nữa", Level: 2, Y: 90}, {Title: "Cuối", Level: 1, Page: 1, Y: 70}}}
}

func TestRichPage(t *testing.T) {
	path := save(t, rich(t))
	golden(t, "rich.content.txt", printable(contentOf(t, path)))
	golden(t, "rich.structure.txt", testtool.Run(t, "pdfinfo", "-struct-text", path))
	if out := testtool.Run(t, "qpdf", "--check", path); strings.Contains(out, "WARNING") {
		t.Error(out)
	}
	text := testtool.Run(t, "pdftotext", "-raw", path, "-")
	for _, want := range []string{"Bản tin số 9", "viên học tập", "nơi khác \u1ea0\u030a."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing from %q", want, text)
		}
	}
}

// contentOf is the first page's content, the first with text in the file.
func contentOf(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range contents(t, data) {
		if strings.Contains(c, " Tf\n") && strings.Contains(c, "BDC") {
			return c
		}
	}
	t.Fatal("no page content")
	return ""
}

// printable writes what is not ASCII, glyph ids above all, as escapes.
func printable(c string) string {
	var b strings.Builder
	for i := range len(c) {
		if c[i] == '\n' || c[i] >= ' ' && c[i] <= '~' {
			b.WriteByte(c[i])
		} else {
			fmt.Fprintf(&b, "\\%03o", c[i])
		}
	}
	return b.String()
}

func TestPdfcpuValidates(t *testing.T) {
	api.DisableConfigDir()
	if err := api.Validate(bytes.NewReader(write(t, rich(t))), nil); err != nil {
		t.Error(err)
	}
}

func TestSameBytesTwice(t *testing.T) {
	if a, b := write(t, rich(t)), write(t, rich(t)); !bytes.Equal(a, b) {
		t.Error("the bytes differ")
	}
}

func TestBoxesAndInfo(t *testing.T) {
	path := save(t, rich(t))
	info := strings.Join(strings.Fields(testtool.Run(t, "pdfinfo", "-box", path)), " ")
	for _, want := range []string{"Tagged: yes", "Title: Bản tin <số 9> & “khác”", "TrimBox: 28.00 28.00 328.00 448.00",
		"BleedBox: 19.50 19.50 336.50 456.50", "MediaBox: 0.00 0.00 356.00 476.00", "Pages: 2"} {
		if !strings.Contains(info, want) {
			t.Errorf("%q is missing from\n%s", want, info)
		}
	}
}

func TestErrors(t *testing.T) {
	if err := PDF(io.Discard, &display.Document{}, Options{}); err == nil {
		t.Error("no pages, no error")
	}
	var warned []string
	doc := rich(t)
	doc.Anchors = nil
	if err := PDF(io.Discard, doc, Options{Warn: func(m string) { warned = append(warned, m) }}); err != nil || len(warned) != 1 {
		t.Error(err, warned)
	}
	if err := PDF(fullDisk{}, rich(t), Options{}); err == nil {
		t.Error("a full disk went unnoticed")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
