package fit

import (
	"fmt"
	"slices"
	"strings"

	"bantin/generator/press"
	"bantin/generator/press/display"
	"bantin/generator/press/layout"

	"golang.org/x/net/html"
)

// coverSteps are how the cover gives way, the first that fits is taken: smaller
// headline, closer contents, three columns, no picture.
var coverSteps = []string{"", "bia-2", "bia-3", "bia-2 bia-gon", "bia-3 bia-gon", "bia-3 bia-gon bia-ba", "bia-3 bia-gon bia-ba bia-khong-anh"}

// cover has the cover fit on its page and its picture take what is left.
func (f *fitter) cover() error {
	bia := find(f.tree, "bia")
	if bia == nil {
		return nil
	}
	for _, step := range coverSteps {
		for _, least := range []float64{f.w.height * 0.3, f.w.height * 0.2} {
			c := clone(bia)
			set(c, "class", strings.TrimSpace(attr(c, "class")+" "+step))
			set(c, "style", fmt.Sprintf("--cao-anh-bia: %gpt", round(least)))
			pages, fits, err := f.setCover(c)
			if err != nil {
				return err
			}
			if !fits {
				continue
			}
			low := feetOf(pages.Pages[0]).low()
			if more := pages.Pages[0].Area.H - low - 4; more > 0 && find(c, "anh-bia") != nil && !strings.Contains(step, "khong-anh") {
				if err := f.enlarge(c, least, min(more, 0.28*f.w.height)); err != nil {
					return err
				}
			}
			f.adopt(bia, c)
			return nil
		}
	}
	return nil
}

// setCover sets a cover with marks of the articles behind it, so that it shows
// page numbers as it will.
func (f *fitter) setCover(c *html.Node) (*display.Document, bool, error) {
	nodes, all := f.before(c)
	pages, _, err := f.presses[0].bench.Layout(f.presses[0].document(nodes...))
	if err != nil {
		return nil, false, fmt.Errorf("fit: cover: %w", err)
	}
	return pages, alone(pages, all), nil
}

// before is c with marks of the articles behind it.
func (f *fitter) before(c *html.Node) (nodes, all []*html.Node) {
	nodes, all = []*html.Node{clone(c)}, articles(f.tree)
	for _, a := range all {
		nodes = append(nodes, element("div", "id", attr(a, "id")))
	}
	return nodes, all
}

// alone reports that what stands before the marks of the articles takes one page.
func alone(pages *display.Document, all []*html.Node) bool {
	if len(all) == 0 {
		return len(pages.Pages) == 1
	}
	return pages.Anchors[attr(all[0], "id")].Page <= 1
}

// enlarge gives the picture of a cover as much more height as the page bears:
// a column of the contents may need more than its last line shows.
func (f *fitter) enlarge(c *html.Node, least, more float64) error {
	for ; more > 0; more -= 12 {
		set(c, "style", fmt.Sprintf("--cao-anh-bia: %gpt", round(least+more)))
		switch _, fits, err := f.setCover(c); {
		case err != nil:
			return err
		case fits:
			return nil
		}
	}
	set(c, "style", fmt.Sprintf("--cao-anh-bia: %gpt", round(least)))
	return nil
}

// adopt makes a found setting the tree's own.
func (f *fitter) adopt(old, found *html.Node) {
	set(old, "class", attr(found, "class"))
	set(old, "style", attr(found, "style"))
}

// letter has the editors' letter fit on its page, with figures of the issue below
// it where there is room.
func (f *fitter) letter() error {
	n := find(f.tree, "loi-toa-soan")
	if n == nil {
		return nil
	}
	for _, step := range []string{"co-so", "co-so loi-dai", "", "loi-dai", "loi-rat-dai"} {
		c := clone(n)
		set(c, "class", strings.TrimSpace(attr(c, "class")+" "+step))
		nodes, all := f.before(c)
		pages, faults, err := f.presses[0].bench.Layout(f.presses[0].document(nodes...))
		if err != nil {
			return fmt.Errorf("fit: letter: %w", err)
		}
		clipped := slices.ContainsFunc(faults, func(f press.Finding) bool { return f.Code == layout.Clipped })
		if alone(pages, all) && !clipped {
			set(n, "class", attr(c, "class"))
			return nil
		}
	}
	return nil
}
