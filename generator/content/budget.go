package content

import (
	"bytes"
	"fmt"
	"unicode"
)

// What a page may hold. Markdown's rules let a few kilobytes keep a parser busy
// for hours, so that a file is measured before anybody parses it. Each limit is
// several times what the longest honest text needs: a study document of 60
// printed pages has some 300 kB, 100 headings and 300 notes.
const (
	maxFile     = 2 << 20   // bytes of a page's file
	maxFront    = 256 << 10 // bytes of its front matter
	maxFlow     = 40        // lists and groups of the front matter within one another
	maxHeadings = 1000      //
	maxNotes    = 1000      // calls and texts of footnotes are counted alike
	maxTags     = 50        //
	maxDepth    = 24        // quotations and lists within one another
	maxOpen     = 60        // square brackets open at once in a paragraph
	// maxMarks bounds the sum over all paragraphs of the square of the number of
	// marks in each: parsers look from each mark back at those before it. One
	// paragraph may hold 2,000, or a thousand paragraphs 60 each.
	maxMarks = 4_000_000
)

// tooMuch is the finding about a page that is over a limit.
func tooMuch(line int, message, fix string) *problem {
	return &problem{Pos{max(1, line), 1}, "qua-suc", message, fix}
}

const splitUp = "tách bài thành nhiều bài, mỗi bài một thư mục"

// overFile reports a file, and overFront a front matter, too large to be read.
func overFile(size int64) *problem {
	if size <= maxFile {
		return nil
	}
	return tooMuch(1, fmt.Sprintf("tệp bài lớn %d kB, quá %d kB", size>>10, maxFile>>10), "bài chỉ chứa chữ: ảnh để thành tệp riêng cạnh bài; bài dài thì "+splitUp)
}

func overFront(front []byte) *problem {
	if len(front) > maxFront {
		return tooMuch(1, fmt.Sprintf("lý lịch lớn %d kB, quá %d kB", len(front)>>10, maxFront>>10), "chuyển phần chữ dài xuống thân bài, dưới dòng --- thứ hai")
	}
	depth := 0
	for i, c := range front {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		case '\n':
			if i+1 < len(front) && front[i+1] != ' ' {
				depth = 0 // a new key
			}
		}
		if depth > maxFlow {
			return tooMuch(2+bytes.Count(front[:i], []byte("\n")), fmt.Sprintf("lý lịch có quá %d ngoặc [ hoặc { lồng nhau", maxFlow), "bỏ bớt ngoặc ở dòng này")
		}
	}
	return nil
}

// overTags reports a page with too many tags.
func (p *Page) overTags() *problem {
	if n := len(p.Meta.Tags); n > maxTags {
		return &problem{p.At("tags"), "qua-suc", fmt.Sprintf("bài có %d từ khóa, quá %d", n, maxTags), "giữ năm, sáu từ khóa người đọc sẽ tìm"}
	}
	return nil
}

// measure counts what costs a parser of Markdown time.
type measure struct {
	line            int
	headings, notes int
	marks, open     int // of the paragraph
	cost            int
}

// overBody reports a text over a limit, without parsing it.
func overBody(body []byte, first int) *problem {
	m := &measure{line: first}
	for at := 0; at < len(body); m.line++ {
		l, next := line(body, at)
		if x := m.add(l); x != nil {
			return x
		}
		at = next
	}
	m.endParagraph()
	return m.overCost()
}

func (m *measure) add(l []byte) *problem {
	depth, rest := containers(l)
	if depth > maxDepth {
		return tooMuch(m.line, fmt.Sprintf("trích dẫn hoặc danh sách lồng quá %d cấp", maxDepth), "bỏ bớt dấu > hoặc gạch đầu dòng ở dòng này")
	}
	switch {
	case len(rest) == 0, depth > 0, rest[0] == '|':
		m.endParagraph()
	case rest[0] == '#':
		m.headings++
		m.endParagraph()
	case len(bytes.Trim(rest, "=")) == 0, len(bytes.Trim(rest, "-")) == 0:
		m.headings++
	}
	for i, c := range rest {
		switch c {
		case '[':
			m.marks++
			m.open++
			if i+1 < len(rest) && rest[i+1] == '^' {
				m.notes++
			}
		case ']':
			m.open = max(0, m.open-1)
		case '*', '_', '~', '`', '<', '"':
			m.marks++
		}
		if m.open > maxOpen {
			return tooMuch(m.line, fmt.Sprintf("có quá %d dấu ngoặc vuông [ chưa đóng trong một đoạn", maxOpen), "đóng hoặc bỏ bớt ngoặc ở dòng này")
		}
	}
	switch {
	case m.headings > maxHeadings:
		return tooMuch(m.line, fmt.Sprintf("bài có quá %d tiểu mục", maxHeadings), splitUp)
	case m.notes > 2*maxNotes:
		return tooMuch(m.line, fmt.Sprintf("bài có quá %d chú thích", maxNotes), splitUp)
	}
	return m.overCost()
}

func (m *measure) overCost() *problem {
	if m.cost+m.marks*m.marks <= maxMarks {
		return nil
	}
	return tooMuch(m.line, "quá nhiều dấu *, _, ~, `, <, [ hoặc \" trong một đoạn", "bỏ các dấu thừa, hoặc tách đoạn bằng một dòng trống")
}

func (m *measure) endParagraph() {
	m.cost += m.marks * m.marks
	m.marks, m.open = 0, 0
}

// containers counts the quotations and lists that a line opens, and returns
// what follows their marks.
func containers(l []byte) (depth int, rest []byte) {
	rest = bytes.TrimLeft(l, " \t")
	for len(rest) > 0 {
		width := marker(rest)
		if width == 0 {
			break
		}
		depth++
		rest = bytes.TrimLeft(rest[width:], " \t")
	}
	if depth > 0 {
		// What an editor indents, at least two columns a level, lies in the
		// lists above.
		depth += (len(l) - len(bytes.TrimLeft(l, " \t"))) / 4
	}
	return depth, bytes.TrimRightFunc(rest, unicode.IsSpace)
}

// marker is the length of the mark of a quotation or list at the beginning of
// a text, 0 for none.
func marker(text []byte) int {
	if text[0] == '>' {
		return 1
	}
	n := 0
	for n < len(text) && n < 9 && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	if n > 0 && n < len(text) && (text[n] == '.' || text[n] == ')') || n == 0 && bytes.IndexByte([]byte("-+*"), text[0]) >= 0 {
		if n+1 == len(text) || text[n+1] == ' ' || text[n+1] == '\t' {
			return n + 1
		}
	}
	return 0
}
