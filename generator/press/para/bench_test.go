package para

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/generator/press/face"
)

const mm = 72 / 25.4

func flat(width float64) Measure { return func(int) (float64, float64) { return 0, width } }

func textItem(s string, family string, size float64) Item {
	return Item{Text: s, Face: face.NewSet().Match([]string{family}, 400, false), Size: size, Lang: "vi"}
}

// body is the sample text repeated with different beginnings, so that lines
// fall differently, or the paragraphs of the content that the checkout has.
func body(tb testing.TB, words int, real bool) (paragraphs []string) {
	var files []string
	if real {
		files, _ = filepath.Glob("../../../content/*/*/*.md")
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		for _, p := range strings.Split(string(data), "\n\n") {
			if p = strings.Join(strings.Fields(p), " "); len(p) > 200 && !strings.ContainsAny(p, "[{<|*_#`=\"") {
				paragraphs = append(paragraphs, p)
			}
		}
	}
	n := 0
	for _, p := range paragraphs {
		n += len(strings.Fields(p))
	}
	for k := 0; n < words; k++ {
		p := sample[k%len(sample)]
		w := strings.Fields(p)
		if cut := 3 * (k / len(sample)); cut < len(w)-20 {
			w = w[cut:]
		}
		paragraphs = append(paragraphs, strings.Join(w, " "))
		n += len(w)
	}
	return paragraphs
}

// evenness measures the word spaces of justified lines, in em: one value a line,
// the mean of its spaces.
type evenness struct{ mean, sd, min, max, over, under, runts float64 }

// wordSpaces are the widths of the word spaces in a piece, pt.
func wordSpaces(p Piece) (out []float64) {
	from := 0
	for _, g := range p.Glyphs {
		if g.Bytes() == 1 && p.Text[from] == ' ' && g.Adv > 0 {
			out = append(out, float64(g.Adv))
		}
		from += g.Bytes()
	}
	return out
}

func measureEvenness(paragraphs []string, family string, size, width float64, st Style) (e evenness) {
	var all []float64
	for _, p := range paragraphs {
		lines := Break([]Item{textItem(p, family, size)}, st, flat(width))
		if last := lines[len(lines)-1]; !strings.Contains(last.Pieces[0].Text, " ") {
			e.runts += 100 / float64(len(paragraphs))
		}
		for _, l := range lines {
			n, sum := 0, 0.0
			for _, p := range l.Pieces {
				for _, w := range wordSpaces(p) {
					n++
					sum += w / size
				}
			}
			if n > 0 && !l.Last {
				all = append(all, sum/float64(n))
			}
		}
	}
	e.min = math.Inf(1)
	for _, v := range all {
		e.mean += v
		e.min, e.max = min(e.min, v), max(e.max, v)
		if v > 0.5 {
			e.over++
		}
		if v < 0.17 {
			e.under++
		}
	}
	n := float64(len(all))
	e.mean /= n
	for _, v := range all {
		e.sd += (v - e.mean) * (v - e.mean)
	}
	e.sd = math.Sqrt(e.sd / n)
	e.over, e.under = 100*e.over/n, 100*e.under/n
	return e
}

func BenchmarkEvenness(b *testing.B) {
	for _, c := range []struct {
		name, family string
		size, width  float64
		real         bool
	}{
		{"3col-serif-9.6", "serif", 9.6, 55 * mm, false},
		{"3col-serif-10.5", "serif", 10.5, 55 * mm, false},
		{"3col-serif-10", "serif", 10, 55 * mm, false},
		{"3col-times-10", "Times New Roman", 10, 55 * mm, false},
		{"2col-serif-10.5", "serif", 10.5, 86 * mm, false},
		{"content-3col-serif-10", "serif", 10, 55 * mm, true},
		{"content-2col-serif-10", "serif", 10, 86 * mm, true},
	} {
		b.Run(c.name, func(b *testing.B) {
			paragraphs := body(b, 4000, c.real)
			var e evenness
			for b.Loop() {
				e = measureEvenness(paragraphs, c.family, c.size, c.width, Style{Justify: true, HangAllowEnd: true})
			}
			b.ReportMetric(e.mean, "mean-em")
			b.ReportMetric(e.sd, "sd-em")
			b.ReportMetric(e.over, "%>0.5em")
			b.ReportMetric(e.under, "%<0.17em")
			b.ReportMetric(e.min, "min-em")
			b.ReportMetric(e.max, "max-em")
			b.ReportMetric(e.runts, "%runts")
		})
	}
}

// BenchmarkBreakIssue breaks the text of a 12-page issue.
func BenchmarkBreakIssue(b *testing.B) {
	var paragraphs [][]Item
	for _, p := range body(b, 6000, false) {
		paragraphs = append(paragraphs, []Item{textItem(p, "serif", 10)})
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range paragraphs {
			Break(p, Style{Justify: true, HangAllowEnd: true}, flat(55*mm))
		}
	}
}

func BenchmarkMinMax(b *testing.B) {
	items := []Item{textItem(sample[0], "serif", 10)}
	b.ReportAllocs()
	for b.Loop() {
		MinMax(items)
	}
}
