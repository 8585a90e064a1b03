package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"bantin/generator/content"
)

// tone is how often a page uses a style of tone marks, and where first.
type tone struct {
	count int
	word  string
	pos   content.Pos
}

// The endings in which the two styles differ: hòa, khỏe, thủy and hoà, khoẻ,
// thuỷ. Both are in use; an issue should keep to one.
var toneEndings = [2]map[string]bool{
	set("òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"),
	set("oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"),
}

func (p *pass) countTone(t *passage, word string, from int) {
	last, n := utf8.DecodeLastRuneInString(word)
	rest := word[:len(word)-n]
	second, m := utf8.DecodeLastRuneInString(rest)
	if last < 0x80 && second < 0x80 || m == 0 {
		return
	}
	ending := strings.ToLower(word[len(word)-n-m:])
	for style, endings := range toneEndings {
		if !endings[ending] || style == 1 && strings.HasSuffix(strings.ToLower(rest), "qu") {
			continue // "quý" has its mark on y in both
		}
		if p.tones[style].count == 0 {
			p.tones[style].word, p.tones[style].pos = word, p.at(t, from)
		}
		p.tones[style].count++
	}
}

// spelling warns of an issue that mixes hòa and hoà, at each page that has the
// rarer style.
func spelling(all *whole) {
	counts := map[string][2]int{}
	for _, p := range all.passes {
		if c := counts[issueKey(p)]; p.page.Out == "" {
			counts[issueKey(p)] = [2]int{c[0] + p.tones[0].count, c[1] + p.tones[1].count}
		}
	}
	styles := [2]string{"hòa", "hoà"}
	for _, p := range all.passes {
		c := counts[issueKey(p)]
		if issueKey(p) == "" || p.page.Out != "" || c[0] == 0 || c[1] == 0 {
			continue
		}
		rare := 0
		if c[1] <= c[0] {
			rare = 1
		}
		if t := p.tones[rare]; t.count > 0 {
			p.add(t.pos, "dau-thanh", fmt.Sprintf("%s viết theo lối %s (%d chỗ trong bài), cả số báo viết theo lối %s (%d chỗ)", quote(t.word), quote(styles[rare]), t.count, quote(styles[1-rare]), c[1-rare]),
				"viết một lối trong cả số; bộ gõ nào cũng có mục chọn lối đặt dấu")
		}
	}
}

// issueKey is the issue that a page belongs to, "" for none.
func issueKey(p *pass) string {
	switch {
	case p.page.Article != nil:
		return p.page.Article.Issue
	case p.page.Issue != nil:
		return p.page.Key
	}
	return ""
}
