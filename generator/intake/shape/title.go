package shape

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"bantin/generator/intake/manuscript"
)

// types are the words that head a document.
var types = regexp.MustCompile(`^(NGHỊ QUYẾT|KẾT LUẬN|CHỈ THỊ|QUY ĐỊNH|QUYẾT ĐỊNH|HƯỚNG DẪN|THÔNG TRI|THÔNG BÁO|KẾ HOẠCH|BÁO CÁO|CHƯƠNG TRÌNH|TỜ TRÌNH|CÔNG VĂN|QUY CHẾ|BÀI DỰ THI|BÀI VIẾT|GƯƠNG ĐIỂN HÌNH|THAM LUẬN)$`)

// title takes the title away from the front: what a style says, a heading that
// stands alone, or lines that are bold, centred or in capitals.
func (f *Facts) title(m *manuscript.Manuscript) {
	if f.styledTitle(m) {
		return
	}
	var lines []string
	taken := 0
	for _, b := range m.Blocks[:min(6, len(m.Blocks))] {
		p := plain(b)
		if p == nil || !titleLike(p) || len(lines) > 0 && leadLike(p, lines) {
			break
		}
		text := clean(p.Text())
		taken++
		switch {
		case strings.Trim(text, "*-–—_oO0 ") == "":
		case len(lines) == 0 && types.MatchString(text):
			f.Type = text
		case len(lines) > 0 && strings.HasPrefix(text, "("): // (Ban hành kèm theo …)
			m.Leave(manuscript.Layout, text)
		default:
			lines = append(lines, text)
		}
	}
	if len(lines) == 0 {
		if f.Type == "" {
			f.shortFirst(m)
			return
		}
		lines = []string{f.Type}
	}
	f.Title = strings.Join(lines, " ")
	if f.Type != "" && f.Type != f.Title && f.Official {
		if f.Subject == "" {
			f.Subject = f.Title
		}
		if r, _ := utf8.DecodeRuneInString(f.Title); unicode.IsLower(r) || strings.HasPrefix(f.Title, "Về ") {
			f.Title = sentence(f.Type) + " " + lowerFirst(f.Title)
		}
	}
	m.Blocks = m.Blocks[taken:]
}

// shortFirst takes a first line that is short, ends without a stop and has text
// below it.
func (f *Facts) shortFirst(m *manuscript.Manuscript) {
	if len(m.Blocks) < 2 {
		return
	}
	p := plain(m.Blocks[0])
	if p == nil || p.Quote {
		return
	}
	text := clean(p.Text())
	if size, _, _ := mark(text); size > 0 || utf8.RuneCountInString(text) > 120 || strings.ContainsAny(text[len(text)-1:], ".:;,") {
		return
	}
	f.Title, m.Blocks = text, m.Blocks[1:]
}

func (f *Facts) styledTitle(m *manuscript.Manuscript) bool {
	ones := 0
	for _, b := range m.Blocks {
		if p, ok := b.(*manuscript.Paragraph); ok && p.Heading == 1 {
			ones++
		}
	}
	for i, b := range m.Blocks[:min(near, len(m.Blocks))] {
		p, ok := b.(*manuscript.Paragraph)
		if !ok || p.Role != manuscript.Title && !(p.Heading == 1 && ones == 1 && i < 3) {
			continue
		}
		f.Title = clean(p.Text())
		end := i + 1
		for end < len(m.Blocks) {
			next, ok := m.Blocks[end].(*manuscript.Paragraph)
			if !ok || next.Role != manuscript.Title {
				break
			}
			f.Title += " " + clean(next.Text())
			end++
		}
		m.Blocks = append(m.Blocks[:i:i], m.Blocks[end:]...)
		return true
	}
	return false
}

// titleLike: bold and centred, or in capitals, or larger than text is set.
func titleLike(p *manuscript.Paragraph) bool {
	text := clean(p.Text())
	if text == "" || utf8.RuneCountInString(text) > 250 || p.Quote {
		return false
	}
	if size, _, _ := mark(text); size > 0 && p.Align != manuscript.Center {
		return false
	}
	bold := p.All(manuscript.Bold)
	return p.Align == manuscript.Center && (bold || capitals(text) || p.Size >= 30) ||
		capitals(text) && !romanHead.MatchString(text) || bold && p.Size >= 30 || bold && !strings.HasSuffix(text, ".") && utf8.RuneCountInString(text) <= 160
}

// leadLike: below a title, what is no longer as the title was.
func leadLike(p *manuscript.Paragraph, lines []string) bool {
	text := clean(p.Text())
	return utf8.RuneCountInString(text) > 120 && !capitals(text) || capitals(lines[0]) && !capitals(text) && p.Align != manuscript.Center || romanHead.MatchString(text) || p.Align != manuscript.Center && !capitals(text)
}

func sentence(s string) string {
	r := []rune(strings.ToLower(s))
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// lowerFirst makes "Về …" after the type "về …"; capitals stay.
func lowerFirst(s string) string {
	if strings.HasPrefix(s, "Về ") {
		return "về " + s[len("Về "):]
	}
	return s
}

// lead takes away the paragraph that sums the article up: what a style says, or
// the first that is all bold or all italic and short enough.
func (f *Facts) lead(m *manuscript.Manuscript) {
	if len(m.Blocks) < 2 {
		return
	}
	at := 0
	for at < len(m.Blocks)-1 {
		p, ok := m.Blocks[at].(*manuscript.Paragraph)
		if !ok || len(p.Pictures()) == 0 {
			break
		}
		at++
	}
	p := plain(m.Blocks[at])
	if p == nil || len(p.Text()) == 0 {
		return
	}
	text := clean(p.Text())
	marked := p.Role == manuscript.Lead || p.Role == manuscript.Subtitle || p.All(manuscript.Bold) || p.All(manuscript.Italic)
	if size, _, _ := mark(text); !marked || size > 0 || len(words(text)) < 8 || utf8.RuneCountInString(text) > LeadLength || hasNote(p) {
		return
	}
	f.Lead = text
	m.Blocks = append(m.Blocks[:at:at], m.Blocks[at+1:]...)
}

func hasNote(p *manuscript.Paragraph) bool {
	for _, r := range p.Runs {
		if r.Note != nil || r.Link != "" {
			return true
		}
	}
	return false
}
