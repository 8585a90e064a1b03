package scaffold

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"
)

// printer writes front matter with a comment for every key.
type printer struct {
	kind   string
	values map[string]string
	used   map[string]bool // values that were written
	text   strings.Builder
	empty  []Question
	rare   []string // lines for the end
	off    bool     // within an optional group: lines are comments
}

func (p *printer) line(s string) { p.text.WriteString(strings.TrimRight(s, " ") + "\n") }

// rareKeys are Hugo's own and others that few articles need.
var rareKeys = []string{"publishDate", "expiryDate", "lastmod", "draft", "slug", "aliases", "description", "keywords", "loai", "tinh_trang"}

// field is one key of a struct of package bulletin.
type field struct {
	key      string
	typ      reflect.Type
	required bool
	when     string // "k:v"
}

// fieldsOf lists the keys of a struct in their order, those of inlined structs
// included.
func fieldsOf(t reflect.Type) []field {
	var all []field
	for i := range t.NumField() {
		sf := t.Field(i)
		key, _, _ := strings.Cut(sf.Tag.Get("yaml"), ",")
		rule := sf.Tag.Get("rule")
		if key == "" {
			inner := fieldsOf(sf.Type)
			rest, _ := strings.CutPrefix(rule, "require=")
			required := strings.Fields(rest)
			for j := range inner {
				inner[j].required = inner[j].required || slices.Contains(required, inner[j].key)
			}
			all = append(all, inner...)
			continue
		}
		f := field{key: key, typ: sf.Type}
		for r := range strings.SplitSeq(rule, ",") {
			name, value, _ := strings.Cut(r, "=")
			f.required = f.required || name == "required"
			if name == "when" {
				f.when = value
			}
		}
		all = append(all, f)
	}
	return all
}

func (p *printer) fields(t reflect.Type, path string, depth int) {
	for _, f := range fieldsOf(t) {
		p.field(f, join(path, f.key), strings.Repeat("  ", depth), depth)
	}
}

func join(path, key string) string { return strings.Trim(path+"."+key, ".") }

// field writes one key, with what lies below it.
func (p *printer) field(f field, path, indent string, depth int) {
	t := f.typ
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if depth == 0 && slices.Contains(rareKeys, f.key) && p.values[path] == "" {
		p.rare = append(p.rare, fmt.Sprintf("# %s: %s", f.key, p.comment(f, path, t)))
		p.used[path] = true
		return
	}
	switch {
	case t.Kind() == reflect.Struct && t != reflect.TypeFor[time.Time]():
		p.group(f, path, indent, depth, func() { p.fields(t, path, depth+1) })
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
		p.group(f, path, indent, depth, func() {
			for i := 0; i == 0 || p.given(fmt.Sprintf("%s.%d", path, i)); i++ {
				p.item(t.Elem(), fmt.Sprintf("%s.%d", path, i), depth+1)
			}
		})
	case t.Kind() == reflect.Slice:
		p.list(f, path, indent, t)
	default:
		p.scalar(f, path, indent, t)
	}
}

// group writes a key with others below it; an optional one is written as
// comments, so that an empty group is not there.
func (p *printer) group(f field, path, indent string, depth int, inner func()) {
	on := f.required || p.given(path)
	outer := p.off
	p.off = outer || !on
	p.put(indent, f.key+":", "# "+p.comment(f, path, nil))
	inner()
	p.off = outer
}

// given reports whether a value was given below path.
func (p *printer) given(path string) bool {
	for key, value := range p.values {
		if value != "" && strings.HasPrefix(key, path+".") {
			return true
		}
	}
	return false
}

// item writes one entry of a list of mappings.
func (p *printer) item(t reflect.Type, path string, depth int) {
	for i, f := range fieldsOf(t) {
		indent := strings.Repeat("  ", depth) + "  "
		if i == 0 {
			indent = strings.Repeat("  ", depth) + "- "
		}
		p.scalar(f, join(path, f.key), indent, deref(f.typ))
	}
}

func deref(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// list writes a list of texts with one entry, empty when it must be filled.
func (p *printer) list(f field, path, indent string, t reflect.Type) {
	value := p.values[path]
	p.used[path] = true
	entry := ""
	if value != "" {
		var parts []string
		for part := range strings.SplitSeq(value, ",") {
			parts = append(parts, quoted(strings.TrimSpace(part)))
		}
		entry = " [" + strings.Join(parts, ", ") + "]"
	} else if f.required {
		p.markEmpty(path, t.Elem())
	}
	p.put(indent, f.key+":"+entry, "# "+p.comment(f, path, t.Elem()))
}

func (p *printer) scalar(f field, path, indent string, t reflect.Type) {
	value, text := p.values[path], ""
	p.used[path] = true
	switch {
	case value != "":
		text = " " + yamlValue(value, t)
	case f.required:
		p.markEmpty(path, t)
	}
	p.put(indent, f.key+":"+text, "# "+p.comment(f, path, t))
}

func (p *printer) markEmpty(path string, t reflect.Type) {
	if !p.off {
		p.empty = append(p.empty, Question{Key: path, Text: p.explain(path), Choices: choices(t)})
	}
}

// choices are the values that a type may have, nil for any.
func choices(t reflect.Type) []string {
	if e, ok := reflect.Zero(t).Interface().(interface{ Values() []string }); ok {
		return e.Values()
	}
	return nil
}

// put writes a line, as a comment within an optional group.
func (p *printer) put(indent, entry, comment string) {
	if p.off {
		p.line("# " + indent + entry + " " + comment)
		return
	}
	p.line(indent + entry + " " + comment)
}

func (p *printer) rareFields() {
	p.line("# Ít khi dùng; bỏ dấu # ở đầu dòng để dùng:")
	for _, l := range p.rare {
		p.line(l)
	}
}

var plainDate = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// yamlValue writes a value so that YAML reads it as what it is.
func yamlValue(value string, t reflect.Type) string {
	switch {
	case t.Kind() == reflect.Int, t.Kind() == reflect.Bool, t == reflect.TypeFor[time.Time]() && plainDate.MatchString(value):
		return value
	case t.Kind() == reflect.String && t != reflect.TypeFor[string]():
		return value // an enumeration
	}
	return quoted(value)
}

// quoted is a YAML double-quoted scalar; JSON strings are such.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimSpace(b.String())
}

// comment explains a key: whether it must be filled, what it is, what it may be.
func (p *printer) comment(f field, path string, t reflect.Type) string {
	text := p.explain(path)
	if t != nil {
		if values := choices(t); values != nil {
			text += ": " + strings.Join(values, " | ")
		}
		if t == reflect.TypeFor[time.Time]() && !strings.Contains(text, "năm-tháng-ngày") {
			text += " (năm-tháng-ngày)"
		}
	}
	switch key, value, _ := strings.Cut(f.when, ":"); {
	case f.required:
		return "BẮT BUỘC: " + text
	case f.when != "":
		return fmt.Sprintf("bắt buộc khi %s là %s: %s", key, value, text)
	}
	return text
}

var index = regexp.MustCompile(`\.\d+(\.|$)`)

// explain finds the explanation of a path, the more particular first.
func (p *printer) explain(path string) string {
	path = strings.TrimSuffix(index.ReplaceAllString(path, "."), ".")
	for _, key := range []string{p.kind + ":" + path, path} {
		if text, ok := explanations[key]; ok {
			return text
		}
	}
	return ""
}
