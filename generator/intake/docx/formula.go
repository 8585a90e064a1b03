package docx

import (
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
)

// formula writes a formula on one line, and tells it.
func (r *reader) formula(n *ooxml.Node) string {
	text := linear(n)
	r.m.Leave(manuscript.Formula, text)
	return text
}

func linear(n *ooxml.Node) string {
	if n == nil {
		return ""
	}
	part := func(name string) string { return linear(n.Child(name)) }
	switch n.Name {
	case "m:t":
		return n.Text
	case "m:f":
		return grouped(part("m:num")) + "/" + grouped(part("m:den"))
	case "m:sSup":
		return part("m:e") + "^" + grouped(part("m:sup"))
	case "m:sSub":
		return part("m:e") + "_" + grouped(part("m:sub"))
	case "m:rad":
		return "√" + grouped(part("m:e"))
	case "m:d":
		return "(" + strings.Join(each(n, "m:e"), "; ") + ")"
	}
	return strings.Join(each(n, ""), "")
}

func each(n *ooxml.Node, name string) (parts []string) {
	for _, c := range n.Children {
		if name == "" || c.Name == name {
			parts = append(parts, linear(c))
		}
	}
	return parts
}

func grouped(s string) string {
	if len([]rune(s)) > 1 && strings.ContainsAny(s, "+-−=/ ") {
		return "(" + s + ")"
	}
	return s
}
