package layout

import (
	"slices"
	"testing"

	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/para"
)

// TestRunOfPieces: the glyphs of a run stand for the text of its pieces, also
// when a piece ends with what shows nothing.
func TestRunOfPieces(t *testing.T) {
	pieces := []para.Piece{
		{X: 0, Width: 3, Text: "b\u200b", Glyphs: []face.Placed{{Adv: 3, ID: 1, Len: 1}}},
		{X: 5, Width: 4, Text: "ệc", Glyphs: []face.Placed{{Adv: 1, ID: 2, Len: 3}, {Adv: 1, ID: 3}, {Adv: 2, ID: 4, Len: 1}}, Offsets: []face.Offset{{}, {Y: 2}, {}}},
	}
	var run display.Text
	if end := setGlyphs(&run, pieces, 4); end != 9 || run.Text != "b\u200bệc" || run.Width() != 9 {
		t.Errorf("%q ends at %g, %g wide", run.Text, end, run.Width())
	}
	var got []string
	for i, from := 0, 0; i < len(run.Glyphs); {
		var text string
		i, text, from = run.Cluster(i, from)
		got = append(got, text)
	}
	if !slices.Equal(got, []string{"b", "ệ", "c"}) {
		t.Errorf("clusters %q", got)
	}
	if run.Offset(0) != (face.Offset{}) || run.Offset(2) != (face.Offset{Y: 2}) {
		t.Errorf("offsets %v", run.Offsets)
	}
	if pieces[0].Glyphs[0].Adv != 3 || pieces[1].Glyphs[0].Len != 3 {
		t.Error("the run changed its pieces")
	}
}
