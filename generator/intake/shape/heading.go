package shape

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"bantin/generator/intake/manuscript"
)

var (
	romanHead  = regexp.MustCompile(`^[IVX]{1,5}(?:\.|\)|/|-| -)\s*\S`)
	arabicHead = regexp.MustCompile(`^\d{1,2}(?:\.|\)|/)\s*[^\d\s]`)
	deepHead   = regexp.MustCompile(`^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+\S`)
	letterHead = regexp.MustCompile(`^[a-zđA-ZĐ](?:\)|\.|/)\s+\S`)
	partHead   = regexp.MustCompile(`(?i)^(?:phần|chương|mục) (?:thứ |[IVX\d])`)
)

// headings makes headings of bold lines and of numbered lines in capitals, and
// puts the levels in order: the first is 2, none is skipped.
func headings(blocks []manuscript.Block) {
	found := rank(blocks)
	depth := map[int]int{} // rank -> level
	level := 0
	for k := range 8 {
		for _, h := range found {
			if h.rank == k {
				if _, ok := depth[k]; !ok {
					depth[k] = min(6, 2+len(depth))
				}
			}
		}
	}
	last := 1
	for _, h := range found {
		if level = depth[h.rank]; h.rank == loose {
			level = max(2, min(last, 5)) // a bold line without a number
			if numbered := lastNumbered(found, h); numbered >= 0 {
				level = min(6, depth[numbered]+1)
			}
		}
		level = min(level, last+1)
		last = level
		h.p.Heading = level
		if h.p.List != nil {
			h.p.Runs = append([]manuscript.Run{{Text: h.p.List.Label + " "}}, h.p.Runs...)
			if h.p.List.Bullet {
				h.p.Runs = h.p.Runs[1:]
			}
			h.p.List = nil
		}
		for i := range h.p.Runs { // a heading is bold by itself
			h.p.Runs[i].Bold = h.p.Runs[i].Bold && !h.p.All(manuscript.Bold)
		}
		h.p.Runs = manuscript.Join(h.p.Runs)
	}
}

// The ranks of what heads a part, the highest first.
const (
	part = iota
	styled
	_
	roman
	arabic
	deep
	letter
	loose
)

type heading struct {
	p    *manuscript.Paragraph
	rank int
}

// lastNumbered is the rank of the numbered heading before h, -1 for none.
func lastNumbered(found []heading, h heading) int {
	last := -1
	for _, o := range found {
		if o.p == h.p {
			break
		}
		if o.rank != loose {
			last = o.rank
		}
	}
	return last
}

// rank finds the headings. Where styles say which paragraphs are, bold lines
// are not asked.
func rank(blocks []manuscript.Block) (found []heading) {
	styles := false
	least := 9
	for _, b := range blocks {
		if p, ok := b.(*manuscript.Paragraph); ok && p.Heading > 0 {
			styles = true
			least = min(least, p.Heading)
		}
	}
	for i, b := range blocks {
		p, ok := b.(*manuscript.Paragraph)
		if !ok || len(p.Pictures()) > 0 {
			continue
		}
		if styles {
			if p.Heading > 0 {
				found = append(found, heading{p, min(loose-1, p.Heading-least)})
			}
			continue
		}
		if r := rankOf(p); r >= 0 && i < len(blocks)-1 {
			found = append(found, heading{p, r})
		}
	}
	return found
}

// rankOf is the rank of a line that may be a heading, -1 for text.
func rankOf(p *manuscript.Paragraph) int {
	text := clean(p.Text())
	if p.List != nil && !p.List.Bullet && !p.List.More {
		text = p.List.Label + " " + text
	}
	size := utf8.RuneCountInString(text)
	if p.Quote || size == 0 || size > 160 || p.Align == manuscript.Right || p.Role == manuscript.Caption || p.List != nil && p.List.Bullet {
		return -1
	}
	bold := p.All(manuscript.Bold)
	switch {
	case !bold && !(capitals(text) && (romanHead.MatchString(text) || partHead.MatchString(text))):
		return -1
	case partHead.MatchString(text):
		return part
	case romanHead.MatchString(text):
		return roman
	case deepHead.MatchString(text):
		return deep
	case arabicHead.MatchString(text):
		return arabic
	case letterHead.MatchString(text):
		return letter
	case size > 100 || strings.ContainsAny(text[len(text)-1:], ".;,") || strings.HasPrefix(text, "“") || p.All(manuscript.Italic):
		return -1
	}
	if n, _, _ := mark(text); n > 0 || personName(text) && p.Align == manuscript.Center {
		return -1
	}
	return loose
}
