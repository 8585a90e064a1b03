// Package check judges the content: what needs more than one page, or the text
// of a page, to be known as wrong. It reads a content.Tree and returns
// findings; it changes nothing and does no I/O.
//
// Every rule has a code that never changes, so that editors can look it up. A
// rule must not alarm on good text: what is only likely wrong is a hint.
package check

import (
	"io/fs"
	"runtime"
	"sync"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// Options say what the site offers besides its content.
type Options struct {
	Shortcodes []string // names of the templates in layouts/_shortcodes
	Static     fs.FS    // the static folder; nil when there is none
}

// rule looks at one page that is in the edition.
type rule func(*pass)

// rules in the order in which a page is judged.
var rules = []rule{
	approval, imprint, photos, award, address, issueOf, documentsOf, documentKey,
	secrecy, shortcodes, pictures, links,
}

// Run judges the pages that are in the tree's edition.
func Run(tree *content.Tree, opt Options) bulletin.Findings {
	index := newIndex(tree, opt)
	found := make([]bulletin.Findings, len(tree.Pages))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				found[i] = page(index, tree.Pages[i])
			}
		})
	}
	for i := range tree.Pages {
		next <- i
	}
	close(next)
	wg.Wait()
	findings := sameWeight(tree)
	for _, f := range found {
		findings = append(findings, f...)
	}
	findings.Sort()
	return findings
}

// page judges one page. What is left out of the edition is still looked at for
// secrecy marks: such material may not lie in the folder at all.
func page(index *index, p *content.Page) bulletin.Findings {
	pass := &pass{index: index, page: p}
	if p.Out != "" {
		secrecy(pass)
		return pass.findings
	}
	for _, r := range rules {
		r(pass)
	}
	return pass.findings
}

// pass is one page under judgement.
type pass struct {
	*index
	page     *content.Page
	findings bulletin.Findings
}

func (p *pass) add(level bulletin.Level, pos content.Pos, code, message, fix string) {
	p.findings = append(p.findings, bulletin.Finding{File: p.page.File(), Line: pos.Line, Col: pos.Col, Level: level, Code: code, Message: message, Fix: fix})
}

func (p *pass) err(pos content.Pos, code, message, fix string) {
	p.add(bulletin.Error, pos, code, message, fix)
}

// index finds pages by key.
type index struct {
	tree      *content.Tree
	opt       Options
	issues    map[string]*content.Page
	documents map[string]*content.Page
}

func newIndex(tree *content.Tree, opt Options) *index {
	x := &index{tree: tree, opt: opt, issues: map[string]*content.Page{}, documents: map[string]*content.Page{}}
	for _, p := range tree.Pages {
		switch p.Role {
		case content.Issue:
			x.issues[p.Key] = p
		case content.Document:
			x.documents[p.Key] = p
		}
	}
	return x
}
