package face

import (
	"encoding/binary"
	"io"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// unshaped are the tables that shaping never looks at. The parser would read
// and copy them all, every outline too, which is half of the time and most of
// the memory that a font takes; package sfnt reads them when a font is embedded.
var unshaped = map[string]bool{
	"glyf": true, "loca": true, "CFF ": true, "CFF2": true, "gvar": true, "SVG ": true, "sbix": true, "CBDT": true, "CBLC": true,
	"EBDT": true, "EBLC": true, "EBSC": true, "fpgm": true, "prep": true, "cvt ": true, "hdmx": true, "VDMX": true, "DSIG": true,
	"name": true, "STAT": true, "vhea": true, "vmtx": true, "VORG": true, "COLR": true, "CPAL": true,
}

// lean is a font file without what shaping has no use for, and with the lookups
// that place marks emptied: their anchors, one object each, are most of what a
// parsed font takes, and composed text has no marks. The directory has been
// checked before.
type lean struct {
	data  []byte
	edits []edit
	marks map[uint16]bool // glyphs that the emptied lookups would place
}

// edit is a place in the file that reads otherwise.
type edit struct {
	at int
	b  []byte
}

// newLean looks through a font; marks says whether to keep what places marks.
func newLean(data []byte, marks bool) *lean {
	l := &lean{data: data}
	n := int(binary.BigEndian.Uint16(data[4:]))
	head := append(make([]byte, 0, 12+16*n), data[:12]...)
	for i := range n {
		r := data[12+16*i:][:16]
		tag := string(r[:4])
		if unshaped[tag] {
			continue
		}
		head = append(head, r...)
		at, size := int(binary.BigEndian.Uint32(r[8:])), int(binary.BigEndian.Uint32(r[12:]))
		switch {
		case tag == "post" && size >= 32: // version 3: without the names of the glyphs
			l.edits = append(l.edits, edit{at, []byte{0, 3, 0, 0}})
		case tag == "GPOS" && !marks:
			l.emptyMarks(gpos(data[at:at+size]), at)
		}
	}
	binary.BigEndian.PutUint16(head[4:], uint16(len(head)/16)) // 12 bytes before the entries count as none
	l.edits = append(l.edits, edit{0, head})
	return l
}

// emptyMarks takes the subtables from every lookup of g that places marks; g
// begins at byte at of the file. A lookup that cannot be read stays.
func (l *lean) emptyMarks(g gpos, at int) {
	l.marks = map[uint16]bool{}
	budget := maxMarks
	for _, lookup := range g.lookups() {
		if glyphs, ok := g.placed(lookup, &budget); ok {
			for _, id := range glyphs {
				l.marks[id] = true
			}
			l.edits = append(l.edits, edit{at + lookup + 4, []byte{0, 0}})
		}
	}
}

// parse makes a face for shaping.
func (l *lean) parse() (*font.Face, error) {
	ld, err := ot.NewLoader(io.NewSectionReader(l, 0, int64(len(l.data))))
	if err != nil {
		return nil, err
	}
	ft, err := font.NewFont(ld)
	if err != nil {
		return nil, err
	}
	return font.NewFace(ft), nil
}

// ReadAt reads the file with its edits.
func (l *lean) ReadAt(b []byte, at int64) (int, error) {
	if at < 0 || at >= int64(len(l.data)) {
		return 0, io.EOF
	}
	from := int(at)
	n := copy(b, l.data[from:])
	for _, e := range l.edits {
		if skip := from - e.at; skip >= 0 && skip < len(e.b) {
			copy(b[:n], e.b[skip:])
		} else if skip < 0 && -skip < n {
			copy(b[-skip:n], e.b)
		}
	}
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// placesMarks reports whether shaped text has glyphs that the emptied lookups
// would have placed.
func (m *impl) placesMarks(info []harfbuzz.GlyphInfo) bool {
	for i := range info {
		if m.marks[uint16(info[i].Glyph)] {
			return true
		}
	}
	return false
}

// whole is the font with all its lookups, parsed when text first needs it; nil
// when it cannot be read, which is tried once.
func (m *impl) whole(data []byte) *harfbuzz.Font {
	if m.hbWhole == nil {
		marks := m.marks
		m.marks = nil // also when broken tables bring the parser to panic
		face, err := newLean(data, true).parse()
		if err != nil {
			return nil
		}
		m.hbWhole, m.marks = harfbuzz.NewFont(face), marks
	}
	return m.hbWhole
}
