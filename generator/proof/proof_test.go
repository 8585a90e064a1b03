package proof

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

var sheetLine = regexp.MustCompile(`(?m)^<figure class="to .*$`)

// TestPageOfTheSample edits the sample in one session: every page is the one
// that is drawn afresh, and one word changes one sheet.
func TestPageOfTheSample(t *testing.T) {
	files, tree := built(t)
	kept := New("/tep/")
	draw := func(p *Proofs, files fstest.MapFS) []byte {
		page, findings, err := p.Page(t.Context(), files, tree, sampleKey)
		if err != nil || len(findings) > 0 {
			t.Fatal(findings, err)
		}
		return page
	}
	last := sheetLine.FindAll(draw(kept, files), -1)
	if len(last) < 12 {
		t.Fatalf("%d sheets", len(last))
	}
	for n := range 4 {
		version := edited(t, files, n*7)
		page := draw(kept, version)
		if !bytes.Equal(page, draw(New("/tep/"), version)) {
			t.Fatalf("version %d drawn in a session is not the one drawn afresh", n)
		}
		now, changed := sheetLine.FindAll(page, -1), 0
		for i := range now {
			if !bytes.Equal(now[i], last[i]) {
				changed++
			}
		}
		if len(now) != len(last) || changed != 1 {
			t.Errorf("version %d: %d sheets changed of %d, want 1 of %d", n, changed, len(now), len(last))
		}
		last = now
	}
	served(t, kept, draw(kept, files))
}

// served wants all that the page names to be there.
func served(t *testing.T, p *Proofs, page []byte) {
	names := regexp.MustCompile(`(?:href|src)="/tep/([^"]*)"`).FindAllSubmatch(page, -1)
	if len(names) != 3 {
		t.Fatalf("the page names %d files", len(names))
	}
	fonts := 0
	for _, n := range names {
		data, ok := p.File(string(n[1]))
		if !ok {
			t.Errorf("%s is not served", n[1])
		}
		for _, f := range regexp.MustCompile(`url\("/tep/([^"]*)"\)`).FindAllSubmatch(data, -1) {
			if font, ok := p.File(string(f[1])); !ok || len(font) < 1000 {
				t.Errorf("%s is not served", f[1])
			}
			fonts++
		}
	}
	if fonts < 4 {
		t.Errorf("%d fonts", fonts)
	}
	for _, name := range []string{"", "chu/", "chu/khac.otf", "../hugo.toml", "proof.go"} {
		if _, ok := p.File(name); ok {
			t.Errorf("%q is served", name)
		}
	}
	for _, bad := range []string{"<style", " style=", " onclick", "<script>", "javascript:"} {
		if strings.Contains(string(page), bad) {
			t.Errorf("the page has %q", bad)
		}
	}
}

// TestFaultsAreMarked widens a word beyond its column: the sheet marks it and
// the findings tell of it.
func TestFaultsAreMarked(t *testing.T) {
	files, tree := built(t)
	version := edited(t, files, 0)
	name := "so/" + sampleKey + "/in.html"
	long := "Cảnh " + strings.Repeat("dàiquá", 30)
	version[name] = &fstest.MapFile{Data: bytes.Replace(version[name].Data, []byte("Cảnh ấy"), []byte(`<span style="white-space:nowrap">`+long+`</span>`), 1)}
	version[name].Data = bytes.Replace(version[name].Data, []byte("</head>"), []byte(`<style>p{overflow-wrap:normal}</style></head>`), 1)
	page, findings, err := New("/").Page(t.Context(), version, tree, sampleKey)
	if err != nil {
		t.Fatal(err)
	}
	if len(findings) == 0 || !strings.Contains(findings[0].Message, "có dòng dài quá cột") {
		t.Error(findings)
	}
	mark := regexp.MustCompile(`<g class="loi"><title>[^<]*có dòng dài quá cột</title><rect x="[0-9.]+" y="[0-9.]+" width="[0-9.]+" height="[0-9.]+"/>`)
	if !mark.Match(page) || !bytes.Contains(page, []byte(`<ol class="loi-to"><li>`)) {
		t.Error("no mark on the sheet")
	}
	if _, _, err := New("/").Page(t.Context(), files, tree, "1999-01"); err == nil {
		t.Error("sheets of no issue")
	}
	ended, stop := context.WithCancel(t.Context())
	stop()
	if _, _, err := New("/").Page(ended, files, tree, sampleKey); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
