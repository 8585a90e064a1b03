// Package citation finds the documents that texts cite: it looks numbers up in
// the register and, in the syntax tree of a text on its way through Hugo, makes
// each a link to its document's page. It changes nothing but the tree.
package citation

import (
	"cmp"
	"slices"
	"time"

	"bantin/generator/content"
	"bantin/generator/viet"
	"bantin/generator/viet/vanban"
)

// Register finds documents by their numbers.
type Register struct {
	byNumber map[string][]*content.Page // the oldest first
}

// NewRegister reads the register of a tree, what is out of its edition included.
func NewRegister(tree *content.Tree) *Register {
	r := &Register{byNumber: map[string][]*content.Page{}}
	for _, p := range tree.Pages {
		if p.Document != nil && p.Document.Number != "" {
			n := normal(p.Document.Number)
			r.byNumber[n] = append(r.byNumber[n], p)
		}
	}
	for _, docs := range r.byNumber {
		slices.SortStableFunc(docs, func(a, b *content.Page) int {
			return cmp.Or(a.Meta.Date.Compare(b.Meta.Date), cmp.Compare(a.Key, b.Key))
		})
	}
	return r
}

func normal(number string) string {
	if n, err := vanban.Parse(viet.NFC(number)); err == nil {
		return n.Normal
	}
	return viet.NFC(number)
}

// Match says what came of a look-up.
type Match int

const (
	Unknown   Match = iota // no document has the number
	Found                  // this one is meant
	OtherDate              // the number is known, with another date than the text gives
	Ambiguous              // several documents have the number, nothing tells which is meant
)

// Lookup finds the document that the number n means in page from. Numbers start
// again in every term of office: the date after the number decides, or else
// what the article lists in its front matter, or else which was the newest when
// the article appeared. With OtherDate the document of the nearest date is
// returned.
func (r *Register) Lookup(n vanban.Number, from *content.Page) (*content.Page, Match) {
	docs := r.byNumber[n.Normal]
	switch {
	case len(docs) == 0:
		return nil, Unknown
	case n.Date != nil && n.Date.Err == nil:
		return onDate(docs, n.Date.Time)
	case len(docs) == 1:
		return docs[0], Found
	}
	return inContext(docs, from)
}

func onDate(docs []*content.Page, day time.Time) (*content.Page, Match) {
	best := docs[0]
	for _, d := range docs {
		if d.Meta.Date.IsZero() && len(docs) == 1 || SameDay(d.Meta.Date, day) {
			return d, Found
		}
		if d.Meta.Date.Sub(day).Abs() < best.Meta.Date.Sub(day).Abs() {
			best = d
		}
	}
	return best, OtherDate
}

func inContext(docs []*content.Page, from *content.Page) (*content.Page, Match) {
	if from.Article != nil {
		for _, d := range docs {
			if slices.Contains(from.Article.Documents, d.Key) {
				return d, Found
			}
		}
	}
	if from.Meta == nil || from.Meta.Date.IsZero() {
		return nil, Ambiguous
	}
	for _, d := range slices.Backward(docs) {
		if !d.Meta.Date.IsZero() && !d.Meta.Date.After(from.Meta.Date) {
			return d, Found
		}
	}
	return nil, Ambiguous
}

// SameDay compares the days of two times, each in its own zone.
func SameDay(a, b time.Time) bool {
	ay, am, ad := a.Date()
	by, bm, bd := b.Date()
	return ay == by && am == bm && ad == bd
}
