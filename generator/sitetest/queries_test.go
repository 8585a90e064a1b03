package sitetest

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"bantin/generator/bulletin"

	"github.com/chromedp/chromedp"
)

// asked is a query and where an answer to it lies.
type asked struct{ query, want string }

// documentQueries are numbers of the register in the spellings that people
// type; want is the document's address.
func documentQueries(t *testing.T) (all []asked) {
	t.Helper()
	folders, err := os.ReadDir("../../content/van-ban")
	if err != nil {
		t.Fatal(err)
	}
	number := regexp.MustCompile(`^(\d+)-([a-z]+)-([a-z]+)-\d`)
	marked := strings.NewReplacer("qd", "qđ")
	for _, f := range folders {
		m := number.FindStringSubmatch(f.Name())
		if m == nil {
			continue
		}
		no, kind, organ := m[1], marked.Replace(m[2]), m[3]
		for _, q := range []string{
			strings.ToUpper(no + "-" + kind + "/" + organ), no + kind + "/" + organ, no + " " + m[2] + " " + organ,
			strings.ToUpper(no + m[2] + organ), kind + no + " " + organ,
		} {
			all = append(all, asked{q, "van-ban/" + f.Name() + "/"})
		}
	}
	return all
}

// others are queries of readers; want is among the first three.
var others = []asked{
	{"số 10", "so/2023-10/"}, {"so 10", "so/2023-10/"}, {"2023-10", "so/2023-10/"}, {"2023-09", "so/2023-09/"}, {"số 9", "so/2023-09/"},
	{"tháng 10 năm 2023", "so/2023-10/"}, {"số báo 2023-09", "so/2023-09/"},
	{"điều đảng viên không được làm", "van-ban/37-qd-tw-2021-10-25/"}, {"dieu dang vien khong duoc lam", "van-ban/37-qd-tw-2021-10-25/"},
	{"những điều đảng viên không được làm", "van-ban/37-qd-tw-2021-10-25/"}, {"8-QĐ/TW", "van-ban/08-qd-tw-2018-10-25/"}, {"5-CT/TW", "van-ban/05-ct-tw-2016-05-15/"},
	{"quy định 37", "van-ban/37-qd-tw-2021-10-25/"}, {"kết luận 21", "van-ban/21-kl-tw-2021-10-25/"}, {"chỉ thị 05", "van-ban/05-ct-tw-2016-05-15/"},
	{"tủ sách xe đẩy", "guong/tu-sach-xe-day/"}, {"tu sach xe day", "guong/tu-sach-xe-day/"}, {"TỦ SÁCH XE ĐẨY", "guong/tu-sach-xe-day/"},
	{"“tủ sách xe đẩy”", "guong/tu-sach-xe-day/"}, {"«tủ sách»", "guong/tu-sach-xe-day/"}, {"tủ sahc xe đẩy", "guong/tu-sach-xe-day/"},
	{"tur sachs xe ddaayr", "guong/tu-sach-xe-day/"}, {"tu3 sach1 xe d9ay6", "guong/tu-sach-xe-day/"}, {"tủ saxch xe đẩy trường", "guong/tu-sach-xe-day/"},
	{"cân lại khay cơm", "guong/can-lai-khay-com/"}, {"caan laji khay cowm", "guong/can-lai-khay-com/"}, {"can6 lai5 khay com7", "guong/can-lai-khay-com/"},
	{"khay com thua", "guong/can-lai-khay-com/"}, {"đọc trước bàn sau", "guong/doc-truoc-ban-sau/"}, {"ddojc truwowcs", "guong/doc-truoc-ban-sau/"},
	{"doc5 truoc71", "guong/doc-truoc-ban-sau/"}, {"hồ sơ một lần nộp", "guong/ho-so-mot-lan-nop/"}, {"hoof sow moojt laanf noojp", "guong/ho-so-mot-lan-nop/"},
	{"tổ trưởng mở cửa lớp", "guong/to-truong-mo-cua-lop/"}, {"nghị quyết ba trang", "bua-liem-vang/nghi-quyet-ba-trang/"},
	{"nghij quyeets ba trang", "bua-liem-vang/nghi-quyet-ba-trang/"}, {"NQ ba trang", "bua-liem-vang/nghi-quyet-ba-trang/"},
	{"người giữ chìa khóa", "bua-liem-vang/nguoi-giu-chia-khoa/"}, {"người giữ chìa khoá", "bua-liem-vang/nguoi-giu-chia-khoa/"},
	{"cổng trường giờ tan học", "bua-liem-vang/cong-truong-gio-tan-hoc-ky-"}, {"học quy định 85", "hoc-tap/hoc-quy-dinh-85/"},
	{"quán triệt kết luận 21", "hoc-tap/quan-triet-ket-luan-21/"}, {"lịch học quý IV", "hoc-tap/"}, {"báo cáo viên tháng 9", "hoc-tap/hoi-nghi-bao-cao-vien-thang-9/"},
	{"sinh hoạt chuyên đề quý III", "hoc-tap/sinh-hoat-chuyen-de-quy-iii/"}, {"shcđ quý III", "hoc-tap/sinh-hoat-chuyen-de-quy-iii/"},
	{"bảng tình huống", "hoc-tap/hoc-quy-dinh-37-bang-tinh-huong/"}, {"“đọc trước, bàn sau”", "guong/doc-truoc-ban-sau/"},
	// What some article holds is found somehow.
	{"trường THCS", ""}, {"trường THPT", ""}, {"CB GV", ""}, {"HS", ""}, {"gv", ""}, {"ĐV trẻ", ""}, {"dv", ""}, {"cấp 2", ""}, {"shcb", ""}, {"CMHS", ""},
	{"ddangr vieen", ""}, {"d9ang3 vien6", ""}, {"chi booj", ""}, {"đảng viên", ""}, {"“sách tủ đẩy xe”", ""}, {"blv", ""},
}

// TestReaderQueries asks what readers of such a bulletin type.
func TestReaderQueries(t *testing.T) {
	ctx, _ := browser(t)
	s := sample(t, bulletin.Internal)
	run(t, ctx, chromedp.Navigate(s.url("tim-kiem/")))
	all := append(documentQueries(t), others...)
	if len(all) < 120 {
		t.Errorf("only %d queries", len(all))
	}
	var texts []string
	for _, a := range all {
		texts = append(texts, a.query)
	}
	list, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	found := eval[[][]string](t, ctx, fmt.Sprintf(`(async () => {
	  const tim = document.querySelector("form.tim").tim, { ban } = await (await fetch("chi-muc.json")).json(), kq = [], duong = new Map();
	  const dau = async (t) => duong.get(t) ?? (duong.set(t, (await (await fetch("du-lieu/" + ban + "/t/" + t + ".txt")).text()).split("\t", 1)[0]), duong.get(t));
	  for (const q of %s) kq.push(await Promise.all((await tim(q)).trang.slice(0, 3).map(dau)));
	  return kq;
	})()`, list))
	wrong := 0
	for i, a := range all {
		got := strings.Join(found[i], " ")
		if len(found[i]) == 0 || !strings.Contains(got, a.want) {
			wrong++
			t.Errorf("%q: %q, not %s", a.query, got, a.want)
		}
	}
	t.Logf("%d of %d queries answered", len(all)-wrong, len(all))
}
