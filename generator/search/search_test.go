package search

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		folds string
	}{
		{"Đặng Thị Đường", "dang thi duong"},
		{norm.NFD.String("Đặng Thị Đường"), "dang thi duong"},
		{"Kết luận số 21-KL/TW", "ket luan so 21 kl tw"},
		{"590-CV/ĐU", "590 cv du"},
		{"  “Nghị quyết”…", "nghi quyet"},
		{"thi\u00adđua", "thidua"},
		{"", ""},
		{"— … ?", ""},
		{strings.Repeat("a", 65) + " b", "b"},
	} {
		var folds []string
		for _, w := range Words(c.text) {
			folds = append(folds, w.Fold)
		}
		if got := strings.Join(folds, " "); got != c.folds {
			t.Errorf("%q: %q, want %q", c.text, got, c.folds)
		}
	}
}

// TestForms: spellings of one word have one form, other words others.
func TestForms(t *testing.T) {
	for _, same := range [][]string{
		{"hòa", "hoà", "HÒA", "ho\u0300a", "hoa\u0300", norm.NFD.String("hoà")},
		{"thủy", "thuỷ"}, {"khỏe", "khoẻ"}, {"việt", "vie\u0323\u0302t", norm.NFD.String("Việt")}, {"Đường", "đường", "Ðường"},
	} {
		for _, s := range same[1:] {
			if a, b := Words(same[0]), Words(s); !slices.Equal(a, b) {
				t.Errorf("%q is %q, %q is %q", same[0], a, s, b)
			}
		}
	}
	seen := map[string]string{}
	for _, s := range []string{"hoa", "hòa", "hóa", "họa", "hỏa", "hoạ", "đang", "đảng", "dạng", "dâng", "dăng", "dang", "tự", "tư", "tu"} {
		form := Words(s)[0].Form
		if other, ok := seen[form]; ok && norm.NFC.String(s) != "hoạ" {
			t.Errorf("%q and %q have one form", s, other)
		}
		seen[form] = s
	}
}

func TestPack(t *testing.T) {
	for _, list := range [][]uint32{nil, {0}, {31, 32, 33}, {5, 1000, 1 << 30}, {0, 1, 2, 3}} {
		packed := appendList(nil, list)
		gaps, err := unpack(string(packed))
		if err != nil {
			t.Fatalf("%v: %v", list, err)
		}
		var back []uint32
		next := uint32(0)
		for _, g := range gaps {
			back = append(back, next+g)
			next += g + 1
		}
		if !slices.Equal(back, list) {
			t.Errorf("%v came back as %v", list, back)
		}
	}
	for _, bad := range []string{"_", "0 ", "é", "wwwwwwww0"} {
		if _, err := unpack(bad); err == nil {
			t.Errorf("%q is a list", bad)
		}
	}
}

func TestArticleText(t *testing.T) {
	got, err := ArticleText(strings.NewReader(`<body><p>ngoài</p><main><article class="bai"><p class="muc">mục</p><h1>Tít</h1>
	<p>Một <em>hai</em>&nbsp;ba &amp; bốn<br>năm</p><svg><text>vẽ</text></svg><p class="x neo y">neo<p></p></p><p hidden>ẩn</p>
	<ul><li>sáu<li>bảy <a class="neo" href="#">#</a></ul><div aria-hidden="true"><div>ẩn</div></div><table><tr><td>1</td><td>2</td></table></article><p>sau</p>`), "h1", "muc", "neo")
	want := []string{"Một hai ba & bốn", "năm", "sáu", "bảy", "1", "2"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
}

func pages(texts ...string) (pages []Page) {
	for i, s := range texts {
		title, body, _ := strings.Cut(s, "|")
		pages = append(pages, Page{
			Path: "guong/" + strings.ReplaceAll(Words(title)[0].Fold, " ", "-") + "/", Title: title, Kind: "guong", Unit: "Chi bộ 1",
			Date: time.Date(2023, 1, 30-i, 0, 0, 0, 0, time.UTC), Documents: []string{"21-kl-tw"},
			Text: func() ([]string, error) { return strings.Split(body, "/"), nil },
		})
	}
	return pages
}

func write(t *testing.T, pages []Page) (dir string, s Stats) {
	t.Helper()
	root := t.TempDir()
	s, err := Write(root, pages, []Document{{"21-kl-tw", "Kết luận số 21-KL/TW"}, {"không ai dẫn", "…"}})
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, Dir), s
}

// lines reads all shards of a kind: key -> the rest of its line.
func lines(t *testing.T, dir, kind string) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "du-lieu", "*", kind, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatal(err, "no shards of ", kind)
	}
	all := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			key, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			all[key] = rest
		}
	}
	return all
}

func TestWrite(t *testing.T) {
	dir, stats := write(t, pages("Đảng viên trẻ|làm việc tốt/đảng viên làm", "Đang làm|việc tốt"))
	words := lines(t, dir, "w")
	if got, want := words["dang"], "đang|1|0\tđang\u0309|0|0"; got != want {
		t.Errorf("dang: %q, want %q", got, want)
	}
	if got := words["tot"]; !strings.HasSuffix(got, "|00|O") { // 2*9 + 2*3 + 0
		t.Errorf("tot: %q", got)
	}
	// "Đảng viên trẻ" are words 0 to 2, a break, another for the summary,
	// "làm việc tốt" 5 to 7, a break, "đảng viên" from 9.
	grams := lines(t, dir, "c*")
	if got, want := grams["dang vien"], "0\t\t0108"; got != want {
		t.Errorf("dang vien: %q, want %q", got, want)
	}
	for _, none := range []string{"tre lam", "tot dang"} {
		if _, ok := grams[none]; ok {
			t.Errorf("%q is across the end of a block", none)
		}
	}
	if got := lines(t, dir, "k")["viec"]; got != "lam\ttot" {
		t.Errorf("around viec: %q", got)
	}
	var head struct {
		Ban string
		So  int
		Nam [][2]int
	}
	data, err := os.ReadFile(filepath.Join(dir, "chi-muc.json"))
	if err != nil || json.Unmarshal(data, &head) != nil || head.So != 2 || head.Ban != stats.Fingerprint || !reflect.DeepEqual(head.Nam, [][2]int{{2023, 0}}) {
		t.Errorf("%v %s", err, data)
	}
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(dir, "du-lieu", stats.Fingerprint, name))
		if err != nil {
			t.Error(err)
		}
		return string(data)
	}
	for name, want := range map[string]string{
		"t/0.txt": "guong/dang/\tĐảng viên trẻ\tguong\t2023-01-30\tChi bộ 1\n\nlàm việc tốt\nđảng viên làm",
		"loc.txt": "loai\tguong\t00\nvan-ban\t21-kl-tw\t00\tKết luận số 21-KL/TW\n",
		"tu.txt":  "dang1\nlam1\ntot1\ntre0\nviec1\nvien0",
	} {
		if got := read(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestCommonPairs: a pair that is common loses its positions, and longer grams
// stand in for them.
func TestCommonPairs(t *testing.T) {
	var texts []string
	for i := range positionLimit + 1 {
		texts = append(texts, "Bài|xây dựng đảng"+strings.Repeat(" khối", i%3))
	}
	dir, stats := write(t, pages(texts...))
	grams := lines(t, dir, "c*")
	for _, key := range []string{"xay dung", "dung dang", "xay dung dang"} {
		columns := strings.Split(grams[key], "\t")
		if len(columns) != 2 || len(columns[1]) != positionLimit+1 {
			t.Errorf("%s: %q", key, grams[key])
		}
	}
	// "dang khoi" has positions; it touches a common pair, so its triple is there.
	if columns := strings.Split(grams["dung dang khoi"], "\t"); len(columns) != 3 || stats.Grams != 7 {
		t.Errorf("%q of %d grams", columns, stats.Grams)
	}
	// The form has many pages: it stands apart.
	if got := lines(t, dir, "w")["dung"]; got != "dư\u0323ng" && got != Words("dựng")[0].Form {
		t.Errorf("dung: %q", got)
	}
	if columns := strings.Split(lines(t, dir, "f")[Words("dựng")[0].Form], "\t"); len(columns) != 2 || len(columns[0]) != positionLimit+1 || len(columns[1]) != (positionLimit+3)/3 {
		t.Errorf("dựng: %q", columns)
	}
}

// TestSameBytes: the same pages in another order give the same files; another
// text another fingerprint.
func TestSameBytes(t *testing.T) {
	all := pages("Một|a b c", "Hai|b c d", "Ba|c d e", "Bốn|đ e f")
	one, _ := write(t, all)
	slices.Reverse(all)
	two, _ := write(t, all)
	if a, b := folder(t, one), folder(t, two); !reflect.DeepEqual(a, b) {
		t.Errorf("%v\n%v", a, b)
	}
	_, first := write(t, all)
	_, second := write(t, all[1:])
	if first.Fingerprint == second.Fingerprint {
		t.Error("one fingerprint")
	}
}

func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestUnreadable(t *testing.T) {
	all := pages("Một|a", "Hai|b")
	all[1].Text = func() ([]string, error) { return nil, fs.ErrNotExist }
	if _, err := Write(t.TempDir(), all, nil); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), all[1].Path) {
		t.Error(err)
	}
	if s, err := Write(t.TempDir(), nil, nil); err != nil || s.Pages != 0 {
		t.Error(s, err)
	}
}

// FuzzWords: whatever the text, its words are folded and stay as they are when
// cut again.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"Đặng Thị Đường", "hoà hòa", "21-KL/TW", "a\u0300\u0301", "İ ß ﬁ", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range Words(s) {
			if w.Form == "" || strings.ContainsAny(w.Form+w.Fold, " |\t\n") {
				t.Errorf("%q holds %q", s, w)
			}
		}
	})
}

func FuzzArticleText(f *testing.F) {
	f.Add("<article><p>a<svg><p>b</svg>c")
	f.Fuzz(func(t *testing.T, s string) {
		blocks, err := ArticleText(strings.NewReader(s), "neo")
		if err != nil {
			t.Skip(err)
		}
		for _, b := range blocks {
			if b != line(b) || b == "" {
				t.Errorf("%q", b)
			}
		}
	})
}
