package box

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/generator/press/css"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
)

var update = flag.Bool("update", false, "write the golden trees anew")

// build makes the tree of a page with one sheet.
func build(t testing.TB, page, sheet string) (*Box, []css.Warning) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	s, _ := css.Parse("in.css", []byte(sheet))
	c := css.NewCascade(doc, []*css.Sheet{s}, css.Options{})
	root, warnings := Build(doc, c, Options{Base: "in.html"})
	return root, append(c.Warnings(), warnings...)
}

// TestGolden compares trees with testdata/*.txtar: in.html, in.css and what
// Dump writes of the body, with the warnings.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no golden trees")
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var page, sheet, want string
			for _, f := range a.Files {
				switch f.Name {
				case "in.html":
					page = string(f.Data)
				case "in.css":
					sheet = string(f.Data)
				case "tree":
					want = string(f.Data)
				}
			}
			root, warnings := build(t, page, sheet)
			var got bytes.Buffer
			if err := Dump(&got, root); err != nil {
				t.Fatal(err)
			}
			for _, w := range warnings {
				got.WriteString("warning: " + w.Message + "\n")
			}
			check(t, root)
			if *update {
				a.Files = []txtar.File{{Name: "in.html", Data: []byte(page)}, {Name: "in.css", Data: []byte(sheet)}, {Name: "tree", Data: got.Bytes()}}
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got.String() != want {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

// check asserts what Build promises of every tree.
func check(t testing.TB, x *Box) {
	if x == nil {
		return
	}
	block, inline := false, false
	for _, k := range x.Children {
		if k.Parent != x {
			t.Fatalf("%s %q has the wrong parent", k.Kind, k.Text)
		}
		want := map[Kind]Kind{TableBox: RowGroup, RowGroup: Row, Row: Cell}[x.Kind]
		if want != 0 && k.Kind != want {
			t.Fatalf("%s holds a %s", x.Kind, k.Kind)
		}
		if want == 0 && (k.Kind == RowGroup || k.Kind == Row || k.Kind == Cell) {
			t.Fatalf("a %s stands in a %s", k.Kind, x.Kind)
		}
		if k.Kind == TextBox && k.Text == "" && k.Content == nil {
			t.Fatal("an empty text box")
		}
		if outOfFlow(k) && k.Kind != TextBox || k.Kind == MarkerBox {
			check(t, k)
			continue
		}
		block = block || blockLevel(k)
		inline = inline || !blockLevel(k)
		check(t, k)
	}
	if block && inline {
		t.Fatalf("%s%s mixes block and inline level", x.Kind, x.details())
	}
	if x.Kind == FlexBox && inline {
		t.Fatal("a flex container holds inline boxes")
	}
	if x.Kind == InlineBox && block {
		t.Fatal("an inline box holds blocks")
	}
}
