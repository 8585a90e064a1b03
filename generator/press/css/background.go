package css

// Image is a background image: an address or a gradient; neither for none.
type Image struct {
	URL      string
	Gradient *Gradient
}

// Gradient is linear-gradient() or radial-gradient() of CSS Images 3, section 3,
// and their repeating forms.
type Gradient struct {
	Radial, Repeat bool
	Angle          float64 // of a linear one, degrees clockwise from upwards
	Corner         [2]int  // instead, the corner that it goes to: -1 left or top, 1 right or bottom
	Circle         bool
	Extent         string  // closest-side …; "" when Radius says it
	Radius         [2]Size // of a radial one
	Centre         [2]Size
	Stops          []GradientStop
}

// GradientStop is a colour and where it stands; Auto is between its neighbours.
type GradientStop struct {
	Color Color
	At    Size
}

// Repetition says how an image fills one direction.
type Repetition uint8

const (
	RepeatTile Repetition = iota
	RepeatNone
	RepeatRound
	RepeatSpace
)

// BoxEdge names an area of a box.
type BoxEdge uint8

const (
	PaddingEdge BoxEdge = iota
	BorderEdge
	ContentEdge
)

// BackgroundSize is one value of background-size.
type BackgroundSize struct {
	Cover, Contain bool
	W, H           Size // Auto when unset
}

// list reads values that commas part.
func list[T any](one func(*reader) (get[T], bool)) func(*reader) (get[[]T], bool) {
	return func(r *reader) (get[[]T], bool) {
		var all []get[T]
		for {
			g, ok := one(r)
			if !ok {
				return nil, false
			}
			all = append(all, g)
			if !r.comma() {
				break
			}
		}
		return func(c *comp) []T {
			out := make([]T, len(all))
			for i, g := range all {
				out[i] = g(c)
			}
			return out
		}, true
	}
}

var (
	boxEdges    = map[string]BoxEdge{"border-box": BorderEdge, "padding-box": PaddingEdge, "content-box": ContentEdge}
	repetitions = map[string]Repetition{"repeat": RepeatTile, "no-repeat": RepeatNone, "round": RepeatRound, "space": RepeatSpace}
)

func backgroundProperties() {
	const spec = "CSS Backgrounds 3, 3"
	longhand("background-image", false, func(s *Style) *[]Image { return &s.BackgroundImage }, parseImages,
		"lists of none, url(), [repeating-]linear-gradient(), [repeating-]radial-gradient()", spec+".3; CSS Images 3, 3")
	longhand("background-position", false, func(s *Style) *[][2]Size { return &s.BackgroundPosition }, list(parsePosition4),
		"lists of one to four of left, center, right, top, bottom, lengths, percentages", spec+".6")
	longhand("background-size", false, func(s *Style) *[]BackgroundSize { return &s.BackgroundSize }, list(parseBackgroundSize),
		"lists of auto, cover, contain, lengths, percentages", spec+".9")
	longhand("background-repeat", false, func(s *Style) *[][2]Repetition { return &s.BackgroundRepeat }, list(parseRepeat),
		"lists of repeat, no-repeat, round, space, repeat-x, repeat-y", spec+".4")
	longhand("background-origin", false, func(s *Style) *[]BoxEdge { return &s.BackgroundOrigin }, list(words(boxEdges)), "lists of padding-box, border-box, content-box", spec+".8")
	longhand("background-clip", false, func(s *Style) *[]BoxEdge { return &s.BackgroundClip }, list(words(boxEdges)), "lists of border-box, padding-box, content-box", spec+".7")
}

// parseImages leaves a list of nothing but none empty.
func parseImages(r *reader) (get[[]Image], bool) {
	g, ok := list(parseImage)(r)
	if !ok {
		return nil, false
	}
	return func(c *comp) []Image {
		all := g(c)
		for i := range all {
			if all[i] != (Image{}) {
				return all
			}
		}
		return nil
	}, true
}

func parseImage(r *reader) (get[Image], bool) {
	if _, ok := r.take("none"); ok {
		return just(Image{}), true
	}
	if r.peek().kind == kFunc {
		return parseGradient(r)
	}
	u, ok := r.address()
	return just(Image{URL: u}), ok
}

func parseRepeat(r *reader) (get[[2]Repetition], bool) {
	switch w, _ := r.take("repeat-x", "repeat-y"); w {
	case "repeat-x":
		return just([2]Repetition{RepeatTile, RepeatNone}), true
	case "repeat-y":
		return just([2]Repetition{RepeatNone, RepeatTile}), true
	}
	x, ok := repetitions[r.word()]
	if !ok {
		return nil, false
	}
	r.i++
	y, two := repetitions[r.word()]
	if two {
		r.i++
	} else {
		y = x
	}
	return just([2]Repetition{x, y}), true
}

func parseBackgroundSize(r *reader) (get[BackgroundSize], bool) {
	switch w, _ := r.take("cover", "contain"); w {
	case "cover":
		return just(BackgroundSize{Cover: true}), true
	case "contain":
		return just(BackgroundSize{Contain: true}), true
	}
	part := sizes(lengthRule{percent: true}, map[string]SizeKind{"auto": Auto})
	w, ok := part(r)
	if !ok {
		return nil, false
	}
	h := just(Size{})
	if g, ok := part(r); ok {
		h = g
	}
	return func(c *comp) BackgroundSize { return BackgroundSize{W: w(c), H: h(c)} }, true
}

// parsePosition4 reads a position of up to four parts: an offset may follow the
// side that it counts from (CSS Backgrounds 3, section 3.6).
func parsePosition4(r *reader) (get[[2]Size], bool) {
	at := r.i
	if g, ok := parseSides(r); ok {
		return g, true
	}
	r.i = at
	return parsePlace(r)
}

// parseSides reads the forms with a side and an offset: "right 3mm top 2mm",
// "left 10px center", "top 5px right".
func parseSides(r *reader) (get[[2]Size], bool) {
	var axis [2]get[Size]
	offsets := 0
	for range 2 {
		w := r.word()
		which, side := 0, 0.0
		switch w {
		case "left":
		case "right":
			side = 100
		case "top":
			which = 1
		case "bottom":
			which, side = 1, 100
		case "center":
			which, side = 0, 50
			if axis[0] != nil {
				which = 1
			}
		default:
			return nil, false
		}
		r.i++
		if axis[which] != nil {
			if w != "center" || axis[1-which] != nil {
				return nil, false
			}
			which = 1 - which
		}
		e, ok := r.length(lengthRule{percent: true, negative: true})
		if ok && w != "center" {
			offsets++
		} else {
			e = nil
		}
		axis[which] = func(c *comp) Size {
			s := Size{Kind: Length, Percent: side}
			if o := c.size(e); side == 100 {
				s.Pt, s.Percent = -o.Pt, 100-o.Percent
			} else {
				s.Pt, s.Percent = o.Pt, side+o.Percent
			}
			return s
		}
		if ok && w == "center" {
			return nil, false
		}
	}
	if offsets == 0 || axis[0] == nil || axis[1] == nil {
		return nil, false
	}
	return both(axis[0], axis[1]), true
}

// expandBackground reads the layers of the shorthand (CSS Backgrounds 3, 3.10).
func expandBackground(r *reader, set func(string, setter)) bool {
	var images []get[Image]
	var places []get[[2]Size]
	var sizes []get[BackgroundSize]
	var repeats []get[[2]Repetition]
	var origins, clips []get[BoxEdge]
	var colour get[Color]
	layers := splitComma(r.v)
	for k, vals := range layers {
		sub := &reader{v: vals, url: r.url}
		image, place, size := just(Image{}), just([2]Size{{Kind: Length}, {Kind: Length}}), just(BackgroundSize{})
		repeat, origin, clip := just([2]Repetition{}), just(PaddingEdge), just(BorderEdge)
		var had [5]bool
		if sub.done() {
			return false
		}
	next:
		for !sub.done() {
			at := sub.i
			if _, ok := sub.take("scroll", "local"); ok {
				continue
			}
			if g, ok := parseImage(sub); ok && !had[0] {
				image, had[0] = g, true
				continue
			}
			sub.i = at
			if g, ok := parseRepeat(sub); ok && !had[1] {
				repeat, had[1] = g, true
				continue
			}
			sub.i = at
			if e, ok := boxEdges[sub.word()]; ok {
				sub.i++
				if !had[2] {
					origin, clip, had[2] = just(e), just(e), true
				} else {
					clip = just(e)
				}
				continue
			}
			if g, ok := parsePosition4(sub); ok && !had[3] {
				place, had[3] = g, true
				if sub.delim("/") {
					if size, ok = parseBackgroundSize(sub); !ok {
						return false
					}
				}
				continue next
			}
			sub.i = at
			g, ok := parseColor(sub)
			if !ok || had[4] || k != len(layers)-1 {
				return false
			}
			colour, had[4] = g, true
		}
		images, places, sizes, repeats = append(images, image), append(places, place), append(sizes, size), append(repeats, repeat)
		origins, clips = append(origins, origin), append(clips, clip)
	}
	r.i = len(r.v)
	set("background-image", func(c *comp) {
		c.s.BackgroundImage = nil
		for i := range images {
			if images[i](c) != (Image{}) {
				c.s.BackgroundImage = values(c, images)
			}
		}
	})
	set("background-position", func(c *comp) { c.s.BackgroundPosition = values(c, places) })
	set("background-size", func(c *comp) { c.s.BackgroundSize = values(c, sizes) })
	set("background-repeat", func(c *comp) { c.s.BackgroundRepeat = values(c, repeats) })
	set("background-origin", func(c *comp) { c.s.BackgroundOrigin = values(c, origins) })
	set("background-clip", func(c *comp) { c.s.BackgroundClip = values(c, clips) })
	if colour == nil {
		set("background-color", nil)
	} else {
		set("background-color", func(c *comp) { c.s.Background = colour(c) })
	}
	return true
}

func values[T any](c *comp, all []get[T]) []T {
	out := make([]T, len(all))
	for i, g := range all {
		out[i] = g(c)
	}
	return out
}
