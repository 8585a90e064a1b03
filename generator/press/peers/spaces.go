package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"os/exec"
	"slices"
	"strings"
)

// printSpaces reports the word spaces of PDF files.
func printSpaces(o options) error {
	if o.em <= 0 {
		return errors.New("spaces needs -em, the size of the body text in pt")
	}
	for _, pdf := range o.args {
		if err := reportSpaces(pdf, pdf, o.em); err != nil {
			return err
		}
	}
	return nil
}

// word is one word of a page, pt.
type word struct{ x0, x1, y0, y1 float64 }

// reportSpaces prints how even the justified lines of a file are, a line for
// every width of column: mean, standard deviation and largest of the mean word
// space of a line, and the shares of lines above 0.5 and below 0.17 em.
func reportSpaces(name, pdf string, em float64) error {
	pages, err := words(pdf)
	if err != nil {
		return fmt.Errorf("words of %s: %w", pdf, err)
	}
	lines := map[float64][]float64{} // column width: word spaces
	all := setLines(pages, em)
	for _, w := range columns(all) {
		for _, l := range all {
			if math.Abs(l.width()-w) < 2.5 {
				lines[w] = append(lines[w], l.space()/em)
			}
		}
	}
	for _, w := range columns(all) {
		g := lines[w]
		slices.Sort(g)
		n := float64(len(g))
		mean, sd, over, under := 0.0, 0.0, 0.0, 0.0
		for _, v := range g {
			mean += v / n
		}
		for _, v := range g {
			sd += (v - mean) * (v - mean) / n
			if v > .5 {
				over++
			}
			if v < .17 {
				under++
			}
		}
		fmt.Printf("%-11s column %6.1f pt, %5d lines: mean %.3f sd %.3f min %.3f max %.3f over 0.5: %4.1f %% under 0.17: %.1f %%\n",
			name, w, len(g), mean, math.Sqrt(sd), g[0], g[len(g)-1], 100*over/n, 100*under/n)
	}
	return nil
}

// line is a line of words with no gap as wide as that between columns.
type line []word

func (l line) width() float64 { return l[len(l)-1].x1 - l[0].x0 }

func (l line) space() float64 {
	sum := 0.0
	for i := 1; i < len(l); i++ {
		sum += l[i].x0 - l[i-1].x1
	}
	return sum / float64(len(l)-1)
}

// setLines finds the lines of more than three words in the commonest height.
func setLines(pages [][]word, em float64) (out []line) {
	high := map[float64]int{}
	body := 0.0
	for _, p := range pages {
		for _, w := range p {
			h := math.Round((w.y1-w.y0)*5) / 5
			if high[h]++; high[h] > high[body] {
				body = h
			}
		}
	}
	for _, p := range pages {
		rows := map[float64]line{}
		for _, w := range p {
			if math.Abs(w.y1-w.y0-body) < .1*body {
				y := math.Round(w.y1 * 2)
				rows[y] = append(rows[y], w)
			}
		}
		for _, r := range rows {
			slices.SortFunc(r, func(a, b word) int { return cmp(a.x0, b.x0) })
			start := 0
			for i := range r {
				if i+1 == len(r) || r[i+1].x0-r[i].x1 > 1.2*em {
					if l := r[start : i+1]; len(l) > 3 {
						out = append(out, l)
					}
					start = i + 1
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b line) int { return cmp(a.space(), b.space()) })
	return out
}

func cmp(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// columns finds the widths that many lines share: those of justified columns.
func columns(lines []line) (widths []float64) {
	var all []float64
	for _, l := range lines {
		all = append(all, l.width())
	}
	slices.Sort(all)
	for len(all) > 0 {
		best, from, to := 0, 0, 0
		for i, j := 0, 0; i < len(all); i++ {
			for j < len(all) && all[j]-all[i] <= 2 {
				j++
			}
			if j-i > best {
				best, from, to = j-i, i, j
			}
		}
		if best < 20 || best*20 < len(lines) {
			break
		}
		w := all[(from+to)/2]
		widths = append(widths, w)
		all = slices.DeleteFunc(all, func(v float64) bool { return math.Abs(v-w) < 5 })
	}
	return widths
}

// words asks poppler for the places of all words.
func words(pdf string) (pages [][]word, err error) {
	out, err := exec.Command("pdftotext", "-q", "-bbox", pdf, "-").Output()
	if err != nil {
		return nil, err
	}
	d := xml.NewDecoder(strings.NewReader(string(out)))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		t, err := d.Token()
		if err == io.EOF {
			return pages, nil
		}
		if err != nil {
			return nil, err
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "page":
			pages = append(pages, nil)
		case "word":
			var w word
			for _, a := range e.Attr {
				to := map[string]*float64{"xMin": &w.x0, "xMax": &w.x1, "yMin": &w.y0, "yMax": &w.y1}[a.Name.Local]
				if to != nil {
					fmt.Sscan(a.Value, to)
				}
			}
			pages[len(pages)-1] = append(pages[len(pages)-1], w)
		}
	}
}
