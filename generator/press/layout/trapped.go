package layout

import (
	"fmt"

	"bantin/generator/press/css"
)

// White space is trapped where text goes on below it or on the next page: a
// reader takes it for the end. A few lines are the price of unbreakable boxes.
const (
	trappedLines = 5    // lines that a column ends above the longest one
	shortPage    = 0.75 // of its page area that a page fills before it breaks
)

// uneven reports a column that ends far above its neighbours although its row
// was to be balanced.
func (f *filler) uneven(k int, r rowResult, g *frag) {
	ends := r.last.done && f.c.mode != css.FillAuto || r.last.span
	pitch, _ := f.e.grid()
	if hole := r.h - r.stops[k].y; (ends || f.c.mode == css.FillBalanceAll) && hole > trappedLines*pitch {
		g.body = append(g.body, op{0, r.stops[k].y, &faultArea{fault{code: TrappedSpace, msg: fmt.Sprintf("the column ends %.0f pt above the longest one", hole)}, g.w, hole}})
	}
}

// shortPage reports a page that ends early although no break was asked for:
// what follows did not fit and cannot be divided.
func (p *pass) shortPage(st *pageState, r result, h float64) {
	if r.done || r.end.forced || r.force != css.BreakAuto || st.used >= shortPage*h {
		return
	}
	a := st.page.Area
	p.findings = append(p.findings, Finding{Page: st.page.Number, Code: TrappedSpace, X: a.X, Y: a.Y + st.used, W: a.W, H: h - st.used,
		Message: fmt.Sprintf("the page's last %.0f pt stay empty: what follows does not fit there", h-st.used)})
}
