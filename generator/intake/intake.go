// Package intake makes an article of what people send: a Word file, a web page,
// a message, a sheet of figures, photographs. It reads and arranges; scaffold
// writes.
//
// Contract: every visible word of the source is in the article, in a field, or
// in the report; nothing is published that was a comment, hidden or struck out.
// The same source gives the same article. Errors and the report are Vietnamese.
package intake

import (
	"fmt"
	"strconv"
	"time"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/markdown"
	"bantin/generator/intake/shape"
	"bantin/generator/scaffold"
)

// Source is a file as it was brought.
type Source struct {
	Name string
	Data []byte
}

// Options are what the editor says beforehand.
type Options struct {
	Kind   string // "" to find out
	Title  string
	Values map[string]string // fields, as for scaffold
	Today  time.Time
}

// Article is an article that is not written yet.
type Article struct {
	File   scaffold.File
	Report Report
}

// Make makes an article of a text and of photographs that came with it; either
// may be missing.
func Make(text *Source, photos []Source, opt Options) (*Article, error) {
	m := &manuscript.Manuscript{}
	name := ""
	if text != nil {
		var err error
		if m, err = Read(*text); err != nil {
			return nil, err
		}
		name = text.Name
	} else if len(photos) > 0 {
		name = photos[0].Name
	}
	for _, p := range photos {
		m.Blocks = append(m.Blocks, photograph(p))
	}
	return arrange(m, name, opt)
}

// photograph is a picture that stands alone at the end of the text.
func photograph(s Source) manuscript.Block {
	return &manuscript.Paragraph{Runs: []manuscript.Run{{Picture: &manuscript.Picture{Name: s.Name, Data: s.Data, Own: true}}}}
}

// arrange finds the parts of a text, and makes the files.
func arrange(m *manuscript.Manuscript, name string, opt Options) (*Article, error) {
	unprintable(m)
	facts := shape.Shape(m)
	a := &Article{Report: Report{Source: name, Facts: facts}}
	kind := kindOf(m, facts)
	if opt.Kind != "" {
		kind = guess{opt.Kind, ""}
	}
	k, ok := scaffold.KindOf(kind.name)
	if !ok || kind.name == "so" {
		return nil, fmt.Errorf("không nhập được thành loại %q", kind.name)
	}
	a.Report.Kind, a.Report.Why = k, kind.why
	pictures, files := namePictures(m)
	values := fields(kind.name, facts, pictures)
	for key, v := range opt.Values {
		values[key] = v
	}
	title := titleOf(kind.name, facts, name, opt)
	a.Report.Title, a.Report.Pictures, a.Report.Left = title, pictures, m.Left
	body := markdown.Write(leadPicture(kind.name, m.Blocks))
	file, err := scaffold.Make(scaffold.Request{Kind: k, Title: title, Today: opt.Today, Values: values, Body: body})
	if err != nil {
		return nil, fmt.Errorf("tạo bài từ %s: %w", name, err)
	}
	if len(files) > 0 {
		file.Beside = files
	}
	a.File = file
	a.Report.Empty, a.Report.Dated = file.Empty, values["date"] != ""
	return a, nil
}

// leadPicture leaves a picture that stands before all text to the front matter:
// the site shows it large above the article.
func leadPicture(kind string, blocks []manuscript.Block) []manuscript.Block {
	if len(blocks) < 2 || kind == "hoc-tap" || kind == "van-ban" {
		return blocks
	}
	if p, ok := blocks[0].(*manuscript.Paragraph); ok && len(p.Pictures()) == 1 && p.Text() == "" {
		return blocks[1:]
	}
	return blocks
}

// fields are the front matter that is known.
func fields(kind string, f shape.Facts, pictures []*manuscript.Picture) map[string]string {
	v := map[string]string{}
	set := func(key, value string) {
		if value != "" {
			v[key] = value
		}
	}
	if !f.Date.IsZero() {
		v["date"] = f.Date.Format(time.DateOnly)
	}
	if kind == "van-ban" {
		set("so_ky_hieu", f.Number)
		set("co_quan", f.Organ)
		set("trich_yeu", first(f.Subject, f.Title))
		return v
	}
	set("tom_tat", f.Lead)
	set("don_vi", f.Organ)
	set("tac_gia.0.ho_ten", f.Author)
	set("tac_gia.0.chuc_vu", f.Position)
	for i, p := range pictures {
		at := "anh." + strconv.Itoa(i) + "."
		set(at+"tep", p.File)
		set(at+"chu_thich", p.Caption)
		set(at+"tac_gia", first(p.Credit, f.PhotoCredit))
		set(at+"alt", p.Alt)
	}
	return v
}

func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
