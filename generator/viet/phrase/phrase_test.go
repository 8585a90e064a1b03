package phrase

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// shown writes a graded headline: "~" Never, "_" Poor, " " Plain, "/" Good.
func shown(s string) string {
	var b strings.Builder
	words, _ := scan(s, false)
	for i, g := range grades(words, true) {
		b.WriteString(words[i].text + [...]string{Good: "/", Plain: " ", Poor: "_", Never: "~"}[g])
	}
	return b.String() + words[len(words)-1].text
}

func TestTitle(t *testing.T) {
	for _, want := range []string{
		"Học~tập/và_làm~theo tư~tưởng,/đạo~đức,/phong~cách_Hồ~Chí~Minh",
		"Đảng~Cộng~sản_Việt~Nam quang~vinh",
		"Người tổ~trưởng mở~lớp mình",
		"Chín_loại giấy~tờ,/một_lần nộp",
		"Quán~triệt_Kết~luận~21:/mỗi_nhóm một_câu~hỏi khó",
		"Cổng~trường giờ tan~học,/kỳ~2:/Bốn_chi~bộ đứng/ở_ngã~ba",
		"Hội~nghị báo~cáo~viên tháng~9:/nói ngắn,/hỏi nhiều",
		"Chiếc_khóa phòng~học/của_cô_Nguyễn~Thị~Hoa",
	} {
		s := strings.NewReplacer("~", " ", "_", " ", "/", " ").Replace(want)
		if got := shown(s); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
		if got := shown(norm.NFD.String(s)); norm.NFC.String(got) != want {
			t.Errorf("decomposed: %s", got)
		}
	}
}

// headlines are titles as newsletters have them; "~" must hold, "|" are the
// lines of a narrow column.
func TestLines(t *testing.T) {
	for _, tt := range []struct {
		room int
		want string
	}{
		{20, "Học tập và làm theo|tư tưởng, đạo đức,|phong cách|Hồ Chí Minh"},
		{12, "Ngày|Nhà giáo|Việt Nam|20-11"},
		{16, "Đảng Cộng sản|Việt Nam|quang vinh"},
		{26, "Tủ sách xe đẩy|ở trường tiểu học vùng ven"},
		{24, "Người giữ chìa khóa|phòng thiết bị"},
		{24, "Hội nghị báo cáo viên|tháng 9: nói ngắn,|hỏi nhiều"},
		{24, "Sinh hoạt chuyên đề|quý III: trồng cây|rồi mới bàn|chuyện trường xanh"},
		{28, "Cổng trường giờ tan học,|kỳ 2: Bốn chi bộ đứng|ở ngã ba"},
		{24, "Quán triệt Kết luận 21:|mỗi nhóm một câu hỏi khó"},
		{26, "Đọc trước, bàn sau:|một trang giấy đổi|nếp sinh hoạt chi bộ"},
		{26, "Chín loại giấy tờ,|một lần nộp"},
		{22, "Đồng chí Trần Thị Minh|và ba năm|giữ sổ chi bộ"},
		{26, "Học sinh lớp 5A góp|1.200 quyển sách|tặng bạn vùng cao"},
		{30, "Chi bộ Trường THCS Lê Lợi|kết nạp ba đảng viên|là giáo viên trẻ"},
		{22, "CHI BỘ NHÀ TRƯỜNG|VÀ CÔ NGUYỄN THỊ HOA"},
		{30, "Bếp ăn bán trú giảm|17,5 kg cơm thừa mỗi ngày"},
		{20, "Nghị quyết ba trang"},
		{9, "Khẩu hiệu|Kinh tế|nghiêng-hẳn-một-bên"},
	} {
		got := strings.Join(Lines(strings.ReplaceAll(tt.want, "|", " "), count, float64(tt.room)), "|")
		if got != tt.want {
			t.Errorf("%d: got %q, want %q", tt.room, got, tt.want)
		}
	}
}

func count(s string) float64 { return float64(utf8.RuneCountInString(norm.NFC.String(s))) }

// TestNothingKnownIsParted: whatever the room, a word or name of the lists is
// whole when it fits on a line.
func TestNothingKnownIsParted(t *testing.T) {
	n := 0
	for known, inner := range dictionary().known {
		if n++; n%7 != 0 { // a seventh shows it
			continue
		}
		title := "zơ zơ " + known + " zơ zơ"
		for room := count(known); room < 30; room += 3 {
			at := 0
			for _, line := range Lines(title, count, room) {
				at += len(strings.Fields(line)) // syllables so far; the known ones begin at 2
				if k := at - 3; k >= 0 && k < len(inner) && inner[k] == Never {
					t.Errorf("%q in %g: a line ends in %q", title, room, line)
				}
			}
		}
	}
}

func TestJoin(t *testing.T) {
	for _, want := range []string{
		"Kết luận số~21-KL/TW ngày~25~tháng~10 năm~2021",
		"ngày~07~tháng~10",
		"Ngày~15~tháng~9 năm~2023, (ngày~06~tháng~7)",
		"từ tháng~7 đến quý~III",
		"khóa~XIII, nhiệm kỳ~2020-2025",
		"Đại hội lần thứ~XIII, khóa~XII.",
		"giảm 17,5~kg, tức 60~%, còn 1.450.000~đồng.",
		"lúc 16~giờ 20~phút",
		"trong 40 cuốn có 2 cuốn hỏng",
		"33,5~°C lúc trưa",
		"học kỳ~I, lớp~5, điều~3",
		"số người, số  10 và số~10",
		"số, 10",
		"12 tháng~10 ngày",
		"“số~10”",
		"tổ trưởng nói về Hồ~Chí~Minh, cô Nguyễn~Thị~Hoa ở Hải~Phòng",
		"Học Quy định~37 bằng tình huống",
		"", "một hai ba",
	} {
		want = strings.ReplaceAll(want, "~", "\u00a0")
		s := strings.ReplaceAll(want, "\u00a0", " ")
		if got := Join(s); got != want {
			t.Errorf("Join(%q)\n got %q\nwant %q", s, got, want)
		}
		if got := Join(want); got != want {
			t.Errorf("Join(%q) changed its own result to %q", want, got)
		}
	}
}

func TestJoinHTML(t *testing.T) {
	for _, want := range []string{
		`<p>Kết luận số~<a href="/van-ban/so 10/">21-KL/TW</a> của <strong>Hồ~Chí</strong>~Minh</p>`,
		"<p>Trang</p> <p>5 của Hồ</p>\n<p>Chín Minh</p>",
		"<p>ở Hồ\nChí~Minh</p>",
		"<pre>số 10</pre> <code>số 10</code> là số~10",
		"số&nbsp;10 &amp; số~10 & số~10 &#160;",
		`<img alt="số 10"> số~<em>10</em>`,
		"<!-- số 10 -->số~10", "a < b số~10",
	} {
		got := JoinHTML(strings.NewReplacer("~", " ").Replace(want))
		want = strings.ReplaceAll(strings.ReplaceAll(want, "\nChí", "~Chí"), "~", "\u00a0")
		if got != want {
			t.Errorf("\n got %q\nwant %q", got, want)
		}
	}
	if got := JoinTitleHTML("Hội nghị <em>báo cáo</em> viên"); got != "Hội\u00a0nghị <em>báo\u00a0cáo</em>\u00a0viên" {
		t.Errorf("%q", got)
	}
}

func FuzzJoin(f *testing.F) {
	f.Add("số 21-KL/TW ngày 07 tháng 10\u00a0năm 2022  \t\xff kg 5 kg <p>Hồ Chí</p> Minh &nbsp; &amp &#3", 9)
	plain := strings.NewReplacer("\u00a0", " ", "\n", " ")
	f.Fuzz(func(t *testing.T, s string, room int) {
		for name, join := range map[string]func(string) string{"text": Join, "html": JoinHTML, "title html": JoinTitleHTML} {
			got := join(s)
			if plain.Replace(got) != plain.Replace(s) {
				t.Fatalf("%s: %q changed more than spaces: %q", name, s, got)
			}
			if again := join(got); again != got {
				t.Fatalf("%s: not idempotent: %q then %q", name, got, again)
			}
		}
		if got := strings.Join(Lines(s, count, float64(room)), " "); got != strings.Join(strings.Fields(s), " ") {
			t.Fatalf("lines of %q: %q", s, got)
		}
	})
}
