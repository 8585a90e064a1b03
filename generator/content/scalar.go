package content

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"bantin/generator/bulletin"
	"bantin/generator/viet"
)

// zone is Vietnam's: no summer time since 1975, so that no zone files are
// needed.
var zone = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// dateLayouts are the forms of a date that both Hugo and we read alike.
var dateLayouts = []string{time.DateOnly, "2006-01-02 15:04", time.DateTime, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04"}

func (d *decoder) time(v reflect.Value, n ast.Node) {
	text := scalarText(n)
	for _, layout := range dateLayouts {
		if t, err := time.ParseInLocation(layout, text, zone); err == nil {
			v.Set(reflect.ValueOf(t))
			return
		}
	}
	d.report(d.pos(n), "ngay", fmt.Sprintf("không đọc được ngày %q", text), "viết năm-tháng-ngày, ví dụ 2023-10-15, hoặc có giờ: 2023-10-15 07:30"+guessDate(text))
}

// guessDate reads a date in the Vietnamese order.
func guessDate(text string) string {
	for _, layout := range []string{"2/1/2006", "2-1-2006", "2.1.2006", "2006/1/2", "2006-1-2"} {
		if t, err := time.Parse(layout, text); err == nil {
			return "; có lẽ là " + t.Format(time.DateOnly)
		}
	}
	return ""
}

func (d *decoder) text(v reflect.Value, n ast.Node, path string, f *field) {
	text, ok := d.scalar(n, path)
	if !ok {
		return
	}
	text = viet.NFC(text)
	v.SetString(text)
	trimmed := strings.TrimSpace(text)
	switch e, isEnum := v.Interface().(enum); {
	case trimmed == "":
		if f.required {
			d.report(d.pos(n), "thieu-muc", fmt.Sprintf("mục %q còn để trống", path), "điền giá trị")
		}
	case isEnum && !slices.Contains(e.Values(), text):
		v.SetString("")
		d.badValue(n, path, text, e.Values())
	case f.max > 0 && utf8.RuneCountInString(trimmed) > f.max:
		d.report(d.pos(n), "qua-dai", fmt.Sprintf("%q dài %d ký tự, quá %d", path, utf8.RuneCountInString(trimmed), f.max), "rút gọn lại")
	case f.slug && text != viet.Slug(text):
		d.report(d.pos(n), "gia-tri", fmt.Sprintf("%q không dùng được làm địa chỉ: %q", path, text), fmt.Sprintf("chỉ dùng chữ thường không dấu, số và gạch nối, ví dụ %q", viet.Slug(text)))
	}
}

func (d *decoder) badValue(n ast.Node, path, text string, values []string) {
	fix := "dùng một trong: " + strings.Join(values, ", ")
	near := bulletin.Nearest(viet.Slug(text), values)
	if near != "" {
		fix = fmt.Sprintf("có phải %q không? Các giá trị dùng được: %s", near, strings.Join(values, ", "))
	}
	d.report(d.pos(n), "gia-tri", fmt.Sprintf("%q không nhận giá trị %q", path, text), fix)
}

// scalar returns the text of a value that must be text. A number is taken as it
// was typed, unless YAML would make another one of it: 1.50 would be printed as
// 1.5, and 010 as 8.
func (d *decoder) scalar(n ast.Node, path string) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode:
		typed := n.GetToken().Value
		if f, err := strconv.ParseFloat(typed, 64); err == nil && strconv.FormatFloat(f, 'f', -1, 64) == typed {
			return typed, true
		}
		d.report(d.pos(n), "kieu-gia-tri", fmt.Sprintf("%q bị hiểu là số và sẽ in ra khác đi", typed), fmt.Sprintf("đặt trong dấu ngoặc kép: \"%s\"", typed))
		return "", false
	case *ast.BoolNode:
		d.report(d.pos(n), "kieu-gia-tri", fmt.Sprintf("giá trị của %q phải là chữ", path), fmt.Sprintf("đặt trong dấu ngoặc kép: \"%s\"", n.GetToken().Value))
		return "", false
	}
	d.wrongType(n, path, "chữ")
	return "", false
}

func (d *decoder) number(v reflect.Value, n ast.Node, path string, f *field) {
	i, ok := n.(*ast.IntegerNode)
	if !ok {
		d.wrongType(n, path, "một số nguyên, không có ngoặc kép")
		return
	}
	typed := i.GetToken().Value
	number, err := strconv.Atoi(typed)
	if err != nil || strconv.Itoa(number) != typed {
		d.report(d.pos(n), "kieu-gia-tri", fmt.Sprintf("không đọc được số %q của %q", typed, path), "viết số nguyên bằng chữ số, không có số 0 ở đầu, không có dấu ngăn")
		return
	}
	if f.hasMin && number < f.min {
		d.report(d.pos(n), "gia-tri", fmt.Sprintf("%q không thể là %d", path, number), fmt.Sprintf("số nhỏ nhất là %d", f.min))
		return
	}
	v.SetInt(int64(number))
}

// scalarText is the text of a scalar as YAML reads it, "" for anything else.
func scalarText(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value
	}
	return ""
}

func isNull(n ast.Node) bool {
	_, null := n.(*ast.NullNode)
	return n == nil || null
}

func describe(n ast.Node) string {
	switch n.(type) {
	case *ast.MappingNode:
		return "một nhóm mục"
	case *ast.SequenceNode:
		return "một danh sách"
	case *ast.IntegerNode, *ast.FloatNode:
		return "số " + n.GetToken().Value
	case *ast.BoolNode:
		return n.GetToken().Value
	}
	if t := n.GetToken(); t != nil && t.Type != token.LiteralType {
		return fmt.Sprintf("chữ %q", t.Value)
	}
	return "một đoạn chữ"
}
