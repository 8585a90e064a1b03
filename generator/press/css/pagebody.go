package css

import "strings"

// pageBody reads the declarations, descriptors and margin boxes of @page.
func (s *Sheet) pageBody(body *value, p *pageRule) {
	var plain []value // what is left for the ordinary properties
	vals := body.args
	for i := 0; i < len(vals); {
		start := i
		for i < len(vals) && vals[i].kind != kSemicolon && !vals[i].is(kBlock, "{") {
			i++
		}
		end := min(i+1, len(vals))
		part := trimSpace(vals[start:i])
		name, n, ok := "", 0, false
		if len(part) > 0 {
			name, n, ok = declName(part)
		}
		if f := pageDescriptors[strings.ToLower(name)]; ok && f != nil && !hasVar(part) {
			v, _ := cutImportant(part[n:])
			if set := f(&reader{v: compact(v)}); set != nil {
				before := p.size
				p.size = func(st *pageState) {
					if before != nil {
						before(st)
					}
					set(st)
				}
			} else {
				s.warn(part[0].off, "%s: %s is not a value that @page supports", name, clip(serialize(v)))
			}
		} else {
			plain = append(plain, vals[start:end]...)
		}
		i = end
	}
	s.declarations(plain, &p.block, func(prelude []value, inner *value) {
		name := prelude[0].text
		if _, ok := marginBoxes[name]; !ok && name != "footnote" {
			s.warn(prelude[0].off, "@%s is not supported in @page", name)
			return
		}
		if p.boxes[name] == nil {
			p.boxes[name] = &block{}
		}
		s.declarations(inner.args, p.boxes[name], nil)
	})
}

// pageDescriptors are what @page takes besides ordinary properties.
var pageDescriptors = map[string]func(*reader) func(*pageState){"size": pageSize, "bleed": pageBleed, "marks": pageMarks}

const mm = 72 / 25.4

// paper gives width and height of the named sizes (CSS Page 3, section 7.1).
var paper = map[string][2]float64{"a5": {148 * mm, 210 * mm}, "a4": {210 * mm, 297 * mm}, "a3": {297 * mm, 420 * mm}, "b5": {176 * mm, 250 * mm},
	"b4": {250 * mm, 353 * mm}, "jis-b5": {182 * mm, 257 * mm}, "jis-b4": {257 * mm, 364 * mm}, "letter": {612, 792}, "legal": {612, 1008}, "ledger": {792, 1224}}

func pageSize(r *reader) func(*pageState) {
	size, named := paper["a4"], false
	landscape, oriented := false, false
	for !r.done() {
		w := r.word()
		if p, ok := paper[w]; ok && !named {
			size, named = p, true
			r.i++
		} else if w == "portrait" || w == "landscape" {
			if oriented {
				return nil
			}
			oriented, landscape = true, w == "landscape"
			r.i++
		} else if w == "auto" && len(r.v) == 1 {
			r.i++
		} else if e, ok := r.length(lengthRule{}); ok && !named && !oriented {
			h := e
			if !r.done() {
				if h, ok = r.length(lengthRule{}); !ok || !r.done() {
					return nil
				}
			}
			c := &comp{s: &initial, parent: &initial, view: [2]float64{size[0], size[1]}}
			size = [2]float64{c.pt(e, 0), c.pt(h, 0)}
			if size[0] < 1 || size[1] < 1 || size[0] > 14400 || size[1] > 14400 { // the largest PDF page is 200 in
				return nil
			}
		} else {
			return nil
		}
	}
	if len(r.v) == 0 {
		return nil
	}
	if landscape {
		size[0], size[1] = size[1], size[0]
	}
	return func(st *pageState) { st.w, st.h = size[0], size[1] }
}

// pageBleed reads bleed (CSS Page 3).
func pageBleed(r *reader) func(*pageState) {
	if _, ok := r.take("auto"); ok && r.done() {
		return func(st *pageState) { st.bleedAuto = true }
	}
	e, ok := r.length(lengthRule{})
	if !ok || !r.done() {
		return nil
	}
	pt := min((&comp{s: &initial, parent: &initial}).pt(e, 0), 144)
	return func(st *pageState) { st.bleedAuto, st.bleed = false, pt }
}

// pageMarks reads marks (CSS Page 3).
func pageMarks(r *reader) func(*pageState) {
	if _, ok := r.take("none"); ok && r.done() {
		return func(st *pageState) { st.crop, st.cross = false, false }
	}
	crop, cross := false, false
	for !r.done() {
		w, ok := r.take("crop", "cross")
		if !ok || w == "crop" && crop || w == "cross" && cross {
			return nil
		}
		crop, cross = crop || w == "crop", cross || w == "cross"
	}
	if !crop && !cross {
		return nil
	}
	return func(st *pageState) { st.crop, st.cross = crop, cross }
}
