package shape

import (
	"fmt"
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/viet/legacy"
)

// unicodes converts the runs whose fonts say that they are in an old encoding.
// Where a paragraph itself cannot tell, the others of such fonts do: Word goes
// on naming the font after a conversion.
func unicodes(m *manuscript.Manuscript) {
	weights := map[legacy.Encoding]int{}
	manuscript.Walk(m.Blocks, func(p *manuscript.Paragraph) {
		for e, text := range old(p) {
			weights[e] += sign(legacy.Weigh(text, e))
		}
	})
	converted := map[legacy.Encoding]int{}
	manuscript.Walk(m.Blocks, func(p *manuscript.Paragraph) {
		texts := old(p)
		for i := range p.Runs {
			r := &p.Runs[i]
			if r.Old == legacy.None {
				continue
			}
			w := sign(legacy.Weigh(texts[r.Old], r.Old))
			if w == 0 {
				w = weights[r.Old]
			}
			if w > 0 || w == 0 && r.Capitals {
				if now := legacy.Convert(r.Text, r.Old); now != r.Text {
					r.Text = now
					converted[r.Old]++
				}
				if r.Capitals {
					r.Text = strings.ToUpper(r.Text)
				}
			}
			r.Text = strings.ReplaceAll(r.Text, "\u00ad", "")
			r.Old, r.Capitals = legacy.None, false
		}
		p.Runs = manuscript.Join(p.Runs)
	})
	for _, e := range []legacy.Encoding{legacy.TCVN3, legacy.VNI} {
		if n := converted[e]; n > 0 {
			m.Left = append(m.Left, manuscript.Left{Kind: manuscript.Converted, Text: fmt.Sprint(e), Count: n})
		}
	}
}

// old are the texts of a paragraph by the encoding of their fonts.
func old(p *manuscript.Paragraph) map[legacy.Encoding]string {
	texts := map[legacy.Encoding]string{}
	for _, r := range p.Runs {
		if r.Old != legacy.None {
			texts[r.Old] += r.Text
		}
	}
	return texts
}

func sign(n int) int { return min(1, max(-1, n)) }
