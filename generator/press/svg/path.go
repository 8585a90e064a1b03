package svg

// pen draws a path step by step.
type pen struct {
	segs           []Seg
	x, y           float64 // current point
	startX, startY float64 // of the subpath
	cx, cy         float64 // last control point, for the smooth commands
	last           byte    // 'C' or 'Q' when the last command had one
}

func (p *pen) move(x, y float64) {
	p.segs = append(p.segs, Seg{'M', [6]float64{x, y}})
	p.x, p.y, p.startX, p.startY = x, y, x, y
}

func (p *pen) line(x, y float64) {
	p.segs = append(p.segs, Seg{'L', [6]float64{x, y}})
	p.x, p.y = x, y
}

func (p *pen) curve(x1, y1, x2, y2, x, y float64) {
	p.segs = append(p.segs, Seg{'C', [6]float64{x1, y1, x2, y2, x, y}})
	p.x, p.y = x, y
}

func (p *pen) quad(x1, y1, x, y float64) {
	p.curve(p.x+(x1-p.x)*2/3, p.y+(y1-p.y)*2/3, x+(x1-x)*2/3, y+(y1-y)*2/3, x, y)
	p.cx, p.cy = x1, y1
}

func (p *pen) close() {
	p.segs = append(p.segs, Seg{Op: 'Z'})
	p.x, p.y = p.startX, p.startY
}

// arguments is how many numbers each command takes.
var arguments = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// pathData reads the d attribute. On a mistake it returns what stands before it
// and false, as SVG 1.1 asks (appendix F.2).
func pathData(d string) ([]Seg, bool) {
	var p pen
	sc := scanner{s: d}
	cmd := byte(0)
	for sc.rest() {
		c := sc.s[sc.at]
		if n, ok := arguments[c&^0x20]; ok && c >= 'A' {
			cmd = c
			sc.at++
			if n == 0 {
				if len(p.segs) == 0 {
					return nil, false
				}
				p.close()
				p.last, cmd = 0, 0
				continue
			}
		} else if cmd == 0 {
			return p.segs, false
		}
		if len(p.segs) == 0 && cmd|0x20 != 'm' || len(p.segs) > maxSegs {
			return p.segs, false
		}
		if !p.command(cmd, &sc) {
			return p.segs, false
		}
		switch cmd { // further pairs after a move are lines
		case 'M':
			cmd = 'L'
		case 'm':
			cmd = 'l'
		}
	}
	return p.segs, true
}

// command reads the numbers of one command and draws it.
func (p *pen) command(cmd byte, sc *scanner) bool {
	if cmd|0x20 == 'a' {
		return p.arcCommand(cmd == 'a', sc)
	}
	var v [6]float64
	n := arguments[cmd&^0x20]
	for i := range n {
		var ok bool
		if v[i], ok = sc.number(); !ok {
			return false
		}
	}
	if cmd >= 'a' { // relative
		for i := range n {
			switch {
			case cmd == 'h', cmd != 'v' && i%2 == 0:
				v[i] += p.x
			default:
				v[i] += p.y
			}
		}
	}
	p.draw(cmd&^0x20, v)
	return true
}

func (p *pen) draw(cmd byte, v [6]float64) {
	if len(p.segs) > 0 && p.segs[len(p.segs)-1].Op == 'Z' && cmd != 'M' {
		p.move(p.x, p.y) // a new subpath starts where the last one did
	}
	kind := byte(0)
	switch cmd {
	case 'M':
		p.move(v[0], v[1])
	case 'L':
		p.line(v[0], v[1])
	case 'H':
		p.line(v[0], p.y)
	case 'V':
		p.line(p.x, v[0])
	case 'C':
		p.curve(v[0], v[1], v[2], v[3], v[4], v[5])
		p.cx, p.cy, kind = v[2], v[3], 'C'
	case 'S':
		x, y := p.mirrored('C')
		p.curve(x, y, v[0], v[1], v[2], v[3])
		p.cx, p.cy, kind = v[0], v[1], 'C'
	case 'Q':
		p.quad(v[0], v[1], v[2], v[3])
		kind = 'Q'
	case 'T':
		x, y := p.mirrored('Q')
		p.quad(x, y, v[0], v[1])
		kind = 'Q'
	}
	p.last = kind
}

// mirrored is the last control point mirrored at the current point, when the
// last command was of the kind.
func (p *pen) mirrored(kind byte) (float64, float64) {
	if p.last != kind {
		return p.x, p.y
	}
	return 2*p.x - p.cx, 2*p.y - p.cy
}
