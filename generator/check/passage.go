package check

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"bantin/generator/content"
	"bantin/generator/prose"
)

// passage is a stretch of prose: a block of the body or a value of the front
// matter.
type passage struct {
	text  string // NFC
	block *prose.Block
	key   string // of the front matter, when block is nil
}

// passages are the page's texts, the front matter's first.
func (p *pass) passages() []passage {
	if p.texts != nil {
		return p.texts
	}
	p.texts = []passage{}
	if front := p.front(); front.IsValid() {
		p.values(front, "")
	}
	blocks := p.blocks()
	for i := range blocks {
		p.texts = append(p.texts, passage{text: blocks[i].Text, block: &blocks[i]})
	}
	return p.texts
}

// front is the page's typed front matter.
func (p *pass) front() reflect.Value {
	switch {
	case p.page.Model != nil:
		return reflect.ValueOf(p.page.Model).Elem()
	case p.page.Award != nil:
		return reflect.ValueOf(p.page.Award).Elem()
	case p.page.Session != nil:
		return reflect.ValueOf(p.page.Session).Elem()
	case p.page.Issue != nil:
		return reflect.ValueOf(p.page.Issue).Elem()
	case p.page.Document != nil:
		return reflect.ValueOf(p.page.Document).Elem()
	case p.page.Meta != nil:
		return reflect.ValueOf(p.page.Meta).Elem()
	}
	return reflect.Value{}
}

// noProse are keys whose values are names, keys or addresses.
var noProse = map[string]bool{
	"slug": true, "so": true, "tep": true, "van_ban": true, "lien_ket": true, "aliases": true,
	"layout": true, "outputs": true, "so_ky_hieu": true, "thay_the_boi": true,
}

// values collects the texts of a struct of package bulletin. A named string
// type is an enumeration.
func (p *pass) values(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			p.values(v.Elem(), path)
		}
	case reflect.Slice:
		for i := range v.Len() {
			p.values(v.Index(i), content.Index(path, i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if noProse[key] {
				continue
			}
			if sub := strings.Trim(path+"."+key, "."); v.Type().Field(i).PkgPath == "" {
				p.values(v.Field(i), sub)
			}
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && v.Len() > 0 {
			p.texts = append(p.texts, passage{text: v.String(), key: path})
		}
	}
}

// at is the place of byte i of the passage in the file.
func (p *pass) at(t *passage, i int) content.Pos {
	if t.block != nil {
		return p.pos(t.block.Source(i))
	}
	from, ok := p.valueAt(t)
	pos := p.page.At(t.key)
	if ok {
		start := bytes.LastIndexByte(p.page.Raw[:from], '\n') + 1
		pos.Col = utf8.RuneCount(p.page.Raw[start:from+i]) + 1
	}
	return pos
}

// valueAt is the byte of the file at which a value's text stands as it is; ok
// is false for values over several lines or with escapes.
func (p *pass) valueAt(t *passage) (at int, ok bool) {
	from, to, found := p.page.Scalar(t.key)
	if !found {
		return 0, false
	}
	i := bytes.Index(p.page.Raw[from:to], []byte(t.text))
	return from + i, i >= 0
}

// edit is the change that makes bytes from to to of the passage into with;
// nothing when it cannot be made safely.
func (p *pass) edit(t *passage, from, to int, with string) []edit {
	if t.block != nil {
		_, start, stop, ok := t.block.Span(from, to)
		if !ok {
			return nil
		}
		return []edit{{p.bodyAt() + start, p.bodyAt() + stop, with}}
	}
	at, ok := p.valueAt(t)
	if !ok || strings.ContainsAny(with, "\"'\\#:\n") {
		return nil
	}
	return []edit{{at + from, at + to, with}}
}

// quote is a word as messages show it.
func quote(s string) string { return fmt.Sprintf("“%s”", s) }
