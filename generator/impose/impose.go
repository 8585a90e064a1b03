// Package impose puts finished PDF pages on other paper: large sheets cut into
// tiles for small printers, and issues as booklets to fold. It reads PDF with
// pdfcpu and writes with press/pdf.
//
// Contract: pages keep their vectors, fonts and colours; nothing is rendered.
// What a page is made for is lost with its page (links, tags, outline): an
// imposed file is for the printer alone. The same input gives the same bytes.
// Lengths are pt.
package impose

import (
	"bytes"
	"fmt"
	"time"

	"bantin/generator/press/pdf"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// MM is one millimetre in pt.
const MM = 72 / 25.4

// Paper is a sheet of paper, pt, upright.
type Paper struct{ W, H float64 }

// The papers that offices print on.
var (
	A4 = Paper{210 * MM, 297 * MM}
	A3 = Paper{297 * MM, 420 * MM}
)

func (p Paper) turned() Paper { return Paper{p.H, p.W} }

// Info is what the new file says of itself.
type Info struct {
	Title   string
	Created time.Time
}

// job turns the pages of one file into those of another.
type job struct {
	source *model.Context
	out    bytes.Buffer
	w      *pdf.Writer
	copied map[int]pdf.Ref // objects of the source by number
	queue  []int
	pages  []page
	font   *label // nil when the pages have no labels
	refs   []pdf.Ref
	dicts  []pdf.Dict
}

// page is a page of the source as a form XObject.
type page struct {
	form pdf.Ref
	trim box // in the page's own user space, y upwards
}

// box is a rectangle from its lower left to its upper right corner.
type box struct{ x1, y1, x2, y2 float64 }

func (b box) w() float64 { return b.x2 - b.x1 }
func (b box) h() float64 { return b.y2 - b.y1 }

// open reads the source and makes its pages forms. A file that is no PDF makes
// pdfcpu panic: that is an error here.
func open(data []byte) (_ *job, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("impose: read PDF: %v", p)
		}
	}()
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationRelaxed
	ctx, err := api.ReadContext(bytes.NewReader(data), conf)
	if err != nil {
		return nil, fmt.Errorf("impose: read PDF: %w", err)
	}
	if err := ctx.EnsurePageCount(); err != nil {
		return nil, fmt.Errorf("impose: count pages: %w", err)
	}
	j := &job{source: ctx, copied: map[int]pdf.Ref{}}
	j.w = pdf.NewWriter(&j.out)
	for n := 1; n <= ctx.PageCount; n++ {
		p, err := j.page(n)
		if err != nil {
			return nil, fmt.Errorf("impose: page %d: %w", n, err)
		}
		j.pages = append(j.pages, p)
	}
	return j, nil
}

// add makes a new page that shows one content stream with some of the forms.
func (j *job) add(paper Paper, c *pdf.Content, forms ...pdf.Ref) {
	objects := pdf.Dict{}
	for i, f := range forms {
		objects = append(objects, pdf.Entry{Key: formName(i), Value: f})
	}
	resources := pdf.Dict{{Key: "XObject", Value: objects}}
	if j.font != nil {
		resources = append(resources, pdf.Entry{Key: "Font", Value: pdf.Dict{{Key: labelFont, Value: j.font.ref}}})
	}
	j.refs = append(j.refs, j.w.Alloc())
	j.dicts = append(j.dicts, pdf.Dict{
		{Key: "MediaBox", Value: pdf.Array{0, 0, paper.W, paper.H}},
		{Key: "Resources", Value: resources},
		{Key: "Contents", Value: j.w.Stream(nil, c.Bytes())},
	})
}

func formName(i int) pdf.Name { return pdf.Name(fmt.Sprintf("P%d", i)) }

// finish writes what is left and returns the file.
func (j *job) finish(info Info) ([]byte, error) {
	if err := j.copyQueue(); err != nil {
		return nil, err
	}
	if j.font != nil {
		if err := j.font.embed(j.w); err != nil {
			return nil, err
		}
	}
	tree := j.w.AddPages(j.refs, j.dicts)
	about, xmp := j.w.AddInfo(pdf.Info{Title: info.Title, Creator: "Bản tin", Producer: "impose", Lang: "vi", Created: info.Created})
	catalog := j.w.Add(pdf.Dict{
		{Key: "Type", Value: pdf.Name("Catalog")},
		{Key: "Pages", Value: tree},
		{Key: "Metadata", Value: xmp},
		{Key: "ViewerPreferences", Value: pdf.Dict{{Key: "PrintScaling", Value: pdf.Name("None")}}},
	})
	if err := j.w.Close(catalog, about); err != nil {
		return nil, fmt.Errorf("impose: write PDF: %w", err)
	}
	return j.out.Bytes(), nil
}
