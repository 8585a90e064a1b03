package card

import (
	"fmt"
	"image"
	"strings"
	"sync"

	"bantin/generator/viet/phrase"

	"fyne.io/fyne/v2/theme"
	"github.com/go-fonts/stix/stix2textbold"
	"github.com/go-fonts/stix/stix2textregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// titleFace is a face for headlines; leading is the distance of its lines, px.
type titleFace struct {
	font.Face
	leading, lines int
}

// fonts parses the faces once; drawing state is per face.
var fonts = sync.OnceValues(func() (parsed [4]*opentype.Font, err error) {
	for i, data := range [][]byte{stix2textbold.TTF, theme.DefaultTextBoldFont().Content(), theme.DefaultTextFont().Content(), stix2textregular.TTF} {
		if parsed[i], err = opentype.Parse(data); err != nil {
			return parsed, fmt.Errorf("parse a face of the cards: %w", err)
		}
	}
	return parsed, nil
})

// NewDrawer prepares the faces.
func NewDrawer() (*Drawer, error) {
	parsed, err := fonts()
	if err != nil {
		return nil, err
	}
	face := func(f *opentype.Font, size float64) font.Face {
		made, fail := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
		if fail != nil && err == nil {
			err = fmt.Errorf("open a face of the cards: %w", fail)
		}
		return made
	}
	d := &Drawer{masthead: face(parsed[0], 46), label: face(parsed[1], 27), foot: face(parsed[2], 26), summary: face(parsed[3], 35)}
	for _, size := range []float64{84, 74, 66, 58, 50, 44} {
		leading := int(size * 1.24)
		d.titles = append(d.titles, titleFace{face(parsed[0], size), leading, (titleEnd - titleTop) / leading})
	}
	return d, err
}

// fit breaks a headline by phrase in the largest size in which it fits. One that
// fits in no size is cut.
func (d *Drawer) fit(title string) (f titleFace, lines []string) {
	const width = Width - 2*margin
	for _, f = range d.titles {
		lines = phrase.Lines(title, func(s string) float64 { return float64(measure(f, s)) }, width)
		if len(lines) <= f.lines && widest(f, lines) <= width {
			return f, lines
		}
	}
	return f, clip(f, lines, f.lines, width)
}

// summaryLines breaks a summary into at most so many lines. A single line of
// several would say nothing: then there is none.
func (d *Drawer) summaryLines(summary string, most int) []string {
	const width = Width - 2*margin
	lines := wrap(d.summary, summary, width)
	if len(lines) > most && most < 2 {
		return nil
	}
	return clip(d.summary, lines, most, width)
}

// clip keeps so many lines, each cut to the width; an ellipsis stands for the
// others.
func clip(f font.Face, lines []string, most, width int) []string {
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] += " …"
	}
	for i := range lines {
		lines[i] = cut(f, lines[i], width)
	}
	return lines
}

// wrap breaks at ordinary spaces; a no-break space holds its words together.
func wrap(f font.Face, text string, width int) (lines []string) {
	line := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && measure(f, longer) > width {
			lines, longer = append(lines, line), word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

func widest(f font.Face, lines []string) (w int) {
	for _, l := range lines {
		w = max(w, measure(f, l))
	}
	return w
}

func measure(f font.Face, s string) int { return font.MeasureString(f, s).Ceil() }

// cut shortens a text to a width, with an ellipsis.
func cut(f font.Face, text string, width int) string {
	if measure(f, text) <= width {
		return text
	}
	letters := []rune(strings.TrimRight(text, " …"))
	for len(letters) > 0 && measure(f, string(letters)+"…") > width {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimRight(string(letters), " ") + "…"
}

// line draws one line of text with its baseline at y.
func line(img *image.Paletted, f font.Face, x, y int, c ink, text string) {
	dot := fixed.P(x, y)
	before := rune(-1)
	for _, r := range text {
		if before >= 0 {
			dot.X += f.Kern(before, r)
		}
		before = r
		where, mask, from, advance, ok := f.Glyph(dot, r)
		if alpha, isAlpha := mask.(*image.Alpha); ok && isAlpha {
			blend(img, where, alpha, from, c)
		}
		dot.X += advance
	}
}

// blend lays a glyph on the card; where two glyphs meet, the darker counts.
func blend(img *image.Paletted, where image.Rectangle, mask *image.Alpha, from image.Point, c ink) {
	shift := from.Sub(where.Min)
	where = where.Intersect(img.Rect)
	for y := where.Min.Y; y < where.Max.Y; y++ {
		for x := where.Min.X; x < where.Max.X; x++ {
			shade := (int(mask.AlphaAt(x+shift.X, y+shift.Y).A)*(shades-1) + 127) / 255
			at := img.PixOffset(x, y)
			if shade > int(img.Pix[at])%shades {
				img.Pix[at] = uint8(c)*shades + uint8(shade)
			}
		}
	}
}
