package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"bantin/generator/press/css"
)

// Errors that Parse wraps.
var (
	ErrBroken = errors.New("broken SVG")
	ErrHuge   = errors.New("SVG is too large")
)

// Limits: far above any drawing made by hand or by a drawing program.
const (
	maxDepth    = 64
	maxElements = 100_000
	maxSegs     = 1_000_000
	maxBytes    = 16 << 20
)

const namespace = "http://www.w3.org/2000/svg"

// element is one element of the document.
type element struct {
	name  string
	attrs map[string]string // with the properties of the style attribute over them
	kids  []*element
	line  int // where its start tag ends
}

// parser draws the tree into a Drawing.
type parser struct {
	d     *Drawing
	color css.Color // currentColor of the outermost element
	ids   map[string]*element
	seen  map[string]bool // warnings already given
	segs  int
	view  [2]float64 // viewport, for percentages
	count int
}

// Parse reads an SVG document.
func Parse(data []byte) (*Drawing, error) { return ParseColored(data, css.Black) }

// ParseColored reads an SVG that stands in a document where color is current:
// what currentColor means in it.
func ParseColored(data []byte, color css.Color) (*Drawing, error) {
	if len(data) > maxBytes {
		return nil, fmt.Errorf("%w: %d bytes", ErrHuge, len(data))
	}
	p := &parser{d: &Drawing{}, color: color, ids: map[string]*element{}, seen: map[string]bool{}}
	root, err := p.tree(data)
	if err != nil {
		return nil, err
	}
	if root == nil || root.name != "svg" {
		return nil, fmt.Errorf("%w: the outermost element is not svg", ErrBroken)
	}
	if err := p.root(root); err != nil {
		return nil, err
	}
	return p.d, nil
}

// tree reads the elements. Those of other namespaces, which drawing programs
// keep their own notes in, are left out.
func (p *parser) tree(data []byte) (*element, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("encoding %s: only UTF-8 is read", label)
	}
	var root *element
	var open []*element // nil for elements left out
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrBroken, err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if p.count++; p.count > maxElements || len(open) >= maxDepth {
				return nil, fmt.Errorf("%w: more than %d elements or %d levels", ErrHuge, maxElements, maxDepth)
			}
			var e *element
			if outside := len(open) > 0 && open[len(open)-1] == nil; !outside && (tok.Name.Space == "" || tok.Name.Space == namespace) {
				e = p.element(tok, dec)
				if root == nil {
					root = e
				} else if len(open) > 0 {
					open[len(open)-1].kids = append(open[len(open)-1].kids, e)
				}
			}
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

func (p *parser) element(tok xml.StartElement, dec *xml.Decoder) *element {
	e := &element{name: tok.Name.Local, attrs: make(map[string]string, len(tok.Attr))}
	e.line, _ = dec.InputPos()
	for _, a := range tok.Attr {
		if a.Name.Space == "" || a.Name.Local == "href" {
			e.attrs[a.Name.Local] = strings.TrimSpace(a.Value)
		}
	}
	for decl := range strings.SplitSeq(e.attrs["style"], ";") {
		if key, value, ok := strings.Cut(decl, ":"); ok {
			value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
			e.attrs[strings.ToLower(strings.TrimSpace(key))] = value
		}
	}
	if id := e.attrs["id"]; id != "" && p.ids[id] == nil {
		p.ids[id] = e
	}
	return e
}

// warn reports something once.
func (p *parser) warn(e *element, format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	if !p.seen[message] {
		p.seen[message] = true
		p.d.Warnings = append(p.d.Warnings, css.Warning{Line: e.line, Message: message})
	}
}
