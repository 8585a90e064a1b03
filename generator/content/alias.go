package content

import (
	"bytes"
	"strings"
)

// InsertAlias says what to insert into the page's file, and where, so that the
// front matter gives one more old address; ok is false where an editor must do
// it by hand.
func (p *Page) InsertAlias(address string) (at int, text string, ok bool) {
	if p.front.bodyLine == 0 {
		return 0, "", false
	}
	end := "\n"
	if bytes.Contains(p.front.front, []byte("\r\n")) {
		end = "\r\n"
	}
	if !p.Has("aliases") {
		at = p.front.frontAt + len(p.front.front)
		return at, "aliases: [" + address + "]" + end, true
	}
	if !p.Has("aliases.0") {
		return 0, "", false
	}
	first := p.offset(p.At("aliases.0"))
	start := bytes.LastIndexByte(p.Raw[:first], '\n') + 1
	before := string(p.Raw[start:first])
	switch mark := strings.TrimSpace(before); {
	case mark == "-":
		return start, before + address + end, true
	case strings.HasSuffix(mark, "["):
		return first, address + ", ", true
	}
	return 0, "", false
}
