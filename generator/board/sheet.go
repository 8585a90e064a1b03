package board

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// sheet is a sheet while it is being fitted.
type sheet struct {
	node  *html.Node
	id    string
	parts []part                      // in the order in which they go
	kids  map[*html.Node][]*html.Node // all children of the parts' parents
	out   []bool                      // the parts that are out, by index
	left  int                         // how many are, with the headings that they leave behind

	grows []growth // of data-lon-nhat, in order
	style string   // the sheet's own style attribute
}

// part is something that may be left out: the child number group of those that
// have the same rank, or the whole group.
type part struct {
	node, parent *html.Node
	group        int
}

// read finds the sheets of the document.
func (f *fitter) read() {
	for n := range f.tree.Descendants() {
		if v, ok := attr(n, "data-tam-nhin"); ok {
			f.metres, _ = strconv.ParseFloat(v, 64)
		}
		if _, ok := attr(n, "data-to"); !ok {
			continue
		}
		s := &sheet{node: n, kids: map[*html.Node][]*html.Node{}}
		s.id, _ = attr(n, "id")
		s.style, _ = attr(n, "style")
		s.readParts()
		s.readGrowth()
		f.sheets = append(f.sheets, s)
	}
}

// readParts lists what may be left out. Containers of one rank take turns, the
// one with the most children first, so that no article of a sheet loses all
// its text before another.
func (s *sheet) readParts() {
	byRank := map[int][][]*html.Node{}
	for n := range s.node.Descendants() {
		if rank, ok := number(n, "data-bot"); ok {
			byRank[rank] = append(byRank[rank], []*html.Node{n})
		}
		if rank, ok := number(n, "data-bot-con"); ok {
			byRank[rank] = append(byRank[rank], elements(n))
		}
	}
	first := 0
	for _, rank := range slices.Sorted(maps.Keys(byRank)) {
		for groups := byRank[rank]; ; {
			longest := slices.MaxFunc(groups, func(a, b []*html.Node) int { return cmp.Compare(len(a), len(b)) })
			if len(longest) == 0 {
				break
			}
			i := slices.IndexFunc(groups, func(g []*html.Node) bool { return len(g) == len(longest) })
			n := longest[len(longest)-1]
			groups[i] = longest[:len(longest)-1]
			s.parts = append(s.parts, part{n, n.Parent, first + i})
			s.kids[n.Parent] = slices.Collect(n.Parent.ChildNodes())
		}
		first += len(byRank[rank])
	}
	s.out = make([]bool, len(s.parts))
}

func elements(n *html.Node) (kids []*html.Node) {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			kids = append(kids, c)
		}
	}
	return kids
}

func number(n *html.Node, key string) (int, bool) {
	v, ok := attr(n, key)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(v)
	return i, err == nil
}

// growth is a custom property that takes the largest value that fits, pt.
type growth struct {
	property           string
	least, most, value float64
}

// readGrowth reads data-lon-nhat="--name least most; …".
func (s *sheet) readGrowth() {
	all, _ := attr(s.node, "data-lon-nhat")
	for _, one := range strings.Split(all, ";") {
		words := strings.Fields(one)
		if len(words) != 3 {
			continue
		}
		least, err1 := strconv.ParseFloat(words[1], 64)
		most, err2 := strconv.ParseFloat(words[2], 64)
		if err1 == nil && err2 == nil && least <= most {
			s.grows = append(s.grows, growth{words[0], least, most, least})
		}
	}
	s.grow()
}

// leave takes the first n parts out and puts the others back.
func (s *sheet) leave(n int) {
	for i := range s.out {
		s.out[i] = i < n
	}
	s.apply()
}

// apply takes out what out says, and what then ends its container though it
// announces what is gone.
func (s *sheet) apply() {
	gone, mayGo := map[*html.Node]bool{}, map[*html.Node]bool{}
	shorter := map[*html.Node]bool{}
	for i, p := range s.parts {
		mayGo[p.node] = true
		if s.out[i] {
			gone[p.node], shorter[p.parent] = true, true
		}
	}
	for parent := range shorter {
		for _, k := range slices.Backward(s.kids[parent]) {
			if k.Type != html.ElementNode || gone[k] {
				continue
			}
			if !mayGo[k] || !announces(k) {
				break
			}
			gone[k] = true
		}
	}
	for parent, kids := range s.kids {
		for parent.FirstChild != nil {
			parent.RemoveChild(parent.FirstChild)
		}
		for _, k := range kids {
			if !gone[k] {
				parent.AppendChild(k)
			}
		}
	}
	s.left = len(gone)
}

// announces reports whether n is nothing without what follows it: a heading, or
// a paragraph that ends with a colon.
func announces(n *html.Node) bool {
	return heading(n) || n.Data == "p" && strings.HasSuffix(strings.TrimSpace(text(n)), ":")
}

func heading(n *html.Node) bool {
	return len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}

// grow writes the values of the sheet's properties into its style.
func (s *sheet) grow() {
	var style strings.Builder
	for _, g := range s.grows {
		fmt.Fprintf(&style, "%s:%spt;", g.property, strconv.FormatFloat(g.value, 'f', 2, 64))
	}
	style.WriteString(s.style)
	if style.Len() == 0 {
		return
	}
	for i, a := range s.node.Attr {
		if a.Key == "style" {
			s.node.Attr[i].Val = style.String()
			return
		}
	}
	s.node.Attr = append(s.node.Attr, html.Attribute{Key: "style", Val: style.String()})
}
