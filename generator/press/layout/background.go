package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// maxTiles bounds how often a background picture is repeated in one box.
const maxTiles = 2000

// background paints the colour and the images of a box whose border box is r,
// the last layer first (CSS Backgrounds 3, section 3). Sides that a break cuts
// off have no border in b.
func (p *painter) background(s *css.Style, b css.Edges[css.Border], r rect, radius [4]float64) {
	if !hasBackground(s) || r.w <= 0 || r.h <= 0 {
		return
	}
	layers := max(1, len(s.BackgroundImage))
	clip := func(i int) (rect, [4]float64) {
		if edge := at(s.BackgroundClip, i, css.BorderEdge); edge != css.BorderEdge {
			return area(edge, s, b, r), innerCorners(radius, s, b, edge)
		}
		return r, radius
	}
	if s.Background.A > 0 {
		if c, round := clip(layers - 1); c.w > 0 && c.h > 0 {
			p.add(&display.Rect{X: c.x, Y: c.y, W: c.w, H: c.h, Radius: round, Fill: s.Background})
		}
	}
	for i := len(s.BackgroundImage) - 1; i >= 0; i-- {
		c, round := clip(i)
		p.layer(s, i, area(at(s.BackgroundOrigin, i, css.PaddingEdge), s, b, r), c, round)
	}
}

// at is what a list says of layer i: lists that are shorter are repeated.
func at[T any](list []T, i int, initial T) T {
	if len(list) == 0 {
		return initial
	}
	return list[i%len(list)]
}

// area is an area of the box whose border box is r.
func area(edge css.BoxEdge, s *css.Style, b css.Edges[css.Border], r rect) rect {
	inset := func(top, right, bottom, left float64) {
		r = rect{r.x + left, r.y + top, max(0, r.w-left-right), max(0, r.h-top-bottom)}
	}
	if edge != css.BorderEdge {
		inset(b.Top.Width, b.Right.Width, b.Bottom.Width, b.Left.Width)
	}
	if edge == css.ContentEdge {
		e := s.Padding
		inset(e.Top.Or(0, 0), e.Right.Or(0, 0), e.Bottom.Or(0, 0), e.Left.Or(0, 0))
	}
	return r
}

// innerCorners are the corners of an inner area.
func innerCorners(radius [4]float64, s *css.Style, b css.Edges[css.Border], edge css.BoxEdge) [4]float64 {
	d := [4]float64{max(b.Top.Width, b.Left.Width), max(b.Top.Width, b.Right.Width), max(b.Bottom.Width, b.Right.Width), max(b.Bottom.Width, b.Left.Width)}
	if edge == css.ContentEdge {
		e := s.Padding
		d[0], d[1] = d[0]+max(e.Top.Or(0, 0), e.Left.Or(0, 0)), d[1]+max(e.Top.Or(0, 0), e.Right.Or(0, 0))
		d[2], d[3] = d[2]+max(e.Bottom.Or(0, 0), e.Right.Or(0, 0)), d[3]+max(e.Bottom.Or(0, 0), e.Left.Or(0, 0))
	}
	for i := range radius {
		radius[i] = max(0, radius[i]-d[i])
	}
	return radius
}

// layer paints one image over the area clip, placed within the area o.
func (p *painter) layer(s *css.Style, i int, o, clip rect, radius [4]float64) {
	image := s.BackgroundImage[i]
	var pic *picture
	switch {
	case image.Gradient != nil:
		pic = &picture{}
	case image.URL == "":
		return
	default:
		pic = p.e.background(image.URL)
		if pic.pic == nil {
			if pic.err != nil && !p.artifact {
				p.findAt(PictureMissing, nil, pic.err.Error(), clip)
			}
			return
		}
	}
	if o.w <= 0 || o.h <= 0 || clip.w <= 0 || clip.h <= 0 {
		return
	}
	repeat := at(s.BackgroundRepeat, i, [2]css.Repetition{})
	w, h := tileSize(at(s.BackgroundSize, i, css.BackgroundSize{}), pic, o, repeat)
	if !(w > 0.01 && h > 0.01) {
		return
	}
	if image.Gradient != nil {
		pic.pic = shaded(image.Gradient, w, h)
	}
	place := at(s.BackgroundPosition, i, [2]css.Size{})
	xs := tiles(repeat[0], o.x, o.w, w, place[0].Or(o.w-w, 0), clip.x, clip.w)
	ys := tiles(repeat[1], o.y, o.h, h, place[1].Or(o.h-h, 0), clip.y, clip.h)
	if len(xs)*len(ys) > maxTiles {
		p.findAt(Clipped, nil, "a background picture would be repeated more than 2000 times; the rest is left out", clip)
		xs = xs[:min(len(xs), maxTiles)]
		ys = ys[:min(len(ys), max(1, maxTiles/len(xs)))]
	}
	for _, y := range ys {
		for _, x := range xs {
			img := &display.Image{X: x, Y: y, W: w, H: h, Picture: pic.pic}
			if x < clip.x-tolerance || y < clip.y-tolerance || x+w > clip.x+clip.w+tolerance || y+h > clip.y+clip.h+tolerance || radius != [4]float64{} {
				img.Clip = &display.Clip{X: clip.x, Y: clip.y, W: clip.w, H: clip.h, Radius: radius}
			}
			p.add(img)
		}
	}
}

// tileSize is how large one image is in the positioning area o (sections 3.9
// and, for round, 3.4).
func tileSize(size css.BackgroundSize, pic *picture, o rect, repeat [2]css.Repetition) (w, h float64) {
	natW, natH := pic.w, pic.h
	if natW <= 0 || natH <= 0 { // a gradient has no size of its own
		natW, natH = 0, 0
	}
	switch {
	case (size.Cover || size.Contain) && natW == 0:
		w, h = o.w, o.h
	case size.Cover || size.Contain:
		f := min(o.w/natW, o.h/natH)
		if size.Cover {
			f = max(o.w/natW, o.h/natH)
		}
		w, h = natW*f, natH*f
	default:
		var okW, okH bool
		w, okW = size.W.Resolve(o.w)
		h, okH = size.H.Resolve(o.h)
		switch {
		case okW && okH:
		case natW == 0:
			if !okW {
				w = o.w
			}
			if !okH {
				h = o.h
			}
		case okW:
			h = w * natH / natW
		case okH:
			w = h * natW / natH
		default:
			w, h = natW, natH
		}
	}
	round := func(v, room float64) float64 {
		if v <= 0 {
			return v
		}
		return room / max(1, math.Round(room/v))
	}
	auto := size.H.Kind == css.Auto && !size.Cover && !size.Contain
	if repeat[0] == css.RepeatRound {
		was := w
		if w = round(w, o.w); auto && repeat[1] != css.RepeatRound && natW > 0 && was > 0 {
			h *= w / was
		}
	}
	if repeat[1] == css.RepeatRound {
		was := h
		if h = round(h, o.h); size.W.Kind == css.Auto && repeat[0] != css.RepeatRound && natW > 0 && was > 0 && !size.Cover && !size.Contain {
			w *= h / was
		}
	}
	return w, h
}

// tiles are where images of a length begin in one direction: within the area
// that begins at from and is room long, the first at offset; seen is where
// they are looked for.
func tiles(repeat css.Repetition, from, room, length, offset, seen, seenLen float64) []float64 {
	step := length
	switch repeat {
	case css.RepeatNone:
		if x := from + offset; x < seen+seenLen && x+length > seen {
			return []float64{x}
		}
		return nil
	case css.RepeatSpace:
		n := math.Floor(room/length + 1e-6)
		if n < 2 {
			return tiles(css.RepeatNone, from, room, length, offset, seen, seenLen)
		}
		step, offset = (room-length)/(n-1), 0
	}
	first := from + offset
	first -= math.Ceil((first-seen)/step-1e-6) * step
	if first+length <= seen+tolerance {
		first += step
	}
	var out []float64
	for x := first; x < seen+seenLen-tolerance && len(out) <= maxTiles; x += step {
		out = append(out, x)
	}
	return out
}

// canvasOf is the box whose background is painted over the whole page area: the
// root's, or that of body when the root has none (CSS Backgrounds 3, 2.11).
func canvasOf(root *box.Box) *box.Box {
	if hasBackground(root.Style) {
		return root
	}
	for _, c := range root.Children {
		if c.Node != nil && c.Node.Data == "body" && hasBackground(c.Style) {
			return c
		}
	}
	return nil
}

func hasBackground(s *css.Style) bool { return s.Background.A > 0 || s.BackgroundImage != nil }
