package box

import (
	"fmt"
	"io"
	"strings"

	"bantin/generator/press/css"

	"golang.org/x/net/html"
)

var kindNames = [...]string{"block", "inline", "text", "atomic", "replaced", "break", "table", "row-group", "row", "cell", "flex", "leader", "marker", "footnote-call"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("kind(%d)", k)
}

// Dump writes the tree under root for tests and for the eye: one box a line,
// children indented.
func Dump(w io.Writer, root *Box) error {
	return dump(w, root, 0)
}

func dump(w io.Writer, x *Box, depth int) error {
	if _, err := fmt.Fprintf(w, "%s%s%s\n", strings.Repeat("  ", depth), x.Kind, x.details()); err != nil {
		return fmt.Errorf("dumping the box tree: %w", err)
	}
	for _, k := range x.Children {
		if err := dump(w, k, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// details names what distinguishes a box: element, pseudo-element, text …
func (x *Box) details() string {
	var b strings.Builder
	add := func(format string, args ...any) { fmt.Fprintf(&b, " "+format, args...) }
	if x.Node != nil && x.Node.Type == html.ElementNode {
		add("<%s>", x.Node.Data)
	}
	if x.Pseudo != "" {
		add("::%s", x.Pseudo)
	}
	if x.ID != "" {
		add("#%s", x.ID)
	}
	if x.Text != "" {
		add("%q", x.Text)
	}
	for _, c := range x.Content {
		add("content(kind=%d name=%q arg=%q target=%q)", c.Kind, c.Name, c.Arg, c.Target)
	}
	if r := x.Replaced(); r != (Replaced{}) {
		if r.Source != "" || r.Alt != "" {
			add("src=%q alt=%q", r.Source, r.Alt)
		}
		if r.Width != 0 || r.Height != 0 {
			add("%gx%g", r.Width, r.Height)
		}
	}
	if x.Href != "" {
		add("href=%q", x.Href)
	}
	if x.ColSpan > 1 || x.RowSpan > 1 {
		add("span=%dx%d", x.ColSpan, x.RowSpan)
	}
	if len(x.Columns) > 0 {
		add("columns=%d", len(x.Columns))
	}
	if outOfFlow(x) {
		add("%s", flowName(x.Style))
	}
	named := x.Named()
	for _, s := range named.Strings {
		add("string(%s=%q)", s.Name, s)
	}
	if named.Bookmark != "" {
		add("bookmark=%q", named.Bookmark)
	}
	for _, c := range named.Counters {
		add("counter(%s=%d)", c.Name, c.Value)
	}
	return b.String()
}

func flowName(s *css.Style) string {
	switch s.Position {
	case css.Absolute:
		return "absolute"
	case css.Running:
		return "running(" + s.Running + ")"
	}
	return "float-" + [...]string{"", "left", "right", "top", "bottom", "footnote"}[s.Float]
}
