package search_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"bantin/generator/search"
)

// The made-up articles of the tests: sentences put together from these parts,
// the same for the same seed.
var (
	doers   = strings.Split("Chi bộ khối văn phòng|Tổ chuyên môn Ngữ văn|Cấp ủy nhà trường|Ban Chấp hành Công đoàn|Chi đoàn giáo viên|Đồng chí bí thư|Các đảng viên trẻ|Tổ trưởng tổ Toán – Tin|Ủy ban kiểm tra|Bộ phận thư viện|Nhóm giáo viên tiếng Anh|Hội cha mẹ học sinh|Đội thiếu niên|Cô hiệu phó|Bác bảo vệ già|Đảng ủy cơ sở|Thầy giáo dạy Thể dục|Nhân viên y tế", "|")
	acts    = strings.Split("đã rà soát|vừa hoàn thành|cùng nhau bàn bạc|mạnh dạn đổi mới|kiên trì theo đuổi|thẳng thắn góp ý về|tổ chức học tập|nghiêm túc kiểm điểm|quyết định sắp xếp lại|công khai|ghi sổ từng ngày|nhắc nhau giữ gìn|đề xuất|phân công người phụ trách|tự soi, tự sửa|thôi không làm hình thức nữa với|khoe một cách giản dị|giữ nếp", "|")
	things  = strings.Split("kế hoạch sinh hoạt chuyên đề|hồ sơ chuyển sinh hoạt đảng|bếp ăn bán trú|quy chế dân chủ ở cơ sở|góc đọc sách cuối hành lang|bộ đề ôn tập|việc tiếp công dân|phong trào hoa điểm tốt|chương trình hòa giải ở tổ|đường dây thuỷ lợi của vườn trường|nghị quyết chuyên đề về chuyển đổi số|cây xanh quanh sân|quỹ khuyến học|sổ tay đảng viên điện tử|việc nêu gương của người đứng đầu|lớp học xóa mù chữ|bài giảng mẫu|đợt khám sức khoẻ định kỳ", "|")
	whens   = strings.Split("trong học kỳ một|từ đầu năm học|suốt mùa mưa|sau buổi chào cờ|trước ngày khai giảng|vào chiều thứ sáu|mỗi tuần một lần|khi trường còn thiếu phòng|đúng dịp sinh nhật Bác|ngay sau đại hội", "|")
	ends    = strings.Split("Kết quả đo được bằng con số, không bằng lời khen.|Việc nhỏ mà bền thì thành nếp.|Ai cũng thấy mình có phần trong đó.|Bài học rút ra là hỏi trước khi làm.|Phụ huynh đến xem rồi xin bản vẽ.|Năm sau sẽ làm tiếp ở cơ sở hai.|Sai thì sửa, không giấu.|Thành tích ấy được hoàn toàn nhờ sự đồng lòng.|Chưa ai dám nói là đã xong.|Cuối buổi, mọi người ở lại dọn ghế.", "|")
	names   = strings.Fields("Đào Đặng Đinh Đoàn Đỗ Dương Hà Hồ Hoàng Huỳnh Khuất Lại Lâm Lưu Mạc Nghiêm Ngô Nguyễn Phùng Quách Tạ Thái Tôn Trịnh Trương Ứng Văn Võ Vương Vũ")
	middles = strings.Fields("Bảo Chấn Diễm Đình Đức Gia Hải Hòa Hữu Khánh Kiều Lệ Mạnh Minh Ngọc Nhã Phước Quốc Quỳnh Sỹ Thanh Thế Thủy Trung Tuyết Uyển Viết Xuân Yến Đăng")
	givens  = strings.Fields("Bằng Chiến Cường Diệp Duyên Đạt Điệp Đường Giang Hạnh Hiếu Hoa Huệ Hưng Khoa Khuê Kiên Lan Liễu Loan Lộc Mẫn Nghĩa Nguyệt Nhàn Oanh Phúc Phượng Quế Quyên Sáng Tâm Thảo Thơ Thuần Toại Trâm Triết Tuệ Vân")
	titles  = strings.Split("Chuyện ở chi bộ|Người giữ lửa|Một cách làm hay|Bài học từ|Nếp mới ở|Ghi chép ở|Học tập và làm theo|Đường về|Khi dân tin|Mùa thi ở", "|")
)

// writer writes made-up articles.
type writer struct{ *rand.Rand }

func newWriter(seed uint64) writer { return writer{rand.New(rand.NewPCG(seed, 2023))} }

func (w writer) of(parts []string) string { return parts[w.IntN(len(parts))] }

func (w writer) person() string { return w.of(names) + " " + w.of(middles) + " " + w.of(givens) }

func (w writer) sentence() string {
	switch w.IntN(6) {
	case 0:
		return w.of(ends)
	case 1:
		return fmt.Sprintf("Đồng chí %s kể lại %s: %s %s.", w.person(), w.of(whens), strings.ToLower(w.of(doers)), w.of(acts))
	case 2:
		return fmt.Sprintf("Con số %d.%03d đồng và %d lượt người %s là có thật.", 1+w.IntN(90), w.IntN(1000), 10+w.IntN(900), w.of(whens))
	case 3:
		return fmt.Sprintf("Theo Kết luận số %02d-KL/TW, %s %s %s.", 1+w.IntN(99), strings.ToLower(w.of(doers)), w.of(acts), w.of(things))
	}
	return fmt.Sprintf("%s %s %s %s.", w.of(doers), w.of(acts), w.of(things), w.of(whens))
}

func (w writer) paragraph(n int) string {
	var s []string
	for range n {
		s = append(s, w.sentence())
	}
	return strings.Join(s, " ")
}

// article is one made-up page with its blocks.
type article struct {
	search.Page
	blocks []string
}

// articles writes n articles of about size paragraphs of forty words.
func articles(n, size int, seed uint64, more func(w writer, i int) []string) []article {
	w := newWriter(seed)
	all := make([]article, n)
	for i := range all {
		a := &all[i]
		kind := []string{"guong", "bua-liem-vang", "hoc-tap"}[w.IntN(3)]
		a.Page = search.Page{
			Path: fmt.Sprintf("%s/bai-%05d/", kind, i), Kind: kind, Unit: w.of(doers),
			Title:   fmt.Sprintf("%s trường %s %s", w.of(titles), w.of(names), w.of(givens)),
			Summary: w.sentence() + " " + w.of(ends),
			Date:    time.Date(2015, 1, 1+w.IntN(4000), 0, 0, 0, 0, time.UTC),
		}
		if w.IntN(3) == 0 {
			a.Documents = []string{fmt.Sprintf("%02d-kl-tw", 1+w.IntN(40))}
		}
		for range size/2 + w.IntN(size+1) {
			a.blocks = append(a.blocks, w.paragraph(2+w.IntN(3)))
		}
		if more != nil {
			a.blocks = append(a.blocks, more(w, i)...)
		}
		blocks := a.blocks
		a.Text = func() ([]string, error) { return blocks, nil }
	}
	return all
}

func pagesOfArticles(all []article) []search.Page {
	pages := make([]search.Page, len(all))
	for i := range all {
		pages[i] = all[i].Page
	}
	return pages
}

func documentsOfTests() (documents []search.Document) {
	for i := range 40 {
		documents = append(documents, search.Document{fmt.Sprintf("%02d-kl-tw", i+1), fmt.Sprintf("Kết luận số %02d-KL/TW", i+1)})
	}
	return documents
}

// numbers are the articles in the order in which the index numbers them: the
// newest first, those of a day by address.
func numbers(all []article) []int {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(all[b].Date.Compare(all[a].Date), cmp.Compare(all[a].Path, all[b].Path))
	})
	return order
}
