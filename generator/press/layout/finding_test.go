package layout

import (
	"strings"
	"testing"
)

// Every finding with a page that has the fault and one like it that has not.
func TestFindings(t *testing.T) {
	small := strings.Replace(page200, "200pt 300pt", "200pt 50pt", 1)
	ref := `<style>a::after{content:target-counter(attr(href),page)}</style>`
	for _, c := range []struct{ name, body, want string }{
		{"a word wider than its column", page200 + `<p style="width:20pt;white-space:nowrap">abc def`, "1,0 overfull-line"},
		{"words that fit", page200 + `<p style="width:100pt">abc def`, ""},
		{"overfull in the second column", page200 + `<section style="columns:2;column-gap:0"><p>a<p style="break-before:column;white-space:nowrap">` + strings.Repeat("abcdef ", 9) + `</section>`, "1,2 overfull-line"},
		{"a widow that nothing prevents", small + `<p style="orphans:9;widows:9">` + strings.Repeat("a<br>", 8), "1,0 orphan-widow"},
		{"lines enough on both sides", small + `<p style="orphans:2;widows:2">` + strings.Repeat("a<br>", 8), ""},
		{"a heading alone at the foot of its page", small + `<h2 style="break-after:avoid;height:45pt">a</h2><div style="height:20pt;break-inside:avoid">b</div>`, "1,0 avoided-break"},
		{"a heading that goes with its text", small + `<p>` + strings.Repeat("a<br>", 3) + `a</p><h2 style="break-after:avoid">a</h2><p>b</p>`, ""},
		{"a heading alone at the foot of its column", page200 + `<section style="columns:2;column-fill:auto;height:50pt"><h2 style="break-after:avoid;height:45pt">a</h2><div style="height:20pt;break-inside:avoid">b</div></section>`, "1,1 avoided-break"},
		{"a heading that goes to the next column", page200 + `<section style="columns:2;column-fill:auto;height:50pt">` + lines("a", 4) + `<h2 style="break-after:avoid">a</h2><p>b</p></section>`, ""},
		{"an inline block taller than its page", small + `<p><span style="display:inline-block;height:80pt">a</span>`, "1,0 content-clipped"},
		{"an inline block that fits", small + `<p><span style="display:inline-block;height:40pt">a</span>`, ""},
		{"a last page with one line", page200 + lines("a", 31), "2,0 page-nearly-empty"},
		{"a last page with ten", page200 + lines("a", 40), ""},
		{"columns in columns in columns", page200 + strings.Repeat(`<div style="columns:2">`, 3) + "a", "1,1 columns-too-deep"},
		{"columns in columns", page200 + strings.Repeat(`<div style="columns:2">`, 2) + "a", ""},
		{"a reference to nothing", page200 + ref + `<p><a href="#x">a</a> <a href="#x">b</a>`, "1,0 target-missing"},
		{"references to a place and to another document", page200 + ref + `<p id=x><a href="#x">a</a> <a href="https://a.example/">b</a>`, ""},
		{"a place that its own page number pushes away", small + ref + `<p>a<br>b<br>c<br>d</p><p><a href="#x" style="float:left"></a></p><p id=x>e`, ""},
	} {
		_, findings := set(t, c.body)
		if got := codes(findings); got != c.want {
			t.Errorf("%s: %q, want %q\n%v", c.name, got, c.want, findings)
		}
	}
}
