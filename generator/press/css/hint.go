package css

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// hints are the declarations that the presentational attributes of an element
// stand for (HTML, section 15.3): what Word and old editors write in tables.
func hints(n *html.Node) string {
	var b strings.Builder
	for i := range n.Attr {
		if a := &n.Attr[i]; a.Namespace == "" && hinting[a.Key] {
			hint(&b, n, a.Key, strings.TrimSpace(a.Val))
		}
	}
	if n.Data == "td" || n.Data == "th" {
		cellHints(&b, n)
	}
	return b.String()
}

var hinting = wordSet(`align valign bgcolor background width height border bordercolor cellspacing nowrap color size face
	hspace vspace text rules noshade clear type`)

// Elements that share attributes.
var (
	tableRows  = wordSet("tr td th thead tbody tfoot")
	backed     = wordSet("body table tr td th thead tbody tfoot col colgroup")
	sized      = wordSet("table td th col colgroup hr img object embed iframe video canvas pre")
	tall       = wordSet("table tr td th thead tbody tfoot img object embed iframe video canvas")
	textBlocks = wordSet("p div h1 h2 h3 h4 h5 h6")
	pictures   = wordSet("img object embed iframe")
)

// hint writes what one attribute stands for.
func hint(b *strings.Builder, n *html.Node, key, v string) {
	tag, low := n.Data, strings.ToLower(v)
	put := func(format string, args ...any) { fmt.Fprintf(b, format+";", args...) }
	size := func(property string) {
		if d := dimension(v); d != "" {
			put("%s:%s", property, d)
		}
	}
	switch key {
	case "align":
		alignHint(put, tag, low)
	case "valign":
		if tableRows[tag] || tag == "col" {
			keyword(put, "vertical-align", low, "top middle bottom baseline")
		}
	case "bgcolor":
		if c := legacyColor(v); c != "" && backed[tag] {
			put("background-color:%s", c)
		}
	case "background":
		if backed[tag] && v != "" {
			put("background-image:url(%q)", v)
		}
	case "width":
		if sized[tag] && (tag != "td" && tag != "th" || v != "0") {
			size("width")
		}
	case "height":
		if tall[tag] {
			size("height")
		}
	case "border":
		borderHint(put, tag, v)
	case "bordercolor":
		if c := legacyColor(v); c != "" && backed[tag] {
			put("border-color:%s", c)
		}
	case "cellspacing":
		if tag == "table" {
			size("border-spacing")
		}
	case "nowrap":
		if tag == "td" || tag == "th" {
			put("white-space:nowrap")
		}
	case "rules":
		if tag == "table" && low != "none" {
			put("border-collapse:collapse")
		}
	case "clear":
		if tag == "br" {
			keyword(put, "clear", strings.Replace(low, "all", "both", 1), "left right both")
		}
	case "hspace", "vspace":
		if pictures[tag] {
			sides := map[string][2]string{"hspace": {"left", "right"}, "vspace": {"top", "bottom"}}[key]
			size("margin-" + sides[0])
			size("margin-" + sides[1])
		}
	case "text":
		if c := legacyColor(v); c != "" && tag == "body" {
			put("color:%s", c)
		}
	case "type":
		if tag == "ul" || tag == "li" {
			keyword(put, "list-style-type", low, "disc circle square")
		}
	default:
		fontHint(put, tag, key, v)
	}
}

func keyword(put func(string, ...any), property, v, allowed string) {
	if wordSet(allowed)[v] {
		put("%s:%s", property, v)
	}
}

func alignHint(put func(string, ...any), tag, v string) {
	switch {
	case textBlocks[tag] || tableRows[tag]:
		keyword(put, "text-align", strings.Replace(v, "middle", "center", 1), "left right center justify")
	case tag == "caption":
		keyword(put, "caption-side", v, "top bottom")
	case tag == "table" || tag == "hr":
		switch v {
		case "center":
			put("margin-left:auto;margin-right:auto")
		case "left", "right":
			if tag == "table" {
				put("float:%s", v)
			} else {
				put("margin-left:%s;margin-right:%s", map[string]string{"left": "0", "right": "auto"}[v], map[string]string{"left": "auto", "right": "0"}[v])
			}
		}
	case pictures[tag]:
		switch v {
		case "left", "right":
			put("float:%s", v)
		case "top", "bottom", "middle":
			put("vertical-align:%s", strings.Replace(v, "bottom", "baseline", 1))
		case "absmiddle", "center":
			put("vertical-align:middle")
		case "texttop":
			put("vertical-align:text-top")
		}
	}
}

func borderHint(put func(string, ...any), tag, v string) {
	n, err := strconv.Atoi(strings.TrimSuffix(v, "px"))
	if err != nil && tag == "table" {
		n = 1 // "border" alone
	}
	if n <= 0 {
		return
	}
	switch {
	case tag == "table":
		put("border:%dpx outset gray", n)
	case pictures[tag]:
		put("border:%dpx solid", n)
	}
}

func fontHint(put func(string, ...any), tag, key, v string) {
	switch {
	case key == "color" && tag == "font":
		if c := legacyColor(v); c != "" {
			put("color:%s", c)
		}
	case key == "color" && tag == "hr":
		if c := legacyColor(v); c != "" {
			put("border-color:%s", c)
		}
	case key == "size" && tag == "hr":
		if n, err := strconv.Atoi(v); err == nil && n > 0 {
			put("border-width:%gpx 1px", float64(n)/2)
		}
	case key == "size" && tag == "font":
		n, err := strconv.Atoi(v)
		if err != nil {
			return
		}
		if v[0] == '+' || v[0] == '-' {
			n += 3
		}
		put("font-size:%s", [...]string{"x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"}[min(max(n, 1), 7)-1])
	case key == "face" && tag == "font" && v != "" && !strings.ContainsAny(v, ";{}"):
		put("font-family:%s", v)
	}
}

// cellHints are what a table's attributes say of its cells.
func cellHints(b *strings.Builder, n *html.Node) {
	table := n.Parent
	for table != nil && table.Data != "table" {
		table = table.Parent
	}
	if table == nil {
		return
	}
	for _, a := range table.Attr {
		switch a.Key {
		case "cellpadding":
			if d := dimension(a.Val); d != "" {
				fmt.Fprintf(b, "padding:%s;", d)
			}
		case "border":
			if n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(a.Val), "px")); err != nil || n > 0 {
				b.WriteString("border:1px inset gray;")
			}
		case "bordercolor":
			if c := legacyColor(a.Val); c != "" {
				fmt.Fprintf(b, "border-color:%s;", c)
			}
		case "rules":
			switch strings.ToLower(a.Val) {
			case "all":
				b.WriteString("border:1px solid;")
			case "rows":
				b.WriteString("border-width:1px 0;border-style:solid;")
			case "cols":
				b.WriteString("border-width:0 1px;border-style:solid;")
			}
		}
	}
}

// dimension reads a number of pixels or a percentage (HTML, 2.3.4.4); "" for
// none.
func dimension(v string) string {
	v = strings.TrimSpace(v)
	end := 0
	for end < len(v) && (v[end] >= '0' && v[end] <= '9' || v[end] == '.') {
		end++
	}
	if _, err := strconv.ParseFloat(v[:end], 64); err != nil {
		return ""
	}
	if strings.HasPrefix(v[end:], "%") {
		return v[:end] + "%"
	}
	return v[:end] + "px"
}

// legacyColor is a colour as attributes have it: a name, or six digits with or
// without #; "" for what is none.
func legacyColor(v string) string {
	v = strings.TrimSpace(v)
	if len(v) == 6 && !strings.HasPrefix(v, "#") {
		if _, err := strconv.ParseUint(v, 16, 32); err == nil {
			v = "#" + v
		}
	}
	if _, ok := parseColor(&reader{v: compact(scan([]byte(v)))}); !ok {
		return ""
	}
	return v
}

// hintBlock is the block of hints, parsed once.
func (c *Cascade) hintBlock(text string) *block {
	if b := c.hinted[text]; b != nil {
		return b
	}
	sheet := &Sheet{Name: c.opt.Base, src: []byte(text), lines: []int{0}, warned: map[string]bool{}}
	b := new(block)
	sheet.declarations(scan(sheet.src), b, nil)
	c.hinted[text] = b
	return b
}
