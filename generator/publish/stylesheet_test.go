package publish

import (
	"testing"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/press"
)

func TestWarningsNameTheSource(t *testing.T) {
	issue := &content.Page{Source: "so/2023-10/_index.md"}
	for _, tt := range []struct{ base, html, served, want string }{
		{"/", "so/2023-10/in.html", "/css/in.css", "layouts/_css/in.css"},
		{"/", "so/2023-10/in.html", "css/in.css", "layouts/_css/in.css"},
		{"", "so/2023-10/in.html", "/css/in.css", "layouts/_css/in.css"},
		{"/ban-tin/", "so/2023-10/bang-tin.html", "/ban-tin/css/bang-tin.css", "layouts/_css/bang-tin.css"},
		{"/ban-tin/", "so/2023-10/bang-tin.html", "/css/bang-tin.css", "layouts/_css/bang-tin.css"},
		{"/css/", "so/2023-10/bang-tin.html", "/css/css/bang-tin.css", "layouts/_css/bang-tin.css"},
		{"/", "so/2023-10/in.html", "/so/2023-10/dan-trang.css", "content/so/2023-10/dan-trang.css"},
		{"/", "so/2023-10/in.html", "/so/2023-09/dan-trang.css", "so/2023-09/dan-trang.css"},
		{"/", "so/2023-10/in.html", "/so/2023-10/in.html", "so/2023-10/in.html"},
		{"/", "so/2023-10/in.html", "", ""},
	} {
		j := printJob{basePath: tt.base, html: tt.html, issue: issue}
		f := j.warning(press.Warning{File: tt.served, Line: 7, Col: 3, Message: "m"})
		if f.File != tt.want || f.Line != 7 || f.Col != 3 || f.Level != bulletin.Warning {
			t.Errorf("%s at %s: %+v, want file %q", tt.served, tt.base, f, tt.want)
		}
	}
	text := printJob{basePath: "/", html: "to-in.html", issue: &content.Page{}}
	if f := text.warning(press.Warning{File: "/css/bieu-ngu.css"}); f.File != "layouts/_css/bieu-ngu.css" {
		t.Errorf("a print of a text: %+v", f)
	}
}

func TestSharedFindingsAreToldOnce(t *testing.T) {
	a, b := bulletin.Finding{File: "a", Line: 1}, bulletin.Finding{File: "a", Line: 2}
	if got := addNew(bulletin.Findings{a}, bulletin.Findings{a, b, b}); len(got) != 2 || got[1] != b {
		t.Errorf("%+v", got)
	}
}
