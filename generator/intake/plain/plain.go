// Package plain reads texts without any marks: messages copied from Zalo, and
// files saved by Notepad. Names and times of messages are told and left out.
//
// Contract: every other visible character comes out. A line is a paragraph, but
// where one was broken in the middle of a sentence.
package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"

	xunicode "golang.org/x/text/encoding/unicode"

	"bantin/generator/intake/manuscript"
	"bantin/generator/viet"
	"bantin/generator/viet/legacy"
)

// Read reads a text.
func Read(data []byte) (*manuscript.Manuscript, error) {
	text, old := decode(data)
	m := &manuscript.Manuscript{}
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\x00", "").Replace(text), "\n")
	for _, para := range joined(withoutHeads(m, lines)) {
		p := manuscript.P(para)
		p.Runs[0].Old = old
		m.Blocks = append(m.Blocks, p)
	}
	return m, nil
}

// decode turns bytes into Unicode: by the mark at the front, as UTF-8, or as the
// Windows code page for Vietnamese; fonts of old encodings wrote bytes of
// Windows' Latin.
func decode(data []byte) (string, legacy.Encoding) {
	for _, e := range []struct {
		mark string
		read func([]byte) ([]byte, error)
	}{
		{"\xff\xfe\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewDecoder().Bytes},
		{"\xff\xfe", xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM).NewDecoder().Bytes},
		{"\xfe\xff", xunicode.UTF16(xunicode.BigEndian, xunicode.UseBOM).NewDecoder().Bytes},
	} {
		if strings.HasPrefix(string(data), e.mark) {
			if out, err := e.read(data); err == nil {
				return string(out), legacy.None
			}
		}
	}
	if utf8.Valid(data) {
		return strings.TrimPrefix(string(data), "\ufeff"), legacy.None
	}
	latin, _ := charmap.Windows1252.NewDecoder().Bytes(data) // every byte is something
	if g := legacy.Detect(string(latin)); g.Encoding != legacy.None {
		return string(latin), g.Encoding
	}
	out, _ := charmap.Windows1258.NewDecoder().Bytes(data)
	return viet.NFC(string(out)), legacy.None
}

// joined makes paragraphs of lines: an empty line parts them, and so does every
// line's end but one within a sentence of a text that was wrapped.
func joined(lines []string) (out []string) {
	wrapped := wraps(lines)
	open := false
	for _, line := range lines {
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		if strings.TrimSpace(line) == "" {
			open = false
			continue
		}
		if open && wrapped && goesOn(out[len(out)-1], line) {
			out[len(out)-1] += " " + strings.TrimSpace(line)
		} else {
			out = append(out, line)
		}
		open = true
	}
	return out
}

// wraps reports a text whose lines were broken at a width: none is long, and
// most end in the middle of a sentence.
func wraps(lines []string) bool {
	middle, all := 0, 0
	for i, line := range lines {
		n := utf8.RuneCountInString(line)
		if n > 100 {
			return false
		}
		if n > 45 && i+1 < len(lines) && strings.TrimSpace(lines[i+1]) != "" {
			if all++; goesOn(line, lines[i+1]) {
				middle++
			}
		}
	}
	return all > 2 && middle*2 > all
}

func goesOn(line, next string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(next))
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || r == ',') && (unicode.IsLower(first) || unicode.IsDigit(first) || r == ',') && utf8.RuneCountInString(line) > 45
}
