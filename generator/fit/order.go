package fit

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// worthwhile is what another order must save to be taken.
const worthwhile = 40

// reorder tries to change neighbours of one column of articles, where the issue
// allows it. The first article stays the first.
func (s *searcher) reorder(best *label) (*label, error) {
	for i := 1; i+1 < len(s.stories); i++ {
		if columnOf(s.stories[i].node) != columnOf(s.stories[i+1].node) || s.stories[i].pinned != nil || s.stories[i+1].pinned != nil {
			continue
		}
		s.swap(i)
		other, err := s.once()
		if err != nil {
			return nil, err
		}
		if s.final(other) < s.final(best)-worthwhile {
			best = other
		} else {
			s.swap(i)
		}
	}
	return best, nil
}

func (s *searcher) swap(i int) {
	s.stories[i], s.stories[i+1] = s.stories[i+1], s.stories[i]
	s.models[i], s.models[i+1] = s.models[i+1], s.models[i]
}

// columnOf is the column that an article belongs to, as it is printed.
func columnOf(a *html.Node) string { return strings.Join(strings.Fields(text(find(a, "muc"))), " ") }

// arrange puts the articles of a tree, and the contents on its cover, in an order.
func arrange(tree *html.Node, ids []string) {
	rank := func(id string) int { return slices.Index(ids, id) }
	permute(articles(tree), func(n *html.Node) int { return rank(attr(n, "id")) })
	if list := find(tree, "muc-luc"); list != nil {
		var items []*html.Node
		for n := range list.Descendants() {
			if n.Data == "li" {
				items = append(items, n)
			}
		}
		permute(items, func(n *html.Node) int {
			for a := range n.Descendants() {
				if a.Data == "a" {
					return rank(strings.TrimPrefix(attr(a, "href"), "#"))
				}
			}
			return -1
		})
	}
}

// permute puts nodes in the order of their ranks, in the places that they have.
func permute(nodes []*html.Node, rank func(*html.Node) int) {
	sorted := slices.Clone(nodes)
	slices.SortStableFunc(sorted, func(a, b *html.Node) int { return cmp.Compare(rank(a), rank(b)) })
	if slices.Equal(nodes, sorted) {
		return
	}
	places := make([]*html.Node, len(nodes))
	for i, n := range nodes {
		places[i] = &html.Node{Type: html.CommentNode}
		n.Parent.InsertBefore(places[i], n)
		n.Parent.RemoveChild(n)
	}
	for i, p := range places {
		p.Parent.InsertBefore(sorted[i], p)
		p.Parent.RemoveChild(p)
	}
}
