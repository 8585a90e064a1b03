package impose

import (
	"fmt"
	"slices"
	"strconv"

	"bantin/generator/press/pdf"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// page makes page n of the source, 1-based, a form XObject (ISO 32000-1, 8.10).
func (j *job) page(n int) (page, error) {
	d, _, inherited, err := j.source.PageDict(n, false)
	if err != nil {
		return page{}, err
	}
	media, err := j.box(d, "MediaBox", inherited.MediaBox)
	if err != nil {
		return page{}, err
	}
	trim, err := j.box(d, "TrimBox", nil)
	if err != nil {
		trim = media
	}
	content, err := j.source.PageContent(d, n)
	if err != nil {
		return page{}, fmt.Errorf("content: %w", err)
	}
	var resources any = pdf.Dict{}
	if o, ok := d.Find("Resources"); ok {
		resources = j.value(o)
	} else if inherited.Resources != nil {
		resources = j.value(inherited.Resources)
	}
	form := pdf.Dict{
		{Key: "Type", Value: pdf.Name("XObject")},
		{Key: "Subtype", Value: pdf.Name("Form")},
		{Key: "BBox", Value: pdf.Array{media.x1, media.y1, media.x2, media.y2}},
		{Key: "Resources", Value: resources},
	}
	if o, ok := d.Find("Group"); ok {
		form = append(form, pdf.Entry{Key: "Group", Value: j.value(o)})
	}
	return page{form: j.w.Stream(form, content), trim: trim}, nil
}

func (j *job) box(d types.Dict, key string, inherited *types.Rectangle) (box, error) {
	if o, ok := d.Find(key); ok {
		a, err := j.source.DereferenceArray(o)
		if err != nil {
			return box{}, fmt.Errorf("%s: %w", key, err)
		}
		var v [4]float64
		for i := range min(len(a), 4) {
			if v[i], err = j.source.DereferenceNumber(a[i]); err != nil {
				return box{}, fmt.Errorf("%s: %w", key, err)
			}
		}
		b := box{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
		if b.w() <= 0 || b.h() <= 0 {
			return box{}, fmt.Errorf("%s is empty", key)
		}
		return b, nil
	}
	if inherited == nil {
		return box{}, fmt.Errorf("no %s", key)
	}
	return box{inherited.LL.X, inherited.LL.Y, inherited.UR.X, inherited.UR.Y}, nil
}

// value turns an object of the source into one for the writer; what it refers
// to waits in the queue.
func (j *job) value(o types.Object) any {
	switch o := o.(type) {
	case types.Boolean:
		return bool(o)
	case types.Integer:
		return int(o)
	case types.Float:
		return pdf.Raw(strconv.FormatFloat(float64(o), 'f', -1, 64))
	case types.Name:
		return pdf.Name(o)
	case types.StringLiteral:
		return pdf.Raw("(" + string(o) + ")")
	case types.HexLiteral:
		return pdf.Raw("<" + string(o) + ">")
	case types.Array:
		a := make(pdf.Array, len(o))
		for i, v := range o {
			a[i] = j.value(v)
		}
		return a
	case types.Dict:
		return j.dict(o, "")
	case types.IndirectRef:
		return j.ref(int(o.ObjectNumber))
	}
	return pdf.Raw("null")
}

// dict copies a dictionary without one key.
func (j *job) dict(d types.Dict, without string) pdf.Dict {
	keys := make([]string, 0, len(d))
	for k := range d {
		if k != without {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	out := make(pdf.Dict, len(keys))
	for i, k := range keys {
		out[i] = pdf.Entry{Key: pdf.Name(k), Value: j.value(d[k])}
	}
	return out
}

func (j *job) ref(number int) pdf.Ref {
	r, ok := j.copied[number]
	if !ok {
		r = j.w.Alloc()
		j.copied[number] = r
		j.queue = append(j.queue, number)
	}
	return r
}

// copyQueue copies every object that something copied refers to.
func (j *job) copyQueue() error {
	for len(j.queue) > 0 {
		number := j.queue[0]
		j.queue = j.queue[1:]
		o, err := j.source.Dereference(*types.NewIndirectRef(number, 0))
		if err != nil {
			return fmt.Errorf("impose: read object %d: %w", number, err)
		}
		if s, ok := o.(types.StreamDict); ok {
			j.w.SetPacked(j.copied[number], j.dict(s.Dict, "Length"), s.Raw)
		} else {
			j.w.Set(j.copied[number], j.value(o))
		}
	}
	return nil
}
