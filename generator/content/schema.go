package content

import (
	"reflect"
	"strconv"
	"strings"
	"sync"

	"bantin/generator/bulletin"
)

// field is what the struct tags of package bulletin say of one key.
type field struct {
	key      string
	index    []int
	required bool
	whenKey  string // required when this key …
	whenIs   string // … has this value
	max      int    // characters; 0: no limit
	min      int
	hasMin   bool
	slug     bool
}

// schema is what one mapping of the front matter may hold, in the order of the
// struct's fields.
type schema struct {
	fields []*field
	byKey  map[string]*field
	keys   []string
}

var schemas sync.Map // reflect.Type -> *schema

func schemaOf(t reflect.Type) *schema {
	if s, ok := schemas.Load(t); ok {
		return s.(*schema)
	}
	s := &schema{byKey: map[string]*field{}}
	s.collect(t, nil)
	schemas.Store(t, s)
	return s
}

// collect adds the fields of t, those of inlined structs included.
func (s *schema) collect(t reflect.Type, index []int) {
	for i := range t.NumField() {
		sf := t.Field(i)
		at := append(append([]int{}, index...), i)
		key := sf.Tag.Get("yaml")
		if key == ",inline" {
			s.collect(sf.Type, at)
			rest, _ := strings.CutPrefix(sf.Tag.Get("rule"), "require=")
			for _, k := range strings.Fields(rest) {
				s.byKey[k].required = true
			}
			continue
		}
		f := &field{key: key, index: at}
		f.rules(sf.Tag.Get("rule"))
		s.fields, s.keys = append(s.fields, f), append(s.keys, key)
		s.byKey[key] = f
	}
}

func (f *field) rules(tag string) {
	for rule := range strings.SplitSeq(tag, ",") {
		name, value, _ := strings.Cut(rule, "=")
		switch name {
		case "":
		case "required":
			f.required = true
		case "when":
			f.whenKey, f.whenIs, _ = strings.Cut(value, ":")
		case "max":
			f.max, _ = strconv.Atoi(value)
		case "min":
			f.min, _ = strconv.Atoi(value)
			f.hasMin = true
		case "slug":
			f.slug = true
		default:
			panic("content: unknown rule " + rule + " of key " + f.key)
		}
	}
}

// enum is a type that may hold only some values.
type enum interface{ Values() []string }

// nearestKey finds what an unknown key most likely means: a key that differs in
// case, marks or spaces only, or else one that differs in few letters.
func (s *schema) nearestKey(key string) string {
	for _, k := range s.keys {
		if sameKey(k) == sameKey(key) {
			return k
		}
	}
	return bulletin.Nearest(sameKey(key), s.keys)
}
