package svg

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// dump writes what is painted, one word an item: shapes by their colour and box,
// text by its words, place and size, groups in brackets. All in px.
func dump(items []Item) string {
	var out []string
	at := func(m Matrix, x, y float64) string {
		x, y = m.At(x, y)
		return fmt.Sprintf("%g,%g", math.Round(x/0.75*10)/10, math.Round(y/0.75*10)/10)
	}
	colour := func(p *Paint) string {
		switch {
		case p == nil:
			return "none"
		case p.Gradient != nil:
			return "gradient"
		}
		c := p.Color.C
		if p.Color.Space == css.Gray {
			c = [4]float64{c[0], c[0], c[0]}
		}
		return fmt.Sprintf("%02x%02x%02x", int(c[0]*255+.5), int(c[1]*255+.5), int(c[2]*255+.5))
	}
	for _, it := range items {
		switch v := it.(type) {
		case *Path:
			x, y, w, h := bounds(Moved(v.Segs, v.Matrix))
			s := fmt.Sprintf("%s:%s-%s", colour(v.Fill), at(Identity, x, y), at(Identity, x+w, y+h))
			if v.Stroke != nil {
				s += "/" + colour(v.Stroke)
			}
			out = append(out, s)
		case *Text:
			s := fmt.Sprintf("%q@%s*%g", v.Run.Text, at(v.Matrix, v.Run.X, v.Run.Y), math.Round(v.Run.Size*math.Hypot(v.Matrix[0], v.Matrix[1])/0.75*10)/10)
			if v.Fill {
				s += "=" + colour(&Paint{Color: v.Run.Color})
			}
			if v.Stroke != nil {
				s += "/" + colour(v.Stroke)
			}
			out = append(out, s)
		case *Image:
			out = append(out, fmt.Sprintf("image@%s-%s", at(v.Matrix, v.X, v.Y), at(v.Matrix, v.X+v.W, v.Y+v.H)))
		case *Group:
			s := "("
			if v.Opacity < 1 {
				s += fmt.Sprintf("%g ", v.Opacity)
			}
			if v.Clip != nil {
				var clip []Item
				for _, p := range v.Clip {
					clip = append(clip, &Path{Segs: p.Segs, Matrix: p.Matrix})
				}
				s += "clip[" + dump(clip) + "] "
			}
			if v.Mask != nil {
				s += "mask[" + dump(v.Mask.Items) + "] "
			}
			out = append(out, s+dump(v.Items)+")")
		}
	}
	return strings.Join(out, " ")
}

type square struct{}

func (square) Size() (w, h float64) { return 7.5, 7.5 }
func (square) Key() string          { return "" }

// TestItems holds what charts are made of: style sheets, text, parts used again,
// markers, clip paths, masks.
func TestItems(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"style sheet below style attribute, above presentation attributes",
			`<style>.a{fill:red}#b{fill:lime!important}rect{fill:blue}</style><rect class="a" fill="#fff" width="1" height="1"/><rect id="b" style="fill:#fff" width="1" height="1"/><rect class="a" style="fill:#00f" width="1" height="1"/>`,
			"ff0000:0,0-1,1 00ff00:0,0-1,1 0000ff:0,0-1,1"},
		{"selectors with types in their own letters", `<style>g > .x:first-child{fill:red} linearGradient stop{stop-color:#00f}</style><g><rect class="x" width="1" height="1"/><rect class="x" width="2" height="1"/></g>`,
			"ff0000:0,0-1,1 000000:0,0-2,1"},
		{"media and variables", `<style>@media print{.a{fill:var(--c, red)}}@media screen{.a{fill:lime}}:root{--d:#00f}.b{fill:var(--d)}</style><rect class="a" width="1" height="1"/><rect class="b" width="1" height="1"/>`,
			"ff0000:0,0-1,1 0000ff:0,0-1,1"},
		{"text", `<text x="10" y="20" font-size="10" fill="red">Một  hai </text>`, `"Một hai"@10,20*10=ff0000`},
		{"font shorthand", `<text y="20" style="font:bold 12px/1.5 Arial">a</text><text y="20" style="font:500 9pt serif">a</text>`, `"a"@0,20*12=000000 "a"@0,20*12=000000`},
		{"anchors", `<g font-family="Liberation Mono" font-size="10"><text x="100" text-anchor="middle">ab</text><text x="100" text-anchor="end">ab</text></g>`,
			`"ab"@94,0*10=000000 "ab"@88,0*10=000000`},
		{"lines of tspans", `<text x="5" y="10" font-size="10">a<tspan x="5" dy="1.2em">b</tspan><tspan x="5" dy="12" fill="red">c</tspan></text>`,
			`"a"@5,10*10=000000 "b"@5,22*10=000000 "c"@5,34*10=ff0000`},
		{"an anchored line of two colours", `<text x="100" text-anchor="end" font-family="Liberation Mono" font-size="10">ab<tspan fill="red">cd</tspan></text>`,
			`"ab"@76,0*10=000000 "cd"@88,0*10=ff0000`},
		{"a place for each letter", `<text x="1 2 3" y="9" font-size="10">abc</text>`, `"a"@1,9*10=000000 "b"@2,9*10=000000 "c"@3,9*10=000000`},
		{"textLength", `<text textLength="30" font-family="Liberation Mono" font-size="10">ab<tspan>c</tspan></text>`, `"ab"@0,0*10=000000 "c"@24,0*10=000000`},
		{"baselines", `<g font-family="Liberation Sans" font-size="1000"><text dominant-baseline="middle">a</text><text>a<tspan baseline-shift="super">b</tspan></text></g>`,
			`"a"@0,264.2*1000=000000 "a"@0,0*1000=000000 "b"@556.2,-400*1000=000000`},
		{"white space kept", `<text xml:space="preserve" font-size="10"> a  b </text>`, `" a  b "@0,0*10=000000`},
		{"a halo below the letters", `<text font-size="10" stroke="#fff" stroke-width="3" paint-order="stroke">a</text>`, `"a"@0,0*10/ffffff "a"@0,0*10=000000`},
		{"use and symbol", `<defs><rect id="r" width="2" height="2"/><symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol></defs><use href="#r" x="5" y="6" fill="red"/><use href="#s" x="1" width="20" height="20"/>`,
			"ff0000:5,6-7,8 (clip[none:1,0-21,20] 000000:1,0-21,20)"},
		{"use in a circle", `<g id="g"><rect width="1" height="1"/><use href="#g"/></g>`, "000000:0,0-1,1 000000:0,0-1,1"},
		{"pattern", `<pattern id="p" width="4" height="5" patternUnits="userSpaceOnUse"><rect width="2" height="9" fill="red"/></pattern><rect x="1" width="6" height="5" fill="url(#p)" stroke="#00f"/>`,
			"(clip[none:1,0-7,5] (clip[none:0,0-4,5] ff0000:0,0-2,9) (clip[none:4,0-8,5] ff0000:4,0-6,9)) none:1,0-7,5/0000ff"},
		{"pattern by the shape's box", `<pattern id="p" width=".5" height="1" patternContentUnits="objectBoundingBox"><rect width=".1" height="1"/></pattern><rect x="10" width="20" height="10" fill="url(#p)"/>`,
			"(clip[none:10,0-30,10] (clip[none:10,0-20,10] 000000:10,0-12,10) (clip[none:20,0-30,10] 000000:20,0-22,10))"},
		{"pattern of another, turned", `<pattern id="q" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="1" height="1"/></pattern><pattern id="p" href="#q" patternTransform="scale(2)"/><rect width="4" height="4" fill="url(#p)"/>`,
			"(clip[none:0,0-4,4] (clip[none:0,0-4,4] 000000:0,0-2,2))"},
		{"pattern in itself, and one without size", `<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="url(#p)"/></pattern><pattern id="n"/><rect width="4" height="4" fill="url(#p) red"/><rect width="4" height="4" fill="url(#n)"/>`,
			""},
		{"opacity of a group and of a shape", `<g opacity=".5"><rect width="1" height="1"/><rect width="2" height="2"/></g><rect opacity=".5" width="1" height="1"/>`,
			"(0.5 000000:0,0-1,1 000000:0,0-2,2) 000000:0,0-1,1"},
		{"clip path", `<clipPath id="c"><circle r="5"/></clipPath><rect clip-path="url(#c)" width="9" height="9"/><rect clip-path="url(#d)" width="1" height="1"/><clipPath id="d"/>`,
			"(clip[none:-5,-5-5,5] 000000:0,0-9,9)"},
		{"clip path of the box", `<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath><rect clip-path="url(#c)" x="2" width="8" height="4"/>`,
			"(clip[none:2,0-6,4] 000000:2,0-10,4)"},
		{"mask", `<mask id="m"><rect width="3" height="3" fill="#fff"/></mask><rect mask="url(#m)" width="9" height="9"/>`, "(mask[ffffff:0,0-3,3] 000000:0,0-9,9)"},
		{"a gradient that fades", `<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="red" stop-opacity="0"/></linearGradient><rect fill="url(#g)" width="4" height="4"/>`,
			"(mask[gradient:0,0-4,4] gradient:0,0-4,4)"},
		{"markers", `<marker id="m" markerWidth="2" markerHeight="2" refX="1" refY="1" orient="auto"><rect width="2" height="1"/></marker><path d="M10 10h10v10" fill="none" stroke="red" marker-end="url(#m)" marker-start="url(#m)"/>`,
			"none:10,10-20,20/ff0000 (clip[none:9,9-11,11] 000000:9,9-11,10) (clip[none:19,19-21,21] 000000:20,19-21,21)"},
		{"the first of a switch that can be drawn", `<switch><foreignObject><p>x</p></foreignObject><text font-size="10">y</text><text>z</text></switch>`, `"y"@0,0*10=000000`},
		{"image", `<image href="x" x="1" y="2" width="20" height="10"/>`, "image@6,2-16,12"},
		{"elements that show nothing", `<title>x</title><defs><text>x</text></defs><g display="none"><text>x</text></g><text visibility="hidden">x</text>`, ""},
	} {
		d, err := Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">`+tt.src+`</svg>`),
			Options{Color: css.Black, Picture: func(string) (display.Picture, error) { return square{}, nil }})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := dump(d.Items); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}
