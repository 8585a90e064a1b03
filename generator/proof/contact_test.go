package proof

import (
	"path"
	"strings"
	"testing"

	"bantin/generator/bulletin"
)

// TestContact: the sheet has every picture of the issue with the frames of its
// uses, and no frame loses the focus: neither that of an emblem at the side of
// the cover nor that of a head near the top of an upright picture.
func TestContact(t *testing.T) {
	files, tree := built(t)
	at := func(file string, said bulletin.Focus) (int, int) {
		if x, y, err := said.At(); said != "" && err == nil {
			return x, y
		}
		return 50, 50
	}
	p := New("/tep/")
	laid, _, err := p.lay(t.Context(), files, tree, sampleKey)
	if err != nil {
		t.Fatal(err)
	}
	page, err := p.Contact(t.Context(), files, tree, sampleKey, at)
	if err != nil {
		t.Fatal(err)
	}
	shots := shotsOf(tree, laid.Issue)
	if len(shots) < 5 {
		t.Fatalf("%d pictures", len(shots))
	}
	uses, err := usesOf(files, laid, sampleKey)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range shots {
		x, y := at(s.file, s.said)
		frames := uses["/"+s.file]
		if len(frames) == 0 {
			t.Errorf("%s: no frame", s.file)
		}
		for _, f := range frames {
			fx, fy := float64(x)/100, float64(y)/100
			if fx < f.x || fx > f.x+f.w || fy < f.y || fy > f.y+f.h {
				t.Errorf("%s, %s: the focus %d%% %d%% is outside of %+v", s.file, f.use, x, y, f)
			}
		}
		if !strings.Contains(string(page), `src="/`+s.file+`"`) || !strings.Contains(string(page), "<code>tep: "+path.Base(s.file)+"</code>") {
			t.Errorf("%s is not on the sheet", s.file)
		}
	}
	if s := shots[0]; s.key != "anh_bia" || s.said == "" || !strings.Contains(string(page), `tam: "80% 50%"`) {
		t.Errorf("the cover's picture: %+v", s)
	}
	for _, name := range []string{"khung-anh.css", "khung-anh.js"} {
		if data, ok := p.File(name); !ok || len(data) == 0 {
			t.Errorf("%s is not served", name)
		}
	}
	if _, err := p.Contact(t.Context(), files, tree, "1999-01", at); err == nil {
		t.Error("an issue that is not there has a contact sheet")
	}
}
