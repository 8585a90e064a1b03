// Package webface cuts from the embedded faces what the site's pages need of
// them: the letters of Vietnamese and the signs of its texts, packed as WOFF2.
//
// Contract: Faces is the same in every build and on every machine. A character
// that it leaves out is drawn by the reader's own fonts, as are all of them
// while a face is on its way: Fallback says how to size those so that lines
// keep their lengths.
package webface

import (
	"fmt"
	"strconv"
	"sync"

	"bantin/generator/press/face"
	"bantin/generator/press/sfnt"
)

// Face is one face as templates use it.
type Face struct {
	Name   string // "stix-two-text-400"
	Family string // as style sheets name it
	Weight int
	Style  string // normal | italic
	Data   string // the WOFF2 file
	Size   string // of Fallback: "104.2%"
	// Fallback is a family of the reader's machine with other widths.
	Fallback string
}

// letters are those of Vietnamese and of other languages in its texts; signs
// are what typing and our templates put between them.
const (
	letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ" +
		"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
	signs = "\u00a0–—‘’“”„…·•×−°«»½²³±→←↑§©′″≥≤‑₫"
)

// sample is a text with the frequencies of Vietnamese.
const sample = "Chi bộ nhà trường đọc trước văn bản ở nhà, bàn kỹ khi họp; mỗi đảng viên nhận một việc cụ thể, hằng tháng báo lại kết quả. " +
	"Thư viện nằm ở góc xa nhất sân trường, mỗi tuần chưa tới 40 lượt mượn. Các đảng viên trẻ đóng ba chiếc xe đẩy, đưa sách đến tận cửa lớp."

// wanted are the faces that the style sheets name.
var wanted = []struct {
	name, family string
	weight       int
	italic       bool
	like         string // an embedded family with the widths of fallback
	fallback     string
}{
	{"stix-two-text-400", "STIX Two Text", 400, false, "Liberation Serif", "Times New Roman"},
	{"stix-two-text-700", "STIX Two Text", 700, false, "Liberation Serif", "Times New Roman"},
	{"liberation-sans-400", "Liberation Sans", 400, false, "Liberation Sans", "Arial"},
	{"liberation-sans-700", "Liberation Sans", 700, false, "Liberation Sans", "Arial"},
}

// Faces are the site's faces.
var Faces = sync.OnceValues(func() ([]Face, error) {
	set := face.NewSet()
	var faces []Face
	for _, w := range wanted {
		f := set.Match([]string{w.family}, w.weight, w.italic)[0]
		data, err := cut(f)
		if err != nil {
			return nil, fmt.Errorf("cut %s for the web: %w", w.name, err)
		}
		like := set.Match([]string{w.like}, w.weight, w.italic)[0]
		size := 100 * width(f) / width(like)
		style := "normal"
		if w.italic {
			style = "italic"
		}
		faces = append(faces, Face{w.name, w.family, w.weight, style, string(data), strconv.FormatFloat(size, 'f', 1, 64) + "%", w.fallback})
	}
	return faces, nil
})

// cut takes the letters and signs out of a face.
func cut(f *face.Face) ([]byte, error) {
	runes := map[rune]uint16{}
	add := func(r rune) {
		if id, ok := f.Glyph(r); ok {
			runes[r] = id
		}
	}
	for r := ' '; r <= '~'; r++ {
		add(r)
	}
	for _, r := range letters + signs {
		add(r)
	}
	font, err := sfnt.Parse(f.Data)
	if err != nil {
		return nil, err
	}
	plain, err := font.Web(runes)
	if err != nil {
		return nil, err
	}
	return sfnt.WOFF2(plain)
}

// width is how wide a face sets the sample, in 1/1000 em.
func width(f *face.Face) (sum float64) {
	font, err := sfnt.Parse(f.Data)
	if err != nil {
		return 1 // an embedded face: cut has told
	}
	for _, r := range sample {
		if id, ok := f.Glyph(r); ok {
			sum += font.Advance(id)
		}
	}
	return sum
}
