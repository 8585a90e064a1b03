package css

import (
	"encoding/binary"
	"path"
	"sort"
	"strings"

	"golang.org/x/net/html"
)

// Metrics tells, for the face that a style asks for, the height of x, the
// width of 0 and the ascent, all in em. Zero means unknown.
type Metrics func(families []string, weight int, italic bool) (xHeight, zeroWidth, ascent float64)

// Options of a cascade. The zero value is usable.
type Options struct {
	Metrics Metrics                           // for ex and ch; nil takes 0.5 em
	Import  func(name string) ([]byte, error) // reads @import; nil reports each
	Base    string                            // address of the document, for url() in style attributes
}

// Cascade computes the styles of one document. It is not for concurrent use.
type Cascade struct {
	opt      Options
	sheets   []*Sheet
	elements index
	pseudos  map[string]*index
	pages    []*pageRule
	faces    []FontFace
	warnings []Warning
	warned   map[string]bool

	root   *html.Node
	rootSt *Style
	view   [2]float64
	styles map[*html.Node]*Style
	shared map[shareKey]*Style
	anon   map[anonKey]*Style
	pageSt map[PageSelector]*PageStyle
	inline *Sheet
	pend   map[pendKey][]decl
	hinted map[string]*block // by text

	rules   uint32 // selectors so far, for the order of appearance
	scratch []*ranked
	key     []byte
	won     []decl
}

// shareKey finds elements whose styles are equal: same parent style, same
// rules, same language.
type shareKey struct {
	parent              *Style
	rules, lang, inline string
}

type anonKey struct {
	parent  *Style
	display Display
}

// ranked is a selector with its rule and its place in the cascade.
type ranked struct {
	sel    *selector
	block  *block
	author bool
	order  uint32
}

// before is the cascading order of CSS Cascade 4, section 6.1, within one
// importance: origin, specificity, order of appearance.
func (a *ranked) before(b *ranked) bool {
	if a.author != b.author {
		return b.author
	}
	if a.sel.weight != b.sel.weight {
		return a.sel.weight < b.sel.weight
	}
	return a.order < b.order
}

// index finds the rules that may match an element by what their rightmost
// compound asks for.
type index struct {
	id, class, tag map[string][]*ranked
	any            []*ranked
}

func (ix *index) add(r *ranked) {
	if ix.id == nil {
		ix.id, ix.class, ix.tag = map[string][]*ranked{}, map[string][]*ranked{}, map[string][]*ranked{}
	}
	switch {
	case r.sel.id != "":
		ix.id[r.sel.id] = append(ix.id[r.sel.id], r)
	case r.sel.class != "":
		ix.class[r.sel.class] = append(ix.class[r.sel.class], r)
	case r.sel.tag != "":
		ix.tag[r.sel.tag] = append(ix.tag[r.sel.tag], r)
	default:
		ix.any = append(ix.any, r)
	}
}

// NewCascade prepares the styles of doc under the author's sheets, in order.
func NewCascade(doc *html.Node, sheets []*Sheet, opt Options) *Cascade {
	c := &Cascade{opt: opt, pseudos: map[string]*index{}, warned: map[string]bool{}, styles: map[*html.Node]*Style{},
		shared: map[shareKey]*Style{}, anon: map[anonKey]*Style{}, pageSt: map[PageSelector]*PageStyle{},
		pend: map[pendKey][]decl{}, hinted: map[string]*block{}, won: make([]decl, len(longhands)), view: [2]float64{mediaWidth * 0.75, mediaHeight * 0.75}}
	c.inline, _ = Parse(opt.Base, nil)
	c.root = rootOf(doc)
	c.use(userAgent(), false)
	for _, s := range sheets {
		c.add(s, nil)
	}
	if c.root != nil {
		c.rootSt = c.Style(c.root)
	}
	c.setView()
	return c
}

func rootOf(doc *html.Node) *html.Node {
	for n := doc; n != nil; n = n.FirstChild {
		if n.Type == html.ElementNode {
			return n
		}
		for s := n.FirstChild; n.Type == html.DocumentNode && s != nil; s = s.NextSibling {
			if s.Type == html.ElementNode {
				return s
			}
		}
	}
	return nil
}

// maxImports bounds the nesting of @import.
const maxImports = 12

// add uses a sheet after those it imports; trail holds the sheets that import
// it, so that a circle ends.
func (c *Cascade) add(s *Sheet, trail []string) {
	trail = append(trail, path.Clean(s.Name))
	for _, name := range s.imports {
		if len(trail) > maxImports || contains(trail, path.Clean(name)) {
			c.warn(Warning{File: s.Name, Message: "@import of " + name + " goes in a circle or too deep"})
			continue
		}
		if c.opt.Import == nil {
			c.warn(Warning{File: s.Name, Message: "@import of " + name + ": no files can be read here"})
			continue
		}
		src, err := c.opt.Import(name)
		if err != nil {
			c.warn(Warning{File: s.Name, Message: "@import of " + name + ": " + err.Error()})
			continue
		}
		sub, _ := Parse(name, src)
		c.add(sub, trail)
	}
	c.use(s, true)
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

func (c *Cascade) use(s *Sheet, author bool) {
	c.sheets = append(c.sheets, s)
	for _, r := range s.rules {
		for i := range r.selectors {
			sel := &r.selectors[i]
			c.rules++
			entry := &ranked{sel, &r.block, author, c.rules}
			ix := &c.elements
			if sel.pseudo != "" {
				if ix = c.pseudos[sel.pseudo]; ix == nil {
					ix = &index{}
					c.pseudos[sel.pseudo] = ix
				}
			}
			ix.add(entry)
		}
	}
	c.pages = append(c.pages, s.pages...)
	c.faces = append(c.faces, s.faces...)
	if author {
		for _, w := range s.warnings {
			c.warn(w)
		}
	}
}

func (c *Cascade) warn(w Warning) {
	if k := w.File + "\x00" + w.Message; !c.warned[k] {
		c.warned[k] = true
		c.warnings = append(c.warnings, w)
	}
}

// Warnings returns everything found so far, each once: what the sheets report,
// and what only came to light on elements (style attributes, var()).
func (c *Cascade) Warnings() []Warning {
	for _, w := range c.inline.warnings {
		c.warn(w)
	}
	return c.warnings
}

// FontFaces returns the @font-face rules in order.
func (c *Cascade) FontFaces() []FontFace { return c.faces }

// candidates collects the rules that match n, in cascading order.
func (c *Cascade) candidates(ix *index, n *html.Node) []*ranked {
	out := c.scratch[:0]
	try := func(list []*ranked) {
		for _, r := range list {
			if r.sel.matches(n) {
				out = append(out, r)
			}
		}
	}
	try(ix.any)
	try(ix.tag[n.Data])
	for _, a := range n.Attr {
		switch {
		case a.Key == "id" && a.Namespace == "":
			try(ix.id[a.Val])
		case a.Key == "class" && a.Namespace == "":
			for _, k := range strings.Fields(a.Val) {
				try(ix.class[k])
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].before(out[j]) })
	c.scratch = out
	return dedupe(out)
}

// dedupe drops a rule that was found twice through a repeated class.
func dedupe(rs []*ranked) []*ranked {
	out := rs[:0]
	for i, r := range rs {
		if i == 0 || r != rs[i-1] {
			out = append(out, r)
		}
	}
	return out
}

// shareKeyOf builds the key under which equal styles are found.
func (c *Cascade) shareKeyOf(parent *Style, rs []*ranked, lang, inline string) shareKey {
	k := c.key[:0]
	for _, r := range rs {
		k = binary.AppendUvarint(k, uint64(r.order))
	}
	c.key = k
	return shareKey{parent, string(k), lang, inline}
}
