package check

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// headings warns of a heading that skips a level. The article's title is the
// heading of level 1, so that the text begins with ##.
func headings(p *pass) {
	level := 1
	for n := p.doc().FirstChild(); n != nil; n = n.NextSibling() {
		heading, ok := n.(*ast.Heading)
		if !ok {
			continue
		}
		switch {
		case heading.Level == 1:
			p.add(p.pos(heading.Pos()), "nhay-cap", "tiểu mục cấp 1 (#) ngang hàng với đầu đề", "đầu đề đã có ở mục title; tiểu mục bắt đầu bằng ##")
		case heading.Level > level+1:
			p.add(p.pos(heading.Pos()), "nhay-cap", fmt.Sprintf("tiểu mục nhảy từ cấp %d xuống cấp %d", level, heading.Level), "dùng "+strings.Repeat("#", level+1))
		}
		level = heading.Level
	}
}

var (
	noteCall = regexp.MustCompile(`\[\^([^\]\s]+)\]`)
	noteText = regexp.MustCompile(`(?m)^ {0,3}\[\^([^\]\s]+)\]:`)
)

// footnotes warns of a footnote that is called and has no text, and of one that
// has a text and is never called.
func footnotes(p *pass) {
	body := p.page.Body
	if !bytes.Contains(body, []byte("[^")) {
		return
	}
	called := map[string]bool{}
	p.walk(func(n ast.Node) {
		if link, ok := n.(*east.Footnote); ok && link.Index > 0 {
			called[string(link.Ref)] = true
		}
	})
	for i := range p.passages() {
		t := &p.texts[i]
		if t.block == nil {
			continue
		}
		for _, m := range noteCall.FindAllStringSubmatchIndex(t.text, -1) {
			p.add(p.at(t, m[0]), "chu-thich-trang", fmt.Sprintf("chú thích %s không có lời", t.text[m[0]:m[1]]), fmt.Sprintf("thêm ở cuối bài một dòng: %s: lời chú thích", t.text[m[0]:m[1]]))
		}
	}
	for _, m := range noteText.FindAllSubmatchIndex(body, -1) {
		if name := string(body[m[2]:m[3]]); !called[name] && !p.inCode(m[0]) {
			p.add(p.pos(m[0]), "chu-thich-trang", fmt.Sprintf("lời chú thích [^%s] không được gọi trong bài", name), fmt.Sprintf("đặt [^%s] vào chỗ cần chú thích, hoặc bỏ lời này", name))
		}
	}
}

// inCode reports whether a byte of the body lies in a code block.
func (p *pass) inCode(at int) bool {
	inside := false
	p.walk(func(n ast.Node) {
		if k := n.Kind(); k != ast.KindCodeBlock && k != ast.KindFencedCodeBlock {
			return
		}
		for i := range n.Lines().Len() {
			s := n.Lines().At(i)
			inside = inside || s.Start <= at && at < s.Stop
		}
	})
	return inside
}
