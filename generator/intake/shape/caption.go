package shape

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"bantin/generator/intake/manuscript"
)

var (
	captionWord = regexp.MustCompile(`(?i)^(?:ảnh|hình|chú thích ảnh|trong ảnh)\b[\s\d.]*[:.–-]?\s*`)
	credit      = regexp.MustCompile(`(?i)[\s(–-]*\(?(?:ảnh|nguồn(?: ảnh)?)\s*:\s*([^()]{2,60}?)\)?\.?\s*$`)
)

// captions gives pictures the words below them, or above where none are below.
func captions(blocks []manuscript.Block) {
	for i := 0; i < len(blocks); i++ {
		pics := picturesOf(blocks[i])
		if pics == nil {
			continue
		}
		first := i
		for i+1 < len(blocks) && picturesOf(blocks[i+1]) != nil {
			i++
			pics = append(pics, picturesOf(blocks[i])...)
		}
		below, above := captionAt(blocks, i+1), captionAt(blocks, first-1)
		switch {
		case below != nil && (below.Role == manuscript.Caption || above == nil || !strong(above)):
			take(pics, below)
		case above != nil && strong(above):
			take(pics, above)
		}
	}
}

func picturesOf(b manuscript.Block) []*manuscript.Picture {
	p, ok := b.(*manuscript.Paragraph)
	if !ok || strings.TrimSpace(p.Text()) != "" {
		return nil
	}
	return p.Pictures()
}

// captionAt is the caption at a place, or nil.
func captionAt(blocks []manuscript.Block, i int) *manuscript.Paragraph {
	if i < 0 || i >= len(blocks) {
		return nil
	}
	p, ok := blocks[i].(*manuscript.Paragraph)
	if !ok || p.Heading > 0 || p.List != nil || len(p.Pictures()) > 0 || p.Role == taken {
		return nil
	}
	text := clean(p.Text())
	size := utf8.RuneCountInString(text)
	italic := p.All(manuscript.Italic) && size <= 220
	if strong(p) || italic && (p.Align == manuscript.Center || size <= 160) || p.Align == manuscript.Center && size <= 160 && !p.All(manuscript.Bold) && !capitals(text) {
		return p
	}
	return nil
}

// strong reports a paragraph that says that it is a caption.
func strong(p *manuscript.Paragraph) bool {
	text := clean(p.Text())
	return p.Role == manuscript.Caption || captionWord.MatchString(text) && numberedPicture.MatchString(text) && utf8.RuneCountInString(text) <= 220
}

var numberedPicture = regexp.MustCompile(`(?i)^(?:(?:ảnh|hình)\s*\d+\s*[:.–-]|ảnh\s*:|hình\s*:|chú thích ảnh|trong ảnh)`)

// taken marks a paragraph that became a caption.
const taken = manuscript.Role(-1)

func take(pics []*manuscript.Picture, p *manuscript.Paragraph) {
	text := clean(p.Text())
	text = text[len(captionWord.FindString(text)):]
	by := ""
	if m := credit.FindStringSubmatchIndex(text); m != nil && m[0] > 0 {
		by, text = text[m[2]:m[3]], strings.TrimSpace(text[:m[0]])
	}
	if text == "" {
		return
	}
	p.Role = taken
	for _, pic := range pics {
		if pic.Caption == "" {
			pic.Caption, pic.Credit = text, strings.TrimSpace(by)
		}
	}
}

// withoutCaptions leaves out what became one.
func withoutCaptions(blocks []manuscript.Block) (out []manuscript.Block) {
	for _, b := range blocks {
		if p, ok := b.(*manuscript.Paragraph); !ok || p.Role != taken {
			out = append(out, b)
		}
	}
	return out
}
