package oddbulletin

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// values are what stands behind a key that should hold something else.
var values = []string{
	``, `null`, `~`, `true`, `false`, `yes`, `0`, `-1`, `1`, `7`, `123456789012345678901234567890`, `1.5`, `1e400`, `.inf`, `.nan`, `0x1F`, `0o17`, `1_000`,
	`[]`, `{}`, `[a, b]`, `[[a], [b]]`, `{a: b}`, `[1, 2, 3]`, `["", ""]`, `- a`,
	`2023-01-05`, `2023-13-45`, `2023-02-29`, `0001-01-01`, `9999-12-31`, `2023-01-05T10:00:00+07:00`, `"2023-01-05 14:00"`, `"14:00"`, `05/01/2023`, `2023`, `10/2023`, `"2023-10"`, `10000-01-01`, `-0001-01-01`,
	`""`, `" "`, `"."`, `".."`, `"/"`, `"#"`, `"?"`, `"%zz"`, `"%2e%2e%2f"`, `"../../etc/passwd"`, `"a/b/c"`, `"http://[::1"`, `"https://example.org/x?y=1&z=2#t"`, `"//example.org"`, `"javascript:alert(1)"`, `"mailto:a@example.org"`, `"data:text/html,x"`,
	`"{{ .Title }}"`, `"{{< video >}}"`, `"{{% x %}}"`, `"<script>alert(1)</script>"`, `"<b>đậm</b> & <i>nghiêng"`, `"**đậm** *nghiêng* [chữ](x)"`, `"![ảnh](anh.png)"`, `"[^1]"`, `"` + "`mã`" + `"`,
	`"một\ndòng\tkhác"`, `"\u0000"`, `"\u0007chuông"`, `"\u200b"`, `"\u202eđảo"`, `"\U0001F600"`, `"\ud800"`, `"e\u0323\u0302"`, `'nháy ''đơn'''`, `"nháy \"kép\""`, `"\\"`, `"\x41"`,
	"|\n  nhiều\n  dòng", ">-\n  gộp\n  lại", "|\n\n", `!!binary aGVsbG8=`, `!!str 12`, `!!int "12"`, `&neo chữ`, `*neo`, `@x`, `%x`, `? x`, `: x`, `x: y: z`, `"chưa đóng`, `'chưa đóng`, `[chưa đóng`, `{chưa: đóng`, `# ghi chú`, `chữ # ghi chú`, "\tthụt bằng tab",
	`cong-khai`, `noi-bo`, `da-duyet`, `cho-duyet`, `nhap`, `anh.png`, `khong-co.jpg`, `Ảnh chụp.JPG`, `viii-2023`, `ix-2024`, `truc-tiep`, `85-qd-tw-2022-10-07`, `khong-co-2020-01-01`, `ca-nhan`, `"50% 50%"`, `"120% -3%"`, `giua`, `"2023-09"`, `"2023-99"`,
}

// keys are some that a page may have at its head, ours and Hugo's own.
var keys = strings.Fields(`title tom_tat date publishDate expiryDate lastmod weight pham_vi draft slug aliases description keywords tags trang_thai nguoi_duyet ngay_duyet
	loai so chuyen_muc don_vi tac_gia van_ban anh kieu ten linh_vuc boi_canh cach_lam ket_qua xac_minh mua_giai cap loai_hinh the_loai ky hinh_thuc bat_dau ket_thuc dia_diem thanh_phan chu_tri
	bao_cao_vien chuyen_de tai_lieu bao_cao anh_bia xuat_ban gap_doi dan_trang so_ky_hieu co_quan trich_yeu khoa ghi_chu thay_the url type layout outputs cascade build markup resources
	sitemap menus translationKey headless isCJKLanguage linkTitle series params _build audio videos images link`)

var line = regexp.MustCompile(`^(\s*(?:- )?)([A-Za-z_]+):(?: (.*))?$`)

// front spoils some lines of a front matter. Most stay: a page with many
// mistakes never comes as far as the build.
func (r dice) front(lines []string) []string {
	for range pick(r, []int{0, 0, 1, 1, 1, 2, 3}) {
		at := r.IntN(len(lines))
		m := line.FindStringSubmatch(lines[at])
		switch k := r.IntN(24); {
		case k < 10 && m != nil:
			lines[at] = m[1] + m[2] + ": " + pick(r, values)
		case k < 16 && m != nil:
			lines[at] = m[1] + m[2] + fmt.Sprintf(": %q", pick(r, phrases))
		case k == 16:
			lines = slices.Delete(lines, at, at+1)
		case k == 17:
			lines = slices.Insert(lines, at, lines[r.IntN(len(lines))])
		case k == 18:
			lines[at] = " " + lines[at]
		case k == 19:
			lines[at] = strings.ToUpper(lines[at])
		default:
			lines = append(lines, pick(r, keys)+": "+pick(r, values))
		}
		if len(lines) == 0 {
			return []string{"title: x"}
		}
	}
	return lines
}

// photo is an entry that names a picture.
func (r dice) photo(file string) []string {
	return []string{"anh:", "  - tep: " + quoteIfOdd(file), "    chu_thich: " + fmt.Sprintf("%q", pick(r, phrases)), `    tac_gia: "Ban Biên tập"`, `    alt: "Một bức ảnh"`, "    co_tre_em: false", "    dong_y: khong-can"}
}
