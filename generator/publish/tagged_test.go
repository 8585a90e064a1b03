package publish

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// printed builds the sample and returns its issues' PDFs by file name.
func printed(t *testing.T) map[string][]byte {
	t.Helper()
	dest := t.TempDir()
	_, err := Build(t.Context(), Options{
		Site: filepath.Join("..", ".."), Destination: dest, Edition: bulletin.Internal, Print: true,
		Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dest, "so", "*", "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no PDF in %s: %v", dest, err)
	}
	out := map[string][]byte{}
	for _, name := range files {
		if out[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestSamplePrints builds the sample twice.
func TestSamplePrints(t *testing.T) {
	files := printed(t)
	t.Run("the same bytes again", func(t *testing.T) {
		again := printed(t)
		for name, data := range files {
			if !bytes.Equal(data, again[name]) {
				t.Errorf("%s differs from the one built before", name)
			}
		}
	})
	for name, data := range files {
		t.Run("tagged "+name, func(t *testing.T) { checkTags(t, name, data) })
	}
}

// checkTags asks of a PDF what PDF/UA-1 asks and a program can see: section
// numbers are those of ISO 14289-1.
func checkTags(t *testing.T, name string, data []byte) {
	api.DisableConfigDir()
	ctx, err := api.ReadAndValidate(bytes.NewReader(data), model.NewDefaultConfiguration())
	if err != nil {
		t.Fatal(err)
	}
	x := &tagged{t: t, name: name, x: ctx.XRefTable}
	x.catalog()
	x.pages(ctx.PageCount)
}

// tagged checks one file.
type tagged struct {
	t    *testing.T
	name string
	x    *model.XRefTable

	level   int // of the last heading
	notes   map[string]bool
	objects map[int]string // annotations by object number: the type of the element that holds them
}

func (x *tagged) fault(format string, args ...any) {
	x.t.Helper()
	x.t.Errorf(x.name+": "+format, args...)
}

func (x *tagged) dict(o types.Object) types.Dict {
	d, err := x.x.DereferenceDict(o)
	if err != nil {
		x.fault("%v: %v", o, err)
	}
	return d
}

func (x *tagged) text(o types.Object) string {
	s, err := x.x.DereferenceStringOrHexLiteral(o, model.V17, nil)
	if err != nil {
		return ""
	}
	return s
}

// catalog: 7.1 (title, language, marked), 7.2 and the structure tree.
func (x *tagged) catalog() {
	root, err := x.x.Catalog()
	if err != nil {
		x.t.Fatal(err)
	}
	if lang, ok := root.Find("Lang"); !ok || !strings.HasPrefix(x.text(lang), "vi") {
		x.fault("no language")
	}
	if m := x.dict(root["MarkInfo"]); m == nil || m.BooleanEntry("Marked") == nil || !*m.BooleanEntry("Marked") {
		x.fault("not marked as tagged")
	}
	if v := x.dict(root["ViewerPreferences"]); v == nil || v.BooleanEntry("DisplayDocTitle") == nil || !*v.BooleanEntry("DisplayDocTitle") {
		x.fault("the window does not show the title")
	}
	meta, _, err := x.x.DereferenceStreamDict(root["Metadata"])
	if err != nil || meta == nil || meta.Decode() != nil || !bytes.Contains(meta.Content, []byte("<dc:title>")) {
		x.fault("no title in the metadata: %v", err)
	} else if bytes.Contains(meta.Content, []byte("pdfuaid")) {
		x.fault("claims a conformity that no validator confirmed")
	}
	x.notes, x.objects = map[string]bool{}, map[int]string{}
	tree := x.dict(root["StructTreeRoot"])
	if tree == nil {
		x.t.Fatal("no structure tree")
	}
	x.kids(tree, "")
}

// allowed says which elements some types hold (ISO 32000-1, 14.8.4.3).
var allowed = map[string][]string{
	"L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"},
	"Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"},
	"P": {"Span", "Link", "Note", "Figure"}, "Link": {"Span", "Figure"}, "Span": {"Link", "Span", "Note", "Figure"},
	"H1": {"Span", "Link", "Note"}, "H2": {"Span", "Link", "Note"}, "H3": {"Span", "Link", "Note"}, "H4": {"Span", "Link", "Note"},
}

// element checks one structure element and those below.
func (x *tagged) element(d types.Dict, parent string) {
	typ := *d.NameEntry("S")
	if in, ok := allowed[parent]; ok && !slices.Contains(in, typ) {
		x.fault("%s in %s", typ, parent)
	}
	switch typ {
	case "H1", "H2", "H3", "H4", "H5", "H6": // 7.4.2
		n := int(typ[1] - '0')
		if n > x.level+1 {
			x.fault("%s follows a heading of level %d", typ, x.level)
		}
		x.level = n
	case "Figure": // 7.3
		if x.text(d["Alt"]) == "" {
			x.fault("a figure without a text in its place")
		}
	case "TH": // 7.5
		if a := x.dict(d["A"]); a == nil || a.NameEntry("Scope") == nil {
			x.fault("a table's head cell without Scope")
		}
	case "Note": // 7.9
		id := x.text(d["ID"])
		if id == "" || x.notes[id] {
			x.fault("the note's ID %q is empty or used before", id)
		}
		x.notes[id] = true
	}
	x.kids(d, typ)
}

func (x *tagged) kids(d types.Dict, typ string) {
	o, err := x.x.Dereference(d["K"])
	if err != nil {
		x.fault("%v", err)
	}
	list, ok := o.(types.Array)
	if !ok {
		list = types.Array{d["K"]}
	}
	for _, k := range list {
		v, _ := x.x.Dereference(k)
		kid, ok := v.(types.Dict)
		switch {
		case !ok:
		case kid.Type() != nil && *kid.Type() == "OBJR":
			x.objects[kid.IndirectRefEntry("Obj").ObjectNumber.Value()] = typ
		case kid.Type() != nil && *kid.Type() == "MCR":
		default:
			x.element(kid, typ)
		}
	}
}

// pages: 7.18 (annotations; the order of tabs), 7.1 (everything is tagged or an
// artifact), 7.8 (running heads are marked as such).
func (x *tagged) pages(n int) {
	for k := 1; k <= n; k++ {
		page, _, _, err := x.x.PageDict(k, false)
		if err != nil {
			x.t.Fatal(err)
		}
		if page.IntEntry("StructParents") == nil || page.NameEntry("Tabs") == nil || *page.NameEntry("Tabs") != "S" {
			x.fault("page %d: its structure or the order of tabs is missing", k)
		}
		annots, _ := x.x.DereferenceArray(page["Annots"])
		for _, ref := range annots {
			a := x.dict(ref)
			if x.text(a["Contents"]) == "" || a.IntEntry("StructParent") == nil {
				x.fault("page %d: a link without its text or its element", k)
			}
			if typ := x.objects[ref.(types.IndirectRef).ObjectNumber.Value()]; typ != "Link" {
				x.fault("page %d: a link in an element %q", k, typ)
			}
		}
		content, err := x.x.PageContent(page, k)
		if err != nil {
			x.t.Fatal(err)
		}
		x.content(k, string(content))
	}
}

// content goes through the operators of a page; ours stand at the ends of lines.
func (x *tagged) content(page int, src string) {
	depth, heads := 0, false
	for line := range strings.Lines(src) {
		op := strings.TrimSpace(line)
		op = op[strings.LastIndexAny(op, " ])>")+1:]
		switch op {
		case "BMC", "BDC":
			depth++
			heads = heads || strings.Contains(line, "/Pagination")
		case "EMC":
			depth--
		case "TJ", "Tj", "f", "S", "B", "Do", "sh":
			if depth == 0 {
				x.fault("page %d: neither tagged nor an artifact: %.60q", page, line)
				return
			}
		}
		if depth < 0 || depth > 1 {
			x.fault("page %d: marked content in marked content", page)
			return
		}
	}
	if page > 2 && !heads && !strings.HasPrefix(x.name, "to-") {
		x.fault("page %d has no running head", page)
	}
}
