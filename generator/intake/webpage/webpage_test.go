package webpage

import (
	"errors"
	"strings"
	"testing"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/markdown"
)

func read(t *testing.T, page string) (string, *manuscript.Manuscript) {
	t.Helper()
	m, err := Read([]byte(page))
	if err != nil {
		t.Fatal(page, err)
	}
	return strings.TrimSpace(markdown.Write(m.Blocks)), m
}

func TestPages(t *testing.T) {
	for in, want := range map[string]string{
		"<h2>Một</h2><p>Hai <b>ba</b>\n bốn</p>":                                               "## Một\n\nHai **ba** bốn",
		"<ul><li>Một<ul><li>Con</li></ul></li><li><p>Hai</p><p>Thêm</p></li></ul>":             "- Một\n  - Con\n- Hai\n\n  Thêm",
		"<ol start=3><li>Ba<li>Bốn</ol>":                                                       "3. Ba\n4. Bốn",
		"<p>Một<script>alert(1)</script><span style='display:none'>ẩn</span> hai":              "Một hai",
		"<p><a href='https://a.example/?x=1&amp;y=2'>xem</a> <a href='javascript:x()'>đây</a>": "[xem](https://a.example/?x=1&y=2) đây",
		"<nav>Trang chủ</nav><article><p>Bài</p></article><footer>Bản quyền</footer>":          "Bài",
		"<table><tr><th>A<th>B<tr><td>1<td>2</table>":                                          "| A | B |\n|---|---|\n| 1 | 2 |",
		"Dòng một<br>dòng hai<div>Khối</div>cuối":                                              "Dòng một\\\ndòng hai\n\nKhối\n\ncuối",
		"<blockquote><p>Lời</p></blockquote><p>Sau":                                            "> Lời\n\nSau",
		"<p style='font-weight:700'>Đậm</p><p>5 &lt; 6 &amp;amp;</p>":                          "**Đậm**\n\n5 \\< 6 \\&amp;",
		// Word as a web page: list marks, private bullets, notes, o:p, comments.
		"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Việc một<o:p></o:p></p>": "• Việc một",
		"<p>Câu<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a>.</p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Nguồn.</p></div></div>":                  "Câu[^1].\n\n[^1]: Nguồn.",
		"<p>Một<span style='mso-hide:all;display:none'>ẩn</span>.</p>": "Một.",
	} {
		if got, m := read(t, in); got != want {
			t.Errorf("%s\ngot  %q\nwant %q\nleft %v", in, got, want, m.Left)
		}
	}
}

func TestRefused(t *testing.T) {
	if _, err := Read([]byte(strings.Repeat("<b>", 100_000))); !errors.Is(err, ErrTooDeep) {
		t.Error(err)
	}
	if _, err := Read([]byte(strings.Repeat("<div>", 1000) + "x")); !errors.Is(err, ErrTooDeep) {
		t.Error(err)
	}
	if _, err := Read(make([]byte, maxPage+1)); !errors.Is(err, ErrTooBig) {
		t.Error(err)
	}
}

func TestTold(t *testing.T) {
	_, m := read(t, "<p>Một</p><script src='x.js'></script><iframe src='https://a.example/'></iframe><img src='https://b.example/a.jpg'><span hidden>ẩn</span>")
	want := []manuscript.Kind{manuscript.Script, manuscript.Object, manuscript.Outside, manuscript.Hidden}
	if len(m.Left) != len(want) {
		t.Fatal(m.Left)
	}
	for i, l := range m.Left {
		if l.Kind != want[i] {
			t.Errorf("%d: %v", i, l)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"<p>Một<b>hai", "<table><tr><td rowspan=3 colspan=2>x<tr><td>", "<ol start=-1><li value=9>", "<a href='#_ftn1' name=_ftnref1>1</a><div id=ftn1><p><a href='#_ftn1' name=_ftnref1>x</a>", "<p style='font-family:.VnTime'>§¶ng</p>", "<img src='data:image/png;base64,AAAA'>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		m, err := Read(page)
		if err == nil {
			markdown.Write(m.Blocks)
		}
	})
}
