package paint

import (
	"strconv"

	"bantin/generator/press/pdf"
)

// resources are the named objects of one content stream, in the order of first
// use. Each page lists its own, so that a page taken out of the file takes only
// its own pictures along.
type resources struct {
	kinds []resource
}

type resource struct {
	kind  pdf.Name // Font, XObject, ExtGState, …
	named pdf.Dict
}

// use gives the name of an object: prefix and number.
func (r *resources) use(kind pdf.Name, prefix string, ref pdf.Ref) pdf.Name {
	name := pdf.Name(prefix + strconv.Itoa(int(ref)))
	for i := range r.kinds {
		k := &r.kinds[i]
		if k.kind != kind {
			continue
		}
		for _, e := range k.named {
			if e.Key == name {
				return name
			}
		}
		k.named = append(k.named, pdf.Entry{Key: name, Value: ref})
		return name
	}
	r.kinds = append(r.kinds, resource{kind, pdf.Dict{{Key: name, Value: ref}}})
	return name
}

func (r *resources) dict() pdf.Dict {
	d := pdf.Dict{}
	for _, k := range r.kinds {
		d = append(d, pdf.Entry{Key: k.kind, Value: k.named})
	}
	return d
}
