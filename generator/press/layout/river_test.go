package layout

import (
	"strings"
	"testing"
)

// codes lists what was found as "page,column code".
func codes(findings []Finding) string {
	var list []string
	for _, f := range findings {
		list = append(list, strings.TrimSpace(string(rune('0'+f.Page))+","+string(rune('0'+f.Column))+" "+string(f.Code)))
	}
	return strings.Join(list, " | ")
}

// A line of three equal words of 40 pt in a column of 160 pt has two spaces of
// 20 pt, at the same place on every line.
func TestRivers(t *testing.T) {
	line := strings.Repeat(`<span style="display:inline-block;width:40pt">a</span> `, 3)
	text := func(n int, style string) string {
		return `<div style="` + style + `;text-align:justify">` + strings.Repeat(line, n) + `</div>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"four wide spaces one below the other", text(5, "width:160pt"), "1,0 river | 1,0 river"},
		{"ordinary spaces", text(5, "width:125pt"), ""},
		{"three lines are chance", text(3, "width:160pt"), ""},
	} {
		_, findings := set(t, page200+c.body)
		if got := codes(findings); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
