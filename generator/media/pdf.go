package media

import (
	"bytes"
	"regexp"
	"strconv"
)

var (
	infoRef  = regexp.MustCompile(`/Info\s+(\d+)\s+(\d+)\s+R`)
	metadata = regexp.MustCompile(`/Type\s*/Metadata\b`)
	packet   = regexp.MustCompile(`(?s)<\?xpacket begin.*?<\?xpacket end[^>]*\?>`)
	told     = regexp.MustCompile(`/(Author|Creator|Producer|Title|Subject|Keywords|CreationDate|ModDate|Company|Manager)\b`)
)

// pdf blanks the information dictionary and XMP packets in their places, so that
// the offsets of the objects stay right; a title stays, for readers show it. What
// lies in compressed objects is told.
func (c *cleaner) pdf() {
	if !bytes.HasPrefix(c.data, []byte("%PDF-")) {
		return
	}
	for _, m := range infoRef.FindAllSubmatch(c.data, -1) {
		if !c.info(string(m[1]), string(m[2])) {
			c.left[Author] = true
		}
	}
	for _, m := range packet.FindAllIndex(c.data, -1) {
		if len(bytes.TrimSpace(c.data[m[0]:m[1]])) > 0 {
			c.removed[Author] = true
		}
		c.blank(m[0], m[1], ' ')
	}
	for _, m := range metadata.FindAllIndex(c.data, -1) {
		end := bytes.Index(c.data[m[0]:], []byte("stream"))
		start := bytes.LastIndex(c.data[:m[0]], []byte("obj"))
		if end >= 0 && start >= 0 && bytes.Contains(c.data[start:m[0]+end], []byte("/Filter")) {
			c.left[Author] = true
		}
	}
}

// info blanks the strings of the dictionary with this number; false when it is
// not in the file as plain text, or is encrypted.
func (c *cleaner) info(number, generation string) (found bool) {
	if bytes.Contains(c.data, []byte("/Encrypt")) {
		return false
	}
	object := regexp.MustCompile(`(?:^|[\r\n\s])` + regexp.QuoteMeta(number) + `\s+` + regexp.QuoteMeta(generation) + `\s+obj\b`)
	for _, m := range object.FindAllIndex(c.data, -1) {
		end := bytes.Index(c.data[m[1]:], []byte("endobj"))
		if end < 0 {
			continue
		}
		found = true
		for _, key := range told.FindAllSubmatchIndex(c.data[m[1]:m[1]+end], -1) {
			if name := string(c.data[m[1]+key[2] : m[1]+key[3]]); name != "Title" {
				c.pdfString(m[1]+key[1], m[1]+end)
			}
		}
	}
	return found
}

// pdfString blanks the string, in brackets or in hexadecimal digits, that begins
// at from or after blanks; one in another object stays and is told.
func (c *cleaner) pdfString(from, to int) {
	at := from
	for at < to && bytes.IndexByte([]byte(" \t\r\n"), c.data[at]) >= 0 {
		at++
	}
	if at >= to {
		return
	}
	switch c.data[at] {
	case '<':
		end := bytes.IndexByte(c.data[at:to], '>')
		if end > 1 {
			c.removed[Author] = true
			c.blank(at+1, at+end, ' ')
		}
	case '(':
		depth := 0
		for i := at; i < to; i++ {
			switch c.data[i] {
			case '\\':
				i++
			case '(':
				depth++
			case ')':
				depth--
			}
			if depth == 0 {
				if i > at+1 {
					c.removed[Author] = true
					c.blank(at+1, i, ' ')
				}
				return
			}
		}
	default:
		if _, err := strconv.Atoi(string(c.data[at : at+1])); err == nil {
			c.left[Author] = true
		}
	}
}
