package ooxml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Node is one element. Names have the prefixes that everybody knows, whatever
// the file calls them.
type Node struct {
	Name     string // "w:p"; "?:name" for a namespace that is not known
	Attrs    []Attr
	Children []*Node
	Text     string // of an element without children
}

// Attr is one attribute; those without a namespace have no prefix.
type Attr struct{ Name, Value string }

// Attr is the value of an attribute, "" when it is not there.
func (n *Node) Attr(name string) string {
	v, _ := n.Has(name)
	return v
}

// Has looks for an attribute.
func (n *Node) Has(name string) (string, bool) {
	if n != nil {
		for _, a := range n.Attrs {
			if a.Name == name {
				return a.Value, true
			}
		}
	}
	return "", false
}

// Child is the first child of a name, or nil. It may be called on nil.
func (n *Node) Child(names ...string) *Node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var found *Node
		for _, c := range n.Children {
			if c.Name == name {
				found = c
				break
			}
		}
		n = found
	}
	return n
}

// Find visits every descendant of a name, but none within another such.
func (n *Node) Find(name string, visit func(*Node)) {
	if n == nil {
		return
	}
	for _, c := range n.Children {
		if c.Name == name {
			visit(c)
			continue
		}
		c.Find(name, visit)
	}
}

// First is the first descendant of a name, or nil.
func (n *Node) First(name string) (found *Node) {
	n.Find(name, func(c *Node) {
		if found == nil {
			found = c
		}
	})
	return found
}

const (
	maxDepth = 256
	maxNodes = 4_000_000
)

var errNone = errors.New("no element")

// XML reads a part as a tree.
func (p *Package) XML(name string) (*Node, error) {
	data, err := p.Read(name)
	if err != nil {
		return nil, err
	}
	if len(data) > maxXML {
		return nil, &Error{Fault: Bomb, Part: name}
	}
	n, err := Parse(data)
	var refused *Error
	if errors.As(err, &refused) {
		refused.Part = name
	}
	return n, err
}

// Parse reads XML as a tree.
func Parse(data []byte) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &Node{}
	stack := []*Node{root}
	nodes := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &Error{Fault: BrokenXML, Err: err}
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.Directive:
			return nil, &Error{Fault: DTD}
		case xml.StartElement:
			if nodes++; len(stack) > maxDepth || nodes > maxNodes {
				return nil, &Error{Fault: TooDeep}
			}
			n := &Node{Name: named(t.Name, true)}
			for _, a := range t.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					n.Attrs = append(n.Attrs, Attr{named(a.Name, false), a.Value})
				}
			}
			top.Children = append(top.Children, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(top.Children) == 0 {
				top.Text += string(t)
			}
		}
	}
	if len(root.Children) == 0 {
		return nil, &Error{Fault: BrokenXML, Err: errNone}
	}
	return root.Children[0], nil
}

// prefixes are those of the namespaces that we read; the strict ones have the
// same words under another address.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/package/2006/content-types":           "ct",
	"http://schemas.openxmlformats.org/package/2006/relationships":           "rel",
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       "w",
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":              "s",
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                          "s",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":    "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                "r",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                         "m",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                              "a",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                           "pic",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                 "c",
	"http://purl.oclc.org/ooxml/drawingml/chart":                             "c",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":               "dgm",
	"http://purl.oclc.org/ooxml/drawingml/diagram":                           "dgm",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":      "wps",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":      "wpg",
	"http://schemas.microsoft.com/office/word/2010/wordml":                   "w14",
	"urn:schemas-microsoft-com:vml":                                          "v",
	"urn:schemas-microsoft-com:office:office":                                "o",
	"http://www.w3.org/XML/1998/namespace":                                   "xml",
}

func named(n xml.Name, element bool) string {
	if n.Space == "" && !element {
		return n.Local
	}
	if prefix, ok := prefixes[strings.TrimSuffix(n.Space, "/")]; ok {
		return prefix + ":" + n.Local
	}
	return "?:" + n.Local
}
