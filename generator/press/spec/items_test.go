package spec

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/picture"
	"bantin/generator/press/svg"
)

// pageItems lists what is on a page in the form of the cases.
func pageItems(p *display.Page) []string {
	out := []string{fmt.Sprintf("page %d %s %s %s %q", p.Number, num(p.Width), num(p.Height), num(p.Bleed), p.Label)}
	at := func(kind string, x, y, w, h float64) string {
		return fmt.Sprintf("%s %d %s %s %s %s", kind, p.Number, num(x), num(y), num(w), num(h))
	}
	var last *display.Text // for runs that go on where the last one ended
	end, order := 0.0, ""
	text := func(v *display.Text) {
		w := v.Width()
		name := ""
		if v.Face != nil {
			name = v.Face.PostName
		}
		out = append(out, fmt.Sprintf("font %d %s %s %s", p.Number, num(v.Size), name, shown(v.Text)))
		if last != nil && last.Y == v.Y && last.Size == v.Size && last.Color == v.Color && num(end) == num(v.X) {
			for i := len(out) - 1; i >= 0; i-- {
				if strings.HasPrefix(out[i], "text ") { // the same line goes on
					out[i] = at("text", last.X, v.Y-.8*v.Size, end+w-last.X, v.Size) + " " + shown(last.Text+v.Text)
					break
				}
			}
			t := *last
			t.Text += v.Text
			last, end = &t, end+w
			return
		}
		out = append(out, strings.TrimRight(at("text", v.X, v.Y-.8*v.Size, w, v.Size)+" "+shown(v.Text), " "))
		last, end = v, v.X+w
	}
	for _, it := range p.Items {
		switch v := it.(type) {
		case *display.Text:
			text(v)
		case *display.Rect:
			out = append(out, at(colorName(v.Fill), v.X, v.Y, v.W, v.H))
			order += " " + colorName(v.Fill)
			if r := v.Radius; r != [4]float64{} {
				out = append(out, fmt.Sprintf("radius %d %s %s %s %s", p.Number, num(r[0]), num(r[1]), num(r[2]), num(r[3])))
			}
			if h := v.Hole; h != nil {
				out = append(out, at("hole", h.X, h.Y, h.W, h.H))
			}
		case *display.Rule:
			out = append(out, fmt.Sprintf("line %d %s %s", p.Number, lineNames[v.Style], colorName(v.Color)))
			x, y, w, h := v.X1, v.Y1-v.Width/2, v.X2-v.X1, v.Width
			if v.X1 == v.X2 {
				x, y, w, h = v.X1-v.Width/2, v.Y1, v.Width, v.Y2-v.Y1
			}
			out = append(out, at("rule", x, y, w, h))
		case *display.Frame:
			out = append(out, at("frame", v.X-v.Width/2, v.Y-v.Width/2, v.W+v.Width, v.H+v.Width))
		case *display.Image:
			out = append(out, at("image", v.X, v.Y, v.W, v.H))
			if pic, ok := v.Picture.(*picture.Vector); ok {
				svg.All(pic.Drawing.Items, func(it svg.Item) {
					if path, ok := it.(*svg.Path); ok && path.Fill != nil {
						out = append(out, fmt.Sprintf("fill %d %s", p.Number, colorName(path.Fill.Color)))
					}
				})
			}
			if v.Clip != nil {
				out = append(out, at("clip", v.Clip.X, v.Clip.Y, v.Clip.W, v.Clip.H))
			}
		case *display.Push:
			if v.Group {
				out = append(out, fmt.Sprintf("group %d %s", p.Number, num(v.Opacity)))
				break
			}
			out = append(out, at("clip", v.Clip.X, v.Clip.Y, v.Clip.W, v.Clip.H))
		case *display.Link:
			to := v.URL
			if v.Anchor != "" {
				to = "#" + v.Anchor
			}
			out = append(out, at("link", v.X, v.Y, v.W, v.H)+" "+to)
		}
	}
	return append(out, fmt.Sprintf("order %d%s", p.Number, order))
}

var lineNames = map[css.BorderStyle]string{css.BorderSolid: "solid", css.BorderDashed: "dashed", css.BorderDotted: "dotted", css.BorderDouble: "double"}

// shown is the text as cases write it: as it looks.
func shown(s string) string {
	hyphen := strings.HasSuffix(s, "\u00ad")
	s = strings.NewReplacer("\u00a0", " ", "\u200b", "", "\u00ad", "").Replace(s)
	if hyphen {
		s += "-"
	}
	return strings.TrimSpace(s)
}

// colorName names the colours that cases use.
func colorName(c css.Color) string {
	switch c.Space {
	case css.CMYK:
		return fmt.Sprintf("cmyk(%s,%s,%s,%s)", num(c.C[0]), num(c.C[1]), num(c.C[2]), num(c.C[3]))
	case css.Gray:
		return fmt.Sprintf("gray(%s)", num(c.C[0]))
	}
	for name, v := range map[string][3]float64{"red": {1}, "lime": {0, 1}, "blue": {0, 0, 1}, "yellow": {1, 1}, "aqua": {0, 1, 1}, "fuchsia": {1, 0, 1}} {
		if c.C[0] == v[0] && c.C[1] == v[1] && c.C[2] == v[2] {
			return name
		}
	}
	return fmt.Sprintf("rgb(%s,%s,%s)", num(c.C[0]), num(c.C[1]), num(c.C[2]))
}

func pixels(w, h int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		m.Set(i%w, i/w, color.RGBA{uint8(i), 90, 160, 255})
	}
	return m
}

func picturePNG(t *testing.T, w, h int) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, pixels(w, h)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// turnedJPEG is a picture that Exif says to turn by a quarter (orientation 6).
func turnedJPEG(t *testing.T, w, h int) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, pixels(w, h), nil); err != nil {
		t.Fatal(err)
	}
	tiff := pack([]byte("MM"), uint16(42), uint32(8), uint16(1), uint16(0x112), uint16(3), uint32(1), uint16(6), uint16(0), uint32(0))
	exif := append([]byte("Exif\x00\x00"), tiff...)
	app1 := append(pack(uint16(0xffe1), uint16(len(exif)+2)), exif...)
	return append(append(bytes.Clone(b.Bytes()[:2]), app1...), b.Bytes()[2:]...)
}
