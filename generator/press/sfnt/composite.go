package sfnt

import "encoding/binary"

// Flags of composite glyphs (OpenType 1.9, glyf).
const (
	argsAreWords   = 0x0001
	hasScale       = 0x0008
	moreComponents = 0x0020
	hasXYScale     = 0x0040
	hasTwoByTwo    = 0x0080
	hasInstr       = 0x0100
)

// maxComponents bounds the parts of one composite glyph.
const maxComponents = 256

// addComponents marks the parts of composite glyphs, and theirs.
func (f *Font) addComponents(keep []bool) error {
	var todo []int
	for g, k := range keep {
		if k {
			todo = append(todo, g)
		}
	}
	for len(todo) > 0 {
		g := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		data, err := f.glyph(g)
		if err != nil {
			return err
		}
		if len(data) == 0 || i16(data, 0) >= 0 {
			continue
		}
		_, err = components(data, func(at int) error {
			part := int(u16(data, at+2))
			if part >= len(keep) {
				return broken("glyph %d is composed of missing glyph %d", g, part)
			}
			if !keep[part] {
				keep[part] = true
				todo = append(todo, part)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// components calls each with the offset of every component record and returns
// where the records end.
func components(data []byte, each func(at int) error) (int, error) {
	at := 10
	for range maxComponents {
		if at+4 > len(data) {
			return 0, broken("composite glyph is cut off")
		}
		flags, size := u16(data, at), 6
		if flags&argsAreWords != 0 {
			size = 8
		}
		switch {
		case flags&hasScale != 0:
			size += 2
		case flags&hasXYScale != 0:
			size += 4
		case flags&hasTwoByTwo != 0:
			size += 8
		}
		if at+size > len(data) {
			return 0, broken("composite glyph is cut off")
		}
		if err := each(at); err != nil {
			return 0, err
		}
		at += size
		if flags&moreComponents == 0 {
			return at, nil
		}
	}
	return 0, broken("composite glyph has more than %d parts", maxComponents)
}

// appendUnhinted appends a glyph without its instructions.
func appendUnhinted(out, data []byte) ([]byte, error) {
	if len(data) == 0 {
		return out, nil
	}
	contours := i16(data, 0)
	if contours >= 0 {
		at := 10 + 2*contours
		if at+2 > len(data) {
			return nil, broken("glyph outline is cut off")
		}
		skip := at + 2 + int(u16(data, at))
		if skip > len(data) {
			return nil, broken("glyph instructions are cut off")
		}
		out = append(out, data[:at]...)
		return append(append(out, 0, 0), data[skip:]...), nil
	}
	start := len(out)
	end, err := components(data, func(int) error { return nil })
	if err != nil {
		return nil, err
	}
	out = append(out, data[:end]...)
	_, err = components(out[start:], func(at int) error {
		flags := u16(out, start+at) &^ hasInstr
		binary.BigEndian.PutUint16(out[start+at:], flags)
		return nil
	})
	return out, err
}
