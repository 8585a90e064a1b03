package para

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

// lineTexts is the text of every line; an added hyphen shows as ¬.
func lineTexts(lines []Line) (out []string) {
	for _, l := range lines {
		s := ""
		for _, p := range l.Pieces {
			s += p.Text
			if p.Hyphen {
				s += "¬"
			}
		}
		out = append(out, strings.TrimSuffix(s, " ")) // the space that the line broke at
	}
	return out
}

// Liberation Mono at 10 pt: every character, the space too, is 6.0009765625 pt.
const cell = 10 * 1229.0 / 2048

func monoItem(s string) Item { return textItem(s, "monospace", 10) }

// columns makes lines of n characters of mono.
func columns(n float64) Measure { return flat(n*cell + 0.01) }

func TestBreaks(t *testing.T) {
	tests := []struct {
		name  string
		text  string
		width float64 // characters
		st    Style
		want  string // lines, joined by |
	}{
		{"fits", "một hai", 7, Style{}, "một hai"},
		{"breaks", "một hai ba", 7, Style{}, "một hai|ba"},
		{"spaces at the ends", "  một hai  ba ", 7, Style{}, "một hai|ba"},
		{"too narrow", "một hai", 2, Style{}, "một|hai"},
		{"no width", "một hai", 0, Style{}, "một|hai"},
		{"fewest lines", "aa bb cc dd ee", 8, Style{}, "aa bb cc|dd ee"},
		{"balance", "aa bb cc dd ee ff", 14, Style{Balance: true}, "aa bb cc|dd ee ff"},
		{"no-break space", "tháng\u00a07 này", 8, Style{}, "tháng\u00a07|này"},
		{"narrow no-break space", "ab 10\u202f000 x", 7, Style{}, "ab|10\u202f000|x"},
		{"word joiner", "ab-\u2060cde fg", 7, Style{}, "ab-\u2060cde|fg"},
		{"zero-width space", "abcd\u200befgh", 5, Style{}, "abcd\u200b|efgh"},
		{"document number", "số 21-KL/TW ngày", 8, Style{}, "số|21-KL/TW|ngày"},
		{"decree", "30/2020/NĐ-CP x", 6, Style{}, "30/2020/NĐ-CP|x"},
		{"date", "15/10/2023 x", 6, Style{}, "15/10/2023|x"},
		{"years", "2020–2025 x", 6, Style{}, "2020–2025|x"},
		{"names", "Sài Gòn-Gia Định", 8, Style{}, "Sài Gòn-|Gia Định"},
		{"soft hyphen off", "kilô\u00admét", 5, Style{}, "kilô\u00admét"},
		{"soft hyphen", "kilô\u00admét", 6, Style{Hyphens: true}, "kilô\u00ad¬|mét"},
		{"soft hyphen unused", "kilô\u00admét", 9, Style{Hyphens: true}, "kilô\u00admét"},
		{"no break-word", "abcdefgh ij", 3, Style{}, "abcdefgh|ij"},
		{"break-word", "abcdefgh ij", 3, Style{BreakWord: true}, "abc|def|gh|ij"},
		{"address", "xem https://abc.gov.vn/van-ban nhé", 16, Style{}, "xem https://abc.|gov.vn/van-ban|nhé"},
		{"address fits", "xem thêm www.abc.vn nhé", 12, Style{}, "xem thêm|www.abc.vn|nhé"},
		{"dash", "một hai – ba bốn", 9, Style{}, "một hai –|ba bốn"},
	}
	for _, tt := range tests {
		got := strings.Join(lineTexts(Break([]Item{monoItem(tt.text)}, tt.st, columns(tt.width))), "|")
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestForcedBreaks(t *testing.T) {
	br := Item{Break: true}
	tests := []struct {
		items []Item
		want  string
	}{
		{nil, "[]"},
		{[]Item{monoItem("  ")}, "[]"},
		{[]Item{br}, "[]*"},
		{[]Item{monoItem("a"), br}, "[a]*"},
		{[]Item{monoItem("a "), br, br, monoItem(" b")}, "[a]*[]*[b]*"},
		{[]Item{monoItem("aaa bbb ccc"), br, monoItem("d")}, "[aaa bbb][ccc]*[d]*"},
	}
	for _, tt := range tests {
		got := ""
		lines := Break(tt.items, Style{}, columns(7))
		for i, s := range lineTexts(lines) {
			got += "[" + s + "]"
			if lines[i].Last {
				got += "*"
			}
		}
		if got == "" {
			got = "[]"
		}
		if got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
}

// TestJustified: every line but the last fills the measure to the point.
func TestJustified(t *testing.T) {
	for _, width := range []float64{55 * mm, 86 * mm, 40} {
		st := Style{Justify: true, Indent: 10, HangAllowEnd: true, HangFirst: true, HangLast: true}
		lines := Break([]Item{textItem("“"+sample[0]+"”", "serif", 10)}, st, flat(width))
		for i, l := range lines {
			spaces := 0
			for _, p := range l.Pieces {
				spaces += len(wordSpaces(p))
			}
			if !l.Last && spaces > 0 && l.Overfull == 0 && math.Abs(l.Natural-width) > 0.001 {
				t.Errorf("width %.1f, line %d is %.3f wide", width, i, l.Natural)
			}
		}
		if lines[0].HangL <= 0 || lines[0].Pieces[0].X != 10-lines[0].HangL {
			t.Errorf("the opening quote does not hang: %v", lines[0].HangL)
		}
		if lines[len(lines)-1].HangR <= 0 {
			t.Error("the closing quote does not hang")
		}
	}
}

// TestMeasure: lines beside a drop cap are shorter.
func TestMeasure(t *testing.T) {
	measure := func(i int) (float64, float64) {
		if i < 3 {
			return 30, 120
		}
		return 0, 150
	}
	lines := Break([]Item{textItem(sample[1], "serif", 10)}, Style{Justify: true}, measure)
	for i, l := range lines {
		left, width := measure(i)
		if l.Left != left || l.Width != width || !l.Last && math.Abs(l.Natural-width) > 0.001 {
			t.Errorf("line %d: left %v, width %v, natural %v", i, l.Left, l.Width, l.Natural)
		}
	}
}

func TestAtomicAndKern(t *testing.T) {
	items := []Item{
		monoItem("aaa "), {Kern: true, Width: 6}, monoItem("bbb"), {Kern: true, Close: true, Width: 6},
		monoItem(" cc"), {Atomic: true, Width: 12, Data: "box"}, monoItem("dd"),
	}
	lines := Break(items, Style{}, columns(9))
	if got := strings.Join(lineTexts(lines), "|"); got != "aaa bbb|cc dd" && got != "aaa bbb|ccdd" {
		t.Errorf("lines %q", got)
	}
	if x := lines[0].Pieces[1]; x.Item != 1 || x.Width != 6 {
		t.Errorf("the padding is not where it should be: %+v", x)
	}
	min, max := MinMax(items)
	if math.Abs(min-(3*cell+12)) > 0.01 || math.Abs(max-(13*cell+24-cell)) > cell+0.01 {
		t.Errorf("MinMax = %v, %v", min, max)
	}
}

// TestLeader: the page number is flush right and the dots of two lines meet.
func TestLeader(t *testing.T) {
	dots := func(title, page string) Line {
		lead := monoItem("")
		lead.Leader = ". "
		return Break([]Item{textItem(title, "serif", 11), lead, monoItem(page)}, Style{}, flat(200))[0]
	}
	a, b := dots("Gương sáng", "7"), dots("Học tập và làm theo", "12")
	for _, l := range []Line{a, b} {
		if math.Abs(l.Natural-200) > 0.001 {
			t.Errorf("natural width %v, want 200", l.Natural)
		}
	}
	leader := func(l Line) Piece { return l.Pieces[len(l.Pieces)-2] }
	phase := math.Mod(leader(a).X-leader(b).X, 2*cell)
	if d := math.Min(math.Abs(phase), 2*cell-math.Abs(phase)); d > 0.001 {
		t.Errorf("dots are %v pt apart", d)
	}
	if p := leader(a); len(p.Glyphs) < 10 || p.Width > 200 {
		t.Errorf("leader has %d glyphs", len(p.Glyphs))
	}
}

func TestMinMax(t *testing.T) {
	min, max := MinMax([]Item{monoItem("một hai\u00a0ba "), {Break: true}, monoItem("bốn")})
	if math.Abs(min-6*cell) > 0.01 || math.Abs(max-10*cell) > 0.01 {
		t.Errorf("MinMax = %v, %v, want %v, %v", min, max, 6*cell, 10*cell)
	}
}

func TestFallbackFace(t *testing.T) {
	items := []Item{textItem("số ✓ và א", "Arial", 10)}
	for _, l := range Break(items, Style{}, flat(500)) {
		for _, p := range l.Pieces {
			for _, g := range p.Glyphs {
				if g.ID == 0 {
					t.Logf("%q has no glyph in %s", p.Text, p.Face.PostName)
				}
			}
		}
	}
}

// check tests what must hold of every paragraph.
func check(items []Item, st Style, measure Measure) error {
	lines := Break(items, st, measure)
	var in, out strings.Builder
	for _, it := range items {
		if !it.Atomic && !it.Kern && !it.Break && it.Leader == "" {
			in.WriteString(visible(it.Text))
		}
	}
	for i, l := range lines {
		for _, p := range l.Pieces {
			if items[p.Item].Leader == "" {
				out.WriteString(visible(p.Text))
			}
			covered := 0
			for _, g := range p.Glyphs {
				covered += g.Bytes()
			}
			if covered > len(p.Text) {
				return fmt.Errorf("line %d: glyphs stand for %d bytes of %q", i, covered, p.Text)
			}
			if p.Offsets != nil && len(p.Offsets) != len(p.Glyphs) {
				return fmt.Errorf("line %d: %d offsets of %d glyphs", i, len(p.Offsets), len(p.Glyphs))
			}
		}
		if l.Natural > l.Width+0.01 && l.Overfull == 0 {
			return fmt.Errorf("line %d is %v wide in %v", i, l.Natural, l.Width)
		}
	}
	if in.String() != out.String() {
		return fmt.Errorf("text changed from %q to %q", in.String(), out.String())
	}
	return nil
}

// visible is s without the spaces that lines may drop.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}

func FuzzBreak(f *testing.F) {
	for i, s := range sample {
		f.Add(s, float64(20+40*i), byte(i*37))
	}
	f.Add("a\u00adb\u200bc\u2060d\u00a0e\u0301\u0323 https://a.b/c-d_e?f=g ffi", 12.0, byte(255))
	f.Add("ﬃ\xff\xfe\x00\t\n x  ", -3.0, byte(7))
	f.Add(strings.Repeat("x", 300)+" 漢字漢字 שלום ก็", 0.0, byte(0x55))
	f.Fuzz(fuzzBody)
}

func fuzzBody(t *testing.T, s string, width float64, bits byte) {
	if len(s) > 1<<12 {
		return
	}
	on := func(i int) bool { return bits>>i&1 == 1 }
	st := Style{Justify: on(0), Balance: on(1), Pretty: on(2), HangFirst: on(3), HangLast: on(3), HangAllowEnd: on(4), Hyphens: on(5), BreakWord: on(6), Phrases: on(7), Indent: float64(bits) / 20}
	half := len(s) / 2
	for half > 0 && !utf8.RuneStart(s[half]) {
		half--
	}
	a, b := textItem(s[:half], "serif", 9), textItem(s[half:], "Arial", 14)
	b.Pre, b.NoWrap, b.Letter = on(7), on(2), float64(bits%3)/10
	items := []Item{a, {Kern: true, Width: 3}, b, {Kern: true, Close: true, Width: 3}, {Atomic: true, Width: 11}}
	measure := func(i int) (float64, float64) { return float64(i % 3), width + float64(i%2)*float64(bits) }
	if err := check(items, st, measure); err != nil {
		t.Fatalf("%v (%+v, width %v)", err, st, width)
	}
	MinMax(items)
}

// TestLong: a megabyte ends soon, with spaces and without.
func TestLong(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	prose := strings.Repeat(strings.Join(sample, " ")+" ", 1+(1<<20)/len(strings.Join(sample, " ")))
	word := strings.Repeat("nghiêng", 1<<17)
	for _, tt := range []struct {
		text string
		st   Style
	}{
		{prose, Style{Justify: true}}, {prose, Style{Balance: true}},
		{word, Style{Justify: true}}, {word, Style{BreakWord: true}},
	} {
		if lines := Break([]Item{textItem(tt.text, "serif", 10)}, tt.st, flat(150)); len(lines) == 0 {
			t.Error("no lines")
		}
	}
}

func TestTailoring(t *testing.T) {
	for text, want := range map[string]bool{
		"21-KL": true, "KL/TW": true, "QĐ-UBND": true, "NĐ-CP": true, "TTr-SGDĐT": true, "COVID-19": true,
		"15/10": true, "2020-2025": true, "2023-nay": true, "km/h": true, "e-mail": true,
		"Gòn-Gia": false, "cán/dân": false, "học–dạy": false, "Paris-Match": false,
	} {
		runes := []rune(text)
		for i, r := range runes {
			if isJoint(r) && keepsTogether(runes, i+1) != want {
				t.Errorf("%s kept together: %v, want %v", text, !want, want)
			}
		}
	}
}
