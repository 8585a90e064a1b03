package ledger

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bantin/generator/address"
	"bantin/generator/bulletin"
	"bantin/generator/content"
)

const sample = `/guong/a/ van=00000000000000ff in=2023-09,2023-10 | Bài | có gạch
rut: /guong/c/  lý do  của biên tập
/hoc-tap/b/ uid=3f00 lan=2 luc=2026-11-28T01:00:00Z gio=51c0aa17 ngay=2026-12-01 | Buổi
`

// TestRoundTrip: what is read is written again, and a merge of two editors'
// files, which git joins line by line, keeps what either knew.
func TestRoundTrip(t *testing.T) {
	l, problems := Parse(File(bulletin.Public), sample)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got := strings.TrimPrefix(l.String(), head); got != sample {
		t.Errorf("got\n%s", got)
	}
	if again, _ := Parse(l.Name, l.String()); again.String() != l.String() {
		t.Error("not stable")
	}
	merged, problems := Parse(l.Name, "/guong/a/ in=2023-11 | Bài\r\n"+sample+"/guong/c/ | Bài đã rút\n/hoc-tap/b/ uid=3f00 lan=1 | Buổi\n")
	if len(problems) > 0 || merged.Of("/guong/c/") != nil || merged.Of("/hoc-tap/b/").Session.Changes != 2 {
		t.Errorf("%v\n%s", problems, merged)
	}
	if got := strings.Join(merged.Of("/guong/a/").Printed, " "); got != "2023-09 2023-10 2023-11" {
		t.Error(got)
	}
}

func TestUnreadable(t *testing.T) {
	for _, line := range []string{"<<<<<<< HEAD", "guong/a/ | Bài", "/guong/a/ van=xyz | Bài", "/guong/a/ la=1 | Bài", "/guong/a/ lạ | Bài", "rut:", "/x/ lan=một | Buổi"} {
		if _, problems := Parse("so", "# đầu\n"+line+"\n"); len(problems) != 1 || problems[0].Line != 2 {
			t.Errorf("%q: %v", line, problems)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Add("rut: /x/\n/x/ | y")
	f.Fuzz(func(t *testing.T, text string) {
		l, problems := Parse("so", text)
		if len(problems) > 0 {
			return
		}
		again, problems := Parse("so", l.String())
		if len(problems) > 0 || again.String() != l.String() {
			t.Errorf("%v\n%s\n%s", problems, l, again)
		}
	})
}

// TestHeir: an article is known again by its text or its title, not by one
// that merely is new, and nothing is chosen between two.
func TestHeir(t *testing.T) {
	const old = "Chi bộ họp bàn việc đưa sách đến lớp, mỗi tuần hai lượt, ghi sổ đầy đủ; tổ trưởng kiểm tra sổ vào chiều thứ sáu và báo lại trong buổi sinh hoạt cuối tháng, để cả tổ cùng biết lớp nào đọc nhiều."
	edited := strings.Replace(old, "chiều thứ sáu", "sáng thứ hai", 1)
	const other = "Tổ văn phòng xếp lại tủ hồ sơ theo năm, bỏ mười hai bìa trùng, dán nhãn từng ngăn; người đến hỏi giấy tờ chờ chưa tới năm phút, trước đây có khi cả buổi sáng mới tìm ra một quyết định cũ."
	for name, tt := range map[string]struct {
		pages map[string][2]string
		want  string
	}{
		"renamed":            {map[string][2]string{"moi": {"Đưa sách", old}}, "guong/moi/index.md"},
		"renamed and edited": {map[string][2]string{"moi": {"Tên khác hẳn", edited}}, "guong/moi/index.md"},
		"another article":    {map[string][2]string{"moi": {"Tủ hồ sơ", other}}, ""},
		"two alike":          {map[string][2]string{"moi": {"Đưa sách", old}, "moi-2": {"Đưa sách", old}}, ""},
	} {
		root := fstest.MapFS{}
		for dir, p := range tt.pages {
			root["guong/"+dir+"/index.md"] = &fstest.MapFile{Data: []byte("---\ntitle: " + p[0] + "\npham_vi: cong-khai\ntrang_thai: da-duyet\n---\n" + p[1] + "\n")}
		}
		tree, _ := content.Load(root, content.Options{Edition: bulletin.Public, Now: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)})
		l, _ := Parse("so", "")
		e := l.take("/guong/cu/")
		e.Title, e.Text = "Đưa sách", Fingerprint([]byte(old))
		lost := l.Missing(tree, address.New(tree, nil), func(*content.Page) bool { return true })
		if len(lost) != 1 {
			t.Fatalf("%s: %v", name, lost)
		}
		got := ""
		if lost[0].Heir != nil {
			got = lost[0].Heir.Path
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
