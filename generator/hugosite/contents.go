package hugosite

import (
	"slices"
	"strconv"

	"github.com/gohugoio/hugo/markup/converter"
	"github.com/gohugoio/hugo/markup/tableofcontents"
)

// anchorNames are the anchors of one text, in its order.
type anchorNames struct {
	used     map[string]bool
	headings []string // new names
	was, now []string // headings and terms
}

// free returns base, or base with the first free number.
func (a *anchorNames) free(base string) string {
	name := base
	for i := 1; a.used[name]; i++ {
		name = base + "-" + strconv.Itoa(i)
	}
	return name
}

func (a *anchorNames) put(was, now string, heading bool) {
	a.used[now] = true
	a.was, a.now = append(a.was, was), append(a.now, now)
	if heading {
		a.headings = append(a.headings, now)
	}
}

// contents is Hugo's table of contents with the new names. Hugo fills it in
// the order of the text and leaves the ID empty only in the entries that it
// inserts to bridge a skipped level.
func (a *anchorNames) contents(toc *tableofcontents.Fragments) *tableofcontents.Fragments {
	if toc == nil || len(a.now) == 0 {
		return toc
	}
	rest := a.headings
	renamed := &tableofcontents.Fragments{HeadingsMap: map[string]*tableofcontents.Heading{}}
	var walk func(tableofcontents.Headings)
	walk = func(headings tableofcontents.Headings) {
		for _, h := range headings {
			if h.ID != "" && len(rest) > 0 {
				h.ID, rest = rest[0], rest[1:]
				renamed.HeadingsMap[h.ID] = h
			}
			walk(h.Headings)
		}
	}
	walk(toc.Headings)
	renamed.Headings = toc.Headings
	renamed.Identifiers = a.identifiers(toc.Identifiers)
	return renamed
}

// identifiers replaces the old names among all identifiers of the text.
func (a *anchorNames) identifiers(all []string) []string {
	ids := slices.Clone(all)
	for _, was := range a.was {
		if i := slices.Index(ids, was); i >= 0 {
			ids = slices.Delete(ids, i, i+1)
		}
	}
	ids = append(ids, a.now...)
	slices.Sort(ids)
	return ids
}

// parsed is a parsed text with its renamed table of contents.
type parsed struct {
	converter.ResultParse
	toc *tableofcontents.Fragments
}

func (p parsed) TableOfContents() *tableofcontents.Fragments { return p.toc }

// converted is a rendered text; Hugo asks it for its table of contents.
type converted struct {
	converter.ResultRender
	parse converter.ResultParse
}

func (c converted) TableOfContents() *tableofcontents.Fragments { return c.parse.TableOfContents() }
