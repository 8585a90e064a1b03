package spec

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/press"

	"golang.org/x/tools/txtar"
)

// base is what every case starts from; see the package comment.
const base = `<!doctype html><html lang=vi><style>@page{size:200pt 300pt;margin:0}html{font:10pt/10pt Square}
body,h1,h2,h3,p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0}h1,h2,h3{font:inherit;break-after:auto;break-inside:auto}
table{border-spacing:0}td,th{padding:0;text-align:left;vertical-align:top;font-weight:400}tr{break-inside:auto}a{color:inherit}
.red{background:red}.lime{background:lime}.blue{background:blue}.yellow{background:yellow}.aqua{background:aqua}.fuchsia{background:fuchsia}</style>`

// TestSpec sets every case and compares the items of the kinds it lists.
func TestSpec(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	cases := 0
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cases += len(a.Files)
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			for _, f := range a.Files {
				t.Run(f.Name, func(t *testing.T) { runCase(t, string(f.Data)) })
			}
		})
	}
	t.Logf("%d cases", cases)
}

func runCase(t *testing.T, src string) {
	doc, expected, ok := strings.Cut(src, "\n=\n")
	section, doc, _ := strings.Cut(doc, "\n")
	open := strings.HasPrefix(section, "§? ")
	if !ok || !open && !strings.HasPrefix(section, "§ ") {
		t.Fatal("a case is a section (§ …), a document, a line \"=\" and items")
	}
	got := items(t, base+doc)
	kinds, want := expectations(expected)
	got = slices.DeleteFunc(got, func(s string) bool { return !kinds[kindOf(s)] })
	slices.Sort(got)
	slices.Sort(want)
	switch {
	case slices.Equal(got, want):
	case open:
		t.Skipf("not met yet: %s\n%s", section, compare(got, want))
	default:
		t.Errorf("%s\n%s", section, compare(got, want))
	}
}

// expectations are the lines of a case with numbers in one form, and the kinds
// of items that it speaks of.
func expectations(src string) (map[string]bool, []string) {
	kinds := map[string]bool{}
	var out []string
	for line := range strings.Lines(src) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if kind, ok := strings.CutPrefix(line, "none "); ok {
			kinds[kind] = true
			continue
		}
		kinds[kindOf(line)] = true
		out = append(out, line)
	}
	return kinds, out
}

func kindOf(line string) string {
	kind, _, _ := strings.Cut(line, " ")
	return kind
}

func compare(got, want []string) string {
	var sb strings.Builder
	for _, w := range want {
		if !slices.Contains(got, w) {
			fmt.Fprintf(&sb, "missing  %s\n", w)
		}
	}
	for _, g := range got {
		if !slices.Contains(want, g) {
			fmt.Fprintf(&sb, "has      %s\n", g)
		}
	}
	if sb.Len() == 0 {
		fmt.Fprintf(&sb, "the items are the same, their numbers differ: %d, want %d\n", len(got), len(want))
	}
	return sb.String()
}

// items sets a document and lists all that is on its pages.
func items(t *testing.T, src string) []string {
	t.Helper()
	font := square("Square")
	fsys := fstest.MapFS{"t.html": {Data: []byte(src)}, "wide.png": {Data: picturePNG(t, 80, 40)}, "turned.jpg": {Data: turnedJPEG(t, 80, 40)}, "other.ttf": {Data: square("Other")}}
	warnings := 0
	doc, err := press.Open(fsys, "t.html", press.Options{
		Fonts: []press.Font{{Family: "Square", Weights: [2]int{1, 1000}, Data: font}},
		Warn: func(w press.Warning) {
			warnings++
			t.Logf("warning: %v", w)
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	pages, findings, err := doc.Layout()
	if err != nil {
		t.Fatal(err)
	}
	out := []string{fmt.Sprintf("pages %d", len(pages.Pages))}
	for _, f := range findings {
		out = append(out, fmt.Sprintf("finding %d %s", f.Page, f.Code))
	}
	for _, b := range pages.Outline {
		out = append(out, fmt.Sprintf("bookmark %d %s %d %s", b.Page+1, num(b.Y), b.Level, b.Title))
	}
	for _, p := range pages.Pages {
		out = append(out, pageItems(p)...)
	}
	if os.Getenv("SPEC_PDF") != "" { // to look at a case
		w, err := os.Create(os.Getenv("SPEC_PDF"))
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		if err := doc.WritePDF(w); err != nil {
			t.Fatal(err)
		}
	}
	return append(out, fmt.Sprintf("warnings %d", warnings))
}

// num prints a length as cases write it: two decimals at most.
func num(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
