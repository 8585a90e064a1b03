package legacy

import (
	"strings"
	"testing"
)

func TestConvert(t *testing.T) {
	for _, tt := range []struct {
		e        Encoding
		old, new string
	}{
		{TCVN3, "§¶ng bé c¬ së; phßng v¨n ho¸", "Đảng bộ cơ sở; phòng văn hoá"},
		{TCVN3, "NghÞ quyÕt sè 21-NQ/TW cña Ban ChÊp hµnh", "Nghị quyết số 21-NQ/TW của Ban Chấp hành"},
		{TCVN3, "c«ng t¸c, kh«ng b»ng «ng; c« gi¸o, «n bµi, «m", "công tác, không bằng ông; cô giáo, ôn bài, ôm"},
		{TCVN3, "«§¶ng bé» ë c¬ së, «n¨m häc», « b»ng »", "«Đảng bộ» ở cơ sở, «năm học», « bằng »"},
		{TCVN3, "hai « b»ng nhau, « t« cña tr­êng", "hai ô bằng nhau, ô tô của trường"},
		{VNI, "Ñaûng boä cô sôû; meàm, ñònh", "Đảng bộ cơ sở; mềm, định"},
		{VNI, "Nghò quyeát soá 21-NQ/TW cuûa Ban Chaáp haønh Trung öông", "Nghị quyết số 21-NQ/TW của Ban Chấp hành Trung ương"},
		{VNI, "ÑAÛNG BOÄ", "ĐẢNG BỘ"},
	} {
		if got := Convert(tt.old, tt.e); got != tt.new {
			t.Errorf("%s: %q, want %q", tt.e, got, tt.new)
		}
		if g := Detect(tt.old); g.Encoding != tt.e {
			t.Errorf("Detect(%q) = %+v, want %s", tt.old, g, tt.e)
		}
	}
}

func TestDetectNothing(t *testing.T) {
	for _, s := range []string{
		"", "Đảng bộ cơ sở; phòng văn hoá, thuỷ sản, ngoằn ngoèo", "Le président à l’Élysée, où naïveté et garçon",
		"Köln, Düsseldorf und Zürich", "«Nhân dân» 30 °C § 5 ½", "el niño y la señora Muñoz", "Søren Kierkegård, Ålesund",
	} {
		if g := Detect(s); g.Encoding != None {
			t.Errorf("Detect(%q) = %+v", s, g)
		}
	}
}

func TestDetectMixed(t *testing.T) {
	mixed := "Thông báo của trường. §¶ng bé c¬ së."
	if g := Detect(mixed); g.Encoding == TCVN3 && g.Certain {
		t.Error("a text with good Vietnamese in it is not certain")
	}
}

// TestWithin: on a page of one encoding no word speaks against it.
func TestWithin(t *testing.T) {
	for s, want := range map[string]int{"cộng": -1, "céng": 0, "| céng |": 2, "130": -1, "xin §¶ng": 4} {
		g := Within(s, TCVN3)
		if want < 0 && g.Encoding != None || want >= 0 && (g.Encoding != TCVN3 || g.From != want) {
			t.Errorf("%q: %+v", s, g)
		}
	}
}

// TestAmong: a heading of few words is judged by the company it keeps.
func TestAmong(t *testing.T) {
	for s, want := range map[string]Encoding{
		"II. NOÄI DUNG TUYEÂN TRUYEÀN": VNI, "## 28,5 ki-loâ-gam moãi ngaøy": VNI, "Nội dung": None, "Nội dung moãi ngaøy": None, "1. 2. 3.": None, "": None,
	} {
		if g := Among(s, VNI); g.Encoding != want {
			t.Errorf("%q: %+v", s, g)
		}
	}
}

func TestSyllable(t *testing.T) {
	for _, w := range strings.Fields("nghiêng quyết gì giếng yêu khuỷu thuở quốc hoà hòa uống ướt ngoằn Đảng khúc khuya giặt xoong") {
		if !Syllable(w) {
			t.Errorf("%q is a syllable", w)
		}
	}
	for _, w := range strings.Fields("phßng Ñaûng café cac cảc niño hoàá xyz ngh strasse") {
		if Syllable(w) {
			t.Errorf("%q is no syllable", w)
		}
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("§¶ng bé c¬ së")
	f.Add("Ñaûng boä\xff")
	f.Fuzz(func(t *testing.T, s string) {
		g := Detect(s)
		if g.From > len(s) {
			t.Fatalf("%+v in %q", g, s)
		}
		Convert(s, TCVN3)
		Convert(s, VNI)
	})
}
