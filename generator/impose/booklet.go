package impose

import "bantin/generator/press/pdf"

// Booklet puts two pages on each side of paper so that the printed sheets,
// folded once and stapled in the middle, read in order. Print on both sides,
// turned on the short edge. Pages are made smaller when they must, never
// larger. When their number is no multiple of four, the white pages come before
// the last one: it stays the back. It returns the file and its number of sides.
func Booklet(data []byte, paper Paper, info Info) ([]byte, int, error) {
	j, err := open(data)
	if err != nil {
		return nil, 0, err
	}
	side := paper.turned()
	for _, pair := range Order(len(j.pages)) {
		c, forms := &pdf.Content{}, []pdf.Ref{}
		for half, n := range pair {
			if n == 0 {
				continue
			}
			p := j.pages[n-1]
			scale := min(1, side.W/2/p.trim.w(), side.H/p.trim.h())
			// Both pages touch the fold.
			x := side.W/2 - p.trim.w()*scale
			if half == 1 {
				x = side.W / 2
			}
			y := (side.H - p.trim.h()*scale) / 2
			c.Op("q")
			c.Op("re", x, y, p.trim.w()*scale, p.trim.h()*scale)
			c.Op("W")
			c.Op("n")
			c.Matrix([6]float64{scale, 0, 0, scale, x - p.trim.x1*scale, y - p.trim.y1*scale})
			c.Named(formName(len(forms)), "Do")
			c.Op("Q")
			forms = append(forms, p.form)
		}
		j.add(side, c, forms...)
	}
	out, err := j.finish(info)
	return out, len(j.refs), err
}

// Order is the left and right page, 1-based, of each side of a booklet of n
// pages; 0 is a white page.
func Order(n int) [][2]int {
	total := (n + 3) / 4 * 4
	number := func(i int) int { // i counts places from 1
		switch {
		case i < n, i == 1:
			return i
		case i == total && n > 1:
			return n
		}
		return 0
	}
	var sides [][2]int
	for i := 1; i <= total/2; i += 2 {
		sides = append(sides, [2]int{number(total + 1 - i), number(i)}, [2]int{number(i + 1), number(total - i)})
	}
	return sides
}
