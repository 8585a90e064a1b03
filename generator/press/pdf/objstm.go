package pdf

import (
	"slices"
	"strconv"
)

// perStream is how many objects share an object stream: enough to compress
// well, few enough that a reader need not unpack much for one.
const perStream = 200

// packObjects writes the waiting objects into object streams (ISO 32000-1,
// 7.5.7): the structure tree of a long document is thousands of small objects.
func (d *Writer) packObjects() {
	var waiting []int
	for i, o := range d.objects {
		if o.body != nil {
			waiting = append(waiting, i)
		}
	}
	var streams []objectStream
	for chunk := range slices.Chunk(waiting, perStream) {
		size := 0
		for _, i := range chunk {
			size += len(d.objects[i].body) + 1
		}
		head, body := make([]byte, 0, len(chunk)*16+size), make([]byte, 0, size) // the body comes behind the head
		stm := d.Alloc()
		for n, i := range chunk {
			o := &d.objects[i]
			head = strconv.AppendInt(head, int64(i+1), 10)
			head = append(head, ' ')
			head = strconv.AppendInt(head, int64(len(body)), 10)
			head = append(head, ' ')
			body = append(append(body, o.body...), '\n')
			o.stream, o.index, o.body = int32(stm), int32(n), nil
		}
		streams = append(streams, objectStream{stm, len(chunk), len(head), Pack(append(head, body...))})
	}
	for _, s := range streams {
		d.SetPacked(s.ref, Dict{{"Type", Name("ObjStm")}, {"N", s.n}, {"First", s.first}, {"Filter", Name("FlateDecode")}}, s.data.Bytes())
	}
}

// objectStream is an object stream of n objects; the first begins first bytes
// after the start of the data.
type objectStream struct {
	ref      Ref
	n, first int
	data     *Packed
}

// xref makes the rows of the cross-reference stream (ISO 32000-1, 7.5.8) and
// the widths of their fields.
func (d *Writer) xref() ([]byte, Array) {
	wide := 4
	for d.at>>(8*wide) > 0 {
		wide++
	}
	row := func(out []byte, kind byte, field2 int64, field3 int) []byte {
		out = append(out, kind)
		for s := wide - 1; s >= 0; s-- {
			out = append(out, byte(field2>>(8*s)))
		}
		return append(out, byte(field3>>8), byte(field3))
	}
	out := row(nil, 0, 0, 65535)
	for _, o := range d.objects {
		switch {
		case o.stream != 0:
			out = row(out, 2, int64(o.stream), int(o.index))
		case o.offset != 0:
			out = row(out, 1, o.offset, 0)
		default: // allocated and never set: a free object reads as null
			out = row(out, 0, 0, 0)
		}
	}
	return out, Array{1, wide, 2}
}
