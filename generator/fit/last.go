package fit

import (
	"fmt"
	"math"

	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// last fills the last page, which has tasks at its head and the imprint at its
// foot: with the list of documents when there is room, else with a filler.
func (f *fitter) last() error {
	page, imprint := find(f.tree, "trang-cuoi"), find(f.tree, "an-hanh")
	if page == nil || imprint == nil {
		return nil
	}
	room, foot, err := f.room(page, imprint)
	if err != nil || room <= 0 {
		return err
	}
	if docs := documents(f.tree); docs != nil {
		need, err := f.presses[0].after(f.tree)
		if err != nil {
			return err
		}
		if need > 0 && need <= room {
			move(docs, page, imprint)
			set(docs, "style", fmt.Sprintf("--day: %gpt", round(f.w.height-foot+fillerGap)))
			return nil
		}
	}
	all, err := f.presses[0].fillers(f.tree)
	if err != nil {
		return err
	}
	var best *filler
	for _, one := range all {
		if one.about == "" && one.height+2*fillerGap <= room && (best == nil || one.height > best.height) {
			best = one
		}
	}
	if best != nil && room > 0.12*f.w.height {
		set(best.node, "style", fmt.Sprintf("--tren: %gpt", round(math.Floor((room-best.height)/2))))
		set(best.node, "id", best.id+fillerMark)
		move(best.node, page, imprint)
	}
	return nil
}

// framePadding is what the frame of the imprint takes above its text.
const framePadding = 15

// room is what stays empty above the imprint of the last page, none when the
// page runs over, and where the imprint begins.
func (f *fitter) room(page, imprint *html.Node) (room, foot float64, err error) {
	pages, _, err := f.presses[0].bench.Layout(f.presses[0].document(clone(page)))
	if err != nil {
		return 0, 0, fmt.Errorf("fit: last page: %w", err)
	}
	if len(pages.Pages) > 1 {
		return 0, 0, nil
	}
	p := pages.Pages[0]
	low, top := 0.0, p.Area.H
	for _, it := range p.Items[:len(p.Items)-p.Furniture] {
		_, y1, _, y2, e, ok := ink(it)
		_, drawn := it.(*display.Rect)
		switch {
		case !ok, drawn: // whose a background is, is not said
		case within(e, attr(imprint, "id")):
			top = min(top, y1-p.Area.Y)
		default:
			low = max(low, y2-p.Area.Y)
		}
	}
	return top - framePadding - low, top - framePadding, nil
}
