// Package docx reads Word files from their OOXML (ECMA-376): what a reader of
// the finished text sees, and a list of all that is left out. It guesses
// nothing: what a bold line or a table means is package shape's to find out.
//
// Contract: every visible character of the final text comes out, once. Tracked
// insertions and moves are kept and deletions carried out, each told; comments,
// hidden text, running heads, tables of contents and foreign objects are told
// and left out. Hostile files are refused by package ooxml.
package docx

import (
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
)

// Read reads a Word file.
func Read(data []byte) (*manuscript.Manuscript, error) {
	pkg, err := ooxml.Open(data)
	if err != nil {
		return nil, err
	}
	main, err := pkg.Main()
	if err != nil {
		return nil, err
	}
	root, err := pkg.XML(main)
	if err != nil {
		return nil, err
	}
	body := root.Child("w:body")
	if root.Name != "w:document" || body == nil {
		return nil, &ooxml.Error{Fault: ooxml.WrongKind, Part: main}
	}
	r := &reader{pkg: pkg, part: main, m: &manuscript.Manuscript{}, pictures: map[string]*manuscript.Picture{}}
	if err := r.prepare(); err != nil {
		return nil, err
	}
	r.m.Blocks = r.blocks(body)
	r.finish()
	if r.err != nil {
		return nil, r.err
	}
	r.comments()
	r.runningHeads()
	return r.m, r.err
}

type reader struct {
	pkg      *ooxml.Package
	part     string // the part being read
	rels     map[string]ooxml.Relation
	related  map[string]string // kind of relation of the main part -> part
	heads    []string
	styles   *styles
	numbers  *numbering
	notes    map[string]*ooxml.Node // "footnote 2"
	m        *manuscript.Manuscript
	pictures map[string]*manuscript.Picture
	fields   []*field
	pending  []manuscript.Run   // of a paragraph that goes on in the next
	after    []manuscript.Block // text boxes of the paragraph being read
	reformat int                // tracked changes of looks
	err      error
}

// prepare reads the parts that the text refers to.
func (r *reader) prepare() error {
	var err error
	if r.rels, err = r.pkg.Relations(r.part); err != nil {
		return err
	}
	r.related = map[string]string{}
	for _, rel := range r.rels {
		if rel.External || !r.pkg.Has(rel.Target) {
			continue
		}
		if rel.Type == "header" || rel.Type == "footer" {
			r.heads = append(r.heads, rel.Target)
		}
		r.related[rel.Type] = rel.Target
	}
	if r.styles, err = readStyles(r.tree("styles")); err != nil {
		return err
	}
	r.numbers = readNumbering(r.tree("numbering"), r.styles)
	r.notes = map[string]*ooxml.Node{}
	for _, kind := range []string{"footnote", "endnote"} {
		root := r.tree(kind + "s")
		if root == nil {
			continue
		}
		for _, n := range root.Children {
			if t := n.Attr("w:type"); t == "" || t == "normal" {
				r.notes[kind+" "+n.Attr("w:id")] = n
			}
		}
	}
	return r.err
}

// tree reads a part that the main part names, nil when there is none.
func (r *reader) tree(kind string) *ooxml.Node {
	part := r.related[kind]
	if part == "" {
		return nil
	}
	root, err := r.pkg.XML(part)
	if err != nil && r.err == nil {
		r.err = err
	}
	return root
}

// finish tells what was only counted.
func (r *reader) finish() {
	if len(r.pending) > 0 {
		r.m.Blocks = append(r.m.Blocks, &manuscript.Paragraph{Runs: manuscript.Join(r.pending)})
	}
	if r.reformat > 0 {
		r.m.Left = append(r.m.Left, manuscript.Left{Kind: manuscript.Reformatted, Count: r.reformat})
	}
}

// comments tells every comment.
func (r *reader) comments() {
	root := r.tree("comments")
	if root == nil {
		return
	}
	for _, c := range root.Children {
		if text := r.aside(r.related["comments"], c); text != "" {
			r.m.Left = append(r.m.Left, manuscript.Left{Kind: manuscript.Comment, Text: text, Who: c.Attr("w:author")})
		}
	}
}

// runningHeads tells what stands above and below the pages.
func (r *reader) runningHeads() {
	told := map[string]bool{}
	for _, part := range sorted(r.heads) {
		root, err := r.pkg.XML(part)
		if err != nil {
			r.err = err
			return
		}
		text := r.aside(part, root)
		if strings.Trim(text, "0123456789-–/ \nTrangtrang") != "" && !told[text] {
			told[text] = true
			r.m.Leave(manuscript.Header, text)
		}
	}
}

// aside is the text of another part, without telling what is left out of it.
func (r *reader) aside(part string, n *ooxml.Node) string {
	other := *r
	other.m, other.part, other.fields, other.pending, other.after = &manuscript.Manuscript{}, part, nil, nil, nil
	if rels, err := r.pkg.Relations(part); err == nil {
		other.rels = rels
	}
	return manuscript.PlainText(other.blocks(n))
}
