package box

import (
	"strings"
	"testing"
)

// TestFormatCounter checks the predefined counter styles (CSS Counter Styles
// 3, section 6), with what lies outside their ranges.
func TestFormatCounter(t *testing.T) {
	for _, c := range []struct {
		v     int
		style string
		want  string
	}{{4, "decimal", "4"}, {-4, "decimal", "-4"}, {4, "decimal-leading-zero", "04"}, {-4, "decimal-leading-zero", "-04"}, {42, "decimal-leading-zero", "42"},
		{1, "lower-alpha", "a"}, {26, "upper-alpha", "Z"}, {27, "lower-latin", "aa"}, {703, "lower-alpha", "aaa"}, {0, "lower-alpha", "0"},
		{1994, "upper-roman", "MCMXCIV"}, {4, "lower-roman", "iv"}, {0, "upper-roman", "0"}, {4000, "upper-roman", "4000"},
		{24, "lower-greek", "ω"}, {1, "disc", "•"}, {1, "none", ""}} {
		if got := FormatCounter(c.v, c.style); got != c.want {
			t.Errorf("%d in %s: %q, want %q", c.v, c.style, got, c.want)
		}
	}
}

// TestVietnameseText checks case and normal form: input may be NFD.
func TestVietnameseText(t *testing.T) {
	const nfd = "đu\u031bo\u031b\u0300ng lo\u0302\u0301i \u0111a\u0309ng" // đường lối đảng
	for sheet, want := range map[string]string{
		"p{text-transform:uppercase}":                     "ĐƯỜNG LỐI ĐẢNG",
		"p{text-transform:capitalize}":                    "Đường Lối Đảng",
		"p::first-letter{text-transform:uppercase}":       "Đường lối đảng",
		"p{text-transform:lowercase}":                     "đường lối đảng",
		"p{text-transform:uppercase;font-variant:normal}": "ĐƯỜNG LỐI ĐẢNG",
	} {
		root, _ := build(t, `<p lang="vi">`+nfd, sheet)
		if got := root.PlainText(); got != want {
			t.Errorf("%s: %q, want %q", sheet, got, want)
		}
	}
}

// TestFirstLetter checks what goes with the first letter (CSS Pseudo 4, 2.2).
func TestFirstLetter(t *testing.T) {
	for in, want := range map[string]string{"Đảng": "Đ", "“Đảng”": "“Đ", "(a) b": "(a)", "e\u0302\u0323x": "e\u0302\u0323", "21-KL": "2", "": "", "…": "", "“ a": "“ a"} {
		head, tail := firstLetter(in)
		if head != want || head+tail != in {
			t.Errorf("%q: %q and %q, want %q", in, head, tail, want)
		}
	}
}

// A marker in the text has no first letter (CSS Pseudo 4, 2.2).
func TestMarkerHasNoFirstLetter(t *testing.T) {
	root, _ := build(t, `<ul><li>b`, `ul{list-style:"a" inside}li::first-letter{color:red}`)
	var found string
	var walk func(x *Box)
	walk = func(x *Box) {
		if x.Pseudo == "first-letter" {
			found += x.PlainText()
		}
		for _, k := range x.Children {
			walk(k)
		}
	}
	walk(root)
	if found != "b" {
		t.Errorf("the first letter is %q", found)
	}
}

// TestAnchors checks that every anchor survives, also of split inline boxes.
func TestAnchors(t *testing.T) {
	root, _ := build(t, `<a name="a"></a><p id="b"><span id="c"><div id="d"></div></span><table id="e"><tr id="f"><td id="g"></table><a id="h"><h2>x</h2></a>`, "")
	found := map[string]int{}
	var walk func(x *Box)
	walk = func(x *Box) {
		if x.ID != "" {
			found[x.ID]++
		}
		for _, k := range x.Children {
			walk(k)
		}
	}
	walk(root)
	for _, id := range strings.Split("abcdefgh", "") {
		if found[id] != 1 {
			t.Errorf("anchor %s occurs %d times", id, found[id])
		}
	}
}
