package randomissue

import (
	"fmt"
	"strings"
)

// words is how long the i-th article is: many are short, some very long.
func (r *dice) words(short bool) int {
	switch k := r.IntN(10); {
	case short || k < 3:
		return 120 + r.IntN(280)
	case k < 8:
		return 400 + r.IntN(700)
	case k < 9:
		return 1100 + r.IntN(700)
	}
	return 1800 + r.IntN(1200)
}

func (w *writer) article(r *dice, is Issue, i int, short bool) {
	kind := []string{"guong", "bua-liem-vang", "hoc-tap"}[r.IntN(3)]
	folder := fmt.Sprintf("content/%s/bai-%s-%02d", kind, is.Key, i+1)
	n := r.words(short)
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %q\ntom_tat: %q\ndate: 2023-01-05\nso: %q\nweight: %d\nchuyen_muc: %q\ndon_vi: \"Chi bộ một trường %s\"\ntac_gia:\n  - ho_ten: \"Cộng tác viên chi bộ\"\n",
		r.title(), r.summary(), is.Key, i+1, columns[r.IntN(len(columns))], schools[r.IntN(len(schools))])
	b.WriteString("pham_vi: cong-khai\ntrang_thai: da-duyet\nnguoi_duyet: \"Ban Biên tập\"\nngay_duyet: 2023-01-04\n")
	if len(w.documents) > 0 && r.IntN(3) == 0 {
		fmt.Fprintf(&b, "van_ban: [%s]\n", w.documents[r.IntN(len(w.documents))])
	}
	pictures := r.pictures(n)
	if len(pictures) > 0 {
		b.WriteString("anh:\n")
	}
	for k, shape := range pictures {
		name := fmt.Sprintf("anh-%d.jpg", k+1)
		w.write(folder+"/"+name, string(shape.jpeg()))
		fmt.Fprintf(&b, "  - tep: %s\n    chu_thich: %q\n    tac_gia: \"Ban Biên tập\"\n    co_tre_em: false\n    dong_y: khong-can\n", name, r.sentence())
	}
	r.ofKind(&b, kind)
	b.WriteString("---\n\n" + r.body(n))
	w.write(folder+"/index.md", b.String())
}

// ofKind writes the fields of one kind.
func (r *dice) ofKind(b *strings.Builder, kind string) {
	switch kind {
	case "guong":
		fmt.Fprintf(b, "kieu: tap-the\nten: \"Tổ chuyên môn\"\nlinh_vuc: dao-duc\nboi_canh: %q\ncach_lam: %q\n", r.summary(), r.summary())
		b.WriteString("ket_qua:\n")
		for range 1 + r.IntN(3) {
			fmt.Fprintf(b, "  - chi_tieu: %q\n    truoc: \"%d giờ\"\n    sau: \"%d giờ\"\n", r.phrase(5), 20+r.IntN(60), 1+r.IntN(19))
		}
		b.WriteString("xac_minh:\n  nguoi: \"Chi ủy nhà trường\"\n  ngay: 2023-01-03\n")
	case "bua-liem-vang":
		b.WriteString("mua_giai: viii-2023\ncap: co-so\nloai_hinh: bai-viet\nthe_loai: \"phản ánh\"\nky:\n  so: 1\n  tong: 2\n")
	case "hoc-tap":
		b.WriteString("hinh_thuc: truc-tiep\nkieu: chuyen-de\nbat_dau: \"2023-01-03 14:00\"\nket_thuc: \"2023-01-03 16:30\"\ndia_diem: \"Hội trường nhà trường\"\nthanh_phan: \"Toàn thể đảng viên chi bộ\"\nchu_tri: \"Đồng chí bí thư chi bộ\"\nbao_cao_vien:\n  - ho_ten: \"Nhóm đảng viên được phân công\"\n    chuc_danh: \"Đảng viên\"\nchuyen_de:\n")
		fmt.Fprintf(b, "  - %q\n", r.sentence())
		if r.IntN(2) == 0 {
			fmt.Fprintf(b, "bao_cao:\n  trieu_tap: 40\n  co_mat: %d\n  y_kien: %d\n  ket_luan: %q\n", 30+r.IntN(10), 5+r.IntN(20), r.summary())
		}
	}
}

// body is the Markdown of n words, more or less.
func (r *dice) body(n int) string {
	var parts []string
	notes := ""
	heads := r.IntN(4) > 0
	for left, k := n, 0; left > 0; k++ {
		if heads && k > 0 && k%3 == 0 && left > 80 {
			parts = append(parts, "## "+r.phrase(3+r.IntN(8)))
		}
		long := min(left, 30+r.IntN(90))
		p := r.paragraph(long)
		if r.IntN(14) == 0 {
			notes += fmt.Sprintf("[^%d]: %s\n", k, r.sentence())
			p += fmt.Sprintf("[^%d]", k)
		}
		parts = append(parts, p)
		left -= long
		switch {
		case left < 60 || k == 0:
		case r.IntN(14) == 0:
			parts = append(parts, r.table())
		case r.IntN(9) == 0:
			parts = append(parts, r.list())
		case r.IntN(11) == 0:
			parts = append(parts, "> "+r.sentence()+"\n>\n> *Một đảng viên trong chi bộ*")
		}
	}
	return strings.Join(parts, "\n\n") + "\n\n" + notes
}

func (r *dice) list() string {
	var b strings.Builder
	for range 2 + r.IntN(4) {
		b.WriteString("- " + r.phrase(6+r.IntN(12)) + ";\n")
	}
	return b.String()
}

func (r *dice) table() string {
	b := strings.Builder{}
	b.WriteString("| Nội dung | Trước | Sau |\n|---|---:|---:|\n")
	for range 2 + r.IntN(7) {
		fmt.Fprintf(&b, "| %s | %d | %d |\n", r.phrase(2+r.IntN(5)), r.IntN(90), r.IntN(90))
	}
	return b.String()
}
