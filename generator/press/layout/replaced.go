package layout

import (
	"fmt"
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// replacedSize is the used content size of a picture (CSS 2.2, 10.3.2, 10.6.2
// and 10.4) in a containing block cbw x cbh; negative or infinite is indefinite.
func (e *engine) replacedSize(n *box.Box, cbw, cbh float64) (w, h float64) {
	s, p := n.Style, e.picture(n)
	ed := edgesOf(s, cbw)
	ratio := s.AspectRatio
	nw, nh := n.Replaced().Width, n.Replaced().Height
	if p.w > 0 && p.h > 0 {
		if ratio == 0 {
			ratio = p.w / p.h
		}
		if nw == 0 && nh == 0 {
			nw, nh = p.w, p.h
		}
	} else if ratio == 0 && nw > 0 && nh > 0 {
		ratio = nw / nh
	}
	w, hasW := e.sized(s.Width, n, cbw, ed.horizontal())
	h, hasH := e.tall(s.Height, n, cbh, ed.vertical())
	if !hasW && s.Width.Kind == css.Auto && nw > 0 && (nh == 0 || !hasH) {
		w = nw
	}
	w, h = complete(w, h, hasW, hasH, ratio, nw, nh)
	return e.limitReplaced(n, w, h, hasW, hasH, ratio, cbw, cbh, ed)
}

// complete finds the side that is not given.
func complete(w, h float64, hasW, hasH bool, ratio, nw, nh float64) (float64, float64) {
	switch {
	case hasW && hasH:
	case hasW && ratio > 0:
		h = w / ratio
	case hasW:
		h = nh
	case hasH && ratio > 0:
		w = h * ratio
	case hasH:
		w = nw
	default:
		w, h = nw, nh
		if w == 0 {
			w = h * ratio
		}
		if ratio > 0 && (h == 0 || nh == 0) {
			h = w / ratio
		}
	}
	return w, h
}

// limitReplaced applies min and max sizes; a side that is auto follows the ratio.
func (e *engine) limitReplaced(n *box.Box, w, h float64, hasW, hasH bool, ratio, cbw, cbh float64, ed edges) (float64, float64) {
	s := n.Style
	if c := e.clampWidth(n, w, cbw, ed.horizontal()); c != w {
		w = c
		if !hasH && ratio > 0 {
			h = w / ratio
		}
	}
	c := h
	if m, ok := e.tall(s.MaxHeight, n, cbh, ed.vertical()); ok {
		c = math.Min(c, m)
	}
	if m, ok := e.tall(s.MinHeight, n, cbh, ed.vertical()); ok {
		c = math.Max(c, m)
	}
	if c != h {
		h = c
		if !hasW && ratio > 0 {
			w = h * ratio
			if m, ok := e.sized(s.MaxWidth, n, cbw, ed.horizontal()); ok {
				w = math.Min(w, m)
			}
		}
	}
	return math.Max(0, w), math.Max(0, h)
}

// replaced adds a block-level picture. One taller than its page is scaled down
// in proportion, so that it is never cut.
func (b *builder) replaced(n *box.Box, x, w float64) {
	rw, h := b.e.replacedSize(n, w, b.cbh)
	if n.Style.Width.Kind == css.Auto || math.Abs(rw-w) < tolerance {
		rw = math.Min(rw, math.Max(w, 0))
	}
	if rw < w-tolerance && n.Style.Width.Kind != css.Auto {
		rw = w
	}
	img := &imageBox{e: b.e, n: n, w: rw, h: h}
	if limit := b.e.size(b.currentName()).h - b.aroundHeight(n); h > limit+tolerance && limit > 0 {
		img.w, img.h = rw*limit/h, limit
		img.was = h
	}
	b.flush()
	b.add(item{kind: itBox, x: x, h: img.h, draw: img})
}

// aroundHeight is what a picture's own edges take from a page.
func (b *builder) aroundHeight(n *box.Box) float64 {
	return edgesOf(n.Style, 0).vertical()
}

// imageBox is a picture in its content box.
type imageBox struct {
	e    *engine
	n    *box.Box
	w, h float64
	was  float64 // height before it was scaled down to the page, 0 when it fits
}

func (i *imageBox) draw(p *painter, x, y float64) {
	if i.was > 0 {
		p.findAt(PictureShrunk, i.n, fmt.Sprintf("the picture %s is %.0f pt tall and was scaled down to %.0f pt to fit its page", i.n.Replaced().Source, i.was, i.h), rect{x, y, i.w, i.h})
	}
	pic := i.e.picture(i.n)
	if pic.pic == nil {
		if pic.err != nil && !p.artifact {
			p.findAt(PictureMissing, i.n, pic.err.Error(), rect{x, y, i.w, i.h})
		}
		return
	}
	if i.w <= 0 || i.h <= 0 || !i.n.Style.Visible {
		return
	}
	s := i.n.Style
	w, h := objectFit(s.ObjectFit, pic.w, pic.h, i.w, i.h)
	dx, dy := place(s.ObjectPosition[0], i.w-w), place(s.ObjectPosition[1], i.h-h)
	img := &display.Image{X: x + dx, Y: y + dy, W: w, H: h, Picture: pic.pic, Elem: p.elem(i.n)}
	radius := radii(s, i.w, i.h)
	if w > i.w+tolerance || h > i.h+tolerance || radius != [4]float64{} {
		img.Clip = &display.Clip{X: x, Y: y, W: i.w, H: i.h, Radius: radius}
	}
	p.add(img)
	if href := i.n.HrefOf(); href != "" && !p.artifact {
		url, anchor := splitHref(href)
		p.add(&display.Link{X: x, Y: y, W: i.w, H: i.h, URL: url, Anchor: anchor, Text: i.n.Replaced().Alt, Elem: p.e.tags.link(i.n)})
	}
}

// place is the offset of object-position in the free room, 50% when unset.
func place(v css.Size, free float64) float64 { return v.Or(free, free/2) }

// objectFit is the size a picture is painted at in its box (CSS Images 3, 5.5).
func objectFit(fit css.ObjectFit, pw, ph, w, h float64) (float64, float64) {
	if pw <= 0 || ph <= 0 {
		return w, h
	}
	contain, cover := math.Min(w/pw, h/ph), math.Max(w/pw, h/ph)
	switch fit {
	case css.FitContain:
		return pw * contain, ph * contain
	case css.FitCover:
		return pw * cover, ph * cover
	case css.FitNone:
		return pw, ph
	case css.FitScaleDown:
		k := math.Min(1, contain)
		return pw * k, ph * k
	}
	return w, h
}
