package docx

import (
	"fmt"
	"strconv"
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/symbolfont"
)

// symbol is a character that names its own font.
func (r *reader) symbol(font, char string) string {
	code, err := strconv.ParseUint(char, 16, 32)
	if err != nil {
		return ""
	}
	return r.symbols(string(rune(code)), font)
}

// symbols turns the letters of symbol fonts into what they show. Characters
// that are not known are told.
func (r *reader) symbols(s, font string) string {
	if !symbolfont.Is(font) && !strings.ContainsFunc(s, symbolfont.Private) {
		return s
	}
	shown, unknown := symbolfont.Convert(s, font)
	for _, u := range unknown {
		r.m.Leave(manuscript.Symbol, fmt.Sprintf("U+%04X (%s)", u, font))
	}
	return shown
}
