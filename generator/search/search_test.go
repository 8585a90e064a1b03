package search

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
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
	var dense, third []uint32
	for i := range uint32(200) {
		dense, third = append(dense, 7+i), append(third, 3*i)
	}
	for _, list := range [][]uint32{nil, {0}, {31, 32, 33}, {5, 1000, 1 << 30}, {0, 1, 2, 3}, dense, third, append(dense, 1050), append(dense, 1<<20)} {
		packed := string(appendList(nil, list))
		if back := unpack(packed); !slices.Equal(back, list) {
			t.Errorf("%v came back as %v", list, back)
		}
		if n := length([]byte(packed)); n != len(list) {
			t.Errorf("%v has %d numbers packed", list, n)
		}
		if len(list) == len(dense) && len(packed) > 105 {
			t.Errorf("%v takes %d characters", list, len(packed))
		}
	}
}

// unpack reads a list, as the script does.
func unpack(text string) (list []uint32) {
	if bits, ok := strings.CutPrefix(text, "*"); ok {
		for i := range 6 * len(bits) {
			if strings.IndexByte(digits, bits[i/6])>>(i%6)&1 == 1 {
				list = append(list, uint32(i))
			}
		}
		return list
	}
	n, shift, next := uint32(0), 0, uint32(0)
	for i := range len(text) {
		d := uint32(strings.IndexByte(digits, text[i]))
		n |= d & 31 << shift
		if shift += 5; d >= 32 {
			continue
		}
		list = append(list, next+n)
		next += n + 1
		n, shift = 0, 0
	}
	return list
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
	if got, want := words["dang"], "đang|1||\tđang\u0309|0||"; got != want {
		t.Errorf("dang: %q, want %q", got, want)
	}
	if got := words["tot"]; !strings.HasSuffix(got, "|||00") {
		t.Errorf("tot: %q", got)
	}
	grams := lines(t, dir, "c*")
	if got, want := grams["dang vien"], "0"; got != want {
		t.Errorf("dang vien: %q, want %q", got, want)
	}
	for _, none := range []string{"tre lam", "tot dang"} {
		if _, ok := grams[none]; ok {
			t.Errorf("%q is across the end of a block", none)
		}
	}
	if got := lines(t, dir, "kt")["viec"] + ", " + lines(t, dir, "ks")["viec"]; got != "lam0, tot1" {
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

// TestCommon: where a pair is common its triples stand beside it; common grams
// and forms have lists of their own, those of forms by age.
func TestCommon(t *testing.T) {
	defer SetRecent(10)()
	var texts []string
	for i := range often + 1 {
		texts = append(texts, "Bài|xây dựng đảng"+strings.Repeat(" khối", i%3)+strings.Repeat(" đang dang", i%2))
	}
	dir, stats := write(t, pages(texts...))
	list := func(number string, add int) []string {
		n, err := strconv.Atoi(number)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, "du-lieu", stats.Fingerprint, "l", strconv.Itoa(n+add)+".txt"))
		if err != nil {
			t.Error(err)
		}
		return strings.Split(string(data), "\t")
	}
	grams := lines(t, dir, "c*")
	for _, key := range []string{"xay dung", "dung dang", "xay dung dang"} {
		number, apart := strings.CutPrefix(grams[key], "=")
		if !apart || len(unpack(list(number, 0)[0])) != often+1 {
			t.Errorf("%s: %q", key, grams[key])
		}
	}
	if list := strings.Split(grams["dang khoi"], "\t"); len(list) != 2 || len(unpack(list[0])) != often/3*2 || list[1] != "{dung "+list[0] {
		t.Errorf("a triple of a common pair and a seldom one: %q", list)
	}
	for _, key := range []string{"dung dang khoi", "dang khoi khoi"} {
		if _, ok := grams[key]; ok {
			t.Errorf("a triple of a seldom pair on its own: %v", grams)
		}
	}
	words := lines(t, dir, "w")
	columns := strings.Split(words["dung"], "|")
	if len(columns) != 3 || columns[0] != Words("dựng")[0].Form || columns[1] != "" {
		t.Fatalf("dung: %q", columns)
	}
	if newer, older := list(columns[2], 0), list(columns[2], 1); len(newer) != 2 || newer[0] != "" || len(unpack(newer[1])) != 10 || len(unpack(older[1])) != often-9 {
		t.Errorf("dựng: %q, %q", newer, older)
	}
	// dang, đang, đảng: together, and each but the one without marks.
	forms := strings.Split(words["dang"], "\t")
	if len(forms) != 4 || forms[1] != "dang||" || !strings.HasPrefix(forms[2], "đang||") || !strings.HasPrefix(forms[3], "đa") {
		t.Fatalf("dang: %q", forms)
	}
	for number, want := range map[string]int{forms[0][1:]: 10, forms[2][len("đang||"):]: 5} {
		if newer := list(number, 0); len(unpack(newer[1])) != want {
			t.Errorf("dang: %s: %q", number, newer)
		}
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
