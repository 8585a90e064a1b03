package check

import (
	"bytes"
	"cmp"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/prose"
	"bantin/generator/viet/legacy"
)

// markdown parses as Hugo does with the site's settings.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
	goldmark.WithParserOptions(parser.WithAttribute()),
)

// pass is one page under judgement.
type pass struct {
	*index
	page  *content.Page
	found []found

	tree_ ast.Node  // the body's tree; see doc
	texts []passage // see passages
	facts           // for the rules across pages

	calls   [][]int         // of shortcodes in the body; see outsideCalls
	legacy  legacy.Encoding // that some passage certainly has
	missing []string        // documents that the register lacks, as told
}

// found is a finding with what would put it right.
type found struct {
	bulletin.Finding
	edits []edit
}

// edit replaces bytes of the file.
type edit struct {
	from, to int
	with     string
}

// facts are what a page gives to the rules across pages.
type facts struct {
	cited []cited
	tones [2]tone // of the styles hòa and hoà

	members [2]tone // of "đảng viên" and "Đảng viên"
	persons []person
}

// forget drops what only the page's own rules need.
func (p *pass) forget() { p.tree_, p.texts = nil, nil }

// doc is the syntax tree of the body.
func (p *pass) doc() ast.Node {
	if p.tree_ == nil {
		p.tree_ = markdownTree(p.page.Body)
	}
	return p.tree_
}

// walk visits the body's syntax tree.
func (p *pass) walk(visit func(ast.Node)) {
	_ = ast.Walk(p.doc(), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			visit(n)
		}
		return ast.WalkContinue, nil
	})
}

// add reports a finding at the level of its rule. A draft that is not being
// built stops no build, except with a secrecy mark.
func (p *pass) add(pos content.Pos, code, message, fix string, edits ...edit) {
	level := ruleOf[code].Level
	if code != "do-mat" {
		level = p.page.Level(level)
	}
	p.addAs(level, pos, code, message, fix, edits...)
}

// addAs reports a finding at a lower level than its rule's.
func (p *pass) addAs(level bulletin.Level, pos content.Pos, code, message, fix string, edits ...edit) {
	if _, known := ruleOf[code]; !known {
		panic("check: no rule " + code)
	}
	if len(edits) > 0 {
		if edits = p.outsideCalls(edits); len(edits) == 0 {
			return // a file's name or an address: nothing to mend, nothing wrong
		}
	}
	p.found = append(p.found, found{bulletin.Finding{
		File: p.page.File(), Line: pos.Line, Col: pos.Col, Level: level, Code: code, Message: message, Fix: fix,
	}, edits})
}

// bodyAt is where the body begins in the file.
func (p *pass) bodyAt() int { return len(p.page.Raw) - len(p.page.Body) }

// pos turns a byte offset of the body into a place in the file.
func (p *pass) pos(offset int) content.Pos {
	body := p.page.Body
	offset = max(0, min(offset, len(body)))
	start := bytes.LastIndexByte(body[:offset], '\n') + 1
	return content.Pos{
		Line: cmp.Or(p.page.BodyLine, 1) + bytes.Count(body[:offset], []byte("\n")),
		Col:  utf8.RuneCount(body[start:offset]) + 1,
	}
}

// blocks are the body's blocks of prose.
func (p *pass) blocks() []prose.Block { return prose.Blocks(p.doc(), p.page.Body) }

// markdownTree parses a Markdown text as pages are parsed.
func markdownTree(source []byte) ast.Node { return markdown.Parser().Parse(text.NewReader(source)) }
