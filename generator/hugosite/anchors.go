package hugosite

import (
	"strconv"
	"strings"
	"sync"

	"bantin/generator/viet"

	"github.com/gohugoio/hugo/markup/converter"
	"github.com/gohugoio/hugo/markup/goldmark"
	"github.com/gohugoio/hugo/tpl"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// providerMu guards goldmark.Provider, from which Hugo makes the Markdown
// converters of new sites. It is the one place from which both the headings
// and the template function anchorize get their names.
var providerMu sync.Mutex

// withAnchors runs makeSites, which calls hugolib.NewHugoSites, so that the
// sites name their anchors in ASCII and pass each syntax tree to rewrite.
func withAnchors(rewrite rewriter, makeSites func() error) error {
	providerMu.Lock()
	defer providerMu.Unlock()
	stock := goldmark.Provider
	goldmark.Provider = anchorProviders{stock, rewrite}
	defer func() { goldmark.Provider = stock }()
	return makeSites()
}

// rewriter may change a parsed text; file is absolute, "" if there is none.
type rewriter func(doc ast.Node, source []byte, file string)

func (e *Engine) rewrite(doc ast.Node, source []byte, file string) {
	if e.opt.Goldmark != nil {
		e.opt.Goldmark(doc, source, e.display(file))
	}
}

type anchorProviders struct {
	stock   converter.ProviderProvider
	rewrite rewriter
}

func (p anchorProviders) New(cfg converter.ProviderConfig) (converter.Provider, error) {
	inner, err := p.stock.New(cfg)
	if err != nil {
		return nil, err
	}
	return converter.NewProvider(inner.Name(), func(ctx converter.DocumentContext) (converter.Converter, error) {
		conv, err := inner.New(ctx)
		if err != nil {
			return nil, err
		}
		return &anchorConverter{stock: conv.(stockConverter), rewrite: p.rewrite, file: ctx.Filename}, nil
	}), nil
}

// stockConverter is what Hugo's goldmark converter has always been.
type stockConverter interface {
	converter.ParseRenderer
	converter.AnchorNameSanitizer
}

type anchorConverter struct {
	stock   stockConverter
	rewrite rewriter
	file    string
}

// SanitizeAnchorName serves the template function anchorize.
func (c *anchorConverter) SanitizeAnchorName(s string) string { return viet.Slug(s) }

func (c *anchorConverter) Parse(ctx converter.RenderContext) (converter.ResultParse, error) {
	result, err := c.stock.Parse(ctx)
	if err != nil {
		return nil, err
	}
	doc, ok := result.Doc().(ast.Node)
	if !ok {
		return result, nil
	}
	names := c.renameAnchors(doc, ctx.Src)
	names.pointLinks(doc)
	c.rewrite(doc, ctx.Src, c.file)
	return parsed{result, names.contents(result.TableOfContents())}, nil
}

func (c *anchorConverter) Render(ctx converter.RenderContext, doc any) (converter.ResultRender, error) {
	return c.stock.Render(ctx, doc)
}

func (c *anchorConverter) Convert(ctx converter.RenderContext) (converter.ResultRender, error) {
	p, err := c.Parse(ctx)
	if err != nil {
		return nil, err
	}
	r, err := c.Render(ctx, p.Doc())
	if err != nil {
		return nil, err
	}
	return converted{r, p}, nil
}

// renameAnchors gives every heading and defined term that Hugo named by itself
// its ASCII name, numbered -1, -2 … where names repeat, in Hugo's order. A
// name that the author wrote, as in "## Title {#name}", stays. Which is which
// the tree does not tell: Hugo's own name for the same text does.
func (c *anchorConverter) renameAnchors(doc ast.Node, source []byte) *anchorNames {
	names := &anchorNames{used: map[string]bool{}}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		fallback := ""
		switch n.Kind() {
		case ast.KindHeading:
			fallback = "heading"
		case east.KindDefinitionTerm:
			fallback = "term"
		default:
			return ast.WalkContinue, nil
		}
		value, _ := n.AttributeString("id")
		id, ok := value.([]byte)
		if !ok {
			return ast.WalkContinue, nil
		}
		text := anchorText(n, source)
		name := string(id)
		if isNumbered(name, orElse(c.stock.SanitizeAnchorName(text), fallback)) {
			name = names.free(orElse(viet.Slug(text), fallback))
			n.SetAttributeString("id", []byte(name))
		}
		names.put(string(id), name, n.Kind() == ast.KindHeading)
		return ast.WalkContinue, nil
	})
	return names
}

// anchorText is the text from which Hugo names n: of a heading of several
// lines the last line.
func anchorText(n ast.Node, source []byte) string {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		plainText(&b, child, source)
	}
	text := string(util.ResolveEntityNames([]byte(b.String())))
	if h, ok := n.(*ast.Heading); ok && h.Lines().Len() > 1 {
		return text[strings.LastIndexByte(text, '\n')+1:]
	}
	return text
}

func plainText(b *strings.Builder, n ast.Node, source []byte) {
	switch n := n.(type) {
	case *ast.RawHTML:
		b.WriteString(strings.TrimSpace(tpl.StripHTML(string(n.Segments.Value(source)))))
	case *ast.String:
		b.Write(n.Value)
	case *ast.Text:
		b.Write(n.Segment.Value(source))
		if n.HardLineBreak() || n.SoftLineBreak() {
			b.WriteByte('\n')
		}
	default:
		// Hugo's quirk: of a nested node it reads the first child alone.
		if child := n.FirstChild(); child != nil {
			plainText(b, child, source)
		}
	}
}

// isNumbered says whether name is base or base with a number: base-1.
func isNumbered(name, base string) bool {
	if name == base {
		return true
	}
	rest, ok := strings.CutPrefix(name, base+"-")
	if !ok {
		return false
	}
	_, err := strconv.ParseUint(rest, 10, 32)
	return err == nil
}

func orElse(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}
