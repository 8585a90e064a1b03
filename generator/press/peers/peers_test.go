package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/generator/internal/testtool"

	"golang.org/x/net/html"
)

const sample = `<!doctype html><html lang="vi"><head><link rel="stylesheet" href="in.css"></head><body><main>
<article id="a"><h2>Đọc trước</h2><p>Họp ngắn, <b>bàn kỹ</b>. Số 21-KL/TW.</p><img src="x.svg"></article><article id="b"><p>Hai</p></article></main></body></html>`

func TestGrow(t *testing.T) {
	for _, tt := range []struct {
		factor float64
		ids    string
	}{{1, "a b"}, {2.5, "a b a-2 b-3 a-4"}, {.5, "a"}, {.01, "a"}} {
		tree, err := html.Parse(strings.NewReader(sample))
		if err != nil {
			t.Fatal(err)
		}
		grow(tree, tt.factor)
		var ids []string
		for _, n := range named(tree, "article") {
			ids = append(ids, attr(n, "id"))
		}
		if got := strings.Join(ids, " "); got != tt.ids {
			t.Errorf("%g: articles %q, want %q", tt.factor, got, tt.ids)
		}
	}
}

// TestGrowFile: the grown document can be set on its own.
func TestGrowFile(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"in.html": sample, "in.css": "p{font-size:10pt}img{width:50pt}"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(dir, "out")
	if err := run([]string{"grow", "-out", out, filepath.Join(dir, "in.html"), "2"}); err != nil {
		t.Fatal(err)
	}
	pdf := filepath.Join(dir, "x.pdf")
	if err := run([]string{"set", filepath.Join(out, "in.html"), pdf}); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(pdf); err != nil || !bytes.Contains(data, []byte("DCTDecode")) {
		t.Errorf("no photograph in the PDF: %v", err)
	}
	typ, err := os.ReadFile(filepath.Join(out, "in.typ"))
	if err != nil || !strings.Contains(string(typ), "== Đọc trước") || !strings.Contains(string(typ), `Họp ngắn, #strong[bàn kỹ]`) || !strings.Contains(string(typ), `21-KL\/TW`) {
		t.Errorf("Typst: %s %v", typ, err)
	}
}

// TestColumns: widths that many lines share are found, stray ones are not.
func TestColumns(t *testing.T) {
	var lines []line
	add := func(width float64, times int) {
		for i := range times {
			lines = append(lines, line{{x0: 0, x1: 5}, {x0: 10, x1: width + .5*float64(i%3)}})
		}
	}
	add(150, 60)
	add(230, 30)
	add(190, 5)
	got := columns(lines)
	if len(got) != 2 || math.Abs(got[0]-150) > 1 || math.Abs(got[1]-230) > 1 {
		t.Errorf("columns %v", got)
	}
}

// TestSetLines: a row is cut where the gap is one between columns.
func TestSetLines(t *testing.T) {
	var row []word
	for i := range 4 {
		row = append(row, word{float64(30 * i), float64(30*i + 26), 0, 10}, word{float64(200 + 30*i), float64(200 + 30*i + 26), 0, 10})
	}
	lines := setLines([][]word{row}, 10)
	if len(lines) != 2 || len(lines[0]) != 4 || lines[0].space() != 4 || lines[0].width() != 116 {
		t.Errorf("%v", lines)
	}
}

// TestSpend measures a process that takes its time.
func TestSpend(t *testing.T) {
	sleep := testtool.Need(t, "sleep")
	c, err := spend([]string{sleep, "0.05"}, nil, true)
	if err != nil || c.wall.Milliseconds() < 50 || c.peak <= 0 {
		t.Errorf("%+v %v", c, err)
	}
	if _, err := spend([]string{sleep, "x"}, nil, false); err == nil {
		t.Error("a failure is not told")
	}
}
