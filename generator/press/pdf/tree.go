package pdf

// Bookmark is one entry of an outline.
type Bookmark struct {
	Title string
	Level int // 1 and deeper; a jump of more than one counts as one
	Dest  any
}

// AddOutline writes the outline (ISO 32000-1, 12.3.3), all entries open; 0 when
// there are none.
func (d *Writer) AddOutline(marks []Bookmark) Ref {
	if len(marks) == 0 {
		return 0
	}
	type node struct {
		ref, parent, prev, next, first, last Ref
		below                                int
	}
	nodes := make([]node, len(marks)+1)
	nodes[0].ref = d.Alloc()
	path := []int{0} // the open entries, the root first
	for i, m := range marks {
		at := i + 1
		n := &nodes[at]
		n.ref = d.Alloc()
		path = path[:min(max(m.Level, 1), len(path))]
		up := &nodes[path[len(path)-1]]
		n.parent, n.prev = up.ref, up.last
		if up.last == 0 {
			up.first = n.ref
		} else {
			for j := at - 1; j > 0; j-- {
				if nodes[j].ref == up.last {
					nodes[j].next = n.ref
					break
				}
			}
		}
		up.last = n.ref
		for _, a := range path {
			nodes[a].below++
		}
		path = append(path, at)
	}
	for i, n := range nodes {
		dict := Dict{{"Type", Name("Outlines")}}
		if i > 0 {
			dict = Dict{{"Title", marks[i-1].Title}, {"Parent", n.parent}, {"Dest", marks[i-1].Dest}}
		}
		for _, link := range []Entry{{"Prev", n.prev}, {"Next", n.next}, {"First", n.first}, {"Last", n.last}} {
			if link.Value != Ref(0) {
				dict = append(dict, link)
			}
		}
		if n.below > 0 {
			dict = append(dict, Entry{"Count", n.below})
		}
		d.Set(n.ref, dict)
	}
	return nodes[0].ref
}

// treeLeaf is how many entries one node of a name or number tree holds.
const treeLeaf = 64

// AddTree writes a name tree (kind Names) or a number tree (kind Nums) of pairs
// key, value in rising order (ISO 32000-1, 7.9.6 and 7.9.7).
func (d *Writer) AddTree(kind Name, pairs Array) Ref {
	if len(pairs) <= 2*treeLeaf {
		return d.Add(Dict{{kind, pairs}})
	}
	var kids Array
	for len(pairs) > 0 {
		n := min(len(pairs), 2*treeLeaf)
		leaf := pairs[:n]
		pairs = pairs[n:]
		kids = append(kids, d.Add(Dict{{"Limits", Array{leaf[0], leaf[n-2]}}, {kind, leaf}}))
	}
	return d.Add(Dict{{"Kids", kids}})
}

// AddPages writes the page tree root and sets each page's dictionary with its
// parent.
func (d *Writer) AddPages(refs []Ref, pages []Dict) Ref {
	root := d.Alloc()
	kids := make(Array, len(refs))
	for i, r := range refs {
		kids[i] = r
		d.Set(r, append(Dict{{"Type", Name("Page")}, {"Parent", root}}, pages[i]...))
	}
	d.Set(root, Dict{{"Type", Name("Pages")}, {"Count", len(refs)}, {"Kids", kids}})
	return root
}
