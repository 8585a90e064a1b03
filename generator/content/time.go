package content

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/goccy/go-yaml/ast"
)

// layouts are the ways to write a date or a moment that Hugo reads as well.
var layouts = []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02 15:04:05 -07:00"}

func parseTime(s string) (time.Time, bool) {
	for _, layout := range layouts {
		if t, err := time.ParseInLocation(layout, s, vietnam); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

func (d decoder) time(n ast.Node, v reflect.Value, path string) {
	text := strings.TrimSpace(n.GetToken().Value)
	if t, ok := parseTime(text); ok {
		v.Set(reflect.ValueOf(t))
		return
	}
	fix := "ghi theo dạng năm-tháng-ngày, ví dụ 2023-10-15"
	if t, err := time.Parse("2/1/2006", strings.NewReplacer("-", "/", ".", "/").Replace(text)); err == nil {
		fix = "ghi là " + t.Format(time.DateOnly)
	}
	d.r.add(at(n), "ngay", fmt.Sprintf("mục %q không phải ngày có thật: %q", path, text), fix)
}

// fieldCache keeps fields by type: every page asks for the same few.
var fieldCache sync.Map

func fieldsOf(t reflect.Type) map[string]field {
	if f, ok := fieldCache.Load(t); ok {
		return f.(map[string]field)
	}
	f, _ := fieldCache.LoadOrStore(t, fields(t))
	return f.(map[string]field)
}

func sorted(s []string) []string { slices.Sort(s); return s }

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func parentKey(path string) string {
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		return path[:i]
	}
	return ""
}

// Index is the path of element i of the list at key.
func Index(key string, i int) string { return join(key, strconv.Itoa(i)) }
