package shape

import (
	"regexp"
	"strconv"
	"strings"

	"bantin/generator/intake/manuscript"
)

// typed is a mark that people type before an item: a bullet, or a number. A
// number with a stroke ("1/") or a point needs no space, but what follows may be
// no digit: "1.000", "1/5".
var typed = regexp.MustCompile(`^\s*(?:([-–•·▪◦●■□➢✓❖*+◻\x{f0b7}\x{f0a7}\x{f0d8}])[\s\x{a0}]*([^\s\d\-–*+])|([-•·▪◦●■+])[\s\x{a0}]+(\d)|(?:\(?(\d{1,2})[.)/])[\s\x{a0}]*([^\s\d.,)/]))`)

// point is a lettered point of a document.
var point = regexp.MustCompile(`^\s*(?:[a-eghik-vxyđ][)/.]|\d{1,2}\.\d{1,2}\.?)[\s\x{a0}]+\S`)

// mark reads the typed mark of a text: the bytes that it takes, and a bullet or
// a number.
func mark(s string) (size int, bullet string, number int) {
	m := typed.FindStringSubmatchIndex(s)
	switch {
	case m == nil:
		return 0, "", 0
	case m[2] >= 0:
		return m[4], s[m[2]:m[3]], 0
	case m[6] >= 0:
		return m[8], s[m[6]:m[7]], 0
	}
	n, _ := strconv.Atoi(s[m[10]:m[11]])
	return m[12], "", n
}

// lineItems parts a paragraph whose lines are points or items: for Word a line
// break, for readers a list.
func lineItems(p *manuscript.Paragraph) []*manuscript.Paragraph {
	text := p.Text()
	if p.List != nil || !strings.Contains(text, "\n") {
		return []*manuscript.Paragraph{p}
	}
	marked := 0
	for line := range strings.Lines(text) {
		if size, _, _ := mark(line); size > 0 || point.MatchString(line) {
			marked++
		}
	}
	if marked < 2 {
		return []*manuscript.Paragraph{p}
	}
	return Lines(p)
}

// Lines makes a paragraph of every line of one.
func Lines(p *manuscript.Paragraph) []*manuscript.Paragraph {
	fresh := func() *manuscript.Paragraph { q := *p; q.Runs = nil; return &q }
	out := []*manuscript.Paragraph{fresh()}
	for _, r := range p.Runs {
		for i, part := range strings.Split(r.Text, "\n") {
			if i > 0 {
				out = append(out, fresh())
			}
			last := out[len(out)-1]
			piece := r
			piece.Text = part
			last.Runs = append(last.Runs, piece)
		}
	}
	for _, q := range out {
		q.Runs = manuscript.Join(q.Runs)
	}
	return out
}

// typedLists makes lists of neighbours with typed marks. One alone is a list
// only after a colon: else a dash begins what somebody says.
func typedLists(blocks []manuscript.Block) []manuscript.Block {
	for i := 0; i < len(blocks); {
		n := bullets(blocks[i:])
		if n == 0 {
			n = numbers(blocks[i:])
		}
		if n > 1 || n == 1 && i > 0 && announced(blocks[i-1]) {
			itemize(blocks[i : i+n])
		}
		i += max(1, n)
	}
	return blocks
}

func announced(b manuscript.Block) bool {
	p, ok := b.(*manuscript.Paragraph)
	return ok && strings.HasSuffix(strings.TrimSpace(p.Text()), ":")
}

// plain is a paragraph that may be an item, or nil.
func plain(b manuscript.Block) *manuscript.Paragraph {
	p, ok := b.(*manuscript.Paragraph)
	if !ok || p.List != nil || p.Heading > 0 || len(p.Pictures()) > 0 {
		return nil
	}
	return p
}

// bullets counts the items with bullets at the front of blocks.
func bullets(blocks []manuscript.Block) (n int) {
	for _, b := range blocks {
		p := plain(b)
		if p == nil {
			break
		}
		if _, bullet, _ := mark(p.Text()); bullet == "" {
			break
		}
		n++
	}
	return n
}

// numbers counts the items at the front of blocks that count on, each with the
// bullets below it.
func numbers(blocks []manuscript.Block) (n int) {
	last, items := 0, 0
	for i := 0; i < len(blocks); i++ {
		p := plain(blocks[i])
		if p == nil {
			break
		}
		_, bullet, number := mark(p.Text())
		if bullet != "" && items > 0 {
			continue
		}
		if number == 0 || items > 0 && number != last+1 {
			break
		}
		last, n = number, i+1
		items++
	}
	for n > 0 && n < len(blocks) && items > 1 {
		p := plain(blocks[n])
		if p == nil {
			break
		}
		if _, bullet, _ := mark(p.Text()); bullet == "" {
			break
		}
		n++
	}
	if items < 2 {
		return 0
	}
	return n
}

// itemize makes items of paragraphs with typed marks: bullets below numbers,
// and other bullets below the first kind.
func itemize(blocks []manuscript.Block) {
	first, below := "", 0
	for _, b := range blocks {
		p := b.(*manuscript.Paragraph)
		size, bullet, number := mark(p.Text())
		label := strings.TrimSpace(p.Text()[:size])
		p.CutPrefix(size)
		it := &manuscript.Item{Label: label, Bullet: bullet != "", Number: number}
		switch {
		case number > 0:
			below, first = 1, ""
		case first == "":
			first = bullet
			it.Level = below
		case bullet == first:
			it.Level = below
		default:
			it.Level = below + 1
		}
		p.List = it
	}
}
