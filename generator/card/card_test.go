package card

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// letters are all Vietnamese letters with marks, lower case.
const letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"

func drawer(t testing.TB) *Drawer {
	t.Helper()
	d, err := NewDrawer()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func bytesOf(t testing.TB, d *Drawer, c Card) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEveryLetterHasAGlyph(t *testing.T) {
	parsed, err := fonts()
	if err != nil {
		t.Fatal(err)
	}
	var buffer sfnt.Buffer
	for i, f := range parsed {
		for _, r := range letters + strings.ToUpper(letters) + "“”–…0123456789,.:;?!()/%\u00a0" {
			if g, err := f.GlyphIndex(&buffer, r); err != nil || g == 0 {
				t.Errorf("face %d has no %q: %v", i, r, err)
			}
		}
	}
}

func TestSameCardSameBytes(t *testing.T) {
	c := Card{Masthead: "Bản tin công tác xây dựng Đảng", Label: "Búa liềm vàng", Title: "Cổng trường giờ tan học, kỳ 2: Bốn chi bộ đứng ở ngã ba", Foot: "Chi bộ một trường tiểu học nội thành · Số 10", Kind: "bua-liem-vang"}
	d := drawer(t)
	want := bytesOf(t, d, c)
	apart := c
	apart.Title, apart.Label = norm.NFD.String(c.Title), norm.NFD.String(c.Label)
	if !bytes.Equal(want, bytesOf(t, d, apart)) {
		t.Error("decomposed letters give another picture")
	}
	if !bytes.Equal(want, bytesOf(t, drawer(t), c)) {
		t.Error("another drawer gives another picture")
	}
	if cfg, err := png.DecodeConfig(bytes.NewReader(want)); err != nil || cfg.Width != 1200 || cfg.Height != 630 {
		t.Errorf("%v, %v", cfg, err)
	}
	if len(want) > 60_000 {
		t.Errorf("%d bytes: messengers load the picture on mobile networks", len(want))
	}
	if name := os.Getenv("CARD_OUT"); name != "" { // to look at it
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTextStaysInside: whatever the texts, nothing reaches the margins, and
// the headline stays between label and foot.
func TestTextStaysInside(t *testing.T) {
	d := drawer(t)
	for name, title := range map[string]string{
		"empty":      "",
		"short":      "Nghị quyết ba trang",
		"long":       strings.Repeat("Đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị ", 12),
		"one word":   strings.Repeat("ươ", 200),
		"many words": strings.Repeat("Ặ ", 400),
		"foreign":    "日本語 عربى 🎉",
	} {
		img := d.Draw(Card{Title: title, Summary: strings.Repeat("Mỗi trưa bếp ăn bán trú đổ bỏ cơm canh. ", 12)})
		for y := labelY + 8; y < Height-8; y++ {
			for x := range Width {
				inside := x >= margin-8 && x < Width-margin+8 && y < titleEnd+14
				if img.Pix[img.PixOffset(x, y)]%shades != 0 && !inside {
					t.Fatalf("%s: ink at %d, %d", name, x, y)
				}
			}
		}
	}
}

func TestLinesEndBetweenWords(t *testing.T) {
	d := drawer(t)
	for title, want := range map[string]string{
		"Tủ sách xe đẩy ở trường tiểu học vùng ven":         "Tủ sách xe đẩy|ở trường tiểu học vùng ven",
		"Học tập và làm theo tấm gương đạo đức Hồ Chí Minh": "Học tập|và làm theo tấm gương|đạo đức Hồ Chí Minh",
		"Quán triệt Kết luận 21: mỗi nhóm một câu hỏi khó":  "Quán triệt Kết luận 21:|mỗi nhóm|một câu hỏi khó",
	} {
		if _, lines := d.fit(title); strings.Join(lines, "|") != want {
			t.Errorf("%q, want %q", lines, want)
		}
	}
}

func FuzzDraw(f *testing.F) {
	f.Add("Nghị quyết ba trang", "Búa liềm vàng")
	f.Add("\xff\u0301", "\u00a0\u00a0 x")
	d := drawer(f)
	f.Fuzz(func(t *testing.T, title, label string) {
		if len(title) > 2000 || len(label) > 2000 {
			t.Skip()
		}
		d.Draw(Card{Title: title, Label: label, Foot: label})
	})
}

func BenchmarkWrite(b *testing.B) {
	d := drawer(b)
	for b.Loop() {
		bytesOf(b, d, Card{Masthead: "Bản tin", Label: "Gương", Title: "Tủ sách xe đẩy ở trường tiểu học vùng ven", Foot: "Số 10"})
	}
}
