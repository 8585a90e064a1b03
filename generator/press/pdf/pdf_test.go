package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"bantin/generator/internal/testtool"
)

func TestAppend(t *testing.T) {
	for _, tt := range []struct {
		v    any
		want string
	}{
		{0.0, "0"}, {-0.0004, "0"}, {-0.5, "-.5"}, {12.0, "12"}, {1.25, "1.25"}, {0.001, ".001"}, {2.0604, "2.06"}, {-3.0009, "-3.001"},
		{math.NaN(), "0"}, {math.Inf(1), "0"}, {1e300, "1000000000"},
		{42, "42"}, {true, "true"}, {Ref(7), "7 0 R"}, {Name("A B#"), "/A#20B#23"}, {Raw("null"), "null"},
		{Bytes("a(b)\\\r"), `(a\(b\)\\\r)`},
		{"plain", "(plain)"}, {"đ", "(\xfe\xff\x01\x11)"}, {"\U0001f600", "(\xfe\xff\xd8\x3d\xde\x00)"},
		{Array{1, Name("X"), Array{}}, "[1 /X []]"},
		{Dict{{"B", 1}, {"A", "x"}}, "<</B 1/A (x)>>"},
	} {
		if got := string(Append(nil, tt.v)); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.v, got, tt.want)
		}
	}
}

func TestNumbersRoundTrip(t *testing.T) {
	for i := range 20_000 {
		v := float64(i-10_000) * 0.0137
		got, err := strconv.ParseFloat(string(AppendNumber(nil, v)), 64)
		if err != nil || math.Abs(got-v) > 0.00051 {
			t.Fatalf("%g became %g %v", v, got, err)
		}
	}
}

func TestDates(t *testing.T) {
	at := time.Date(2026, 9, 2, 8, 5, 0, 0, time.FixedZone("", 7*3600))
	for _, tt := range []struct {
		at   time.Time
		want string
	}{{at, "D:20260902080500+07'00'"}, {at.UTC(), "D:20260902010500Z"}, {at.In(time.FixedZone("", -(3*60+30)*60)), "D:20260901213500-03'30'"}} {
		if got := date(tt.at); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
}

func TestWidths(t *testing.T) {
	got := string(Append(nil, widths([]GlyphInfo{{ID: 3, Width: 250}, {ID: 5, Width: 500}, {ID: 6, Width: 512.695}, {ID: 9}})))
	if got != "[3 [250] 5 [500 512.695] 9 [0]]" {
		t.Error(got)
	}
}

// file writes a file of many objects.
func file(t testing.TB, objects int) []byte {
	var b bytes.Buffer
	d := NewWriter(&b)
	page := d.Alloc()
	content := d.Stream(nil, []byte("0 0 10 10 re f\n"))
	root := d.AddPages([]Ref{page}, []Dict{{{"MediaBox", Array{0, 0, 100, 100}}, {"Resources", Dict{}}, {"Contents", content}}})
	var pairs Array
	for i := range objects {
		pairs = append(pairs, Bytes(fmt.Sprintf("%05d", i)), Array{page, Name("Fit")})
	}
	marks := []Bookmark{{"Một", 1, Array{page, Name("Fit")}}, {"Hai", 3, Array{page, Name("Fit")}}, {"Ba", 2, Array{page, Name("Fit")}}, {"Bốn", 1, Array{page, Name("Fit")}}}
	outline := d.AddOutline(marks)
	info, xmp := d.AddInfo(Info{Title: "Đề mục", Author: "A & B", Created: time.Unix(0, 0).UTC()})
	cat := d.Add(Dict{{"Type", Name("Catalog")}, {"Pages", root}, {"Outlines", outline}, {"Metadata", xmp},
		{"Names", Dict{{"Dests", d.AddTree("Names", pairs)}}}})
	for range objects {
		d.Add(Dict{{"Type", Name("Nothing")}})
	}
	if err := d.Close(cat, info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestQpdfReads covers several object streams, a deep name tree and an outline.
func TestQpdfReads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file(t, 700), 0o644); err != nil {
		t.Fatal(err)
	}
	if out := testtool.Run(t, "qpdf", "--check", path); strings.Contains(out, "WARNING") {
		t.Error(out)
	}
	out := testtool.Run(t, "qpdf", "--json", "--json-key=outlines", path)
	if n := len(regexp.MustCompile(`"title": "`).FindAllString(out, -1)); n != 4 {
		t.Errorf("%d outline entries, want 4", n)
	}
}

func TestIdentifierFollowsContent(t *testing.T) {
	id := regexp.MustCompile(`(?s)/ID \[.*\]`)
	a, b, c := file(t, 3), file(t, 3), file(t, 4)
	if !bytes.Equal(a, b) || bytes.Equal(id.Find(a), id.Find(c)) {
		t.Error("the identifier does not follow the content")
	}
}

func TestDeflate(t *testing.T) {
	r, err := zlib.NewReader(bytes.NewReader(Deflate([]byte("đúng"))))
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := io.ReadAll(r); string(b) != "đúng" {
		t.Error(string(b))
	}
}

func TestAdjustReturnsWhatItWrote(t *testing.T) {
	var c Content
	l := c.BeginLine()
	l.Glyph(0x28)
	if moved := l.Adjust(12.6); moved != 13 {
		t.Errorf("moved %g", moved)
	}
	if moved := l.Adjust(0.4); moved != 0 {
		t.Errorf("moved %g", moved)
	}
	l.Glyph(1)
	l.End()
	if got := string(c.Bytes()); got != "[(\x00\\()13(\x00\x01)]TJ\n" {
		t.Errorf("%q", got)
	}
}

// TestPredict lets Go's PNG reader undo the filters.
func TestPredict(t *testing.T) {
	const w, h = 37, 29
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		if m.Pix[i] = byte(i * i / 7); i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	var rgb []byte
	for i := 0; i < len(m.Pix); i += 4 {
		rgb = append(rgb, m.Pix[i:i+3]...)
	}
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, data []byte) {
		binary.Write(&b, binary.BigEndian, uint32(len(data)))
		body := append([]byte(kind), data...)
		b.Write(body)
		binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE(body))
	}
	chunk("IHDR", []byte{0, 0, 0, w, 0, 0, 0, h, 8, 2, 0, 0, 0})
	chunk("IDAT", Deflate(Predict(rgb, 3*w, 3)))
	chunk("IEND", nil)
	got, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.(*image.RGBA).Pix, m.Pix) {
		t.Error("the pixels differ")
	}
}
