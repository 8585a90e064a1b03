package check

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// lineOf is one line of a paragraph: its text, and the byte of the passage at
// which it begins.
type lineOf struct {
	at   int
	text string
}

// topLines are the lines of a passage that is a paragraph of its own, nil for
// any other.
func topLines(t *passage) (lines []lineOf) {
	if t.block == nil || t.block.Node.Kind() != ast.KindParagraph {
		return nil
	}
	if _, top := t.block.Node.Parent().(*ast.Document); !top {
		return nil
	}
	at := 0
	for line := range strings.Lines(t.text) {
		lines = append(lines, lineOf{at, strings.TrimSuffix(line, "\n")})
		at += len(line)
	}
	return lines
}

// tabTables warns of figures in columns that tabs part: on a page they run into
// one line.
func tabTables(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		if !strings.Contains(t.text, "\t") {
			continue
		}
		lines := topLines(t)
		for from := 0; from < len(lines); {
			to, columns := tabRows(lines, from)
			if to-from >= 2 && (columns > 2 || to-from >= 3) {
				p.add(p.at(t, lines[from].at), "bang-tab", fmt.Sprintf("%d dòng có cột cách nhau bằng phím Tab, trang sẽ dồn thành một dòng", to-from),
					"viết thành bảng, các cột cách nhau bằng dấu |; chạy check --sua", p.tabEdits(t, lines, from, to, columns)...)
			}
			from = max(to, from+1)
		}
	}
}

// tabRows is the end of the lines from one on that have as many fields as it.
func tabRows(lines []lineOf, from int) (to, columns int) {
	for to = from; to < len(lines); to++ {
		fields := tabFields(lines[to].text)
		if fields < 2 || to > from && fields != columns || pointLine.MatchString(lines[to].text) {
			break
		}
		columns = fields
	}
	return to, columns
}

// tabFields counts the fields of a line, 0 when one is empty.
func tabFields(s string) int {
	fields := strings.Split(s, "\t")
	for _, f := range fields {
		if strings.TrimSpace(f) == "" {
			return 0
		}
	}
	return len(fields)
}

// tabEdits make a table of lines; nothing where a line cannot be changed whole.
func (p *pass) tabEdits(t *passage, lines []lineOf, from, to, columns int) (edits []edit) {
	for i := from; i < to; i++ {
		l := lines[i]
		if strings.ContainsAny(l.text, "|`") {
			return nil
		}
		before, after := "| ", " |"
		if i == from && i > 0 {
			before = "\n| "
		}
		if i == from {
			after += "\n" + strings.Repeat("|---", columns) + "|"
		}
		if i == to-1 && to < len(lines) {
			after += "\n"
		}
		edits = append(edits, p.edit(t, l.at, l.at, before)...)
		for k := strings.IndexByte(l.text, '\t'); k >= 0 && k < len(l.text); k++ {
			if l.text[k] == '\t' {
				edits = append(edits, p.edit(t, l.at+k, l.at+k+1, " | ")...)
			}
		}
		edits = append(edits, p.lineEnd(t, l, after)...)
	}
	if len(edits) != (to-from)*(columns+1) {
		return nil
	}
	return edits
}

// lineEnd puts text at the end of a line, in the place of the spaces there.
func (p *pass) lineEnd(t *passage, l lineOf, text string) []edit {
	edits := p.edit(t, l.at+len(l.text), l.at+len(l.text), text)
	for i := range edits {
		for edits[i].to < len(p.page.Raw) && (p.page.Raw[edits[i].to] == ' ' || p.page.Raw[edits[i].to] == '\t') {
			edits[i].to++
		}
	}
	return edits
}

// indented warns of paragraphs that Markdown takes for code: four spaces at the
// front, as typewriters indented.
func indented(p *pass) {
	p.walk(func(n ast.Node) {
		code, ok := n.(*ast.CodeBlock)
		if !ok || code.Lines().Len() == 0 {
			return
		}
		text := string(code.Lines().Value(p.page.Body))
		if !vietnamese(text) {
			return
		}
		var edits []edit
		if _, top := code.Parent().(*ast.Document); top {
			edits = p.outdent(code)
		}
		p.add(p.pos(code.Lines().At(0).Start), "thut-dong", "đoạn thụt vào bằng bốn dấu cách nên thành khung mã chương trình", "bỏ các dấu cách ở đầu dòng, trang tự thụt dòng; chạy check --sua", edits...)
	})
}

// vietnamese reports a text of several words, some with marks: no program.
func vietnamese(s string) bool {
	marked := 0
	for _, w := range strings.Fields(s) {
		if strings.ContainsFunc(w, func(r rune) bool { return r >= 0xc0 && unicode.IsLetter(r) }) {
			marked++
		}
	}
	return marked >= 4 && !strings.ContainsAny(s, "{};=<>")
}

// outdent takes the spaces away from the lines of a block of code; every line
// was a paragraph.
func (p *pass) outdent(code *ast.CodeBlock) (edits []edit) {
	base := p.bodyAt()
	filled := false
	for i := range code.Lines().Len() {
		s := code.Lines().At(i)
		line := s.Value(p.page.Body)
		text := len(bytes.TrimLeft(line, " \t"))
		if len(bytes.TrimSpace(line)) == 0 {
			filled = false
			continue
		}
		from := bytes.LastIndexByte(p.page.Body[:s.Stop-1], '\n') + 1
		with := ""
		if filled {
			with = "\n"
		}
		edits = append(edits, edit{base + from, base + s.Stop - text, with})
		filled = true
	}
	return edits
}

// verses warns of poems whose lines run into one another: lines of six and eight
// words in turn, or of five, seven or eight each.
func verses(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		if strings.Count(t.text, "\n") < 3 {
			continue
		}
		lines := topLines(t)
		if len(lines) < 4 || !poem(lines) || p.broken(t, lines) {
			continue
		}
		var edits []edit
		for _, l := range lines[:len(lines)-1] {
			edits = append(edits, p.lineEnd(t, l, `\`)...)
		}
		if len(edits) != len(lines)-1 {
			edits = nil
		}
		p.add(p.at(t, 0), "tho-dinh", fmt.Sprintf("bài thơ %d dòng sẽ dồn thành một đoạn", len(lines)), `đặt dấu \ ở cuối mỗi dòng, trừ dòng cuối; chạy check --sua`, edits...)
	}
}

func poem(lines []lineOf) bool {
	sixEight, equal := true, true
	first := len(strings.Fields(lines[0].text))
	for i, l := range lines {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text, "“‘\"(–- "))
		n := len(strings.Fields(l.text))
		if !unicode.IsUpper(r) || n > 8 {
			return false
		}
		sixEight = sixEight && n == 6+2*(i%2)
		equal = equal && n == first && (n == 5 || n == 7 || n == 8)
	}
	return sixEight || equal
}

// broken reports whether a line ends as its editor wants it to.
func (p *pass) broken(t *passage, lines []lineOf) bool {
	for _, l := range lines[:len(lines)-1] {
		at := t.block.Source(l.at + len(l.text))
		rest, _, _ := bytes.Cut(p.page.Body[at:], []byte("\n"))
		if bytes.HasPrefix(rest, []byte(`\`)) || bytes.HasPrefix(rest, []byte("  ")) {
			return true
		}
	}
	return false
}
