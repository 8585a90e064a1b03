package press

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
)

// version is a document of two columns with pictures, a drawing, a float and
// page numbers; n decides its words.
func version(t testing.TB, n uint64) fstest.MapFS {
	t.Helper()
	r := rand.New(rand.NewPCG(n, 7))
	words := strings.Fields("chi bộ trường họp đọc nghị quyết ghi vào sổ tay công việc phải làm ngày 15 tháng 7 số 21-KL/TW Đặng Thị Đường")
	var b strings.Builder
	b.WriteString(`<!doctype html><meta charset="utf-8"><style>@page{size:300pt 400pt;margin:20pt;@bottom-center{content:counter(page)}}
body{margin:0;font:9pt/12pt serif;columns:2;column-gap:10pt;text-align:justify}p{margin:0;text-indent:1em}
h2{font:bold 12pt/12pt sans-serif;margin:12pt 0 0}.m::after{content:leader('.') target-counter(attr(href), page)}.f{float:left;width:40pt}img{display:block;width:60pt;height:40pt}
.d::first-letter{font-size:24pt;float:left}</style><body><a class="m" href="#c">Mục lục</a>`)
	for i := range 30 {
		fmt.Fprintf(&b, `<p class="%s">`, []string{"", "d"}[i%7/6])
		if i%9 == 4 {
			b.WriteString(`<span class="f">Ô bên</span>`)
		}
		// Most paragraphs are the same in all versions.
		pick := rand.New(rand.NewPCG(uint64(i), 3))
		if r.IntN(12) == 0 {
			pick = r
		}
		for range 20 + pick.IntN(40) {
			b.WriteString(words[pick.IntN(len(words))] + " ")
		}
		if i%8 == 2 {
			fmt.Fprintf(&b, `<h2 id="t%d">Tiểu mục %d</h2><img src="a.png"><svg width="20" height="10" fill="currentColor"><path d="M0 0h20v%dz"/></svg>`, i, i, 5+n%2)
		}
	}
	b.WriteString(`<p id="c">Cuối.`)
	img := image.NewNRGBA(image.Rect(0, 0, 6, 4))
	img.SetNRGBA(1, 1, color.NRGBA{R: uint8(n % 3 * 80), A: 255})
	var picture bytes.Buffer
	if err := png.Encode(&picture, img); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"t.html": {Data: []byte(b.String())}, "a.png": {Data: picture.Bytes()}}
}

func pdfOf(t testing.TB, open func() (*Document, error)) []byte {
	t.Helper()
	doc, err := open()
	if err != nil {
		t.Fatal(err)
	}
	var pdf bytes.Buffer
	if err := doc.WritePDF(&pdf); err != nil {
		t.Fatal(err)
	}
	return pdf.Bytes()
}

// TestSessionIsOpen sets versions of a document in one session and each afresh:
// the PDFs have the same bytes.
func TestSessionIsOpen(t *testing.T) {
	s := NewSession()
	seen := map[string]bool{}
	for n := range uint64(12) {
		files := version(t, n%9) // some come back
		want := pdfOf(t, func() (*Document, error) { return Open(files, "t.html", Options{}) })
		if got := pdfOf(t, func() (*Document, error) { return s.Open(files, "t.html", Options{}) }); !bytes.Equal(got, want) {
			t.Fatalf("version %d: a session gives another PDF, of %d bytes instead of %d", n, len(got), len(want))
		}
		seen[string(want)] = true
	}
	if len(seen) != 9 {
		t.Errorf("%d different versions, want 9", len(seen))
	}
}

// BenchmarkSession lays out versions in one session, and each afresh, in one run.
func BenchmarkSession(b *testing.B) {
	versions := make([]fstest.MapFS, 9)
	for i := range versions {
		versions[i] = version(b, uint64(i))
	}
	run := func(b *testing.B, open func(files fstest.MapFS) (*Document, error)) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			doc, err := open(versions[i%len(versions)])
			if err != nil {
				b.Fatal(err)
			}
			if _, _, err := doc.Layout(); err != nil {
				b.Fatal(err)
			}
		}
	}
	s := NewSession()
	b.Run("session", func(b *testing.B) {
		run(b, func(files fstest.MapFS) (*Document, error) { return s.Open(files, "t.html", Options{}) })
	})
	b.Run("afresh", func(b *testing.B) {
		run(b, func(files fstest.MapFS) (*Document, error) { return Open(files, "t.html", Options{}) })
	})
}
