package sitetest

import (
	"net/url"
	"strings"
	"testing"

	"bantin/generator/bulletin"

	"golang.org/x/net/html"
)

// TestLinks follows every address in every page: what lies within the site
// must be there, its anchor too.
func TestLinks(t *testing.T) {
	for _, edition := range []bulletin.Edition{bulletin.Internal, bulletin.Public} {
		s := sample(t, edition)
		there := map[string]bool{}
		for _, name := range s.files(t, "") {
			there[name] = true
		}
		ids := map[string]map[string]bool{}
		links := map[string][]string{} // by file
		for _, name := range s.files(t, ".html") {
			ids[name] = map[string]bool{}
			walk(parse(t, s.read(t, name)), func(n *html.Node) {
				ids[name][attr(n, "id")] = true
				links[name] = append(links[name], addresses(n)...)
			})
		}
		checked := 0
		for name, all := range links {
			for _, link := range all {
				target, fragment, inside := s.target(t, name, link)
				if !inside {
					continue
				}
				checked++
				if !there[target] {
					t.Errorf("%s: %s: %q leads to %q, which is not there", edition, name, link, target)
				} else if fragment != "" && ids[target] != nil && !ids[target][fragment] {
					t.Errorf("%s: %s: %q: no such anchor in %s", edition, name, link, target)
				}
			}
		}
		t.Logf("%s: %d links within the site", edition, checked)
	}
}

func addresses(n *html.Node) (found []string) {
	for _, a := range n.Attr {
		switch {
		case a.Key == "href" || a.Key == "src" || a.Key == "poster" || a.Key == "data-ngoai-tuyen":
			found = append(found, a.Val)
		case a.Key == "content" && attr(n, "property") == "og:image":
			found = append(found, a.Val)
		case a.Key == "srcset":
			for _, part := range strings.Split(a.Val, ",") {
				found = append(found, strings.Fields(part)[0])
			}
		}
	}
	return found
}

// target is the file that a link in a file means; inside is false for a link
// to elsewhere.
func (s *site) target(t *testing.T, name, link string) (file, fragment string, inside bool) {
	base, err := url.Parse(s.url(name))
	if err != nil {
		t.Fatal(err)
	}
	u, err := base.Parse(link)
	if err != nil || link == "" {
		t.Errorf("%s: address %q: %v", name, link, err)
		return "", "", false
	}
	if u.Scheme != "http" || u.Host != base.Host {
		return "", "", false
	}
	rel, ok := strings.CutPrefix(u.Path, prefix)
	if !ok {
		t.Errorf("%s: %q leaves the site's folder", name, link)
		return "", "", false
	}
	if rel == "" || strings.HasSuffix(rel, "/") {
		rel += "index.html"
	}
	return rel, u.Fragment, true
}
