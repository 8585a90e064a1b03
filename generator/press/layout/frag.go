package layout

import "bantin/generator/press/box"

// drawer is something placed: painted with its top left corner at (x, y) of the page.
type drawer interface {
	draw(p *painter, x, y float64)
}

// op is a drawer at an offset from its fragment's origin.
type op struct {
	x, y float64
	d    drawer
}

// frag is the finished layout of one box or of one fragmentainer's content. It
// does not know its place and may be painted more than once. The layers are
// those of CSS 2.2, appendix E: block backgrounds, floats, content, positioned.
type frag struct {
	w, h   float64
	back   []op
	floats []op
	body   []op
	over   []op

	first, last float64 // baselines from the top; negative when there is none
}

func newFrag(w float64) *frag { return &frag{w: w, first: -1, last: -1} }

func (f *frag) draw(p *painter, x, y float64) {
	inline := len(p.inline)
	for _, layer := range [...][]op{f.back, f.floats, f.body} {
		for _, o := range layer {
			if o.d != nil {
				o.d.draw(p, x+o.x, y+o.y)
			}
		}
	}
	for _, o := range p.inline[inline:] {
		o.d.draw(p, o.x, o.y)
	}
	p.inline = p.inline[:inline]
	for _, o := range f.over {
		o.d.draw(p, x+o.x, y+o.y)
	}
}

// baseline notes a line's baseline at y.
func (f *frag) baseline(y float64) {
	if f.first < 0 {
		f.first = y
	}
	f.last = y
}

// columnFrag tells the painter which column it is in, for findings.
type columnFrag struct {
	n int
	f *frag
}

func (c columnFrag) draw(p *painter, x, y float64) {
	was := p.column
	p.column = c.n
	c.f.draw(p, x, y)
	p.column = was
}

// fault is a finding whose position is known only when painted.
type fault struct {
	code Code
	msg  string
	n    *box.Box // what it is about, nil when that is what stands there
}

// faultArea is a fault that has an extent.
type faultArea struct {
	fault
	w, h float64
}

func (f *faultArea) draw(p *painter, x, y float64) {
	p.findAt(f.code, f.n, f.msg, rect{x, y, f.w, f.h})
}

func (f fault) draw(p *painter, x, y float64) { p.findAt(f.code, f.n, f.msg, rect{x: x, y: y}) }
