package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"

	"golang.org/x/net/html"

	"bantin/generator/press/css"
	"bantin/generator/press/face"
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
	line  int           // where its start tag ends
	text  string        // character data, of an element without a name
	node  *html.Node    // for selectors
	style []css.Written // declarations of the style attribute
}

// parser draws the tree into a Drawing.
type parser struct {
	d      *Drawing
	opt    Options
	out    *[]Item // where what is drawn goes
	ids    map[string]*element
	sheets []*css.Sheet
	seen   map[string]bool // warnings already given
	segs   int
	view   [2]float64 // viewport, for percentages
	em     float64    // font size, for lengths
	count  int
	drawn  int
	open   map[*element]bool // used elements, markers and the like that are being drawn
}

// Parse reads an SVG document.
func Parse(data []byte, opt Options) (*Drawing, error) {
	if len(data) > maxBytes {
		return nil, fmt.Errorf("%w: %d bytes", ErrHuge, len(data))
	}
	if opt.Fonts == nil {
		opt.Fonts = face.NewSet()
	}
	p := &parser{d: &Drawing{}, opt: opt, ids: map[string]*element{}, seen: map[string]bool{}, open: map[*element]bool{}, em: 16}
	p.out = &p.d.Items
	root, err := p.tree(data)
	if err != nil {
		return nil, err
	}
	if root == nil || root.name != "svg" {
		return nil, fmt.Errorf("%w: the outermost element is not svg", ErrBroken)
	}
	p.cascade(root)
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
					open[len(open)-1].add(e)
				}
			}
			open = append(open, e)
		case xml.CharData:
			if k := len(open) - 1; k >= 0 && open[k] != nil && holdsText[open[k].name] {
				line, _ := dec.InputPos()
				open[k].kids = append(open[k].kids, &element{text: string(tok), line: line})
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

// holdsText are the elements whose characters count.
var holdsText = map[string]bool{"text": true, "tspan": true, "a": true, "textPath": true, "style": true}

func (e *element) add(k *element) {
	e.kids = append(e.kids, k)
	e.node.AppendChild(k.node)
}

func (p *parser) element(tok xml.StartElement, dec *xml.Decoder) *element {
	e := &element{name: tok.Name.Local, attrs: make(map[string]string, len(tok.Attr))}
	e.line, _ = dec.InputPos()
	e.node = &html.Node{Type: html.ElementNode, Data: strings.ToLower(e.name)}
	for _, a := range tok.Attr {
		if a.Name.Space == "" || a.Name.Local == "href" || a.Name.Local == "space" {
			e.attrs[a.Name.Local] = strings.TrimSpace(a.Value)
			e.node.Attr = append(e.node.Attr, html.Attribute{Key: strings.ToLower(a.Name.Local), Val: a.Value})
		}
	}
	for decl := range strings.SplitSeq(e.attrs["style"], ";") {
		if key, value, ok := strings.Cut(decl, ":"); ok {
			value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
			e.style = append(e.style, css.Written{Name: strings.ToLower(strings.TrimSpace(key)), Value: value})
		}
	}
	if id := e.attrs["id"]; id != "" && p.ids[id] == nil {
		p.ids[id] = e
	}
	return e
}

// cascade reads the style elements and puts what their rules and the style
// attributes say over the presentation attributes (SVG 2, section 6.4).
func (p *parser) cascade(root *element) {
	p.styleSheets(root)
	(&html.Node{Type: html.DocumentNode}).AppendChild(root.node) // which :root asks for
	var walk func(e *element, custom map[string]string)
	walk = func(e *element, custom map[string]string) {
		normal, important := css.WrittenFor(e.node, p.sheets)
		all := append(append(normal, e.style...), important...)
		custom = customs(custom, all)
		for name, value := range e.attrs {
			if strings.Contains(value, "var(") {
				e.attrs[name] = substituted(value, custom)
			}
		}
		for _, d := range all {
			e.set(d.Name, substituted(d.Value, custom))
		}
		for _, k := range e.kids {
			if k.name != "" {
				walk(k, custom)
			}
		}
	}
	walk(root, nil)
}

// customs are the custom properties of an element (CSS Variables 1).
func customs(outer map[string]string, declared []css.Written) map[string]string {
	out, own := outer, false
	for _, d := range declared {
		if strings.HasPrefix(d.Name, "--") {
			if !own {
				if out, own = maps.Clone(outer), true; out == nil {
					out = map[string]string{}
				}
			}
			out[d.Name] = d.Value
		}
	}
	return out
}

// substituted is a value with what its var() stand for, or fall back on.
func substituted(value string, custom map[string]string) string {
	for range 8 {
		at := strings.LastIndex(value, "var(") // the innermost of those that are nested
		if at < 0 {
			return value
		}
		end, depth := at+len("var("), 1
		for ; end < len(value) && depth > 0; end++ {
			depth += map[byte]int{'(': 1, ')': -1}[value[end]]
		}
		if depth > 0 {
			return value
		}
		inner, rest := value[at+len("var("):end-1], value[end:]
		name, fallback, _ := strings.Cut(inner, ",")
		v, known := custom[strings.TrimSpace(name)]
		if !known {
			v = strings.TrimSpace(fallback)
		}
		value = value[:at] + v + rest
	}
	return value
}

// set takes a declaration; what names an element is no property.
func (e *element) set(name, value string) {
	switch name {
	case "id", "class", "href", "style":
	case "font":
		e.font(value)
	default:
		e.attrs[name] = value
	}
}

// font reads the shorthand: what stands before the size in any order, the size
// with a line height, the families (CSS Fonts 4, section 2.7).
func (e *element) font(value string) {
	fields := strings.Fields(value)
	for i, f := range fields {
		switch size, _, _ := strings.Cut(f, "/"); {
		case f == "italic" || f == "oblique":
			e.attrs["font-style"] = f
		case weights[f] != 0:
			e.attrs["font-weight"] = f
		case i+1 < len(fields) && (sizes[size] != 0 || strings.Trim(size, "0123456789.") != "" && strings.IndexAny(size, ".0123456789") == 0):
			e.attrs["font-size"] = size
			e.attrs["font-family"] = strings.Join(fields[i+1:], " ")
			return
		}
	}
}

func (p *parser) styleSheets(e *element) {
	for _, k := range e.kids {
		if k.name == "style" {
			var text strings.Builder
			for _, t := range k.kids {
				text.WriteString(t.text)
			}
			sheet, warnings := css.ParseDrawing("", []byte(text.String()))
			p.sheets = append(p.sheets, sheet)
			for _, w := range warnings {
				p.warn(&element{line: k.line + w.Line - 1}, "%s", w.Message)
			}
		} else if k.name != "" {
			p.styleSheets(k)
		}
	}
}

// warn reports something once.
func (p *parser) warn(e *element, format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	if !p.seen[message] {
		p.seen[message] = true
		p.d.Warnings = append(p.d.Warnings, css.Warning{Line: e.line, Message: message})
	}
}
