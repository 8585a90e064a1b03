package scaffold

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/check"
	"bantin/generator/content"
)

var today = time.Date(2023, 11, 5, 9, 0, 0, 0, time.UTC)

func titleOf(kind string) string {
	switch kind {
	case "so":
		return "Số 11, tháng 11 năm 2023"
	case "van-ban":
		return "Kết luận số 21-KL/TW ngày 25 tháng 10 năm 2021"
	}
	return "Tủ sách “Lớp em”: đọc & kể"
}

func makeFile(t *testing.T, kind string, values map[string]string) File {
	t.Helper()
	k, ok := KindOf(kind)
	if !ok {
		t.Fatal("no kind", kind)
	}
	f, err := Make(Request{Kind: k, Title: titleOf(kind), Today: today, Values: values})
	if err != nil {
		t.Fatal(kind, err)
	}
	return f
}

// TestFreshFile: a new file has only the findings of what is to be filled in,
// one for each place, and no others.
func TestFreshFile(t *testing.T) {
	for _, k := range Kinds() {
		f := makeFile(t, k.Name, nil)
		root := fstest.MapFS{f.Path: &fstest.MapFile{Data: f.Data}}
		tree, findings := content.Load(root, content.Options{Edition: bulletin.Internal, Drafts: true, Now: today})
		findings = append(findings, check.Run(tree, check.Options{Files: root})...)
		for _, found := range findings {
			if found.Code != "thieu-muc" {
				t.Errorf("%s: %v", k.Name, found)
			}
		}
		if len(findings) != len(f.Empty) || len(f.Empty) == 0 {
			t.Errorf("%s: %d findings for %d empty keys %v: %v", k.Name, len(findings), len(f.Empty), f.Empty, findings)
		}
		if page := tree.ByPath(f.Path); page == nil || !strings.HasPrefix(titleOf(k.Name), page.Meta.Title) {
			t.Errorf("%s: the title was not kept: %+v", k.Name, page)
		}
	}
}

// TestEveryKeyIsExplained: a new field of package bulletin needs its words.
func TestEveryKeyIsExplained(t *testing.T) {
	for _, k := range Kinds() {
		text := string(makeFile(t, k.Name, nil).Data)
		p := printer{kind: k.Name}
		var walk func(typ reflect.Type, path string)
		walk = func(typ reflect.Type, path string) {
			for _, f := range fieldsOf(typ) {
				at := join(path, f.key)
				if p.explain(at) == "" {
					t.Errorf("%s: %s is not explained", k.Name, at)
				}
				if !strings.Contains(text, f.key+":") {
					t.Errorf("%s: %s is not in the file", k.Name, at)
				}
				inner := deref(f.typ)
				if inner.Kind() == reflect.Slice {
					inner = inner.Elem()
				}
				if inner.Kind() == reflect.Struct && inner != reflect.TypeFor[time.Time]() {
					walk(inner, at)
				}
			}
		}
		walk(k.front, "")
	}
}

func TestNames(t *testing.T) {
	for kind, want := range map[string]string{
		"guong": "guong/tu-sach-lop-em-doc-ke/index.md", "so": "so/2023-11/_index.md", "van-ban": "van-ban/21-kl-tw-2021-10-25/index.md",
	} {
		if f := makeFile(t, kind, nil); f.Path != want {
			t.Errorf("%s: %s, want %s", kind, f.Path, want)
		}
	}
	if long := shorten(strings.Repeat("chin-chu-", 20)); len(long) > 60 || strings.HasSuffix(long, "-") {
		t.Errorf("shorten: %q", long)
	}
}

func TestFilledFile(t *testing.T) {
	f := makeFile(t, "van-ban", map[string]string{"co_quan": "Ban Chấp hành Trung ương", "trich_yeu": "Về \"đẩy mạnh\": xây dựng", "tags": "một, hai"})
	root := fstest.MapFS{f.Path: &fstest.MapFile{Data: f.Data}}
	tree, findings := content.Load(root, content.Options{Edition: bulletin.Internal, Now: today})
	if len(findings) > 0 || len(f.Empty) > 0 {
		t.Error(findings, f.Empty)
	}
	d := tree.ByPath(f.Path).Document
	if d.Subject != "Về \"đẩy mạnh\": xây dựng" || d.Date.Format(time.DateOnly) != "2021-10-25" || len(d.Tags) != 2 {
		t.Errorf("%+v", d)
	}
}

func TestRefusals(t *testing.T) {
	guong, _ := KindOf("guong")
	vanBan, _ := KindOf("van-ban")
	for name, req := range map[string]Request{
		"no title":       {Kind: guong},
		"no letters":     {Kind: guong, Title: "…"},
		"no number":      {Kind: vanBan, Title: "Kết luận"},
		"unknown key":    {Kind: guong, Title: "Bài", Values: map[string]string{"nam_sinh": "1980"}},
		"unreadable":     {Kind: guong, Title: "Bài", Values: map[string]string{"date": "5/11/2023"}},
		"another kind's": {Kind: guong, Title: "Bài", Values: map[string]string{"mua_giai": "viii-2023"}},
	} {
		req.Today = today
		if _, err := Make(req); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestNeverOverwrites(t *testing.T) {
	site := t.TempDir()
	f := makeFile(t, "guong", nil)
	if err := Write(site, f); err != nil {
		t.Fatal(err)
	}
	if err := Write(site, f); !errors.Is(err, ErrExists) {
		t.Errorf("second time: %v", err)
	}
	marked := File{Path: "guong/bai-khac/index.md"}
	if err := os.MkdirAll(filepath.Join(site, "content/guong/Bài khác"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Write(site, marked); !errors.Is(err, ErrExists) {
		t.Errorf("a folder of the same address: %v", err)
	}
}
