package layout

import (
	"fmt"
	"strings"

	"bantin/generator/press/display"
)

// Dump writes the geometry of a document as readable text, one item a line:
// for golden tests and for people. Lengths are pt with two decimals.
//
//	page 1 595.28x841.89 "1"
//	text 53.00 120.50 10.25 STIXTwoText "Đảng bộ" w=38.20
func Dump(doc *display.Document) string {
	var sb strings.Builder
	for _, p := range doc.Pages {
		fmt.Fprintf(&sb, "page %d %.2fx%.2f %q\n", p.Number, p.Width, p.Height, p.Label)
		for _, it := range p.Items {
			dumpItem(&sb, it)
		}
	}
	return sb.String()
}

func dumpItem(sb *strings.Builder, it display.Item) {
	switch v := it.(type) {
	case *display.Text:
		name := "-"
		if v.Face != nil {
			name = v.Face.PostName
		}
		fmt.Fprintf(sb, "text %.2f %.2f %.2f %s %q w=%.2f\n", v.X, v.Y, v.Size, name, v.Text, v.Width())
	case *display.Rect:
		fmt.Fprintf(sb, "rect %.2f %.2f %.2f %.2f\n", v.X, v.Y, v.W, v.H)
	case *display.Rule:
		fmt.Fprintf(sb, "rule %.2f %.2f %.2f %.2f width=%.2f\n", v.X1, v.Y1, v.X2, v.Y2, v.Width)
	case *display.Frame:
		fmt.Fprintf(sb, "frame %.2f %.2f %.2f %.2f width=%.2f\n", v.X, v.Y, v.W, v.H, v.Width)
	case *display.Image:
		fmt.Fprintf(sb, "image %.2f %.2f %.2f %.2f\n", v.X, v.Y, v.W, v.H)
	case *display.Link:
		fmt.Fprintf(sb, "link %.2f %.2f %.2f %.2f %s#%s\n", v.X, v.Y, v.W, v.H, v.URL, v.Anchor)
	case *display.Push:
		if v.Group {
			fmt.Fprintf(sb, "group %.3f\n", v.Opacity)
			break
		}
		fmt.Fprintf(sb, "clip %.2f %.2f %.2f %.2f\n", v.Clip.X, v.Clip.Y, v.Clip.W, v.Clip.H)
	case *display.Pop:
		sb.WriteString("unclip\n")
	}
}
