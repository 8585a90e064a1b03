package face

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/harfbuzz"
)

// maxFont is the largest font file taken, in bytes. Large CJK fonts have 20 MB.
const maxFont = 64 << 20

// maxTables is more than any font has.
const maxTables = 128

// load parses the font file once. The metrics are valid after it.
func (f *Face) load() error {
	f.impl.once.Do(func() {
		if err := f.parse(); err != nil {
			f.impl.err, f.impl.font = err, nil
		}
	})
	return f.impl.err
}

// parse reads the file. The parser below is robust, but foreign fonts are
// foreign input: a panic of it becomes an error.
func (f *Face) parse() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("parse font %q: broken tables: %v", f.Family, r)
		}
	}()
	if len(f.Data) > maxFont {
		return fmt.Errorf("parse font %q: %d bytes, more than %d", f.Family, len(f.Data), maxFont)
	}
	if err := refuseContainers(f.Data); err != nil {
		return fmt.Errorf("parse font %q: %w", f.Family, err)
	}
	if err := checkDirectory(f.Data); err != nil {
		return fmt.Errorf("parse font %q: %w", f.Family, err)
	}
	ld, err := ot.NewLoader(bytes.NewReader(f.Data))
	if err != nil {
		return fmt.Errorf("parse font %q: %w", f.Family, err)
	}
	m, shaping := &f.impl, newLean(f.Data, false)
	if m.font, err = shaping.parse(); err != nil {
		return fmt.Errorf("parse font %q: %w", f.Family, err)
	}
	if err := usable(ld, m.font.Font); err != nil {
		return fmt.Errorf("parse font %q: %w", f.Family, err)
	}
	m.marks = shaping.marks
	m.hb = harfbuzz.NewFont(m.font)
	m.buf = harfbuzz.NewBuffer()
	m.scale = 1000 / float64(m.font.Upem())
	f.measure(ld)
	m.run(f.Data, "Thử 1", &wordCache{lang: "vi"}) // what panics here is refused
	f.PostName = postName(ld, f)
	return nil
}

// refuseContainers names the formats that pages on the web use and paper cannot
// embed as they are.
func refuseContainers(data []byte) error {
	switch {
	case len(data) < 12:
		return errors.New("file is too short")
	case bytes.HasPrefix(data, []byte("wOFF")), bytes.HasPrefix(data, []byte("wOF2")):
		return errors.New("WOFF is not supported: convert it to TTF or OTF")
	case bytes.HasPrefix(data, []byte("ttcf")):
		return errors.New("font collections are not supported: take one font out of it")
	}
	return nil
}

// checkDirectory refuses table records that point out of the file: the parser
// would make room for what they promise, up to 4 GiB each (OpenType, "Table
// directory").
func checkDirectory(data []byte) error {
	n := int(binary.BigEndian.Uint16(data[4:]))
	if n > maxTables || len(data) < 12+16*n {
		return fmt.Errorf("table directory of %d entries", n)
	}
	for i := range n {
		r := data[12+16*i:]
		offset, length := binary.BigEndian.Uint32(r[8:]), binary.BigEndian.Uint32(r[12:])
		if uint64(offset)+uint64(length) > uint64(len(data)) {
			return fmt.Errorf("table %q reaches beyond the end of the file", r[:4])
		}
	}
	return nil
}

// usable refuses what parses but cannot be printed.
func usable(ld *ot.Loader, ft *font.Font) error {
	if u := ft.Upem(); u < 16 || u > 16384 {
		return fmt.Errorf("%d units per em, allowed are 16 to 16384", u)
	}
	if ft.Cmap == nil {
		return errors.New("no character map")
	}
	glyf, cff := ld.HasTable(ot.MustNewTag("glyf")), ld.HasTable(ot.MustNewTag("CFF "))
	if !glyf && !cff {
		return errors.New("no outlines (neither glyf nor CFF)")
	}
	if !ld.HasTable(ot.MustNewTag("hmtx")) || !ld.HasTable(ot.MustNewTag("hhea")) {
		return errors.New("no glyph widths (hhea, hmtx)")
	}
	return nil
}

// postName is the PostScript name, name 6 of the OpenType specification, with
// only the characters that PDF names take without escapes.
func postName(ld *ot.Loader, f *Face) string {
	name := ""
	if raw, err := ld.RawTable(ot.MustNewTag("name")); err == nil {
		if names, _, err := tables.ParseName(raw); err == nil {
			name = names.Name(6)
		}
	}
	clean := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r > 32 && r < 127 && !strings.ContainsRune("[](){}<>/%#", r) {
				return r
			}
			return -1
		}, s)
	}
	if name = clean(name); name == "" || len(name) > 63 {
		name = clean(f.Family)
	}
	if name == "" {
		name = "Font"
	}
	return name
}
