package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

const svgNamespace, xlinkNamespace, xmlNamespace = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"

// svgElements may stand in a drawing: nothing that runs, loads or moves.
var svgElements = words(`svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath title desc style image
	linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
	feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode
	feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`)

// svgUnwrapped lose their tag and keep what is in them.
var svgUnwrapped = words("a")

// svgAttributes may stand on them, as may what begins with "aria-".
var svgAttributes = words(`id class style lang role tabindex viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength transform
	patternTransform gradientTransform gradientUnits patternUnits patternContentUnits clipPathUnits maskUnits maskContentUnits markerUnits markerWidth
	markerHeight refX refY orient spreadMethod offset dx dy rotate textLength lengthAdjust startOffset method spacing version
	fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
	opacity color display visibility overflow clip-path clip-rule mask filter marker marker-start marker-mid marker-end stop-color stop-opacity
	flood-color flood-opacity lighting-color color-interpolation color-interpolation-filters color-rendering shape-rendering text-rendering
	image-rendering paint-order vector-effect mix-blend-mode isolation font-family font-size font-size-adjust font-stretch font-style font-variant
	font-weight letter-spacing word-spacing text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift direction unicode-bidi
	writing-mode filterUnits primitiveUnits in in2 result stdDeviation mode type values tableValues slope intercept amplitude exponent operator
	k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent
	scale xChannelSelector yChannelSelector azimuth elevation pointsAtX pointsAtY pointsAtZ z limitingConeAngle radius baseFrequency numOctaves seed
	stitchTiles systemLanguage media`)

// svgTexts are the elements whose text is part of the drawing.
var svgTexts = words("text tspan textPath title desc style")

// maxDepth of elements within each other; a drawing program needs some twenty.
const maxDepth = 200

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// sanitize writes a drawing anew: the elements and attributes of the lists, in
// their order, addresses only within the drawing; no comment, no instruction,
// no document type, no name space but SVG's own.
func sanitize(data []byte) ([]byte, error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	d.Entity = entities(data)
	s := &sanitizer{}
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read SVG: %w", err)
		}
		if err := s.token(token); err != nil {
			return nil, err
		}
	}
	if s.out.Len() == 0 {
		return nil, errors.New("no svg element")
	}
	s.out.WriteByte('\n')
	return s.out.Bytes(), nil
}

// entities are those that a document type declares; drawing programs name their
// name spaces so.
func entities(data []byte) map[string]string {
	found := map[string]string{}
	for _, m := range entityDecl.FindAllSubmatch(data, 100) {
		found[string(m[1])] = string(m[2])
	}
	return found
}

var entityDecl = regexp.MustCompile(`<!ENTITY\s+([\w.-]+)\s+["']([^"'&<]{0,500})["']\s*>`)

type sanitizer struct {
	out  bytes.Buffer
	open []string // names of open elements as written, "" for one without its tag
	skip int      // depth within an element that is left out
}

func (s *sanitizer) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return s.start(t)
	case xml.EndElement:
		s.end()
	case xml.CharData:
		if s.skip > 0 || len(s.open) == 0 || !svgTexts[s.open[len(s.open)-1]] {
			return nil
		}
		text := string(t)
		if s.open[len(s.open)-1] == "style" {
			text = safeSheet(text)
		}
		return xml.EscapeText(&s.out, []byte(text))
	}
	return nil
}

func (s *sanitizer) start(t xml.StartElement) error {
	if len(s.open) >= maxDepth {
		return errors.New("elements lie too deep in each other")
	}
	name := t.Name.Local
	ours := t.Name.Space == svgNamespace || t.Name.Space == "" || t.Name.Space == "svg"
	switch {
	case s.skip > 0:
		s.skip++
		return nil
	case len(s.open) == 0 && (name != "svg" || !ours):
		return errors.New("the first element is not svg")
	case len(s.open) == 0 && s.out.Len() > 0:
		return errors.New("more than one svg element")
	case ours && svgUnwrapped[name]:
		s.open = append(s.open, "")
		return nil
	case !ours || !svgElements[name]:
		s.skip = 1
		return nil
	}
	s.out.WriteByte('<')
	s.out.WriteString(name)
	if len(s.open) == 0 {
		s.out.WriteString(` xmlns="` + svgNamespace + `" xmlns:xlink="` + xlinkNamespace + `"`)
	}
	var seen []string
	for _, a := range t.Attr {
		as, value, ok := safeAttribute(name, a)
		if !ok || slices.Contains(seen, as) {
			continue
		}
		seen = append(seen, as)
		s.out.WriteString(" " + as + `="`)
		if err := xml.EscapeText(&s.out, []byte(value)); err != nil {
			return err
		}
		s.out.WriteByte('"')
	}
	s.out.WriteByte('>')
	s.open = append(s.open, name)
	return nil
}

func (s *sanitizer) end() {
	if s.skip > 0 {
		s.skip--
		return
	}
	if name := s.open[len(s.open)-1]; name != "" {
		s.out.WriteString("</" + name + ">")
	}
	s.open = s.open[:len(s.open)-1]
}

// safeAttribute returns an attribute as it may be written.
func safeAttribute(element string, a xml.Attr) (name, value string, ok bool) {
	name, value = a.Name.Local, a.Value
	switch {
	case name == "href" && (a.Name.Space == "" || a.Name.Space == xlinkNamespace || a.Name.Space == "xlink"):
		if element == "image" {
			value, ok = embedded(value)
			return "xlink:href", value, ok
		}
		return "xlink:href", value, strings.HasPrefix(value, "#")
	case name == "space" && (a.Name.Space == xmlNamespace || a.Name.Space == "xml"):
		return "xml:space", value, value == "preserve" || value == "default"
	case a.Name.Space != "" && a.Name.Space != svgNamespace:
		return "", "", false
	case name == "style":
		return name, safeDeclarations(value), true
	}
	return name, value, (svgAttributes[name] || strings.HasPrefix(name, "aria-")) && !reaches(value)
}

// embedded writes a photograph within a drawing anew.
func embedded(address string) (string, bool) {
	head, body, ok := strings.Cut(address, ",")
	if !ok || !strings.HasPrefix(head, "data:image/") || !strings.HasSuffix(head, ";base64") {
		return "", false
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(body), ""))
	if err != nil || Sniff(data) == SVG {
		return "", false
	}
	c, err := Clean(data, "")
	if err != nil {
		return "", false
	}
	return "data:image/" + string(c.Info.Format) + ";base64," + base64.StdEncoding.EncodeToString(c.Data), true
}

// inward is an address within the drawing.
var inward = regexp.MustCompile(`(?i)url\(\s*["']?#[^"')\\]*["']?\s*\)`)

// reaches reports whether a style value names something outside the drawing.
// A backslash can hide any word, so none may stand there.
func reaches(value string) bool {
	rest := strings.ToLower(inward.ReplaceAllString(value, ""))
	for _, word := range []string{"url", "src(", "image(", "image-set", "@import", "expression", "javascript:", "\\"} {
		if strings.Contains(rest, word) {
			return true
		}
	}
	return false
}

// safeDeclarations leaves out of a style attribute what reaches outside.
func safeDeclarations(style string) string {
	kept := slices.DeleteFunc(strings.Split(style, ";"), func(d string) bool {
		name, _, ok := strings.Cut(strings.TrimSpace(d), ":")
		return !ok || strings.HasPrefix(name, "-") || reaches(d)
	})
	return strings.Join(kept, ";")
}

var cssComment = regexp.MustCompile(`(?s)/\*.*?(?:\*/|$)`)

// safeSheet is a style sheet without comments, or nothing when it reaches outside.
func safeSheet(sheet string) string {
	sheet = cssComment.ReplaceAllString(sheet, "")
	if reaches(sheet) || strings.Contains(sheet, "@") {
		return ""
	}
	return sheet
}
