package layout

import (
	"strings"
	"unicode"

	"bantin/generator/press/face"
	"bantin/generator/press/para"

	"golang.org/x/text/unicode/norm"
)

// smallCaps divides text that is to be in small capitals where its font has
// none: its letters become smaller capitals with their marks (CSS Fonts 4, 6.6).
func smallCaps(it para.Item, f *font) []para.Item {
	lower, upper := false, false
	for _, ft := range it.Features {
		lower = lower || ft.Tag == "smcp" && ft.Value > 0
		upper = upper || ft.Tag == "c2sc" && ft.Value > 0
	}
	if !lower && !upper || len(it.Face) == 0 {
		return []para.Item{it}
	}
	made := func(r rune) bool {
		switch {
		case unicode.IsLower(r):
			return lower && !turns(it.Face[0], r, "smcp")
		case unicode.IsUpper(r):
			return upper && !turns(it.Face[0], r, "c2sc")
		}
		return false
	}
	var out []para.Item
	text := norm.NFC.String(it.Text)
	small, from := false, 0
	add := func(to int) {
		if from == to {
			return
		}
		part := it
		if part.Text = text[from:to]; small {
			part.Text = norm.NFC.String(strings.ToUpper(part.Text))
			part.Size *= min(max(0.7, f.xHeight/max(f.capHeight, 1e-6)), 0.85)
			part.Features = nil
			for _, ft := range it.Features {
				if ft.Tag != "smcp" && ft.Tag != "c2sc" {
					part.Features = append(part.Features, ft)
				}
			}
		}
		out = append(out, part)
		from = to
	}
	for i, r := range text {
		if is := made(r); is != small && !unicode.Is(unicode.M, r) {
			add(i)
			small = is
		}
	}
	add(len(text))
	return out
}

// turns reports whether a feature gives a letter another glyph.
func turns(f *face.Face, r rune, tag string) bool {
	plain, with := f.Shape(string(r), nil, ""), f.Shape(string(r), []face.Feature{{Tag: tag, Value: 1}}, "")
	return len(plain) != len(with) || len(plain) > 0 && plain[0].ID != with[0].ID
}
