package face

import (
	"math/rand/v2"
	"testing"
)

// TestMatch has the examples of CSS Fonts 4, section 5.2, on the embedded
// families.
func TestMatch(t *testing.T) {
	tests := []struct {
		families []string
		weight   int
		italic   bool
		want     string
	}{
		{[]string{"serif"}, 400, false, "STIXTwoText-Regular"},
		{[]string{"serif"}, 450, false, "STIXTwoText-Medium"},
		{[]string{"serif"}, 300, false, "STIXTwoText-Regular"},
		{[]string{"serif"}, 550, false, "STIXTwoText-SemiBold"},
		{[]string{"serif"}, 900, true, "STIXTwoText-BoldItalic"},
		{[]string{"STIX  two text"}, 600, true, "STIXTwoText-SemiBoldItalic"},
		{[]string{"sans-serif"}, 500, false, "LiberationSans"},
		{[]string{"sans-serif"}, 600, false, "LiberationSans-Bold"},
		{[]string{"'Times New Roman'"}, 700, false, "LiberationSerif-Bold"},
		{[]string{"Nowhere", "Arial"}, 400, true, "LiberationSans-Italic"},
		{[]string{"monospace"}, 0, false, "LiberationMono"},
		{nil, 400, false, "STIXTwoText-Regular"},
	}
	for _, tt := range tests {
		faces := NewSet().Match(tt.families, tt.weight, tt.italic)
		if got := faces[0].PostName; got != tt.want {
			t.Errorf("Match(%q, %d, %v) = %s, want %s", tt.families, tt.weight, tt.italic, got, tt.want)
		}
	}
}

// TestDistance checks the order in which weights are tried.
func TestDistance(t *testing.T) {
	tests := []struct {
		want  int
		order []int
	}{
		{400, []int{400, 450, 500, 350, 100, 600, 900}},
		{500, []int{500, 400, 100, 600, 900}},
		{300, []int{300, 200, 100, 400, 700}},
		{600, []int{600, 700, 900, 500, 400, 100}},
	}
	for _, tt := range tests {
		last := -1
		for _, w := range tt.order {
			d := distance([2]int{w, w}, tt.want)
			if d <= last {
				t.Errorf("for weight %d, %d does not come after the one before it in %v", tt.want, w, tt.order)
			}
			last = d
		}
	}
	if distance([2]int{200, 800}, 650) != 0 {
		t.Error("a range that holds the weight is not at distance 0")
	}
}

func TestAdd(t *testing.T) {
	s := NewSet()
	data := s.Match([]string{"Liberation Mono"}, 400, false)[0].Data
	if err := s.Add("Nhà", [2]int{400, 700}, false, data); err != nil {
		t.Fatal(err)
	}
	if got := s.Match([]string{"nhà"}, 650, true)[0]; got.Family != "Nhà" {
		t.Errorf("added family not matched, got %s", got.Family)
	}
	if err := s.Add("serif two", [2]int{900, 100}, false, data); err != nil {
		t.Errorf("weights in falling order: %v", err)
	}
	for name, broken := range map[string][]byte{
		"empty": nil, "text": []byte("<!doctype html><p>not a font"), "cut": data[:2000],
		"woff": append([]byte("wOFF"), make([]byte, 40)...), "ttc": append([]byte("ttcf"), make([]byte, 40)...),
	} {
		if err := s.Add("x", [2]int{400, 400}, false, broken); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := s.Add(" ", [2]int{400, 400}, false, data); err == nil {
		t.Error("no family name: no error")
	}
	if err := s.Add("x", [2]int{0, 5000}, false, data); err == nil {
		t.Error("weights out of range: no error")
	}
}

// TestBroken damages a good font in many places: it is refused, or it can be
// shaped with. A table that claims to reach beyond the file must not make the
// parser ask for as much memory.
func TestBroken(t *testing.T) {
	good := regular("monospace").Data
	long := append([]byte(nil), good...)
	copy(long[12+12:], "\xff\xff\xff\x00") // length of the first table
	if NewSet().Add("x", [2]int{400, 400}, false, long) == nil {
		t.Error("a table of 4 GB is taken")
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		data := append([]byte(nil), good...)
		for range 1 + rnd.IntN(20) {
			data[rnd.IntN(len(data))] = byte(rnd.IntN(256))
			data[rnd.IntN(3000)] = byte(rnd.IntN(256))
		}
		useFont(data)
	}
}

func useFont(data []byte) {
	s := NewSet()
	if s.Add("x", [2]int{400, 400}, false, data) != nil {
		return
	}
	x := s.Match([]string{"x"}, 400, false)[0]
	x.Shape("Nghị quyết số 21-KL/TW fi e\u0301\u0323", []Feature{{"smcp", 1}, {"frac", 1}}, "vi")
	x.Has('ậ')
}

// FuzzAdd: a font file from anywhere is taken or refused, and can be shaped with
// once taken.
func FuzzAdd(f *testing.F) {
	for _, name := range []string{"Liberation Mono", "STIX Two Text"} {
		data := NewSet().Match([]string{name}, 400, false)[0].Data
		f.Add(data[:min(len(data), 4096)], 0, byte(0))
		for _, at := range []int{13, 101, 300, 5000, 20000, 60000} {
			f.Add(data, at, byte(0xff))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, at int, b byte) {
		if at > 0 && at < len(data) {
			data = append([]byte(nil), data...)
			data[at] = b
		}
		useFont(data)
	})
}

// TestSigns are those that office texts have: drawn as they are, or by one of
// the same meaning; and those that no face has are known as such.
func TestSigns(t *testing.T) {
	for _, r := range "✓✔✗✘☎★☆☐☑☒①②⑩❶→←↑↓⇒➔●○■□▲◆♥☞✉⚠ℹ☺✈₫≤≥✅❌⭐👉📞" {
		if !Known(r) {
			t.Errorf("%c (%U) is not known", r, r)
		}
		faces := NewSet().Match([]string{"serif"}, 400, false)
		var shown bool
		for _, f := range faces {
			if f.Has(r) {
				g := f.Shape(string(r), nil, "")
				shown = len(g) == 1 && g[0].ID != 0 && g[0].Advance > 0
				break
			}
		}
		if !shown {
			t.Errorf("%c (%U) has no glyph", r, r)
		}
	}
	for _, r := range "📚👍漢" {
		if Known(r) {
			t.Errorf("%c (%U) is said to be known", r, r)
		}
	}
}
