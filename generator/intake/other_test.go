package intake

import (
	"strings"
	"testing"

	"bantin/generator/internal/worddoc"
)

const zalo = `[10:21, 12/10/2023] Cô Hà: Tin từ sân trường 🎉
[10:22, 12/10/2023] Cô Hà: Sáng nay chi bộ làm ba việc:
1/ Dọn góc đọc
2/ Kê thêm ghế
3/ Trao sách mới
[10:25, 12/10/2023] Cô Hà: [Hình ảnh]
Cả trường cùng vui ☎ 028.
`

// TestMessage: names and times go, lists are lists, what cannot be printed is
// told, photographs keep their names.
func TestMessage(t *testing.T) {
	a := makeArticle(t, "tin.txt", []byte(zalo), Source{"Ảnh 1.jpg", worddoc.Photo(1200, 800)})
	_, body, _ := strings.Cut(string(a.File.Data), "\n---\n\n")
	want := "Sáng nay chi bộ làm ba việc:\n\n1. Dọn góc đọc\n2. Kê thêm ghế\n3. Trao sách mới\n\nCả trường cùng vui ☎ 028.\n\n![](anh-1.jpg)\n"
	if body != want || a.Report.Title != "Tin từ sân trường" {
		t.Errorf("title %q, body\n%s", a.Report.Title, body)
	}
	if len(a.File.Beside["anh-1.jpg"]) == 0 {
		t.Error("no picture")
	}
	var b strings.Builder
	a.Report.Write(&b, a.File.Path)
	for _, want := range []string{"ký hiệu không in được: “🎉”", "giờ gửi tin nhắn: “[10:21, 12/10/2023] Cô Hà:”", "anh.0.chu_thich"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	onlyToDo(t, a)
}

// TestPhotosAlone: photographs without a text are an article to be written.
func TestPhotosAlone(t *testing.T) {
	a, err := Make(nil, []Source{{"le-ket-nap.jpg", worddoc.Photo(1200, 800)}, {"2.heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1")}}, Options{Today: today, Title: "Lễ kết nạp"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.File.Beside) != 1 || len(a.Report.Left) != 1 || !strings.Contains(a.Report.Left[0].Text, "iPhone") {
		t.Errorf("%v, %v", len(a.File.Beside), a.Report.Left)
	}
}

// TestPage and a sheet become articles too.
func TestPage(t *testing.T) {
	a := makeArticle(t, "trang.html", []byte("<html><body><h1>Một mô hình hay</h1><p>Đoạn <b>một</b>.</p></body></html>"))
	if !strings.HasSuffix(string(a.File.Data), "---\n\nĐoạn **một**.\n") || a.Report.Title != "Một mô hình hay" {
		t.Errorf("%q, %s", a.Report.Title, a.File.Data)
	}
}
