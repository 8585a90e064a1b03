package layout

import (
	"fmt"
	"strings"

	"bantin/generator/press/display"
)

// missingSigns finds what is printed as an empty box because no font has it:
// each sign once a page.
func (p *pass) missingSigns() {
	for _, pg := range p.doc.Pages {
		seen := map[string]bool{}
		for _, it := range pg.Items {
			if t, ok := it.(*display.Text); ok {
				p.missingIn(pg, t, seen)
			}
		}
	}
}

func (p *pass) missingIn(pg *display.Page, t *display.Text, seen map[string]bool) {
	for i := range t.Glyphs {
		if t.Glyphs[i].ID == 0 {
			p.nameMissing(pg, t, seen)
			return
		}
	}
}

// nameMissing reports the signs of a run that show no glyph.
func (p *pass) nameMissing(pg *display.Page, t *display.Text, seen map[string]bool) {
	x := t.X
	for i, from := 0, 0; i < len(t.Glyphs); {
		end, sign, next := t.Cluster(i, from)
		w, missing := 0.0, false
		for _, g := range t.Glyphs[i:end] {
			w += float64(g.Adv)
			missing = missing || g.ID == 0
		}
		if sign = strings.TrimSpace(sign); missing && sign != "" && !seen[sign] {
			seen[sign] = true
			p.findings = append(p.findings, Finding{Page: pg.Number, Code: SignMissing, Elem: t.Elem, Text: t.Text, X: x, Y: t.Y - t.Size, W: w, H: t.Size,
				Message: fmt.Sprintf("no font has the sign %s (%s)", sign, codePoints(sign))})
		}
		i, from, x = end, next, x+w
	}
}

// codePoints names the characters of a sign as Unicode does.
func codePoints(sign string) string {
	var names []string
	for _, r := range sign {
		names = append(names, fmt.Sprintf("U+%04X", r))
	}
	return strings.Join(names, " ")
}
