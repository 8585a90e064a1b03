package layout

// sources notes on the structure elements where the HTML elements that they
// were made of were written. Of two nodes that share an element the smaller
// value counts, so that the order of the map does not matter.
func (t *tags) sources(attr string) {
	if attr == "" {
		return
	}
	for n, e := range t.nodes {
		for _, a := range n.Attr {
			if a.Key == attr && (e.Source == "" || a.Val < e.Source) {
				e.Source = a.Val
			}
		}
	}
}
