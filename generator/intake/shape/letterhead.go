package shape

import (
	"regexp"
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/viet"
	"bantin/generator/viet/vanban"
)

// motto reports a line that stands in every letterhead.
func motto(s string) bool {
	f := strings.NewReplacer("–", "-", " ", "").Replace(fold(s))
	return strings.Contains(f, "dangcongsanvietnam") && len(f) < 60 || strings.Contains(f, "conghoaxahoichunghiavietnam") && len(f) < 90 || strings.HasPrefix(f, "doclap-tudo-hanhphuc")
}

// near is how many blocks from the ends a letterhead or signature may lie.
const near = 8

// letterhead takes the letterhead away from the front: a table, or paragraphs.
func (f *Facts) letterhead(m *manuscript.Manuscript) {
	for i, b := range m.Blocks[:min(near, len(m.Blocks))] {
		t, ok := b.(*manuscript.Table)
		if !ok || !headTable(t) {
			continue
		}
		f.Official = true
		for _, line := range cellLines(t) {
			f.headLine(m, line)
		}
		m.Blocks = append(m.Blocks[:i:i], m.Blocks[i+1:]...)
		break
	}
	f.headParagraphs(m)
}

// headTable: a letterhead has the motto, or an organ in capitals above a number.
func headTable(t *manuscript.Table) bool {
	lines := cellLines(t)
	if len(lines) > 16 {
		return false
	}
	organ, number := false, false
	for _, l := range lines {
		if motto(l) {
			return true
		}
		organ = organ || capitals(l) && organWord(l)
		number = number || numberLine.MatchString(l)
	}
	return organ && number
}

func organWord(s string) bool {
	f := fold(s)
	for _, w := range []string{"dang bo", "dang uy", "chi bo", "chi uy", "truong ", "so giao duc", "phong giao duc", "phong gd", "cong doan", "doan ", "ban ", "uy ban", "ubnd", "thanh uy", "tinh uy", "quan uy", "huyen uy"} {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	return false
}

// cellLines are the lines of a table, column after column: a letterhead is read
// so.
func cellLines(t *manuscript.Table) (lines []string) {
	if len(t.Rows) == 0 {
		return nil
	}
	for c := range t.Rows[0] {
		for _, row := range t.Rows {
			if c >= len(row) {
				continue
			}
			for _, p := range manuscript.Paragraphs(row[c].Blocks) {
				for line := range strings.SplitSeq(p.Text(), "\n") {
					if line = clean(line); line != "" {
						lines = append(lines, line)
					}
				}
			}
		}
	}
	return lines
}

// headParagraphs takes away the lines of a letterhead that is no table.
func (f *Facts) headParagraphs(m *manuscript.Manuscript) {
	n := min(near, len(m.Blocks))
	last := -1
	for i, b := range m.Blocks[:n] {
		if p := plain(b); p != nil && (motto(p.Text()) || f.Official && f.Date.IsZero() && dateLine(p.Text())) {
			last = i
		}
	}
	if last < 0 {
		return
	}
	var rest []manuscript.Block
	for i, b := range m.Blocks {
		p := plain(b)
		if i > last+2 || p == nil {
			rest = append(rest, b)
			continue
		}
		text := clean(p.Text())
		if motto(text) || dateLine(text) || numberLine.MatchString(text) || i < last && capitals(text) && organWord(text) || strings.Trim(text, "*-–—_oO0 ") == "" {
			f.Official = true
			for line := range strings.SplitSeq(p.Text(), "\n") {
				f.headLine(m, clean(line))
			}
			continue
		}
		rest = append(rest, b)
	}
	m.Blocks = rest
}

var (
	numberLine = regexp.MustCompile(`(?i)^số\s*:?\s*[\d.…_]*\s*[-/]`)
	subject    = regexp.MustCompile(`(?i)^v/v:?\s+`)
)

// dateLine reports a place and a date alone on a line.
func dateLine(s string) bool {
	s = clean(s)
	d := viet.FindDates(s)
	return len(s) < 90 && (len(d) == 1 && d[0].Long && strings.Trim(s[d[0].End:], " .") == "" || emptyDate.MatchString(s))
}

var emptyDate = regexp.MustCompile(`(?i),?\s*ngày[\s.…\d]*tháng[\s.…\d]*năm[\s.…\d]*$`)

// headLine reads one line of a letterhead.
func (f *Facts) headLine(m *manuscript.Manuscript, line string) {
	switch {
	case strings.Trim(line, "*-–—_oO0=. ") == "", motto(line):
	case dateLine(line):
		at := emptyDate.FindStringIndex(line)
		if d := viet.FindDates(line); len(d) == 1 && d[0].Err == nil {
			f.Date, at = d[0].Time, []int{d[0].Start}
		}
		if at != nil {
			f.Place = strings.Trim(line[:at[0]], " ,")
		}
	case f.Number == "" && numberLine.MatchString(line):
		f.Number = strings.TrimSpace(strings.TrimLeft(line[len("Số"):], ": "))
		if n := vanban.Find(line); len(n) > 0 {
			f.Number = n[0].Normal
		}
	case subject.MatchString(line):
		f.Subject = line[len(subject.FindString(line)):]
	case f.Subject != "" && f.Date.IsZero() && !capitals(line):
		f.Subject += " " + line
	case capitals(line) && f.Number == "":
		if f.Organ != "" {
			f.Superior = strings.TrimSpace(f.Superior + " " + f.Organ)
		}
		f.Organ = line
	default:
		m.Leave(manuscript.Layout, line)
	}
}
