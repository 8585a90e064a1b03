package check

import (
	"fmt"
	"slices"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/viet"
)

// issueOf: the issue that an article names exists and is in the edition.
func issueOf(p *pass) {
	a := p.page.Article
	if a == nil || a.Issue == "" {
		return
	}
	issue, known := p.issues[a.Issue]
	if !known {
		p.add(p.page.At("so"), "so-bao", fmt.Sprintf("không có số báo %q", a.Issue), p.nearest(a.Issue, p.issues, "tạo content/so/"+a.Issue+"/_index.md, hoặc bỏ mục so"))
		return
	}
	p.reference(p.page.At("so"), "so-bao", "số báo", issue)
}

func (p *pass) nearest(key string, known map[string]*content.Page, otherwise string) string {
	var keys []string
	for k, page := range known {
		if p.mayName(page) {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	if near := bulletin.Nearest(key, keys); near != "" {
		return fmt.Sprintf("có phải %q không? Hoặc %s", near, otherwise)
	}
	return otherwise
}

// longTitle is the length, in characters, from which a title breaks over many
// lines.
const longTitle = 110

// pageWords are about how many syllables a printed page holds with its headings
// and pictures; an article should need no more than two pages.
var pageWords = map[bulletin.Paper]int{"a4": 1000, "190x270": 820}

// length hints at texts that the printed page hardly holds.
func length(p *pass) {
	if p.page.Article == nil {
		return
	}
	if n := len([]rune(p.page.Meta.Title)); n > longTitle {
		p.add(p.page.At("title"), "do-dai", fmt.Sprintf("đầu đề dài %d ký tự", n), "rút còn một ý; phần còn lại đưa xuống tom_tat")
	}
	n := 0
	for _, t := range p.passages() {
		if t.block != nil {
			n += len(strings.Fields(t.text))
		}
	}
	paper := p.paper()
	if holds := pageWords[paper]; n > 2*holds {
		p.add(content.Pos{Line: p.page.BodyLine, Col: 1}, "do-dai", fmt.Sprintf("bài dài %d tiếng, khoảng %s trang khổ %s", n, viet.FormatFloat(float64(n)/float64(holds), 1), strings.ToUpper(string(paper))), "cắt bớt, hoặc tách thành nhiều kỳ")
	}
}

// sameWeight warns of two articles that claim one place in an issue.
func sameWeight(all *whole) {
	type place struct {
		issue  string
		weight int
	}
	first := map[place]*content.Page{}
	for _, p := range all.passes {
		if p.page.Article == nil || p.page.Out != "" {
			continue
		}
		at := place{p.page.Article.Issue, p.page.Meta.Weight}
		if at.issue == "" || at.weight == 0 {
			continue
		}
		if other := first[at]; other != nil {
			p.add(p.page.At("weight"), "thu-tu", fmt.Sprintf("cùng thứ tự %d trong số %s với %s", at.weight, at.issue, other.File()), "đổi weight của một trong hai bài")
			continue
		}
		first[at] = p.page
	}
}
