package hugosite

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"bantin/generator/viet"

	"github.com/yuin/goldmark/ast"
)

// pointLinks makes the links of a text lead to the new names of its headings,
// whichever name their author wrote: the one that stock Hugo would have given,
// or ours. A name with marks in a link to another page becomes what headings
// there become.
func (a *anchorNames) pointLinks(doc ast.Node) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		link, ok := n.(*ast.Link)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		dest := string(link.Destination)
		page, fragment, found := strings.Cut(dest, "#")
		if u, err := url.Parse(dest); !found || fragment == "" || err != nil || u.IsAbs() || u.Host != "" {
			return ast.WalkContinue, nil
		}
		if name := a.resolve(page == "", fragment); name != fragment {
			link.Destination = []byte(page + "#" + name)
		}
		return ast.WalkContinue, nil
	})
}

// resolve returns the name that a fragment means; here says that it points
// into the same text.
func (a *anchorNames) resolve(here bool, fragment string) string {
	name, err := url.PathUnescape(fragment)
	if err != nil {
		return fragment
	}
	name = viet.NFC(name)
	if here {
		if a.used[name] {
			return name
		}
		for i, was := range a.was {
			if was == name {
				return a.now[i]
			}
		}
	}
	if strings.IndexFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return fragment
	}
	return viet.Slug(name)
}
