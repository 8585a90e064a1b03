package css

import (
	"sort"
	"strings"
)

// SupportTable returns the table of supported properties in Markdown, as it
// stands in the README: longhands, shorthands, then descriptors of @page.
func SupportTable() string {
	var rows [][3]string
	add := func(name, values, spec string) {
		if n := len(rows); n > 0 && rows[n-1][1] == values && rows[n-1][2] == spec {
			rows[n-1][0] += ", " + name
			return
		}
		rows = append(rows, [3]string{name, values, spec})
	}
	for _, p := range longhands {
		add(p.name, p.values, p.spec)
	}
	for _, s := range shortOrder {
		add(s.name, s.values, s.spec)
	}
	add("size (@page)", "one or two lengths, A5, A4, A3, B5, B4, JIS-B5, JIS-B4, letter, legal, ledger, portrait, landscape", "CSS Page 3, 7.1")
	add("marks (@page)", "none, crop, cross", "CSS Page 3, marks")
	add("bleed (@page)", "auto, lengths", "CSS Page 3, bleed")
	add("--*", "anything; var() with fallback", "CSS Variables 1, 2")
	var b strings.Builder
	b.WriteString("| property | values supported | specification section |\n|---|---|---|\n")
	for _, r := range rows {
		b.WriteString("| " + r[0] + " | " + strings.ReplaceAll(r[1], "|", "\\|") + " | " + r[2] + " |\n")
	}
	return b.String()
}

// Aliases lists the other names of properties as "name = property", sorted.
func Aliases() []string {
	var out []string
	for from, to := range aliases {
		out = append(out, from+" = "+to)
	}
	sort.Strings(out)
	return out
}

// Defaults lists the properties of which only the default behaviour exists.
func Defaults() []string {
	var out []string
	for name := range onlyDefault {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

// Ignored lists the properties that are passed over in silence.
func Ignored() []string {
	var out []string
	for name := range ignored {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}
