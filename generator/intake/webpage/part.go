package webpage

import (
	"encoding/base64"
	"net/url"
	"path"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bantin/generator/intake/manuscript"
)

// target lets links out that a site may show, and tells the others.
func (r *reader) target(href string) string {
	href = strings.TrimSpace(href)
	if href == "" || strings.HasPrefix(href, "#") {
		return ""
	}
	u, err := url.Parse(href)
	if err == nil && ((u.Scheme == "http" || u.Scheme == "https") && u.Host != "" || u.Scheme == "mailto") {
		return u.String()
	}
	r.m.Leave(manuscript.Outside, href)
	return ""
}

// image takes a picture over that the page itself holds; nothing is fetched.
func (r *reader) image(n *html.Node, l look) {
	src := attr(n, "src")
	head, data, ok := strings.Cut(src, ",")
	if !strings.HasPrefix(head, "data:image/") || !ok || !strings.HasSuffix(head, ";base64") {
		if src != "" {
			r.m.Leave(manuscript.Outside, shortName(src))
		}
		return
	}
	raw, err := base64.StdEncoding.DecodeString(strings.NewReplacer("\n", "", "\r", "", " ", "", "%3D", "=").Replace(data))
	if err != nil {
		r.m.Leave(manuscript.Unread, shortName(src))
		return
	}
	pic := &manuscript.Picture{Name: "anh", Data: raw, Alt: strings.Join(strings.Fields(attr(n, "alt")), " ")}
	r.run(manuscript.Run{Picture: pic}, l)
}

func shortName(src string) string {
	if u, err := url.Parse(src); err == nil && u.Scheme != "data" {
		return src
	}
	return path.Base(src[:min(len(src), 40)])
}

// maxSpan is more columns or rows than anybody lets a cell span.
const maxSpan = 200

// table reads a table into a grid.
func (r *reader) table(n *html.Node, l look, depth int) {
	t := &manuscript.Table{Borders: attr(n, "border") != "" && attr(n, "border") != "0" || n.Parent != nil && strings.Contains(attr(n, "class"), "TableGrid")}
	var rows []*html.Node
	collect(n, atom.Tr, &rows)
	for i, tr := range rows {
		for len(t.Rows) <= i {
			t.Rows = append(t.Rows, nil)
		}
		r.row(t, tr, i, l, depth)
	}
	width := 0
	for _, row := range t.Rows {
		width = max(width, len(row))
	}
	for i := range t.Rows {
		for len(t.Rows[i]) < width {
			t.Rows[i] = append(t.Rows[i], manuscript.Cell{Columns: 1, Rows: 1})
		}
	}
	if width > 0 {
		r.m.Blocks = append(r.m.Blocks, t)
	}
}

// collect lists the elements of a table, without those of tables within it.
func collect(n *html.Node, want atom.Atom, found *[]*html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom == want:
			*found = append(*found, c)
		case c.DataAtom == atom.Thead || c.DataAtom == atom.Tbody || c.DataAtom == atom.Tfoot:
			collect(c, want, found)
		}
	}
}

func (r *reader) row(t *manuscript.Table, tr *html.Node, i int, l look, depth int) {
	header := tr.Parent.DataAtom == atom.Thead
	at := 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th || len(t.Rows[i]) > 4*maxSpan {
			continue
		}
		for at < len(t.Rows[i]) && t.Rows[i][at].Covered {
			at++
		}
		cell := manuscript.Cell{Columns: span(c, "colspan"), Rows: span(c, "rowspan"), Blocks: r.inside(c, l, depth)}
		for y := range cell.Rows {
			for len(t.Rows) <= i+y {
				t.Rows = append(t.Rows, nil)
			}
			row := &t.Rows[i+y]
			for len(*row) < at+cell.Columns {
				*row = append(*row, manuscript.Cell{Columns: 1, Rows: 1})
			}
			for x := range cell.Columns {
				(*row)[at+x].Covered = true
			}
		}
		t.Rows[i][at] = cell
		at += cell.Columns
	}
	if header && t.Headers == i {
		t.Headers++
	}
}

func span(n *html.Node, key string) int {
	v, err := strconv.Atoi(attr(n, key))
	if err != nil {
		return 1
	}
	return max(1, min(v, maxSpan))
}

// inside reads a cell or note apart.
func (r *reader) inside(n *html.Node, l look, depth int) []manuscript.Block {
	other := &reader{m: &manuscript.Manuscript{}, notes: r.notes}
	cell := l.styled(n)
	cell.item, cell.heading = nil, 0
	other.block(n, cell, depth+1)
	other.flush()
	r.m.Left = append(r.m.Left, other.m.Left...)
	r.deep = r.deep || other.deep
	return other.m.Blocks
}
