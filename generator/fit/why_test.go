package fit

import (
	"fmt"
	"os"
	"testing"

	"bantin/generator/press/display"
)

// TestWhyPages tells of each page of BANTIN_FIT_PAGES that ends badly, what ends it.
func TestWhyPages(t *testing.T) {
	dir, names := pagesDir(t)
	for _, name := range names {
		f := &fitter{fsys: os.DirFS(dir), name: name}
		if err := f.open(); err != nil {
			t.Fatal(err)
		}
		r, err := f.fit()
		if err != nil {
			t.Fatal(err)
		}
		l, err := f.layout(r.tree)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(name, r.Meter)
		stories := articles(r.tree)
		first := l.pages.Anchors[attr(stories[0], "id")].Page
		for i := first; i < len(l.pages.Pages); i++ {
			p := l.pages.Pages[i]
			ft := feetOf(p)
			a := lastOn(p, stories)
			mark := ""
			if p.Area.H-ft.low()-ft.notes > twoLines {
				mark = "SHORT"
			}
			if d := ft.left - ft.right; d > twoLines || d < -twoLines {
				mark += " UNEVEN"
			}
			fmt.Printf("  %3d left %4.0f right %4.0f notes %3.0f of %3.0f %-14s last %s  top %s\n", i+1, ft.left, ft.right, ft.notes, p.Area.H, mark, attr(a, "class"), topOf(p))
		}
		for _, fd := range l.findings {
			fmt.Printf("      %d %s %s %.0f\n", fd.Page, fd.Code, fd.Message, fd.H)
		}
	}
}

func topOf(p *display.Page) string {
	low := 1e9
	s := ""
	for _, it := range p.Items[:len(p.Items)-p.Furniture] {
		_, y1, _, _, e, ok := ink(it)
		if ok && y1 < low && e != nil {
			low = y1
			s = ""
			for k := e; k != nil; k = k.Parent {
				s += k.Type + "#" + k.ID + " "
			}
		}
	}
	return s
}
