package sitetest

import (
	"path"
	"testing"

	"bantin/generator/bulletin"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// TestOutline: each page of the site has one main part, one first heading, and
// no heading skips a level.
func TestOutline(t *testing.T) {
	s := sample(t, bulletin.Internal)
	for _, name := range s.files(t, ".html") {
		if !isPage(name) {
			continue
		}
		level, mains, firsts := 0, 0, 0
		walk(parse(t, s.read(t, name)), func(n *html.Node) {
			if n.DataAtom == atom.Main {
				mains++
			}
			if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
				now := int(n.Data[1] - '0')
				if now > level+1 {
					t.Errorf("%s: h%d after h%d", name, now, level)
				}
				if level = now; now == 1 {
					firsts++
				}
			}
		})
		if mains != 1 || firsts != 1 {
			t.Errorf("%s: %d main parts, %d first headings", name, mains, firsts)
		}
	}
}

// isPage says whether a file is a page of the site, not a printed page or a letter.
func isPage(name string) bool {
	base := path.Base(name)
	return base == "index.html" || base == "404.html"
}
