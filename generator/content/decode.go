package content

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"

	"bantin/generator/bulletin"
	"bantin/generator/viet"
)

// decoder turns a YAML tree into a struct of package bulletin, with a problem
// for everything that does not fit.
type decoder struct {
	line     int // added to the lines of the tree
	keys     map[string]Pos
	problems []problem
}

func (d *decoder) report(pos Pos, code, message, fix string) {
	d.problems = append(d.problems, problem{pos, code, message, fix})
}

// pos is where a value begins in the file. A mapping's own token is its first
// colon: its first key says better where it is.
func (d *decoder) pos(n ast.Node) Pos {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		n = m.Values[0].Key
	}
	t := n.GetToken()
	if t == nil || t.Position == nil {
		return Pos{1, 1}
	}
	return Pos{t.Position.Line + d.line, max(1, t.Position.Column)}
}

// mapping fills the struct v from n; at is the place to name when a key is
// missing.
func (d *decoder) mapping(v reflect.Value, n *ast.MappingNode, path string, at Pos) {
	s := schemaOf(v.Type())
	present := map[string]string{}
	for _, mv := range n.Values {
		key, ok := d.key(mv)
		if !ok {
			continue
		}
		f := s.byKey[key]
		if f == nil {
			// One mistake, one finding: what it most likely means is not missing.
			present[d.unknownKey(s, key, d.pos(mv.Key))] = ""
			continue
		}
		sub := join(path, key)
		d.keys[sub] = d.valuePos(mv)
		present[key] = scalarText(mv.Value)
		if isNull(mv.Value) {
			if f.required {
				d.report(d.pos(mv.Key), "thieu-muc", fmt.Sprintf("mục %q còn để trống", key), "điền giá trị sau dấu hai chấm")
			}
			continue
		}
		d.value(v.FieldByIndex(f.index), mv.Value, sub, f)
	}
	for _, f := range s.fields {
		if _, ok := present[f.key]; !ok {
			d.missing(f, present, path, at)
		}
	}
}

func (d *decoder) key(mv *ast.MappingValueNode) (string, bool) {
	if k, ok := mv.Key.(*ast.StringNode); ok {
		return k.Value, true
	}
	if mv.Key.IsMergeKey() {
		d.report(d.pos(mv.Key), "ly-lich", "không dùng được mục gộp <<", "chép các mục cần dùng ra từng dòng")
		return "", false
	}
	if t := mv.Key.GetToken(); t != nil {
		return t.Value, true
	}
	return "", false
}

func (d *decoder) valuePos(mv *ast.MappingValueNode) Pos {
	if mv.Value == nil || isNull(mv.Value) {
		return d.pos(mv.Key)
	}
	return d.pos(mv.Value)
}

// unknownKey reports a key and returns the known one that it is nearest to.
func (d *decoder) unknownKey(s *schema, key string, pos Pos) (near string) {
	switch near = s.nearestKey(key); {
	case slices.Contains(bulletin.PrivateKeys(), sameKey(key)):
		d.report(pos, "du-lieu-rieng", fmt.Sprintf("mục %q chứa dữ liệu cá nhân", key), "bỏ mục này; giữ dữ liệu đó ngoài thư mục của bản tin")
	case key == "url":
		d.report(pos, "muc-la", `không dùng mục "url"`, "địa chỉ của bài lấy theo tên thư mục; muốn đổi thì đổi tên thư mục hoặc dùng mục slug")
	case near != "":
		d.report(pos, "muc-la", fmt.Sprintf("không có mục %q", key), fmt.Sprintf("có phải %q không?", near))
	default:
		d.report(pos, "muc-la", fmt.Sprintf("không có mục %q", key), "bỏ dòng này; các mục dùng được ở đây: "+strings.Join(s.keys, ", "))
	}
	return near
}

func (d *decoder) missing(f *field, present map[string]string, path string, at Pos) {
	name := join(path, f.key)
	switch {
	case f.required:
		d.report(at, "thieu-muc", fmt.Sprintf("thiếu mục %q", name), fmt.Sprintf("thêm dòng \"%s: …\"", f.key))
	case f.whenKey != "" && present[f.whenKey] == f.whenIs:
		d.report(at, "thieu-muc", fmt.Sprintf("thiếu mục %q, phải có khi %s là %q", name, f.whenKey, f.whenIs), fmt.Sprintf("thêm dòng \"%s: …\"", f.key))
	}
}

// value fills v from a node that is not null.
func (d *decoder) value(v reflect.Value, n ast.Node, path string, f *field) {
	switch n := n.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode:
		d.report(d.pos(n), "ly-lich", "không dùng được dấu &, * hoặc ! ở đầu giá trị", "đặt giá trị trong dấu ngoặc kép")
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	switch {
	case v.Type() == reflect.TypeFor[time.Time]():
		d.time(v, n)
	case v.Kind() == reflect.String:
		d.text(v, n, path, f)
	case v.Kind() == reflect.Struct:
		m, ok := n.(*ast.MappingNode)
		if !ok {
			d.wrongType(n, path, "một nhóm mục thụt vào bên dưới")
			return
		}
		d.mapping(v, m, path, d.pos(n))
	case v.Kind() == reflect.Slice:
		d.list(v, n, path, f)
	case v.Kind() == reflect.Int:
		d.number(v, n, path, f)
	case v.Kind() == reflect.Bool:
		b, ok := n.(*ast.BoolNode)
		if !ok {
			d.wrongType(n, path, "true hoặc false")
			return
		}
		v.SetBool(b.Value)
	case v.Kind() == reflect.Map:
		if _, ok := n.(*ast.MappingNode); !ok {
			d.wrongType(n, path, "một nhóm mục thụt vào bên dưới")
		}
	}
}

func (d *decoder) list(v reflect.Value, n ast.Node, path string, f *field) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		d.wrongType(n, path, "một danh sách, ví dụ [a, b] hoặc mỗi dòng một phần tử bắt đầu bằng gạch ngang")
		return
	}
	if len(seq.Values) == 0 && f.required {
		d.report(d.pos(n), "thieu-muc", fmt.Sprintf("danh sách %q còn để trống", path), "thêm ít nhất một mục")
	}
	v.Set(reflect.MakeSlice(v.Type(), len(seq.Values), len(seq.Values)))
	entry := &field{key: f.key, max: f.max, slug: f.slug, required: true}
	for i, item := range seq.Values {
		sub := join(path, strconv.Itoa(i))
		d.keys[sub] = d.pos(item)
		if isNull(item) {
			d.report(d.pos(item), "thieu-muc", fmt.Sprintf("mục thứ %d của %q còn để trống", i+1, path), "điền hoặc bỏ mục này")
			continue
		}
		d.value(v.Index(i), item, sub, entry)
	}
}

func (d *decoder) wrongType(n ast.Node, path, want string) {
	d.report(d.pos(n), "kieu-gia-tri", fmt.Sprintf("giá trị của %q phải là %s", path, want), "sửa lại giá trị này; ở đây đang là "+describe(n))
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func parentKey(path string) string {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return ""
	}
	return path[:i]
}

// sameKey folds what editors easily get wrong in a key: "Tóm tắt" -> "tom_tat".
func sameKey(key string) string { return strings.ReplaceAll(viet.Slug(key), "-", "_") }

// Index is the path of entry i of the list at key, for Page.At.
func Index(key string, i int) string { return join(key, strconv.Itoa(i)) }
