package intake

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/andybalholm/cascadia"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"bantin/generator/intake/markdown"
)

// outcome is what a converter made of a document.
type outcome struct {
	page   string // HTML
	text   string
	tree   *html.Node
	values map[string]string // ours alone
	left   []string
	kind   string
}

func newOutcome(page string) (*outcome, error) {
	tree, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, err
	}
	return &outcome{page: page, tree: tree, text: textOf(tree)}, nil
}

func textOf(n *html.Node) string {
	var b bytes.Buffer
	if err := html.Render(&b, n); err != nil {
		panic(err)
	}
	text, _ := markdown.Text(b.String())
	return norm.NFC.String(text)
}

var site = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))

// ours is what a reader of the bulletin sees of an article, and its fields.
func ours(a *Article) (*outcome, error) {
	front, body, _ := strings.Cut(strings.TrimPrefix(string(a.File.Data), "---\n"), "\n---\n")
	var page bytes.Buffer
	fmt.Fprintf(&page, "<h1>%s</h1><p>%s</p>", html.EscapeString(a.Report.Title), html.EscapeString(a.Report.Facts.Lead))
	for _, p := range a.Report.Pictures {
		if !strings.Contains(body, "]("+p.File+")") {
			fmt.Fprintf(&page, `<img src="%s">`, p.File)
		}
		fmt.Fprintf(&page, "<p>%s</p>", html.EscapeString(p.Caption))
	}
	if err := site.Convert([]byte(body), &page); err != nil {
		return nil, err
	}
	o, err := newOutcome(page.String())
	if err != nil {
		return nil, err
	}
	o.values, o.kind = frontValues(front), a.Report.Kind.Name
	for _, l := range a.Report.Left {
		o.left = append(o.left, l.Text)
	}
	return o, nil
}

// frontValues are the values of front matter as scaffold writes it, by path.
func frontValues(front string) map[string]string {
	values, list, index := map[string]string{}, "", -1
	for line := range strings.Lines(front) {
		line = strings.TrimRight(line, "\n")
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "#") {
			continue
		}
		key, rest, ok := strings.Cut(strings.TrimPrefix(trimmed, "- "), ":")
		if !ok {
			continue
		}
		value, _, _ := strings.Cut(rest, " # ")
		value = strings.ReplaceAll(strings.Trim(strings.TrimSpace(value), `"`), `\"`, `"`)
		switch {
		case line == trimmed:
			list, index = key, -1
			values[key] = value
		default:
			if strings.HasPrefix(trimmed, "- ") {
				index++
			}
			values[fmt.Sprintf("%s.%d.%s", list, index, key)] = value
		}
	}
	return values
}

func (o *outcome) elements(selector string) (texts []string) {
	for _, n := range cascadia.QueryAll(o.tree, cascadia.MustCompile(selector)) {
		texts = append(texts, textOf(n))
	}
	return texts
}

func anyHas(texts []string, want string, whole bool) bool {
	for _, t := range texts {
		if t == want || !whole && strings.Contains(t, want) {
			return true
		}
	}
	return false
}

// holds judges one point. own says that only our importer can be asked.
func (o *outcome) holds(point string) (ok, own bool) {
	what, arg, _ := strings.Cut(point, ": ")
	want := strings.Join(strings.Fields(arg), " ")
	switch what {
	case "has":
		return strings.Contains(o.text, want), false
	case "not":
		return !strings.Contains(o.text, want) && !strings.Contains(o.page, "href=\""+want) && !(want == "<pre" && strings.Contains(o.page, want)), false
	case "label": // as text, or as a list that counts with letters
		_, item, _ := strings.Cut(want, " ")
		return strings.Contains(o.text, want) || strings.Contains(o.page, `type="a"`) && anyHas(o.elements("li"), item, true), false
	case "once":
		return strings.Count(o.text, want) == 1, false
	case "head":
		return anyHas(o.elements("h1,h2,h3,h4,h5,h6"), want, true), false
	case "item":
		return anyHas(o.elements("li"), want, false), false
	case "cell":
		return anyHas(o.elements("td,th"), want, true), false
	case "bold":
		return anyHas(o.elements("strong,b"), want, false), false
	case "italic":
		return anyHas(o.elements("em,i"), want, true), false
	case "quote":
		return anyHas(o.elements("blockquote"), want, true), false
	case "line":
		return anyHas(o.elements("p,li"), want, true), false
	case "image":
		return fmt.Sprint(len(cascadia.QueryAll(o.tree, cascadia.MustCompile("img")))) == want, false
	case "link":
		for _, n := range cascadia.QueryAll(o.tree, cascadia.MustCompile("a[href]")) {
			for _, a := range n.Attr {
				if a.Key == "href" && a.Val == want {
					return true, false
				}
			}
		}
		return false, false
	case "start":
		return strings.Contains(o.page, `<ol start="`+want+`"`), false
	case "verse":
		return len(cascadia.QueryAll(o.tree, cascadia.MustCompile("br"))) > 0, false
	case "sup":
		return strings.Contains(o.text, want) || strings.Contains(o.page, "m<sup>2</sup>"), false
	case "field":
		key, value, _ := strings.Cut(want, "=")
		return o.values[key] == value, true
	case "left":
		return anyHas(o.left, want, false), true
	case "kind":
		return o.kind == want, true
	}
	panic("unknown point " + point)
}
