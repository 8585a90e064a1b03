package css

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// docWith parses a page and finds its element with id "x".
func docWith(t testing.TB, page string) (*html.Node, *html.Node) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if attr(n, "id") == "x" {
			return root, n
		}
	}
	t.Fatal("no element x")
	return nil, nil
}

// styled returns the style of the element with id "x" under a sheet.
func styled(t testing.TB, page, sheet string) (*Style, *Cascade, *html.Node) {
	t.Helper()
	root, n := docWith(t, page)
	s, _ := Parse("a.css", []byte(sheet))
	c := NewCascade(root, []*Sheet{s}, Options{})
	return c.Style(n), c, n
}

func TestUserAgentSheetIsUnderstood(t *testing.T) {
	s := userAgent()
	for _, w := range s.warnings {
		t.Errorf("%d:%d: %s", w.Line, w.Col, w.Message)
	}
}

func TestCascadeOrder(t *testing.T) {
	const doc = `<div class="a"><p id="x" class="b c" lang="vi">chữ</p></div>`
	for name, c := range map[string]struct {
		sheet string
		want  float64 // font size, pt
	}{
		"later wins (Cascade 4, 6.1)":          {`p{font-size:10pt} p{font-size:11pt}`, 11},
		"specificity (Selectors 4, 17)":        {`.b{font-size:10pt} p{font-size:11pt}`, 10},
		"id over classes":                      {`#x{font-size:10pt} .a .b.c{font-size:11pt}`, 10},
		"important over specificity":           {`p{font-size:10pt !important} #x{font-size:11pt}`, 10},
		"inheritance":                          {`.a{font-size:10pt}`, 10},
		"em of the parent":                     {`.a{font-size:10pt} p{font-size:2em}`, 20},
		"initial":                              {`.a{font-size:10pt} p{font-size:initial}`, 12},
		"inherit over unset rule":              {`.a{font-size:10pt} .b{font-size:9pt} #x{font-size:inherit}`, 10},
		"is() takes its strongest":             {`:is(p,#y){font-size:10pt} .b.c{font-size:11pt}`, 10},
		"where() weighs nothing":               {`p{font-size:10pt} :where(#x){font-size:11pt}`, 10},
		"bad selector drops its rule only":     {`p{font-size:10pt} p:foo{font-size:11pt}`, 10},
		"media print":                          {`@media print{p{font-size:10pt}} @media screen{p{font-size:11pt}}`, 10},
		"media width":                          {`p{font-size:9pt} @media (min-width:600px) and (max-width:900px){p{font-size:10pt}}`, 10},
		"media range":                          {`p{font-size:9pt} @media print and (400px < width <= 800px){p{font-size:10pt}}`, 10},
		"media not":                            {`p{font-size:9pt} @media not screen{p{font-size:10pt}}`, 10},
		"media list":                           {`@media screen, print{p{font-size:10pt}}`, 10},
		"supports":                             {`p{font-size:9pt} @supports (float: footnote) and (not (display: grid)){p{font-size:10pt}}`, 10},
		"var":                                  {`:root{--s:10pt} p{font-size:var(--s)}`, 10},
		"var fallback":                         {`p{font-size:var(--nope, 10pt)}`, 10},
		"var in var":                           {`:root{--a:5pt;--b:calc(var(--a)*2)} p{font-size:var(--b)}`, 10},
		"var circle is unset":                  {`.a{font-size:10pt} :root{--a:var(--b);--b:var(--a)} p{font-size:var(--a)}`, 10},
		"var overridden below":                 {`:root{--a:5pt} .a{--a:10pt} p{font-size:var(--a)}`, 10},
		"has child":                            {`div:has(> p){font-size:10pt}`, 10},
		"lang":                                 {`:lang(vi){font-size:10pt}`, 10},
		"nth-child":                            {`p:nth-child(odd){font-size:10pt}`, 10},
		"screen states match nothing":          {`p{font-size:10pt} p:hover, p:focus-visible{font-size:11pt}`, 10},
		"comment and bad declaration recovers": {`p{/* x */ color:; font-size:10pt; }`, 10},
	} {
		if s, _, _ := styled(t, doc, c.sheet); s.FontSize != c.want {
			t.Errorf("%s: font size %g, want %g", name, s.FontSize, c.want)
		}
	}
}
