// Package scaffold makes the first file of a new article, issue or document:
// every field that its kind has, from the struct tags of package bulletin, each
// explained by a comment, with what is known filled in. It writes one new file
// and never touches one that exists.
package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/durable"
	"bantin/generator/viet"
	"bantin/generator/viet/vanban"
)

// Kind is one thing that can be made.
type Kind struct {
	Name  string // the folder below content/, and the word of the command
	Label string // Vietnamese
	front reflect.Type
}

// Kinds lists what can be made.
func Kinds() []Kind {
	return []Kind{
		{"guong", "gương điển hình, mô hình hay", reflect.TypeFor[bulletin.ModelArticle]()},
		{"bua-liem-vang", "bài dự Giải Búa liềm vàng", reflect.TypeFor[bulletin.AwardArticle]()},
		{"hoc-tap", "buổi học tập, hội nghị", reflect.TypeFor[bulletin.SessionArticle]()},
		{"so", "số báo", reflect.TypeFor[bulletin.Issue]()},
		{"van-ban", "văn bản trong sổ", reflect.TypeFor[bulletin.Document]()},
	}
}

// KindOf finds a kind by its name.
func KindOf(name string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

// Request says what to make.
type Request struct {
	Kind  Kind
	Title string
	Today time.Time
	// Values are the values of scalar keys, by their path: "don_vi",
	// "tac_gia.0.ho_ten", "xuat_ban.so". Dates are ISO.
	Values map[string]string
	Body   string // the text below the front matter; "" for a hint where to write
}

// File is a file that does not exist yet.
type File struct {
	Path  string // below content/, slash-separated
	Data  []byte
	Empty []Question // the required keys that are still empty
	// Beside are files that lie with it, by their names; a page with such is
	// written with all of them or not at all.
	Beside map[string][]byte
}

// Question is a key that must be filled.
type Question struct {
	Key     string   // its path: "tac_gia.0.ho_ten"
	Text    string   // what it means, Vietnamese
	Choices []string // what it may be; nil: any text
}

// ErrExists is wrapped when the place is taken.
var ErrExists = errors.New("đã có")

// Make writes the text of the file.
func Make(req Request) (File, error) {
	values, err := req.values()
	if err != nil {
		return File{}, err
	}
	dir, err := req.folder(values)
	if err != nil {
		return File{}, err
	}
	p := printer{kind: req.Kind.Name, values: values, used: map[string]bool{}}
	p.line("---")
	p.fields(req.Kind.front, "", 0)
	p.rareFields()
	p.line("---")
	p.line("")
	if req.Body != "" {
		p.text.WriteString(strings.TrimSpace(req.Body) + "\n")
	} else {
		p.line(bodyHint(req.Kind.Name))
	}
	for key := range req.Values {
		if !p.used[key] {
			return File{}, fmt.Errorf("loại %q không có mục %q", req.Kind.Name, key)
		}
	}
	base := "index.md"
	if req.Kind.Name == "so" {
		base = "_index.md"
	}
	return File{Path: path.Join(req.Kind.Name, dir, base), Data: []byte(p.text.String()), Empty: p.empty}, nil
}

func bodyHint(kind string) string {
	switch kind {
	case "so":
		return "<!-- Viết Lời tòa soạn ở đây. Lời trong dấu này không hiện ra trang. -->"
	case "van-ban":
		return "<!-- Để trống cũng được. Có thể tóm tắt nội dung chính của văn bản. -->"
	}
	return "<!-- Viết bài ở đây. Tiểu mục: ## Tên tiểu mục. Ảnh: chép vào thư mục này rồi ghi ![mô tả](ten-anh.jpg). Lời trong dấu này không hiện ra trang. -->"
}

// values are the values given and those that follow from them.
func (req Request) values() (map[string]string, error) {
	v := map[string]string{
		"title": viet.NFC(strings.TrimSpace(req.Title)), "date": req.Today.Format(time.DateOnly), "pham_vi": "noi-bo", "draft": "",
	}
	switch req.Kind.Name {
	case "van-ban":
		delete(v, "date") // the document's, which nobody but the editor knows
		if n := vanban.Find(v["title"]); len(n) > 0 {
			v["so_ky_hieu"] = n[0].Normal
			if n[0].Date != nil && n[0].Date.Err == nil {
				v["date"] = n[0].Date.Time.Format(time.DateOnly)
				v["title"] = v["title"][:n[0].End]
			}
		}
	case "so":
		v["trang_thai"] = string(bulletin.Draft)
		if m := issueNumber.FindStringSubmatch(v["title"]); m != nil {
			v["xuat_ban.so"] = m[1]
		}
	default:
		v["trang_thai"] = string(bulletin.Draft)
		v["ky.so"], v["ky.tong"] = "1", "1"
		if seasons := bulletin.Season("").Values(); len(seasons) > 0 {
			v["mua_giai"] = seasons[len(seasons)-1]
		}
	}
	for key, value := range req.Values {
		v[key] = viet.NFC(value)
	}
	if v["title"] == "" {
		return nil, errors.New("chưa có tiêu đề")
	}
	if d := v["date"]; d != "" {
		if _, err := time.Parse(time.DateOnly, d); err != nil {
			return nil, fmt.Errorf("ngày %q không đọc được, viết năm-tháng-ngày, ví dụ 2023-10-12", d)
		}
	}
	return v, nil
}

var issueNumber = regexp.MustCompile(`(?i)số 0*(\d+)`)

// folder names the file's folder in ASCII.
func (req Request) folder(v map[string]string) (string, error) {
	name := viet.Slug(v["title"])
	switch req.Kind.Name {
	case "so":
		name = v["date"][:len("2006-01")]
	case "van-ban":
		if v["so_ky_hieu"] == "" {
			return "", errors.New("tiêu đề không có số, ký hiệu văn bản; viết ví dụ \"Kết luận số 21-KL/TW\", hoặc thêm --dat so_ky_hieu=21-KL/TW")
		}
		name = viet.Slug(v["so_ky_hieu"] + " " + v["date"])
	}
	if name == "" {
		return "", fmt.Errorf("tiêu đề %q không có chữ hay số nào để đặt tên thư mục", v["title"])
	}
	return shorten(name), nil
}

// shorten cuts a long name at a word: addresses are read aloud and typed.
func shorten(name string) string {
	const most = 60
	if len(name) <= most {
		return name
	}
	cut := strings.LastIndexByte(name[:most+1], '-')
	if cut < most/2 {
		cut = most
	}
	return strings.TrimRight(name[:cut], "-")
}

// Write puts the file below a site's folder, whole or not at all. It refuses a
// place that is taken, also by a folder whose name only looks different ("Tủ
// sách" and "tu-sach"). A folder in which a killed run left nothing but its
// temporary files is not taken.
func Write(site string, f File) error {
	dir := filepath.Join(site, content.Dir, filepath.FromSlash(path.Dir(f.Path)))
	name := filepath.Base(dir)
	siblings, err := os.ReadDir(filepath.Dir(dir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("đọc thư mục %s: %w", filepath.Dir(dir), err)
	}
	for _, s := range siblings {
		if viet.Slug(s.Name()) == name && !(s.Name() == name && empty(dir)) {
			return fmt.Errorf("%w content/%s/%s: chương trình không ghi đè; đổi tiêu đề hoặc sửa bài đang có", ErrExists, path.Dir(path.Dir(f.Path)), s.Name())
		}
	}
	if len(f.Beside) > 0 {
		return writeBundle(dir, f)
	}
	_, before := os.Stat(dir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("tạo thư mục %s: %w", dir, err)
	}
	if err := durable.Create(filepath.Join(dir, path.Base(f.Path)), f.Data); err != nil {
		if before != nil {
			_ = os.Remove(dir) // not when somebody put something there
		}
		return fmt.Errorf("ghi %s: %w", filepath.Join(dir, path.Base(f.Path)), err)
	}
	return durable.SyncDir(filepath.Dir(dir))
}

// empty says whether a folder holds nothing but what killed runs left.
func empty(dir string) bool {
	entries, err := os.ReadDir(dir)
	return err == nil && !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !durable.IsTemp(e.Name()) })
}
