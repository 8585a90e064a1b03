package check

import (
	"fmt"
	"strings"
	"unicode"

	"bantin/generator/press/face"
)

// unprintable warns of signs that paper shows as an empty box, because no font
// of the press has them: each where a page has it first, and of signs that are
// joined to one picture the first.
func unprintable(p *pass) {
	seen := map[rune]bool{}
	for i := range p.passages() {
		t := &p.texts[i]
		for at, r := range t.text {
			if r < 0x250 || r >= 0x1ea0 && r <= 0x1ef9 || seen[r] { // Latin letters, all of which the fonts have
				continue
			}
			if seen[r] = true; leaveSign(r) || face.Known(r) || strings.HasSuffix(t.text[:at], "\u200d") {
				continue
			}
			p.add(p.at(t, at), "ky-tu-in", fmt.Sprintf("phông chữ của bản in không có ký tự %c (U+%04X), giấy sẽ hiện ô trống", r, r),
				"viết bằng chữ, hoặc thay bằng dấu in được như ✓ ✗ ★ ☎ ☐ → ①")
		}
	}
}

// leaveSign passes over what other rules tell of, and what only changes the
// look of the sign before it.
func leaveSign(r rune) bool {
	_, told := unseen[r]
	return told || unicode.Is(unicode.M, r) || unicode.Is(unicode.Variation_Selector, r) || r >= 0x1f3fb && r <= 0x1f3ff
}
