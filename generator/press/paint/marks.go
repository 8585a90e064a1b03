package paint

import "bantin/generator/press/pdf"

// Printers' marks (CSS Page 3, section 7.2): hairlines 3 mm away from the trim,
// or from the bleed when that is wider, so that they never show after cutting.
const (
	markWidth  = 0.25            // pt
	markOffset = 3 * 72 / 25.4   // 3 mm in pt
	crossSize  = 2.5 * 72 / 25.4 // radius of a register cross, pt
	circle     = 0.5522847498    // control points of a quarter circle
)

func (g *page) printersMarks() {
	s := g.src.Slug
	from := max(g.src.Bleed, min(markOffset, s/2))
	if s-from < 1 || !g.src.CropMarks && !g.src.CrossMarks {
		return
	}
	if g.tags != nil {
		g.c.Marked("Artifact", nil)
	}
	g.c.Op("q")
	g.c.Named(g.res.use("ColorSpace", "C", g.registration()), "CS")
	g.c.Op("SCN", 1)
	g.c.Op("w", markWidth)
	if g.src.CropMarks {
		g.cropMarks(from)
	}
	if g.src.CrossMarks {
		w, h, out := g.src.Width, g.src.Height, (s+from)/2
		r := min(crossSize, (s-from)/2)
		for _, at := range [4][2]float64{{w / 2, -out}, {w / 2, h + out}, {-out, h / 2}, {w + out, h / 2}} {
			g.cross(g.x(at[0]), g.y(at[1]), r)
		}
	}
	g.c.Op("Q")
	if g.tags != nil {
		g.c.Op("EMC")
	}
}

// cropMarks draws two lines at each corner.
func (g *page) cropMarks(from float64) {
	s, w, h := g.src.Slug, g.src.Width, g.src.Height
	for _, y := range [2]float64{0, h} {
		g.mark2(-s, y, -from, y)
		g.mark2(w+from, y, w+s, y)
	}
	for _, x := range [2]float64{0, w} {
		g.mark2(x, -s, x, -from)
		g.mark2(x, h+from, x, h+s)
	}
}

// mark2 draws a line between two points of the layout.
func (g *page) mark2(x1, y1, x2, y2 float64) {
	g.c.Op("m", g.x(x1), g.y(y1))
	g.c.Op("l", g.x(x2), g.y(y2))
	g.c.Op("S")
}

// cross draws a register mark: a circle with a cross, in PDF coordinates.
func (g *page) cross(x, y, r float64) {
	k, in := r*0.6*circle, r*0.6
	g.c.Op("m", x+in, y)
	g.c.Op("c", x+in, y+k, x+k, y+in, x, y+in)
	g.c.Op("c", x-k, y+in, x-in, y+k, x-in, y)
	g.c.Op("c", x-in, y-k, x-k, y-in, x, y-in)
	g.c.Op("c", x+k, y-in, x+in, y-k, x+in, y)
	g.c.Op("m", x-r, y)
	g.c.Op("l", x+r, y)
	g.c.Op("m", x, y-r)
	g.c.Op("l", x, y+r)
	g.c.Op("S")
}

// registration is the colour that prints on every plate (ISO 32000-1, 8.6.6.4).
func (p *painter) registration() pdf.Ref {
	if p.all == 0 {
		p.all = p.w.Add(pdf.Array{pdf.Name("Separation"), pdf.Name("All"), pdf.Name("DeviceCMYK"), pdf.Dict{
			{Key: "FunctionType", Value: 2}, {Key: "Domain", Value: pdf.Array{0, 1}}, {Key: "N", Value: 1},
			{Key: "C0", Value: pdf.Array{0, 0, 0, 0}}, {Key: "C1", Value: pdf.Array{1, 1, 1, 1}},
		}})
	}
	return p.all
}
