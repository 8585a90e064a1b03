package pdf

import (
	"bytes"
	"compress/zlib"
	"slices"
	"strconv"
	"sync"
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
	for chunk := range slices.Chunk(waiting, perStream) {
		var head, body []byte
		stm := d.Alloc()
		for n, i := range chunk {
			o := &d.objects[i]
			head = strconv.AppendInt(head, int64(i+1), 10)
			head = append(head, ' ')
			head = strconv.AppendInt(head, int64(len(body)), 10)
			head = append(head, ' ')
			body = append(append(body, o.body...), '\n')
			o.stream, o.index, o.body = int(stm), n, nil
		}
		dict := Dict{{"Type", Name("ObjStm")}, {"N", len(chunk)}, {"First", len(head)}}
		d.SetStream(stm, dict, append(head, body...))
	}
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
			out = row(out, 2, int64(o.stream), o.index)
		case o.offset != 0:
			out = row(out, 1, o.offset, 0)
		default: // allocated and never set: a free object reads as null
			out = row(out, 0, 0, 0)
		}
	}
	return out, Array{1, wide, 2}
}

// level is the strength of compression: a little less than usual, for a hundredth
// more bytes in a third less time.
const level = 4

// deflater compresses one stream after another with the same buffers.
type deflater struct {
	buf bytes.Buffer
	zw  *zlib.Writer
}

// pack returns data compressed; the bytes stay good until the next call.
func (z *deflater) pack(data []byte) []byte {
	z.buf.Reset()
	if z.zw == nil {
		z.zw, _ = zlib.NewWriterLevel(&z.buf, level)
	} else {
		z.zw.Reset(&z.buf)
	}
	z.zw.Write(data) // a bytes.Buffer takes everything
	z.zw.Close()
	return z.buf.Bytes()
}

var deflaters = sync.Pool{New: func() any { return new(deflater) }}

// Deflate compresses data for SetPacked. It may be called from several
// goroutines.
func Deflate(data []byte) []byte {
	z := deflaters.Get().(*deflater)
	defer deflaters.Put(z)
	return bytes.Clone(z.pack(data))
}
