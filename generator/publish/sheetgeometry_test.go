package publish

import (
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/generator/board"
	"bantin/generator/bulletin"
	"bantin/generator/press/display"
	"bantin/generator/press/layout"
)

const mm = 72 / 25.4

// printedSheets sets one print of the sample. Findings are faults here.
func printedSheets(t *testing.T, opt SheetOptions) *display.Document {
	t.Helper()
	opt.Options = Options{Site: filepath.Join("..", ".."), Edition: bulletin.Internal, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	sheets, err := MakeSheets(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range sheets.Findings {
		t.Error(f)
	}
	return sheets.Pages
}

func onPaper(paper, turn string) map[string]any { return map[string]any{"kho": paper, "huong": turn} }

// TestGeometryOfTheSheets compares every line and code of the sample's sheets
// with where it stood before, and measures that the sheets can be read from
// their distance: in the finished pages, not in the style sheets.
func TestGeometryOfTheSheets(t *testing.T) {
	const text = "Học tập và làm theo | tư tưởng, đạo đức, phong cách | Hồ Chí Minh"
	for _, tt := range []struct {
		name    string
		opt     SheetOptions
		w, h    int     // mm
		pages   int     // 0 is not asked
		metres  float64 // 0: no distance
		filling bool    // text as large as the paper allows
	}{
		{"bang-tin-a3-doc", SheetOptions{Form: FormBoard, Target: "2023-10", Values: onPaper("a3", "doc")}, 297, 420, 9, 2, false},
		{"bang-tin-2023-09", SheetOptions{Form: FormBoard, Target: "2023-09"}, 297, 420, 7, 2, false},
		{"bang-tin-a3-ngang", SheetOptions{Form: FormBoard, Target: "2023-10", Values: onPaper("a3", "ngang")}, 420, 297, 9, 2, false},
		{"bang-tin-a1-ngang", SheetOptions{Form: FormBoard, Target: "2023-10", Values: onPaper("a1", "ngang")}, 841, 594, 4, 2, false},
		{"dau-muc", SheetOptions{Form: FormSection, Target: "2023-10", Values: onPaper("a3", "ngang")}, 420, 297, 5, 2, true},
		{"dau-muc-doc", SheetOptions{Form: FormSection, Target: "2023-10", Values: onPaper("a2", "doc")}, 420, 594, 5, 2, true},
		{"bieu-ngu", SheetOptions{Form: FormBanner, Text: text, Values: onPaper("a3", "ngang")}, 420, 297, 1, 1.5, true},
		{"dai", SheetOptions{Form: FormStrip, Text: text, Values: onPaper("3000x297", "")}, 3000, 297, 1, 6, true},
		{"ho-so", SheetOptions{Form: FormEntry, Target: "content/bua-liem-vang/nghi-quyet-ba-trang"}, 210, 297, 2, 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := printedSheets(t, tt.opt)
			if len(doc.Pages) != tt.pages {
				t.Errorf("%d pages, want %d", len(doc.Pages), tt.pages)
			}
			for _, p := range doc.Pages {
				if w, h := math.Round(p.Width/mm), math.Round(p.Height/mm); int(w) != tt.w || int(h) != tt.h {
					t.Errorf("page %d is %g x %g mm", p.Number, w, h)
				}
				insidePaper(t, p)
				if used := filled(p); tt.filling && used < 0.85 {
					t.Errorf("page %d: the text takes %.0f %% of the paper, neither its width nor its height", p.Number, 100*used)
				}
			}
			for _, s := range board.TooSmall(doc, board.Readable(tt.metres)) {
				t.Errorf("page %d: %s %q has capitals of %.1f mm, %g m need %.1f", s.Page, s.Type, s.Text, s.Cap/mm, tt.metres, s.Need/mm)
			}
			golden(t, filepath.Join("testdata", "sheets-"+tt.name+".txt"), layout.Lines(doc)+codeLines(t, doc))
		})
	}
}

// insidePaper wants everything at least 5 mm, a printer's margin, off the edge.
func insidePaper(t *testing.T, p *display.Page) {
	t.Helper()
	for _, r := range Ink(&display.Document{Pages: []*display.Page{p}})[0] {
		// The part of a line box below the last letters' feet may be empty.
		if r.X < 5*mm || r.Y < 0 || r.X+r.W > p.Width-5*mm || r.Y+0.8*r.H > p.Height-5*mm {
			t.Errorf("page %d: something at %.0f, %.0f, %.0f x %.0f mm is off the paper", p.Number, r.X/mm, r.Y/mm, r.W/mm, r.H/mm)
		}
	}
}

// filled is how much of the paper's width or height, whichever is more, the
// text takes between margins of a sixteenth of the shorter side.
func filled(p *display.Page) float64 {
	left, right, top, foot := math.Inf(1), 0.0, math.Inf(1), 0.0
	for i, r := range Ink(&display.Document{Pages: []*display.Page{p}})[0] {
		if t, ok := p.Items[i].(*display.Text); ok && t.Elem == nil {
			continue
		}
		left, right, top, foot = min(left, r.X), max(right, r.X+r.W), min(top, r.Y), max(foot, r.Y+r.H)
	}
	edge := 2 * max(8*mm, min(p.Width, p.Height)/16)
	return max((right-left)/(p.Width-edge), (foot-top)/(p.Height-edge))
}

// TestEntryIsForHands measures the award entry's cover: read at half a metre,
// filled in by hand, punched for a folder.
func TestEntryIsForHands(t *testing.T) {
	doc := printedSheets(t, SheetOptions{Form: FormEntry, Target: "nghi-quyet-ba-trang"})
	near := board.Readable(0.5)
	var blanks []float64
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			text, ok := it.(*display.Text)
			if !ok || text.Elem == nil || strings.TrimSpace(text.Text) == "" {
				continue
			}
			need := near.Body
			if text.Elem.Type == "H1" {
				need = near.Headline
			}
			if c := text.Face.CapHeight * text.Size / 1000; c < need {
				t.Errorf("page %d: %s %q has capitals of %.1f mm, want %.1f", p.Number, text.Elem.Type, text.Text, c/mm, need/mm)
			}
			if text.X < 24.9*mm {
				t.Errorf("page %d: %q at %.1f mm is in the way of the holes", p.Number, text.Text, text.X/mm)
			}
			if strings.HasSuffix(text.Text, ":") {
				blanks = append(blanks, text.Y)
			}
		}
	}
	if len(blanks) != 5 {
		t.Fatalf("%d lines to fill in, want 5", len(blanks))
	}
	for i := 1; i < len(blanks); i++ {
		if d := blanks[i] - blanks[i-1]; d < 8*mm {
			t.Errorf("lines to fill in are %.1f mm apart, handwriting needs 8", d/mm)
		}
	}
}

// codeLines says where the codes stand and where they lead.
func codeLines(t *testing.T, doc *display.Document) string {
	t.Helper()
	var b strings.Builder
	for _, c := range codes(t, doc) {
		fmt.Fprintf(&b, "code on page %d: %.2f %.2f, %.2f mm with %.2f mm quiet: %s\n", c.page, c.x, c.y, c.side/mm, c.quiet/mm, c.address)
	}
	return b.String()
}
