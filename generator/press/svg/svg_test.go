package svg

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"bantin/generator/press/css"
)

// show writes segments with whole numbers where they are whole.
func show(segs []Seg) string {
	var b strings.Builder
	for _, s := range segs {
		b.WriteByte(s.Op)
		n := map[byte]int{'M': 2, 'L': 2, 'C': 6}[s.Op]
		for i := range n {
			fmt.Fprintf(&b, " %g", math.Round(s.P[i]*100)/100)
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func TestPathData(t *testing.T) {
	for _, tt := range []struct {
		d, want string
		ok      bool
	}{
		{"M1 2L3 4Z", "M 1 2 L 3 4 Z", true},
		{"m1-2 3.5.5", "M 1 -2 L 4.5 -1.5", true},
		{"M0 0h5v5H0z m10 0l1 1", "M 0 0 L 5 0 L 5 5 L 0 5 Z M 10 0 L 11 1", true},
		{"M0 0C1 1 2 1 3 0S5-1 6 0", "M 0 0 C 1 1 2 1 3 0 C 4 -1 5 -1 6 0", true},
		{"M0 0Q3 3 6 0T12 0", "M 0 0 C 2 2 4 2 6 0 C 8 -2 10 -2 12 0", true},
		{"M0 0s1 1 2 0", "M 0 0 C 0 0 1 1 2 0", true},
		{"M10 0A10 10 0 01 0 10", "M 10 0 C 10 5.52 5.52 10 0 10", true},
		{"M0 0a0 5 0 0 0 3 3", "M 0 0 L 3 3", true},
		{"M0 0zl1 1", "M 0 0 Z M 0 0 L 1 1", true},
		{"M1e1 0 20,0", "M 10 0 L 20 0", true},
		{"M1 2 L3", "M 1 2", false},
		{"L1 2", "", false},
		{"Z", "", false},
		{"A1 1 0 0 0 1 1", "", false},
		{"M0 0 x", "M 0 0", false},
		{"", "", true},
	} {
		segs, ok := pathData(tt.d)
		if got := show(segs); got != tt.want || ok != tt.ok {
			t.Errorf("%q: %q %v, want %q %v", tt.d, got, ok, tt.want, tt.ok)
		}
	}
}

func TestTransform(t *testing.T) {
	for s, want := range map[string][2]float64{ // where (1, 2) goes
		"":                                  {1, 2},
		"translate(3)":                      {4, 2},
		"translate(3,4) scale(2)":           {5, 8},
		"rotate(90)":                        {-2, 1},
		"rotate(180 1 1)":                   {1, 0},
		"skewX(45)":                         {3, 2},
		"skewY(45)":                         {1, 3},
		"matrix(1 0 0 -1 0 10), scale(2 1)": {2, 8},
	} {
		m, ok := transform(s)
		x, y := m[0]+2*m[2]+m[4], m[1]+2*m[3]+m[5]
		if !ok || math.Abs(x-want[0])+math.Abs(y-want[1]) > 1e-9 {
			t.Errorf("%q: (%g, %g) %v, want %v", s, x, y, ok, want)
		}
	}
	for _, s := range []string{"spin(1)", "translate(", "scale(1 2 3)", "rotate(a)"} {
		if _, ok := transform(s); ok {
			t.Errorf("%q was taken", s)
		}
	}
}

func TestSizes(t *testing.T) {
	for attrs, want := range map[string][2]float64{
		`width="400" height="200"`:         {300, 150},
		`width="10mm" height="1in"`:        {28.346, 72},
		`viewBox="0 0 40 20"`:              {30, 15},
		`viewBox="0 0 40 20" width="80"`:   {60, 30},
		`viewBox="0 0 40 20" height="80"`:  {120, 60},
		`viewBox="0 0 40 20" width="100%"`: {30, 15},
		``:                                 {225, 112.5},
		`viewBox="0 0 0 20"`:               {225, 112.5},
	} {
		d, err := Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" `+attrs+`/>`), Options{})
		if err != nil || math.Abs(d.Width-want[0])+math.Abs(d.Height-want[1]) > 0.01 {
			t.Errorf("%s: %+v %v, want %v", attrs, d, err, want)
		}
	}
}

func TestColors(t *testing.T) {
	current := rgb(1, 0, 0, 1)
	for s, want := range map[string]css.Color{
		"#000":                          {Space: css.Gray, A: 1},
		"#8080807f":                     {Space: css.Gray, C: [4]float64{128.0 / 255}, A: 127.0 / 255},
		"Red":                           rgb(1, 0, 0, 1),
		"rgb(0, 255,0)":                 rgb(0, 1, 0, 1),
		"rgba(0 0 100% / .5)":           rgb(0, 0, 1, .5),
		"currentColor":                  current,
		"device-cmyk(0 .5 100% 0 / .5)": {Space: css.CMYK, C: [4]float64{0, .5, 1, 0}, A: .5},
	} {
		if got, ok := parseColor(s, current); !ok || got != want {
			t.Errorf("%s: %+v %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "#12", "#ggg", "rgb(1,2)", "nocolour", "rgb(1,2,3"} {
		if _, ok := parseColor(s, current); ok {
			t.Errorf("%q was taken", s)
		}
	}
}

func TestFeatures(t *testing.T) {
	data, err := os.ReadFile("testdata/features.svg")
	if err != nil {
		t.Fatal(err)
	}
	d, err := Parse(data, Options{Color: css.Black})
	if err != nil {
		t.Fatal(err)
	}
	if len(paths(d)) != 14 || len(d.Warnings) != 0 {
		t.Errorf("%d paths, warnings %v", len(paths(d)), d.Warnings)
	}
	g := paths(d)[2].Fill.Gradient
	if g == nil || len(g.Stops) != 3 || g.X1 != 200 || g.Matrix == Identity {
		t.Errorf("gradient through href: %+v", g)
	}
}

func TestWarnings(t *testing.T) {
	d, err := Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg"><style>x</style><blink/><use href="#a"/><use href="#b"/>
<rect width="5" height="5" clip-path="url(#c)" fill="url(#none) red"/><path d="M0 0 L1"/><g xmlns="urn:other"><x/></g></svg>`), Options{Color: css.Black})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, w := range d.Warnings {
		all = append(all, fmt.Sprintf("%d %s", w.Line, w.Message))
	}
	want := `1 a rule without a { } block is left out|1 <blink> is not supported and is left out|` +
		`1 <use> of "#a": the drawing has no such part|1 <use> of "#b": the drawing has no such part|` +
		`2 clip-path "url(#c)" is not understood and is ignored|2 paint "url(#none) red" is not supported|2 path data has a mistake; the path ends there`
	if got := strings.Join(all, "|"); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if len(paths(d)) != 1 || paths(d)[0].Fill.Color != rgb(1, 0, 0, 1) {
		t.Errorf("%+v", paths(d))
	}
}

func TestErrors(t *testing.T) {
	deep := strings.Repeat("<g>", 100)
	for _, s := range []string{"", "<svg", "<html/>", "<svg>" + deep, `<svg width="1e300"/>`, `<?xml version="1.0" encoding="latin1"?><svg/>`, `<svg width="900000000"/>`} {
		if _, err := Parse([]byte(s), Options{}); !errors.Is(err, ErrBroken) && !errors.Is(err, ErrHuge) && s != `<svg width="1e300"/>` {
			t.Errorf("%.20q: %v", s, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	data, _ := os.ReadFile("testdata/features.svg")
	f.Add(data)
	f.Add([]byte(`<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0A1 1e9 3 1 1-.5.5Zt1 2"/></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Parse(data, Options{Color: css.Black})
		if err != nil {
			return
		}
		for _, p := range paths(d) {
			for _, s := range p.Segs {
				for _, v := range s.P {
					if math.IsNaN(v) || math.IsInf(v, 0) {
						t.Fatalf("segment %+v is not finite", s)
					}
				}
			}
			for _, g := range []*Paint{p.Fill, p.Stroke} {
				if g != nil && g.Gradient != nil && len(g.Gradient.Stops) < 2 {
					t.Fatal("gradient without stops")
				}
			}
		}
	})
}

// paths are the paths of a drawing, in painting order.
func paths(d *Drawing) (out []*Path) {
	All(d.Items, func(it Item) {
		if p, ok := it.(*Path); ok {
			out = append(out, p)
		}
	})
	return out
}
