package para

import (
	"math"
	"strings"
	"testing"
)

// TestPre: white space that is kept stands where the text has it.
func TestPre(t *testing.T) {
	it := monoItem("  ab\tc  d")
	it.Pre, it.NoWrap = true, true
	lines := Break([]Item{it}, Style{}, columns(4))
	if got := strings.Join(lineTexts(lines), "|"); got != "  ab\tc  d" {
		t.Fatalf("lines %q", got)
	}
	for _, p := range lines[0].Pieces {
		if p.Text == "c" && math.Abs(p.X-8*cell) > 0.01 {
			t.Errorf("c stands at %v, want the tab stop %v", p.X, 8*cell)
		}
	}
	if lines[0].Overfull <= 0 {
		t.Error("the line is wider than the measure and does not say so")
	}
}

func TestNoWrap(t *testing.T) {
	in := monoItem("bb cc")
	in.NoWrap = true
	got := lineTexts(Break([]Item{monoItem("aa "), in, monoItem(" dd")}, Style{}, columns(6)))
	if s := strings.Join(got, "|"); s != "aa|bb cc|dd" {
		t.Errorf("lines %q", s)
	}
}

// TestSpacing: letter-spacing follows every character and word-spacing every
// space, no-break spaces too (CSS Text 3, section 7).
func TestSpacing(t *testing.T) {
	it := monoItem("ab c\u00a0d")
	it.Letter, it.Word = 1, 5
	l := Break([]Item{it}, Style{}, flat(500))[0]
	if want := 6*cell + 6*1 + 2*5; math.Abs(l.Natural-want) > 0.01 {
		t.Errorf("natural width %v, want %v", l.Natural, want)
	}
}

// TestHanging follows CSS Text 3, section 9.2: in ragged text a stop hangs only
// when it does not fit.
func TestHanging(t *testing.T) {
	for width, hang := range map[float64]float64{3: cell, 4: 0} {
		l := Break([]Item{monoItem("abc.")}, Style{HangAllowEnd: true}, columns(width))[0]
		if math.Abs(l.HangR-hang) > 0.01 || l.Overfull != 0 {
			t.Errorf("width %v: hangs %v, want %v; overfull %v", width, l.HangR, hang, l.Overfull)
		}
	}
	l := Break([]Item{monoItem("(abc)")}, Style{HangFirst: true, HangLast: true}, columns(3))[0]
	if math.Abs(l.HangL-cell) > 0.01 || math.Abs(l.HangR-cell) > 0.01 || math.Abs(l.Pieces[0].X+cell) > 0.01 || math.Abs(l.Natural-3*cell) > 0.01 {
		t.Errorf("brackets hang %v and %v, first at %v, natural %v", l.HangL, l.HangR, l.Pieces[0].X, l.Natural)
	}
}

// TestShortLastLine: justified text and Pretty avoid a word left alone.
func TestShortLastLine(t *testing.T) {
	text := "một hai ba bốn năm sáu bảy tám chín mười và"
	for _, st := range []Style{{Pretty: true}, {Justify: true}} {
		lines := lineTexts(Break([]Item{monoItem(text)}, st, columns(10)))
		if last := lines[len(lines)-1]; !strings.Contains(last, " ") {
			t.Errorf("%+v: last line %q of %q", st, last, lines)
		}
	}
}

func TestLastJustify(t *testing.T) {
	l := Break([]Item{monoItem("a b")}, Style{Justify: true, LastJustify: true}, flat(100))[0]
	if math.Abs(l.Natural-100) > 0.001 {
		t.Errorf("natural width %v, want 100", l.Natural)
	}
}
