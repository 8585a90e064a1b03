package intake

import (
	"strings"
	"unicode"

	"bantin/generator/intake/manuscript"
	"bantin/generator/press/face"
)

// unprintable takes emoji away that the printed issue has no letters for, and
// tells them. Letters of other scripts stay: check tells of those.
func unprintable(m *manuscript.Manuscript) {
	var left []string
	seen := map[rune]bool{}
	manuscript.Walk(m.Blocks, func(p *manuscript.Paragraph) {
		for i := range p.Runs {
			text := p.Runs[i].Text
			if !strings.ContainsFunc(text, emoji) {
				continue
			}
			p.Runs[i].Text = strings.Map(func(r rune) rune {
				if !emoji(r) {
					return r
				}
				if !seen[r] && unicode.IsSymbol(r) {
					seen[r] = true
					left = append(left, string(r))
				}
				return -1
			}, text)
		}
		p.Runs = manuscript.Join(p.Runs)
	})
	if len(left) > 0 {
		m.Leave(manuscript.Emoji, strings.Join(left, " "))
	}
}

// emoji reports a sign, or what changes one, that cannot be printed.
func emoji(r rune) bool {
	switch {
	case r == 0x200d, r == 0xfe0f, r == 0x20e3, r >= 0x1f3fb && r <= 0x1f3ff, r >= 0xe0020 && r <= 0xe007f:
		return true
	case r < 0x2190:
		return false
	}
	return unicode.IsSymbol(r) && !face.Known(r)
}
