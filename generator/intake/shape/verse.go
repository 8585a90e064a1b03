package shape

import (
	"strings"

	"bantin/generator/intake/manuscript"
)

// verses joins the lines of poems, each a paragraph in Word, to stanzas.
func verses(blocks []manuscript.Block) (out []manuscript.Block) {
	for i := 0; i < len(blocks); {
		n := 0
		for i+n < len(blocks) && verseLine(blocks[i+n]) {
			n++
		}
		if n >= 2 && verse(blocks[i:i+n]) {
			out = append(out, stanza(blocks[i:i+n]))
			i += n
			continue
		}
		n = max(1, n)
		out = append(out, blocks[i:i+n]...)
		i += n
	}
	return out
}

// verseLine: a short line that begins with a capital or a quotation mark.
func verseLine(b manuscript.Block) bool {
	p := plain(b)
	if p == nil || p.Align == manuscript.Right || strings.Contains(p.Text(), "\n") {
		return false
	}
	n := len(words(p.Text()))
	size, _, _ := mark(p.Text())
	return n >= 3 && n <= 10 && size == 0
}

// verse: lines of six and eight words in turn, four or more of equal length
// (five, seven, eight), or all centred or italic.
func verse(lines []manuscript.Block) bool {
	sixEight, equal, looks := len(lines) >= 2, len(lines) >= 4, true
	first := len(words(plain(lines[0]).Text()))
	for i, b := range lines {
		p := plain(b)
		n := len(words(p.Text()))
		sixEight = sixEight && n == 6+2*(i%2)
		equal = equal && n == first && (n == 5 || n == 7 || n == 8)
		looks = looks && p.All(manuscript.Italic)
	}
	return sixEight || equal || looks && len(lines) >= 2
}

func stanza(lines []manuscript.Block) *manuscript.Paragraph {
	whole := &manuscript.Paragraph{Quote: plain(lines[0]).Quote}
	for i, b := range lines {
		if i > 0 {
			whole.Runs = append(whole.Runs, manuscript.Run{Text: "\n", Format: whole.Runs[len(whole.Runs)-1].Format})
		}
		whole.Runs = append(whole.Runs, plain(b).Runs...)
	}
	whole.Runs = manuscript.Join(whole.Runs)
	return whole
}
