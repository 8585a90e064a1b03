// Package card draws the pictures that messengers and social networks show
// beside a link: 1200 × 630 px (the size that Open Graph readers ask for), the
// headline of an article or issue in the bulletin's own face.
//
// Contract: the same Card gives the same bytes; no machine font is used; every
// Vietnamese letter is drawn, composed or decomposed in the input. A headline
// of any length fits: it gets smaller, and ends in an ellipsis at last. What
// room it leaves the summary takes, as much of it as fits.
package card

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"

	"bantin/generator/viet"
	"bantin/generator/viet/phrase"

	"golang.org/x/image/font"
)

// Size of a card in pixels.
const (
	Width  = 1200
	Height = 630
)

// Card is what one picture says. Empty texts leave their place empty.
type Card struct {
	Masthead string // the bulletin's name
	Label    string // the column
	Title    string
	Summary  string
	Foot     string // unit, issue
	Kind     string // "guong", "bua-liem-vang", "hoc-tap": the colour of the label; others as the masthead
}

// ink is one colour of the palette, blended with the paper in shades steps.
type ink uint8

const (
	black ink = iota
	red
	gold
	brown
	teal
	grey
	inks
)

// shades are the steps between paper and full ink: the palette has
// inks × shades colours, few enough for an eight-bit picture.
const shades = 32

var (
	paper  = color.RGBA{0xff, 0xfd, 0xf8, 0xff}
	solid  = [inks]color.RGBA{{0x1d, 0x19, 0x16, 255}, {0xa3, 0x10, 0x1b, 255}, {0xc7, 0x9a, 0x3b, 255}, {0x78, 0x58, 0x12, 255}, {0x14, 0x53, 0x5c, 255}, {0x5c, 0x53, 0x4b, 255}}
	colors = palette()
)

func palette() color.Palette {
	p := make(color.Palette, 0, int(inks)*shades)
	mix := func(from, to uint8, i int) uint8 {
		return uint8((int(from)*(shades-1-i) + int(to)*i + (shades-1)/2) / (shades - 1))
	}
	for _, c := range solid {
		for i := range shades {
			p = append(p, color.RGBA{mix(paper.R, c.R, i), mix(paper.G, c.G, i), mix(paper.B, c.B, i), 255})
		}
	}
	return p
}

func labelInk(kind string) ink {
	switch kind {
	case "guong":
		return brown
	case "hoc-tap":
		return teal
	}
	return red
}

// Places on the card, px.
const (
	margin    = 72
	barHeight = 22
	ruleY     = 142 // the double rule under the masthead
	labelY    = 206 // baseline
	titleTop  = 226
	titleEnd  = 548
	sumGap    = 14  // between headline and summary
	sumLead   = 44  // leading of the summary
	footY     = 588 // baseline
)

// Drawer draws cards one after the other. Not safe for concurrent use: take
// one for each goroutine.
type Drawer struct {
	masthead, label, foot font.Face
	summary               font.Face
	titles                []titleFace // from large to small
}

// Draw draws one card.
func (d *Drawer) Draw(c Card) *image.Paletted {
	img := image.NewPaletted(image.Rect(0, 0, Width, Height), colors)
	fill(img, image.Rect(0, 0, Width, barHeight), red)
	fill(img, image.Rect(0, ruleY, Width, ruleY+4), gold)
	fill(img, image.Rect(0, ruleY+9, Width, ruleY+11), gold)
	line(img, d.masthead, margin, 106, red, cut(d.masthead, viet.NFC(c.Masthead), Width-2*margin))
	line(img, d.label, margin, labelY, labelInk(c.Kind), cut(d.label, strings.ToUpper(viet.NFC(c.Label)), Width-2*margin))
	face, lines := d.fit(viet.NFC(c.Title))
	y := titleTop
	for _, text := range lines {
		y += face.leading
		line(img, face.Face, margin, y-face.leading/4, black, text)
	}
	y += sumGap
	for _, text := range d.summaryLines(phrase.Join(viet.NFC(c.Summary)), (titleEnd-y)/sumLead) {
		y += sumLead
		line(img, d.summary, margin, y-sumLead/4, black, text)
	}
	line(img, d.foot, margin, footY, grey, cut(d.foot, viet.NFC(c.Foot), Width-2*margin))
	fill(img, image.Rect(0, Height-8, Width, Height), red)
	return img
}

// Write draws a card as PNG.
func (d *Drawer) Write(w io.Writer, c Card) error {
	if err := png.Encode(w, d.Draw(c)); err != nil {
		return fmt.Errorf("encode the card of %q: %w", c.Title, err)
	}
	return nil
}

func fill(img *image.Paletted, r image.Rectangle, c ink) {
	index := uint8(c)*shades + shades - 1
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := img.Pix[img.PixOffset(r.Min.X, y):img.PixOffset(r.Max.X, y)]
		for i := range row {
			row[i] = index
		}
	}
}
