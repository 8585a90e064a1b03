package svg

import "math"

// arcCommand reads an arc: rx ry rotation large sweep x y.
func (p *pen) arcCommand(relative bool, sc *scanner) bool {
	rx, ok1 := sc.number()
	ry, ok2 := sc.number()
	rot, ok3 := sc.number()
	large, ok4 := sc.flag()
	sweep, ok5 := sc.flag()
	x, ok6 := sc.number()
	y, ok7 := sc.number()
	if !(ok1 && ok2 && ok3 && ok4 && ok5 && ok6 && ok7) {
		return false
	}
	if relative {
		x, y = x+p.x, y+p.y
	}
	if p.segs[len(p.segs)-1].Op == 'Z' {
		p.move(p.x, p.y)
	}
	p.arc(math.Abs(rx), math.Abs(ry), rot*math.Pi/180, large, sweep, x, y)
	p.last = 0
	return true
}

// arc draws an elliptical arc to (x, y) as curves of at most a quarter turn
// (SVG 1.1, appendix F.6: from end points to centre).
func (p *pen) arc(rx, ry, phi float64, large, sweep bool, x, y float64) {
	if p.x == x && p.y == y {
		return
	}
	if rx == 0 || ry == 0 {
		p.line(x, y)
		return
	}
	sin, cos := math.Sincos(phi)
	dx, dy := (p.x-x)/2, (p.y-y)/2
	x1, y1 := cos*dx+sin*dy, -sin*dx+cos*dy
	if l := x1*x1/(rx*rx) + y1*y1/(ry*ry); l > 1 { // too small: scaled up until it reaches
		rx, ry = rx*math.Sqrt(l), ry*math.Sqrt(l)
	}
	den := rx*rx*y1*y1 + ry*ry*x1*x1
	f := math.Sqrt(max(0, (rx*rx*ry*ry-den)/den))
	if large == sweep {
		f = -f
	}
	cx1, cy1 := f*rx*y1/ry, -f*ry*x1/rx
	cx, cy := cos*cx1-sin*cy1+(p.x+x)/2, sin*cx1+cos*cy1+(p.y+y)/2
	from := math.Atan2((y1-cy1)/ry, (x1-cx1)/rx)
	turn := math.Atan2((-y1-cy1)/ry, (-x1-cx1)/rx) - from
	if sweep && turn < 0 {
		turn += 2 * math.Pi
	} else if !sweep && turn > 0 {
		turn -= 2 * math.Pi
	}
	if math.IsNaN(turn) || math.IsNaN(cx) || math.IsInf(rx*ry, 0) {
		p.line(x, y)
		return
	}
	n := int(math.Ceil(math.Abs(turn)/(math.Pi/2) - 1e-9))
	step := turn / float64(max(n, 1))
	k := 4.0 / 3 * math.Tan(step/4)
	at := func(px, py float64) (float64, float64) {
		return cx + cos*rx*px - sin*ry*py, cy + sin*rx*px + cos*ry*py
	}
	for i := range n {
		s0, c0 := math.Sincos(from + float64(i)*step)
		s1, c1 := math.Sincos(from + float64(i+1)*step)
		ax, ay := at(c0-k*s0, s0+k*c0)
		bx, by := at(c1+k*s1, s1-k*c1)
		ex, ey := at(c1, s1)
		if i == n-1 {
			ex, ey = x, y
		}
		p.curve(ax, ay, bx, by, ex, ey)
	}
}
