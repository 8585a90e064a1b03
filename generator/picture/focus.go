package picture

import (
	"cmp"
	"image"
	"math"
	"slices"
)

// Focus is the point of a picture that no crop may lose, in shares of its
// width and height, and what looks like faces, in pixels of the upright picture.
type Focus struct {
	X, Y  float64
	Faces []image.Rectangle `json:",omitempty"`
}

// Center is the focus of a picture of which nothing else is known.
var Center = Focus{X: 0.5, Y: 0.5}

// FindFocus looks for the focus of an upright picture: the middle of what looks
// like faces, else of what stands out from its surroundings. It uses no model:
// faces are patches of skin of a face's shape with darker features in them.
func FindFocus(m image.Image) Focus {
	small := shrink(m)
	v := see(small)
	f := v.stands()
	faces := v.faces()
	if len(faces) == 0 {
		return f
	}
	var x, y, sum float64
	scale := float64(m.Bounds().Dx()) / float64(v.w)
	for _, r := range faces {
		area := float64(r.Dx() * r.Dy())
		x, y, sum = x+area*float64(r.Min.X+r.Max.X)/2, y+area*float64(r.Min.Y+r.Max.Y)/2, sum+area
		f.Faces = append(f.Faces, image.Rect(int(float64(r.Min.X)*scale), int(float64(r.Min.Y)*scale), int(float64(r.Max.X)*scale), int(float64(r.Max.Y)*scale)))
	}
	f.X, f.Y = share(x/sum/float64(v.w)), share(y/sum/float64(v.h))
	return f
}

// share rounds a place to hundredths and keeps it off the very edge.
func share(x float64) float64 { return math.Round(min(0.95, max(0.05, x))*100) / 100 }

// view is a small picture as the finder sees it, row by row.
type view struct {
	w, h  int
	light []float64
	skin  []bool
	odd   []float64 // how much a pixel stands out
}

func see(m *image.NRGBA) *view {
	v := &view{w: m.Rect.Dx(), h: m.Rect.Dy()}
	n := v.w * v.h
	v.light, v.skin, v.odd = make([]float64, n), make([]bool, n), make([]float64, n)
	var mean [3]float64 // of the rim, which is background more often than not
	rim := 0.0
	for i := range n {
		p := m.Pix[4*i:]
		r, g, b := float64(p[0]), float64(p[1]), float64(p[2])
		v.light[i] = 0.299*r + 0.587*g + 0.114*b
		v.skin[i] = isSkin(r, g, b)
		x, y := i%v.w, i/v.w
		if x < v.w/12 || x >= v.w-v.w/12 || y < v.h/12 {
			mean[0], mean[1], mean[2], rim = mean[0]+r, mean[1]+g, mean[2]+b, rim+1
		}
	}
	for i := range n {
		p := m.Pix[4*i:]
		far := 0.0
		for c := range 3 {
			d := float64(p[c]) - mean[c]/max(1, rim)
			far += d * d
		}
		v.odd[i] = math.Sqrt(far)/4 + v.edge(i)
		if v.skin[i] {
			v.odd[i] += 40
		}
	}
	return v
}

// isSkin tells human skin of any tone by its chroma (Chai and Ngan, 1999) and
// by being redder than green and blue.
func isSkin(r, g, b float64) bool {
	cb, cr := 128-0.169*r-0.331*g+0.5*b, 128+0.5*r-0.419*g-0.081*b
	return r > 60 && r > g && g > b*0.8 && r-b > 15 && cb > 77 && cb < 127 && cr > 136 && cr < 173
}

// edge is how much a pixel's light differs from its neighbours'.
func (v *view) edge(i int) float64 {
	x, y := i%v.w, i/v.w
	if x == 0 || y == 0 || x == v.w-1 || y == v.h-1 {
		return 0
	}
	return min(60, math.Abs(4*v.light[i]-v.light[i-1]-v.light[i+1]-v.light[i-v.w]-v.light[i+v.w]))
}

// stands is the middle of what stands out; the picture's own middle, and the
// upper part of a tall one, where heads are, count for something too.
func (v *view) stands() Focus {
	var x, y, sum float64
	middle := 0.5
	if float64(v.h) > 1.15*float64(v.w) {
		middle = 0.4
	}
	for i, odd := range v.odd {
		dx, dy := (float64(i%v.w)+0.5)/float64(v.w), (float64(i/v.w)+0.5)/float64(v.h)
		weight := odd*odd*math.Exp(-3*((dx-0.5)*(dx-0.5)+(dy-middle)*(dy-middle))) + 1
		x, y, sum = x+weight*dx, y+weight*dy, sum+weight
	}
	if sum == 0 {
		return Center
	}
	return Focus{X: share(x / sum), Y: share(y / sum)}
}

// maxFaces of a group count, the largest.
const maxFaces = 8

// faces are the patches of skin that look like a face, largest first.
func (v *view) faces() []image.Rectangle {
	var found []image.Rectangle
	seen := make([]bool, len(v.skin))
	for i, skin := range v.skin {
		if !skin || seen[i] {
			continue
		}
		if r, ok := v.face(v.patch(i, seen)); ok {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b image.Rectangle) int { return cmp.Compare(b.Dx()*b.Dy(), a.Dx()*a.Dy()) })
	if len(found) > 1 { // a hand, a bag: much smaller than the face beside it
		least := found[0].Dx() * found[0].Dy() / 6
		found = slices.DeleteFunc(found, func(r image.Rectangle) bool { return r.Dx()*r.Dy() < least })
	}
	return found[:min(len(found), maxFaces)]
}

// patch gathers the skin that hangs together with pixel i.
func (v *view) patch(i int, seen []bool) []int {
	patch := []int{i}
	seen[i] = true
	for n := 0; n < len(patch); n++ {
		at := patch[n]
		x := at % v.w
		for _, next := range [4]int{at - v.w, at + v.w, at - 1, at + 1} {
			beside := next >= 0 && next < len(v.skin) && !(x == 0 && next == at-1) && !(x == v.w-1 && next == at+1)
			if beside && v.skin[next] && !seen[next] {
				seen[next] = true
				patch = append(patch, next)
			}
		}
	}
	return patch
}

// face reports whether a patch of skin looks like a face, and where: of one
// with a neck, the upper part.
func (v *view) face(patch []int) (image.Rectangle, bool) {
	whole := len(v.skin)
	if len(patch) < whole/400+12 || len(patch) > whole/4 {
		return image.Rectangle{}, false
	}
	var r image.Rectangle
	for _, i := range patch {
		r = r.Union(image.Rect(i%v.w, i/v.w, i%v.w+1, i/v.w+1))
	}
	tall, fill := float64(r.Dy())/float64(r.Dx()), float64(len(patch))/float64(r.Dx()*r.Dy())
	if tall < 0.75 || tall > 2.4 || fill < 0.4 || r.Min.Y > v.h*3/4 {
		return image.Rectangle{}, false
	}
	if tall > 1.5 {
		r.Max.Y = r.Min.Y + r.Dx()*3/2
	}
	return r, v.features(r)
}

// features reports whether the middle of a face's place has what eyes, brows
// and a mouth make of it: light that varies, and more across than a wall does.
func (v *view) features(r image.Rectangle) bool {
	var sum, squares, n float64
	in := r.Inset(r.Dx() / 8)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			l := v.light[y*v.w+x]
			sum, squares, n = sum+l, squares+l*l, n+1
		}
	}
	return n > 0 && squares/n-(sum/n)*(sum/n) > 60
}

// facts verifies a picture and finds its focus.
func facts(data []byte, name string) (Facts, error) {
	info, bare, err := inspect(data)
	if err == nil {
		err = info.named(name)
	}
	f := Facts{Info: info, Focus: Center}
	if err != nil || info.Format == SVG || info.Animated && info.Format == WebP {
		return f, err
	}
	m, err := decode(bare, info)
	if err == nil {
		f.Focus = FindFocus(turn(m, info.Orientation))
	}
	return f, err
}
