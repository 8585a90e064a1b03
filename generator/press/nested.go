package press

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// maxNested is how deeply elements may be nested; the parser gives up at 512, of
// which html and body and what it supplies itself take some.
const maxNested = 480

// parse reads HTML. A document that is nested more deeply than the parser can
// is flattened as browsers do: elements further in become siblings.
func (d *Document) parse(src []byte) (*html.Node, error) {
	tree, err := html.Parse(bytes.NewReader(src))
	if err == nil || !strings.Contains(err.Error(), "open stack of elements") {
		return tree, err
	}
	flat, line := flatten(src)
	d.warn(Warning{File: d.name, Line: line, Message: "elements are nested more than 480 deep; those further in are set one after the other"})
	return html.Parse(bytes.NewReader(flat))
}

var void = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true, "param": true}

// alone are elements whose start tag ends one of the same name before it.
var alone = map[string]bool{"p": true, "li": true, "dt": true, "dd": true, "td": true, "th": true, "tr": true, "option": true}

// flatten closes the innermost element before each that would be nested too
// deeply, and drops the end tags that have lost their element. line is where it
// began to.
func flatten(src []byte) (out []byte, line int) {
	var b bytes.Buffer
	var open []string
	z := html.NewTokenizer(bytes.NewReader(src))
	read := 0
	for {
		kind := z.Next()
		raw := z.Raw()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				b.Write(raw)
			}
			return b.Bytes(), line
		}
		at := read
		read += len(raw)
		raw = bytes.Clone(raw)
		name, _ := z.TagName()
		tag := string(name)
		switch kind {
		case html.StartTagToken:
			if void[tag] {
				break
			}
			if k := len(open) - 1; k >= 0 && alone[tag] && open[k] == tag {
				open = open[:k]
			}
			if k := len(open) - 1; k >= maxNested {
				if line == 0 {
					line = 1 + bytes.Count(src[:at], []byte("\n"))
				}
				b.WriteString("</" + open[k] + ">")
				open = open[:k]
			}
			open = append(open, tag)
		case html.EndTagToken:
			k := len(open) - 1
			for k >= 0 && open[k] != tag {
				k--
			}
			if k < 0 && !slices.Contains([]string{"p", "br"}, tag) {
				continue
			}
			open = open[:max(k, 0)]
		}
		b.Write(raw)
	}
}
