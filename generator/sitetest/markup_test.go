package sitetest

import (
	"slices"
	"strings"
	"testing"

	"bantin/generator/bulletin"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// void elements have no end tag (HTML, 13.1.2).
var void = map[atom.Atom]bool{atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true,
	atom.Img: true, atom.Input: true, atom.Link: true, atom.Meta: true, atom.Source: true, atom.Track: true, atom.Wbr: true}

// blocks are elements that cannot stand in a paragraph: parsers would close it.
var blocks = map[atom.Atom]bool{atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Details: true,
	atom.Div: true, atom.Dl: true, atom.Fieldset: true, atom.Figure: true, atom.Footer: true, atom.Form: true, atom.H1: true,
	atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Hr: true, atom.Main: true,
	atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true, atom.Table: true, atom.Ul: true}

// parents says where an element may stand, for those that parsers move about.
var parents = map[atom.Atom][]atom.Atom{
	atom.Li: {atom.Ul, atom.Ol}, atom.Dt: {atom.Dl, atom.Div}, atom.Dd: {atom.Dl, atom.Div}, atom.Tr: {atom.Thead, atom.Tbody, atom.Table},
	atom.Td: {atom.Tr}, atom.Th: {atom.Tr}, atom.Thead: {atom.Table}, atom.Tbody: {atom.Table}, atom.Caption: {atom.Table},
	atom.Figcaption: {atom.Figure}, atom.Source: {atom.Picture, atom.Video, atom.Audio}, atom.Legend: {atom.Fieldset}, atom.Title: {atom.Head},
}

// TestMarkup reads every page tag by tag, as strictly as XML: no end tag is
// left out or wrong, nothing stands where a parser would move it from, no
// attribute or id comes twice.
func TestMarkup(t *testing.T) {
	for _, edition := range []bulletin.Edition{bulletin.Internal, bulletin.Public} {
		s := sample(t, edition)
		for _, name := range s.files(t, ".html") {
			for _, fault := range markupFaults(s.read(t, name), isPage(name)) {
				t.Errorf("%s: %s: %s", edition, name, fault)
			}
		}
	}
}

// markupFaults reads one page; onScreen asks for what keeps a page from moving
// while its pictures load.
func markupFaults(text string, onScreen bool) (faults []string) {
	report := func(parts ...string) { faults = append(faults, strings.Join(parts, " ")) }
	var open []html.Token
	ids := map[string]bool{}
	foreign := 0 // depth inside svg, whose rules are its own
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			for _, o := range open {
				report("not closed:", o.String())
			}
			return faults
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := string(z.Raw())
			tok := z.Token()
			tok.Type = html.StartTagToken
			checkAttributes(tok, ids, onScreen, report)
			if foreign == 0 {
				checkPlace(tok, open, report)
			}
			if void[tok.DataAtom] || foreign > 0 && strings.HasSuffix(raw, "/>") {
				continue
			}
			if tok.DataAtom == atom.Svg || foreign > 0 {
				foreign++
			}
			open = append(open, tok)
		case html.EndTagToken:
			tok := z.Token()
			if len(open) == 0 || open[len(open)-1].Data != tok.Data {
				report("stray", tok.String())
				return faults
			}
			open = open[:len(open)-1]
			if foreign > 0 {
				foreign--
			}
		}
	}
}

func checkAttributes(tok html.Token, ids map[string]bool, onScreen bool, report func(...string)) {
	seen := map[string]bool{}
	for _, a := range tok.Attr {
		if seen[a.Key] {
			report("attribute twice:", tok.String())
		}
		seen[a.Key] = true
		if a.Key == "id" {
			if a.Val == "" || strings.ContainsAny(a.Val, " \t\n") || ids[a.Val] {
				report("id empty, with a space or twice:", tok.String())
			}
			ids[a.Val] = true
		}
		if strings.HasPrefix(a.Key, "on") {
			report("script in an attribute:", tok.String())
		}
	}
	if tok.DataAtom == atom.Img && (!seen["alt"] || onScreen && !(seen["width"] && seen["height"])) {
		report("picture without alt or size:", tok.String())
	}
}

func checkPlace(tok html.Token, open []html.Token, report func(...string)) {
	parent := atom.Atom(0)
	if len(open) > 0 {
		parent = open[len(open)-1].DataAtom
	}
	if allowed := parents[tok.DataAtom]; allowed != nil && !slices.Contains(allowed, parent) {
		report("in the wrong place:", tok.String(), "in", parent.String())
	}
	if (parent == atom.Ul || parent == atom.Ol) && tok.DataAtom != atom.Li {
		report("not an item of the list:", tok.String())
	}
	for _, o := range open {
		if o.DataAtom == atom.P && blocks[tok.DataAtom] {
			report("block in a paragraph:", tok.String())
		}
		if o.DataAtom == atom.A && (tok.DataAtom == atom.A || tok.DataAtom == atom.Button) {
			report("link in a link:", tok.String())
		}
	}
}

func parse(t testing.TB, text string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func walk(n *html.Node, visit func(*html.Node)) {
	if n.Type == html.ElementNode {
		visit(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, visit)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
