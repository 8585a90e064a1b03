package check

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"bantin/generator/bulletin"
)

// entry is what the editors' guide says of one rule.
type entry struct {
	code, title, marks string
	wrong, right       string
}

var (
	guideHead  = regexp.MustCompile("(?m)^#### `([a-z0-9-]+)`: (.*)\n\n\\*(.*)\\.\\*$")
	guideWrong = regexp.MustCompile(`(?s)\nSai:\n\n(.*?)\nĐúng:\n\n(.*)`)
)

// guide reads the rules' part of the editors' guide.
func guide(t *testing.T) []entry {
	t.Helper()
	data, err := os.ReadFile("../../HUONG-DAN.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	heads := guideHead.FindAllStringSubmatchIndex(text, -1)
	var all []entry
	for _, m := range heads {
		e := entry{code: text[m[2]:m[3]], title: text[m[4]:m[5]], marks: text[m[6]:m[7]]}
		rest := text[m[1]:]
		if end := strings.Index(rest, "\n#"); end >= 0 {
			rest = cutAtHeading(rest)
		}
		if x := guideWrong.FindStringSubmatch(rest); x != nil {
			e.wrong, e.right = outdent(x[1]), outdent(x[2])
		}
		all = append(all, e)
	}
	return all
}

// cutAtHeading ends a rule's part at the next heading that is no example.
func cutAtHeading(s string) string {
	if at := regexp.MustCompile(`\n#{2,4} `).FindStringIndex(s); at != nil {
		return s[:at[0]]
	}
	return s
}

func outdent(s string) string {
	var lines []string
	for line := range strings.Lines(strings.TrimSpace("\n" + s)) {
		lines = append(lines, strings.TrimPrefix(line, "    "))
	}
	return strings.TrimSpace(strings.Join(lines, ""))
}

// TestGuideAgreesWithRules: the guide tells of every rule, in the registry's
// words, and of no other.
func TestGuideAgreesWithRules(t *testing.T) {
	var got, want []string
	for _, e := range guide(t) {
		got = append(got, fmt.Sprintf("%s: %s (%s)", e.code, e.title, e.marks))
	}
	for _, r := range Rules() {
		marks := r.Level.String()
		if r.Sealed {
			marks += "; không bỏ qua được"
		}
		if r.Mends {
			marks += "; `check --sua` tự sửa được"
		}
		want = append(want, fmt.Sprintf("%s: %s (%s)", r.Code, r.Title, marks))
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("the guide lacks %s", line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("no rule is as the guide says: %s", line)
		}
	}
}

// told are rules whose cases a text cannot show.
var told = []string{"khong-utf8", "lien-ket-tep", "tep-khong-thuong", "qua-suc", "doc-tep", "so-trang", "giai-so-bai", "dia-chi-doi", "dia-chi-mat", "so-dia-chi", "tep-tinh", "tep-ke"}

// TestGuideExamples: every wrong example is found to be wrong for the reason
// that it shows, and the right one is without any finding.
func TestGuideExamples(t *testing.T) {
	for _, e := range guide(t) {
		t.Run(e.code, func(t *testing.T) {
			if slices.Contains(told, e.code) {
				return
			}
			if e.wrong == "" || e.right == "" {
				t.Fatal("no examples")
			}
			if found := example(t, e.code, e.wrong); count(found, e.code) == 0 {
				t.Errorf("the wrong example gives %v", found)
			}
			for _, f := range example(t, e.code, e.right) {
				if e.code == "ten-tep" && f.Code == "tep-o-lai" {
					continue // the example is the name of a picture alone
				}
				t.Errorf("the right example gives %v", f)
			}
		})
	}
}

// example judges a guide's example within a small site.
func example(t *testing.T, code, text string) bulletin.Findings {
	t.Helper()
	if code == "chu-to-hop" && strings.Contains(text, "tổ hợp") {
		text = norm.NFD.String(text)
	}
	text = strings.ReplaceAll(text, "⟨U+200B⟩", "\u200b")
	root := exampleSite(t)
	if strings.Contains(text, "co-toa-do.jpg") {
		root["guong/thu/co-toa-do.jpg"] = &fstest.MapFile{Data: placedPhotograph()}
	}
	if strings.Contains(text, "cut.jpg") {
		root["guong/thu/cut.jpg"] = &fstest.MapFile{Data: photograph(1600)[:900]}
	}
	for _, name := range []string{"anh.jpg", "nho.jpg"} {
		if !strings.Contains(text, name) {
			maps.DeleteFunc(root, func(file string, _ *fstest.MapFile) bool { return path.Base(file) == name })
		}
	}
	for _, name := range []string{"bao-cao.docx", "bao-cao.pdf"} {
		if strings.Contains(text, name) {
			root["guong/thu/"+name] = &fstest.MapFile{Data: []byte("%PDF-1.7\n")}
		}
	}
	names := placeExample(root, code, text)
	_, all := judge(root, bulletin.Internal)
	var own bulletin.Findings
	for _, f := range all {
		for _, name := range names {
			if f.File == name || path.Dir(f.File) == path.Dir(name) {
				own = append(own, f)
				break
			}
		}
	}
	return own
}

// placeExample puts an example where its form says and returns its files.
func placeExample(root fstest.MapFS, code, text string) (names []string) {
	lines := strings.Split(text, "\n")
	rule, _ := RuleOf(code)
	name, front, body := "content/guong/thu/index.md", []string(nil), text
	switch rule.Group {
	case groupAward:
		name = "content/bua-liem-vang/thu/index.md"
	case groupSession:
		name = "content/hoc-tap/thu/index.md"
	}
	if strings.HasPrefix(lines[0], "content/") && (len(lines) == 1 || strings.HasPrefix(lines[1], "content/")) {
		for _, n := range lines {
			put(root, n, n, []string{"so: 2023-10"}, "Thân bài.\n")
			names = append(names, n)
		}
		return names
	}
	if strings.HasPrefix(lines[0], "content/") {
		name, lines = lines[0], lines[1:]
		if lines[0] != "---" {
			root[strings.TrimPrefix(name, "content/")] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
			return []string{name}
		}
	}
	if lines[0] == "---" {
		end := slices.Index(lines[1:], "---") + 1
		front, body = lines[1:end], strings.Join(lines[end+1:], "\n")
	}
	if code != "quen-so" && !strings.HasPrefix(name, "content/so/") && !strings.HasPrefix(name, "content/van-ban/") {
		front = append([]string{"so: 2023-10"}, front...)
	}
	put(root, name, name, front, body+"\n")
	return []string{name}
}

// put writes a complete file of the kind that its folder says.
func put(root fstest.MapFS, name, kindOf string, front []string, body string) {
	file := strings.TrimPrefix(name, "content/")
	data := []byte(model(body, front...))
	switch section, _, _ := strings.Cut(strings.TrimPrefix(kindOf, "content/"), "/"); section {
	case "bua-liem-vang":
		data = []byte(article(body, []string{"mua_giai: viii-2023", "cap: co-so", "loai_hinh: bao-in", "the_loai: phóng sự", "ky: {so: 1, tong: 1}"}, front))
	case "hoc-tap":
		data = []byte(article(body, []string{"hinh_thuc: truc-tiep", "kieu: chuyen-de", "bat_dau: 2023-10-20 07:30", "thanh_phan: Đảng viên", "chu_tri: Bí thư",
			"bao_cao_vien: [{ho_ten: Trần Văn B}]", "chuyen_de: [Nêu gương]"}, front))
	case "so":
		data = []byte("---\ntitle: " + path.Dir(file) + "\ndate: 2023-10-15\n" + strings.Join(front, "\n") + "\n---\n")
	case "van-ban":
		data = []byte("---\ntitle: Văn bản\nco_quan: Bộ Chính trị\ntrich_yeu: Về một việc\n" + strings.Join(front, "\n") + "\n---\n")
	}
	if ext := path.Ext(name); ext == ".jpg" {
		data = photograph(1600)
	}
	root[file] = &fstest.MapFile{Data: data}
}

// exampleSite is what the guide's examples stand in.
func exampleSite(t *testing.T) fstest.MapFS {
	root := register(t)
	put(root, "so/2023-10/_index.md", "so", []string{"pham_vi: cong-khai",
		"xuat_ban: {che_do: to-dan, ten: Bản tin, co_quan: Đảng ủy, so: 10, ky_han: hằng tháng, chiu_trach_nhiem: Phó Bí thư, kho: a4}"}, "")
	put(root, "guong/bai-khac/index.md", "guong", []string{"so: 2023-10", "weight: 1"},
		"## Cách làm\n\nVì hòa bình. Nghị định số 24/2014/NĐ-CP ngày 04 tháng 4 năm 2014.\n")
	put(root, "so/2023-11/_index.md", "so", []string{"pham_vi: cong-khai",
		"xuat_ban: {che_do: ban-tin, ten: Bản tin, co_quan: Đảng ủy, so: 11, ky_han: hằng tháng, giay_phep: {so: \"1/GP\", ngay: 2023-01-03, noi_cap: Sở}, noi_in: Sở, so_luong: 100, chiu_trach_nhiem: Phó Bí thư, kho: 190x270}"}, "")
	put(root, "guong/bai-thang-11/index.md", "guong", []string{"so: 2023-11"}, "Bài của tháng 11.\n")
	put(root, "guong/chuyen-noi-bo/index.md", "guong", []string{"pham_vi: noi-bo"}, "Chuyện.\n")
	put(root, "hoc-tap/buoi-mot/index.md", "hoc-tap", []string{"bat_dau: 2023-10-12 07:30", "ket_thuc: 2023-10-12 11:00", "dia_diem: Hội trường A", "bao_cao_vien: [{ho_ten: Lê Thị C}]"}, "Buổi học.\n")
	for _, dir := range []string{"guong/thu", "bua-liem-vang/thu", "hoc-tap/thu"} {
		put(root, dir+"/index.md", dir, []string{"so: 2023-10"}, "Thân bài.\n")
		root[dir+"/anh.jpg"] = &fstest.MapFile{Data: photograph(1600)}
		root[dir+"/nho.jpg"] = &fstest.MapFile{Data: photograph(320)}
	}
	return root
}

var photographs = map[int][]byte{}

// photograph is a picture of a width in pixels.
func photograph(width int) []byte {
	if photographs[width] == nil {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, width/2)), &jpeg.Options{Quality: 1}); err != nil {
			panic(err) // a grey picture always encodes
		}
		photographs[width] = b.Bytes()
	}
	return photographs[width]
}
