package layout

import (
	"fmt"
	"strings"
	"testing"
)

func TestTrappedSpace(t *testing.T) {
	block := func(h string) string { return `<div style="break-inside:avoid;height:` + h + `">x</div>` }
	columns := func(body string) string {
		return `<section style="columns:2;column-gap:0">` + body + `</section>`
	}
	span := `<h2 style="column-span:all">over both</h2>`
	for _, c := range []struct{ name, body, want string }{
		{"a column beside a tall box, text below", columns(block("100pt") + lines("a", 2) + span), "1,2 trapped-space"},
		{"a column beside a tall box, the end", columns(block("100pt") + lines("a", 2)), "1,2 trapped-space"},
		{"balanced columns", columns(lines("a", 9) + span), ""},
		{"columns that are not to be balanced", `<section style="columns:2;column-gap:0;column-fill:auto;height:100pt">` + lines("a", 11) + `</section>`, ""},
		{"a box that does not fit the foot", lines("a", 10) + block("250pt"), "1,0 trapped-space"},
		{"a break that was asked for", lines("a", 10) + `<h2 style="break-before:page">b</h2>` + lines("b", 20), ""},
		{"a foot of a few lines", lines("a", 25) + block("100pt"), ""},
		{"the last page", lines("a", 30) + lines("b", 10), ""},
	} {
		_, findings := set(t, page200+c.body)
		if got := codes(findings); got != c.want {
			t.Errorf("%s: %q, want %q\n%v", c.name, got, c.want, findings)
		}
	}
}

// A page that a tall box ends leaves its columns uneven unless balance-all asks
// for more (CSS Multicol 1, section 7.1).
func TestBalanceAll(t *testing.T) {
	body := func(fill string) string {
		return page200 + `<section style="columns:2;column-gap:0;column-fill:` + fill + `">` + lines("a", 40) +
			`<div style="break-inside:avoid;height:240pt">x</div>` + lines("b", 4) + `</section>`
	}
	for fill, want := range map[string]string{"balance": "30 10", "balance-all": "20 20"} {
		doc, _ := set(t, body(fill))
		var left, right int
		for _, at := range textAt(doc) {
			if strings.HasPrefix(at, "1:0,") {
				left++
			}
			if strings.HasPrefix(at, "1:100,") {
				right++
			}
		}
		if got := fmt.Sprintf("%d %d", left, right); got != want {
			t.Errorf("%s: %s lines, want %s", fill, got, want)
		}
	}
}
