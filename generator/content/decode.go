package content

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/viet"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// frontLine is the file's line on which front matter starts.
const frontLine = 2

// decode fills the page's typed front matter and reports whatever does not fit
// the types of package bulletin. It reports false when nothing could be read.
func (r *pageReader) decode(p *Page, front []byte) bool {
	target := p.target()
	// The parser gives up on CR and loses count of lines.
	file, err := parser.ParseBytes(bytes.ReplaceAll(front, []byte("\r"), nil), 0)
	if err != nil {
		r.syntaxError(err)
		return false
	}
	d := decoder{r, p}
	var root ast.Node
	if len(file.Docs) > 0 {
		root = file.Docs[0].Body
	}
	if len(file.Docs) > 1 {
		r.add(Pos{1, 1}, "ly-lich", "phần lý lịch có nhiều đoạn", "bỏ các dòng --- hoặc ... ở giữa lý lịch")
		return false
	}
	if root != nil {
		if _, isMap := root.(ast.MapNode); !isMap {
			r.add(at(root), "ly-lich", "phần lý lịch không phải danh sách mục", "viết mỗi mục một dòng dạng  title: \"Đầu đề\"")
			return false
		}
		d.mapping(root, target, "")
	}
	d.required(target.Type(), "", frontMatterEnd)
	for _, key := range p.Role.required() {
		if !p.Has(key) {
			d.missing(key, frontMatterEnd)
		}
	}
	return true
}

// frontMatterEnd is where a missing key of the whole page is reported.
var frontMatterEnd = Pos{1, 1}

func (r *pageReader) syntaxError(err error) {
	pos, reason := Pos{frontLine, 1}, err.Error()
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) {
		reason = syntax.Message
		if syntax.Token != nil {
			pos = place2pos(syntax.Token.Position)
		}
	}
	r.add(pos, "yaml", "lý lịch viết sai cú pháp YAML ("+strings.TrimSpace(reason)+")", "xem lại dấu hai chấm, dấu ngoặc kép và số dấu cách đầu dòng ở dòng này và dòng trước")
}

func place2pos(p *token.Position) Pos { return Pos{p.Line + frontLine - 1, p.Column} }

func at(n ast.Node) Pos { return place2pos(n.GetToken().Position) }

// decoder walks the YAML tree beside the Go type.
type decoder struct {
	r *pageReader
	p *Page
}

// field is one key of a struct type.
type field struct {
	index []int
	typ   reflect.Type
	rule  string
}

// fields lists a struct's keys; embedded structs give theirs.
func fields(t reflect.Type) map[string]field {
	keys := map[string]field{}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name != "" {
			keys[name] = field{f.Index, f.Type, f.Tag.Get("rule")}
		}
	}
	return keys
}

func (d decoder) mapping(n ast.Node, v reflect.Value, path string) {
	keys := fieldsOf(v.Type())
	for it := n.(ast.MapNode).MapRange(); it.Next(); {
		pair := it.KeyValue()
		name := viet.NFC(pair.Key.GetToken().Value)
		f, known := keys[name]
		if !known {
			d.unknown(pair, name, keys)
			continue
		}
		child := join(path, name)
		if d.p.Has(child) {
			d.r.add(at(pair.Key), "lap-muc", fmt.Sprintf("mục %q ghi hai lần", name), "giữ lại một")
			continue
		}
		if isNull(pair.Value) {
			continue // an empty key says nothing, as if it were absent
		}
		d.p.keys[child] = at(pair.Value)
		d.value(pair.Value, v.FieldByIndex(f.index), child, f.rule)
	}
}

func (d decoder) unknown(pair *ast.MappingValueNode, name string, keys map[string]field) {
	var names []string
	for k := range keys {
		names = append(names, k)
	}
	fix := "bỏ mục này, hoặc xem các mục được phép trong HUONG-DAN.md"
	if near := bulletin.Nearest(name, sorted(names)); near != "" {
		fix = fmt.Sprintf("có phải %q không?", near)
	}
	d.r.add(at(pair.Key), "muc-la", fmt.Sprintf("không có mục %q", name), fix)
}

func isNull(n ast.Node) bool {
	_, null := n.(*ast.NullNode)
	return null || n == nil
}

var timeType = reflect.TypeFor[time.Time]()

// value decodes one node into v.
func (d decoder) value(n ast.Node, v reflect.Value, path, rule string) {
	switch {
	case v.Type() == timeType:
		d.time(n, v, path)
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), path, rule)
	case v.Kind() == reflect.Struct:
		if _, ok := n.(ast.MapNode); !ok {
			d.wrongType(n, path, "một nhóm mục con", "xuống dòng, thụt vào hai dấu cách, rồi ghi từng mục con")
			return
		}
		d.mapping(n, v, path)
		d.required(v.Type(), path, at(n))
	case v.Kind() == reflect.Slice:
		d.list(n, v, path)
	case v.Kind() == reflect.Map:
		if _, ok := n.(ast.MapNode); !ok {
			d.wrongType(n, path, "một nhóm mục con", "xem hướng dẫn của Hugo về mục này")
		}
	case v.Kind() == reflect.String:
		d.text(n, v, path, rule)
	case v.Kind() == reflect.Int:
		d.number(n, v, path)
	case v.Kind() == reflect.Bool:
		b, ok := n.(*ast.BoolNode)
		if !ok {
			d.wrongType(n, path, "true hoặc false", "ghi true (có) hoặc false (không), không đặt trong ngoặc kép")
			return
		}
		v.SetBool(b.Value)
	}
}

func (d decoder) list(n ast.Node, v reflect.Value, path string) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		d.wrongType(n, path, "một danh sách", "ghi mỗi phần tử một dòng, mở đầu bằng dấu gạch: “- …”")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(seq.Values), len(seq.Values)))
	for i, item := range seq.Values {
		child := join(path, strconv.Itoa(i))
		d.p.keys[child] = at(item)
		d.value(item, v.Index(i), child, "")
	}
}

func (d decoder) text(n ast.Node, v reflect.Value, path, rule string) {
	var s string
	switch n := n.(type) {
	case *ast.StringNode:
		s = n.Value
	case *ast.LiteralNode:
		s = strings.TrimRight(n.Value.Value, "\n")
	default:
		d.wrongType(n, path, "chữ", "đặt giá trị trong ngoặc kép: \""+n.GetToken().Value+"\"")
		return
	}
	s = viet.NFC(s)
	if enum, ok := v.Interface().(interface{ Values() []string }); ok && !d.allowed(n, path, s, enum.Values()) {
		return
	}
	if limit, ok := strings.CutPrefix(rule, "max="); ok {
		most, _ := strconv.Atoi(limit)
		if have := len([]rune(s)); have > most {
			d.r.add(at(n), "qua-dai", fmt.Sprintf("mục %q dài %d ký tự, nhiều nhất là %d", path, have, most), fmt.Sprintf("bớt đi ít nhất %d ký tự", have-most))
		}
	}
	v.SetString(s)
}

func (d decoder) allowed(n ast.Node, path, s string, values []string) bool {
	for _, ok := range values {
		if s == ok {
			return true
		}
	}
	fix := "các giá trị được phép: " + strings.Join(values, ", ")
	if near := bulletin.Nearest(viet.Slug(s), values); near != "" {
		fix = fmt.Sprintf("có phải %q không? %s", near, fix)
	}
	d.r.add(at(n), "gia-tri", fmt.Sprintf("mục %q không nhận giá trị %q", path, s), fix)
	return false
}

func (d decoder) number(n ast.Node, v reflect.Value, path string) {
	i, err := strconv.Atoi(n.GetToken().Value)
	if _, ok := n.(*ast.IntegerNode); !ok || err != nil {
		d.wrongType(n, path, "một số nguyên", "ghi bằng chữ số, không có dấu chấm hay ngoặc kép")
		return
	}
	v.SetInt(int64(i))
}

func (d decoder) wrongType(n ast.Node, path, want, fix string) {
	d.r.add(at(n), "kieu-gia-tri", fmt.Sprintf("mục %q phải là %s", path, want), fix)
}

// required reports the keys that a struct must have and path does not hold.
func (d decoder) required(t reflect.Type, path string, pos Pos) {
	keys := fieldsOf(t)
	var names []string
	for name, f := range keys {
		if f.rule == "required" && !d.p.Has(join(path, name)) {
			names = append(names, join(path, name))
		}
	}
	for _, name := range sorted(names) {
		d.missing(name, pos)
	}
}

func (d decoder) missing(name string, pos Pos) {
	d.r.add(pos, "thieu-muc", fmt.Sprintf("thiếu mục %q", name), "thêm mục này vào lý lịch")
}
