package shape

import (
	"regexp"
	"strings"

	"bantin/generator/intake/manuscript"
)

// signature takes the block of the signature away from the end: recipients,
// who signs for whom, the name.
func (f *Facts) signature(m *manuscript.Manuscript) {
	from := max(0, len(m.Blocks)-near)
	for i := len(m.Blocks) - 1; i >= from; i-- {
		t, ok := m.Blocks[i].(*manuscript.Table)
		if !ok || !signTable(t) {
			continue
		}
		for c := range t.Rows[0] {
			f.signLines(m, columnLines(t, c))
		}
		m.Blocks = append(m.Blocks[:i:i], m.Blocks[i+1:]...)
		return
	}
	f.signParagraphs(m)
}

func columnLines(t *manuscript.Table, c int) (lines []string) {
	one := &manuscript.Table{}
	for _, row := range t.Rows {
		one.Rows = append(one.Rows, row[c:c+1])
	}
	return cellLines(one)
}

// signs are lines above a signature.
var signs = regexp.MustCompile(`(?i)^(t/m|tm\.|k/t|kt\.|q\. |tl\.|thay mặt |người (viết|báo cáo|lập|thực hiện|tổng hợp)|tác giả$|bí thư|phó bí thư|hiệu trưởng|phó hiệu trưởng|chủ tịch|trưởng ban|giám đốc|phó giám đốc|chánh văn phòng)`)

// writer says no more than that somebody wrote.
var writer = regexp.MustCompile(`(?i)^(người (viết|báo cáo|lập|thực hiện|tổng hợp)|tác giả)[:.]?$`)

func signTable(t *manuscript.Table) bool {
	lines := cellLines(t)
	if len(lines) > 24 || t.Borders {
		return false
	}
	found, named := false, false
	for _, l := range lines {
		found = found || signs.MatchString(l) && (capitals(l) || len(words(l)) < 5) || strings.HasPrefix(fold(l), "noi nhan")
		named = named || personName(l)
	}
	return found && (named || strings.Contains(fold(strings.Join(lines, " ")), "noi nhan"))
}

// signLines reads one column of the block.
func (f *Facts) signLines(m *manuscript.Manuscript, lines []string) {
	if len(lines) > 0 && strings.HasPrefix(fold(lines[0]), "noi nhan") {
		m.Leave(manuscript.Layout, strings.Join(lines, " "))
		return
	}
	var office []string
	for _, l := range lines {
		switch {
		case strings.HasPrefix(l, "("), writer.MatchString(l): // (đã ký), (ký, ghi rõ họ tên)
		case personName(l) && !(capitals(l) && (signs.MatchString(l) || organWord(l))):
			f.Author = l
		default:
			office = append(office, l)
		}
	}
	if f.Author != "" && len(office) > 0 {
		f.Position = strings.Join(office, ", ")
	} else if len(office) > 0 {
		m.Leave(manuscript.Layout, strings.Join(office, " "))
	}
}

// signParagraphs reads a signature set with paragraphs: from the line that says
// who signs to a name at the end.
func (f *Facts) signParagraphs(m *manuscript.Manuscript) {
	n := len(m.Blocks)
	for i := n - 1; i >= max(0, n-6); i-- {
		p := plain(m.Blocks[i])
		if p == nil || len(words(p.Text())) > 12 {
			return
		}
		if !signs.MatchString(clean(p.Text())) {
			continue
		}
		for i > 0 && plain(m.Blocks[i-1]) != nil && signs.MatchString(clean(plain(m.Blocks[i-1]).Text())) && len(words(plain(m.Blocks[i-1]).Text())) <= 12 {
			i--
		}
		var lines []string
		for _, b := range m.Blocks[i:] {
			for line := range strings.SplitSeq(plain(b).Text(), "\n") {
				if line = clean(line); line != "" {
					lines = append(lines, line)
				}
			}
		}
		if personName(lines[len(lines)-1]) {
			f.signLines(m, lines)
			m.Blocks = m.Blocks[:i]
		}
		return
	}
}

var (
	byline = regexp.MustCompile(`(?i)^(?:tin|bài)(?: viết)?(?:,| và)? ?(?:bài,? )?(ảnh)?\s*:\s*(.{2,80})$|^(?:tác giả|người viết|thực hiện|họ và tên|họ tên(?: tác giả)?)\s*:\s*(.{2,80})$`)
	photos = regexp.MustCompile(`(?i)^ảnh\s*:\s*(.{2,60})$`)
	unit   = regexp.MustCompile(`(?i)^(?:đơn vị(?: công tác)?|nơi công tác)\s*:\s*(.{2,120})$`)
	office = regexp.MustCompile(`(?i)^chức (?:vụ|danh)\s*:\s*(.{2,120})$`)
)

// bylines takes away the lines, near the ends, that say who wrote.
func (f *Facts) bylines(m *manuscript.Manuscript) {
	var out []manuscript.Block
	n := len(m.Blocks)
	for i, b := range m.Blocks {
		p := plain(b)
		if p == nil || i >= 6 && i < n-6 || !f.byline(clean(p.Text()), p, i == n-1) {
			out = append(out, b)
		}
	}
	m.Blocks = out
}

// byline reads one such line.
func (f *Facts) byline(s string, p *manuscript.Paragraph, last bool) bool {
	set := func(field *string, value string) bool {
		if *field != "" {
			return false
		}
		*field = strings.Trim(value, " .")
		return true
	}
	if m := byline.FindStringSubmatch(s); m != nil {
		if m[1] != "" && f.PhotoCredit == "" {
			f.PhotoCredit = strings.Trim(m[2], " .")
		}
		return set(&f.Author, m[2]+m[3])
	}
	if m := unit.FindStringSubmatch(s); m != nil {
		return set(&f.Organ, m[1])
	}
	if m := office.FindStringSubmatch(s); m != nil {
		return set(&f.Position, m[1])
	}
	if m := photos.FindStringSubmatch(s); m != nil && last {
		return set(&f.PhotoCredit, m[1])
	}
	if last && personName(s) && !capitals(s) && (p.Align == manuscript.Right || p.All(manuscript.Bold) || p.All(manuscript.Italic)) {
		return set(&f.Author, s)
	}
	return false
}
