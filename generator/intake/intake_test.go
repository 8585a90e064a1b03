package intake

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/check"
	"bantin/generator/content"
	"bantin/generator/internal/worddoc"
)

var today = time.Date(2023, 11, 5, 9, 0, 0, 0, time.UTC)

func makeArticle(t *testing.T, name string, data []byte, photos ...Source) *Article {
	t.Helper()
	a, err := Make(&Source{name, data}, photos, Options{Today: today})
	if err != nil {
		t.Fatal(name, err)
	}
	return a
}

// TestSamples: every point of every sample.
func TestSamples(t *testing.T) {
	all := samples()
	if len(all) < 40 {
		t.Errorf("%d samples", len(all))
	}
	for _, s := range all {
		t.Run(s.name, func(t *testing.T) {
			a := makeArticle(t, "bai.docx", s.data)
			o, err := ours(a)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range s.points {
				if ok, _ := o.holds(p); !ok {
					t.Errorf("%s\nof\n%s\nleft %q", p, a.File.Data[max(0, len(a.File.Data)-1200):], o.left)
				}
			}
			onlyToDo(t, a)
		})
	}
}

// toDo are the findings about what an editor has still to say.
var toDo = map[string]bool{"thieu-muc": true, "thieu-mo-ta": true, "anh-nho": true}

// onlyToDo: check finds nothing in a fresh article but what is to be done.
func onlyToDo(t *testing.T, a *Article) {
	t.Helper()
	root := fstest.MapFS{a.File.Path: &fstest.MapFile{Data: a.File.Data}}
	dir := a.File.Path[:len(a.File.Path)-len("index.md")]
	for name, data := range a.File.Beside {
		root[dir+name] = &fstest.MapFile{Data: data}
	}
	tree, findings := content.Load(root, content.Options{Edition: bulletin.Internal, Drafts: true, Now: today})
	findings = append(findings, check.Run(tree, check.Options{Files: root})...)
	for _, f := range findings {
		if !toDo[f.Code] {
			t.Errorf("%v\n%s", f, a.File.Data[max(0, len(a.File.Data)-600):])
		}
	}
}

// TestWhole: the text of a whole article, as a golden file.
func TestWhole(t *testing.T) {
	a := makeArticle(t, "bai.docx", worddoc.Whole())
	_, body, _ := strings.Cut(string(a.File.Data), "\n---\n\n")
	const golden = "testdata/bai.md"
	if os.Getenv("BANTIN_UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || body != string(want) {
		t.Errorf("%v, got\n%s", err, body)
	}
	onlyToDo(t, a)
}
