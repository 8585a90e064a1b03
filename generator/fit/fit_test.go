package fit

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path"
	"slices"
	"strconv"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// issue is a rendered print page of eleven random articles, with the style
// sheets as they are now and plain pictures of the right shapes.
func issue(t *testing.T) fstest.MapFS {
	t.Helper()
	page, err := os.ReadFile("testdata/muoi-mot-bai.html")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{name: {Data: page}}
	sheets, err := os.ReadDir("../../layouts/_css")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range sheets {
		data, err := os.ReadFile(path.Join("../../layouts/_css", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		fsys["css/"+f.Name()] = &fstest.MapFile{Data: data}
	}
	tree, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range tree.Descendants() {
		if n.Data == "img" {
			w, _ := strconv.Atoi(attr(n, "width"))
			h, _ := strconv.Atoi(attr(n, "height"))
			var b bytes.Buffer
			if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, max(1, w/4), max(1, h/4)))); err != nil {
				t.Fatal(err)
			}
			fsys[path.Join("so/1", attr(n, "src"))] = &fstest.MapFile{Data: b.Bytes()}
		}
	}
	return fsys
}

const name = "so/1/in.html"

func fitted(t *testing.T, opt Options) *Result {
	t.Helper()
	r, err := Fit(issue(t), name, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(r.Before, "\n", r.Meter)
	return r
}

func TestAnIssueFitsItself(t *testing.T) {
	r := fitted(t, Options{})
	m := r.Meter
	if !r.Better || m.Pages > r.Before.Pages {
		t.Errorf("not better: %v, %d pages of %d", r.Better, m.Pages, r.Before.Pages)
	}
	if m.Empty > 0 || m.Adrift > 0 || m.Overflow > 0 || m.Cut > 0 || m.Heads > 0 {
		t.Errorf("faults are left: %v", m)
	}
	if r.Before.Empty == 0 || r.Before.Adrift == 0 || r.Before.Cut == 0 {
		t.Errorf("the issue has too few faults to show anything: %v", r.Before)
	}
	again := fitted(t, Options{})
	if !bytes.Equal(r.HTML, again.HTML) || !bytes.Equal(r.CSS, again.CSS) {
		t.Error("the same issue gives other bytes")
	}
}

// TestThePlanIsData: the plan that was found, pinned, gives the same pages.
func TestThePlanIsData(t *testing.T) {
	r := fitted(t, Options{})
	kept := fitted(t, Options{Pinned: r.Plan})
	if !slices.EqualFunc(r.Plan, kept.Plan, func(a, b Line) bool {
		return a.Article == b.Article && a.Opening == b.Opening && a.Height == b.Height && a.Step == b.Step && a.Box == b.Box && (a.Fresh == nil || *a.Fresh == *b.Fresh)
	}) {
		t.Errorf("pinned:\n%+v\ngave\n%+v", r.Plan, kept.Plan)
	}
	line := Line{Article: r.Plan[3].Article, Step: 4}
	if r.Plan[3].Step == 4 {
		line.Step = 3
	}
	one := fitted(t, Options{Pinned: []Line{line}})
	if one.Better && one.Plan[3].Step != line.Step {
		t.Errorf("the pinned line was not kept: %+v", one.Plan[3])
	}
}

func TestMultipleOfFour(t *testing.T) {
	if r := fitted(t, Options{Multiple: 4}); r.Meter.Pages%4 != 0 {
		t.Errorf("%d pages", r.Meter.Pages)
	}
}

// TestEveryFaultIsTold: what the meter counts on a page is a finding of that
// page that names an article and words, before fitting and after.
func TestEveryFaultIsTold(t *testing.T) {
	f := &fitter{fsys: issue(t), name: name}
	if err := f.open(); err != nil {
		t.Fatal(err)
	}
	if err := f.measurePage(); err != nil {
		t.Fatal(err)
	}
	l, err := f.layout(f.tree)
	if err != nil {
		t.Fatal(err)
	}
	told(t, l.Meter, f.faults(f.tree, l))
}

func told(t *testing.T, m Meter, all []Fault) {
	t.Helper()
	count := map[FaultKind]int{}
	for i, f := range all {
		count[f.Kind]++
		if f.Kind != LongCover && f.Kind != Multiple && (f.Article == "" || f.Title == "" || f.Words == 0) {
			t.Errorf("no article or nothing to do: %+v", f)
		}
		if i > 0 && f.Gain > all[i-1].Gain {
			t.Errorf("%+v stands below what gains less", f)
		}
	}
	if n := count[EmptyFoot] + count[Trailing]; n != m.Empty {
		t.Errorf("%d of %d empty feet are told", n, m.Empty)
	}
	if n := count[Lopsided] + count[EmptyFoot] + count[Trailing]; n < m.Uneven {
		t.Errorf("%d of %d uneven spreads are told", n, m.Uneven)
	}
	if count[Drifting] != m.Adrift || count[LongCover]+count[Imprint] < m.Overflow {
		t.Errorf("told: %v of %v", count, m)
	}
}

// TestReorder: articles of one column change places only where the issue lets
// them, with the contents; the first article stays, and a kept plan keeps it.
func TestReorder(t *testing.T) {
	f := &fitter{fsys: issue(t), name: name}
	if err := f.open(); err != nil {
		t.Fatal(err)
	}
	tree := clone(f.tree)
	var ids []string
	for _, a := range articles(tree) {
		ids = append(ids, attr(a, "id"))
	}
	ids[1], ids[2] = ids[2], ids[1]
	arrange(tree, ids)
	for i, a := range articles(tree) {
		if attr(a, "id") != ids[i] {
			t.Errorf("article %d is %s", i, attr(a, "id"))
		}
	}
	var contents []string
	for n := range find(tree, "muc-luc").Descendants() {
		if n.Data == "a" {
			contents = append(contents, attr(n, "href")[1:])
		}
	}
	if !slices.Equal(contents, ids) {
		t.Errorf("contents:\n%v\narticles:\n%v", contents, ids)
	}
	r := fitted(t, Options{Reorder: true})
	kept := fitted(t, Options{Keep: r.Plan})
	if r.Plan[0].Article != "bai-"+f.first() || !bytes.Equal(kept.HTML, r.HTML) {
		t.Error("the first article moved, or the order was not kept", r.Plan[0].Article)
	}
}

func (f *fitter) first() string { return attr(articles(f.tree)[0], "id")[len("bai-"):] }
