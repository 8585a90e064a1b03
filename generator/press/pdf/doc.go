// Package pdf writes PDF 1.7 files (ISO 32000-1): objects, compressed streams,
// fonts, pictures, annotations, outlines, metadata and the structure tree. It
// knows the file format and nothing of layout; package paint decides what goes
// on the pages.
//
// It is our own because no kept-up Go library writes what print and
// accessibility ask for together: text placed glyph by glyph with kerning from
// GPOS, OpenType/CFF faces, plain CMYK, tagged structure, page boxes, and the
// same bytes twice. It reads nothing, encrypts nothing and edits nothing.
//
// Object numbers are given in the order of asking, every list is written in the
// order it was made, and nothing looks at the clock: equal calls give equal
// bytes. Streams are written as soon as they are finished, so that pictures are
// never held in memory; other objects wait and go into object streams.
package pdf

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
)

// Writer writes one file.
type Writer struct {
	out     *bufio.Writer
	hash    hash.Hash
	at      int64
	err     error
	objects []object // index is the number - 1
	text    []byte   // of the objects set last, which share pieces of it
}

// textPiece is how much room for objects is made at once, and textSpare how much
// of it is left when there is new: more than nearly any object takes.
const textPiece, textSpare = 1 << 16, 1 << 10

// object is where an object is: at an offset (streams), or its text still
// waiting for an object stream.
type object struct {
	offset int64
	body   []byte
	stream int32 // number of the object stream that holds it
	index  int32 // position in that
}

// NewWriter starts a file on w.
func NewWriter(w io.Writer) *Writer {
	h := sha256.New()
	d := &Writer{hash: h}
	d.out = bufio.NewWriterSize(io.MultiWriter(w, h), 1<<16)
	d.raw([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return d
}

func (d *Writer) raw(b []byte) {
	if d.err == nil {
		_, d.err = d.out.Write(b)
		d.at += int64(len(b))
	}
}

// Alloc gives a number to an object that Set fills later.
func (d *Writer) Alloc() Ref {
	d.objects = append(d.objects, object{})
	return Ref(len(d.objects))
}

// Set fills an allocated object.
func (d *Writer) Set(r Ref, v any) {
	if cap(d.text)-len(d.text) < textSpare {
		d.text = make([]byte, 0, textPiece)
	}
	from := len(d.text)
	d.text = Append(d.text, v)
	d.objects[r-1].body = d.text[from:len(d.text):len(d.text)]
}

// Add writes an object and gives its number.
func (d *Writer) Add(v any) Ref {
	r := d.Alloc()
	d.Set(r, v)
	return r
}

// Stream writes data compressed, with the entries of dict, as a new object.
func (d *Writer) Stream(dict Dict, data []byte) Ref {
	r := d.Alloc()
	d.SetStream(r, dict, data)
	return r
}

// SetStream is Stream for an allocated number.
func (d *Writer) SetStream(r Ref, dict Dict, data []byte) {
	z := <-deflaters
	defer func() { deflaters <- z }()
	d.SetPacked(r, append(dict, Entry{"Filter", Name("FlateDecode")}), z.pack(data))
}

// SetPacked writes a stream whose data, in parts, is already encoded as its dict
// says.
func (d *Writer) SetPacked(r Ref, dict Dict, data ...[]byte) {
	d.objects[r-1].offset = d.at
	length := 0
	for _, part := range data {
		length += len(part)
	}
	dict = append(dict[:len(dict):len(dict)], Entry{"Length", length})
	head := fmt.Appendf(nil, "%d 0 obj\n", int(r))
	d.raw(append(Append(head, dict), "\nstream\n"...))
	for _, part := range data {
		d.raw(part)
	}
	d.raw([]byte("\nendstream\nendobj\n"))
}

// Close writes the waiting objects, the cross-reference and the trailer. The
// file identifier is a hash of everything before it.
func (d *Writer) Close(catalog, info Ref) error {
	d.packObjects()
	start := d.at
	xref := d.Alloc()
	d.objects[xref-1].offset = start
	if err := d.out.Flush(); err != nil && d.err == nil {
		d.err = err
	}
	id := d.hash.Sum(nil)[:16]
	table, widths := d.xref()
	dict := Dict{{"Type", Name("XRef")}, {"Size", len(d.objects) + 1}, {"W", widths}, {"Root", catalog}}
	if info != 0 {
		dict = append(dict, Entry{"Info", info})
	}
	dict = append(dict, Entry{"ID", Array{Bytes(id), Bytes(id)}})
	d.SetStream(xref, dict, table)
	d.raw(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", start))
	if err := d.out.Flush(); err != nil && d.err == nil {
		d.err = err
	}
	if d.err != nil {
		return fmt.Errorf("write PDF: %w", d.err)
	}
	return nil
}
