// Package check judges the content: what needs more than one page, or the text
// of a page, to be known as wrong. It reads a content.Tree and returns
// findings. It changes nothing; Mend returns what a file should become. The
// only files it opens are pictures, through Options.Files.
//
// Every rule has a code that never changes, so that editors can look it up and
// silence it for a line or a file, with a reason. A rule must not alarm on good
// text: what is only likely wrong is a hint.
package check

import (
	"io/fs"
	"runtime"
	"sync"

	"bantin/generator/bulletin"
	"bantin/generator/citation"
	"bantin/generator/content"
	"bantin/generator/ledger"
	"bantin/generator/picture"
)

// Options say what the site offers besides its content.
type Options struct {
	Shortcodes []string // names of the templates in layouts/_shortcodes
	// Calls reads the calls of shortcodes in a text, up to the first that cannot
	// be read, as the site's builder does; nil: calls are not judged.
	Calls      func([]byte) []Call
	Static     fs.FS          // the static folder; nil when there is none
	StaticRuns []string       // files in it that may hold scripts: "js/*.js"
	Files      fs.FS          // the content folder, for its pictures; nil: not looked at
	Pictures   *picture.Store // remembers what is known of them; nil: in memory alone
	// Ledger reads an edition's ledger of what is published; nil: there is none.
	Ledger func(bulletin.Edition) (*ledger.Ledger, []ledger.Problem)
}

// Call is one call of a shortcode in a page's text.
type Call struct {
	At    int // byte offset in the text
	Name  string
	Named map[string]string
	List  []string // values without a name
	Fault string   // English; "" when the call is well written
}

// pageRules judge one page by itself and the index.
var pageRules = []func(*pass){
	secrecy, photos, soundness, pictures, links, html, shortcodes,
	issueOf, wordQuotes, paperSize, imprint, advertising, length, documentsOf, documentKey, documentTerm, replacement, citations,
	privacy, award, session,
	aliases, normalForm, legacyText, invisible, unprintable, words, spaces, quotes, stars, points, tabTables, indented, verses, headings, footnotes,
	dates, numbers, percentages,
}

// crossRules need what all pages gave.
var crossRules = []func(*whole){sameWeight, sameIssue, emptyIssue, noIssue, sameAddress, staticFiles, lostAddresses, datesElsewhere, spelling, sameNames, series, entries, clashes}

// Checker judges the pages of one tree. It may be used concurrently.
type Checker struct{ *index }

// New prepares the judgement of a tree.
func New(tree *content.Tree, opt Options) *Checker { return &Checker{newIndex(tree, opt)} }

// Run judges the whole tree: New and Checker.Tree.
func Run(tree *content.Tree, opt Options) bulletin.Findings { return New(tree, opt).Tree() }

// Page judges one page of the tree by the rules that need no other page's
// text. It is what a live server calls for the file being written.
func (c *Checker) Page(p *content.Page) bulletin.Findings {
	pass := c.judge(p)
	return settle(pass, false)
}

// Tree judges every page that is in the edition; what is left out of it is
// still looked at for secrecy marks: such material may not lie in the folder.
func (c *Checker) Tree() bulletin.Findings {
	all := &whole{index: c.index, passes: c.judgeAll()}
	for _, rule := range crossRules {
		rule(all)
	}
	findings := all.loose
	for _, p := range all.passes {
		findings = append(findings, settle(p, true)...)
	}
	findings.Sort()
	return findings
}

func (c *Checker) judgeAll() []*pass {
	passes := make([]*pass, len(c.tree.Pages))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				passes[i] = c.judge(c.tree.Pages[i])
				passes[i].forget()
			}
		})
	}
	for i := range c.tree.Pages {
		next <- i
	}
	close(next)
	wg.Wait()
	return passes
}

func (c *Checker) judge(p *content.Page) *pass {
	pass := &pass{index: c.index, page: p}
	if p.Out != "" {
		secrecy(pass)
		return pass
	}
	for _, rule := range pageRules {
		rule(pass)
	}
	return pass
}

// whole is what the rules across pages see.
type whole struct {
	*index
	passes []*pass           // in the order of the tree's pages
	loose  bulletin.Findings // of files that are no pages, or that no editor may silence
}

// index finds pages by key.
type index struct {
	tree      *content.Tree
	opt       Options
	issues    map[string]*content.Page
	documents map[string]*content.Page
	register  *citation.Register
	anchors   anchorCache
	out       published
	season    func(bulletin.Season) (bulletin.AwardRules, bool)
}

func newIndex(tree *content.Tree, opt Options) *index {
	if opt.Pictures == nil {
		opt.Pictures = picture.NewStore("")
	}
	x := &index{tree: tree, opt: opt, issues: map[string]*content.Page{}, documents: map[string]*content.Page{}, register: citation.NewRegister(tree), season: bulletin.Season.Rules}
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
