package randomissue

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dice are the random choices of one issue.
type dice struct{ *rand.Rand }

var columns = []string{"Học tập và làm theo Bác", "Xây dựng Đảng", "Gương người tốt", "Nghiệp vụ công tác Đảng", "Diễn đàn chi bộ"}

var schools = []string{"tiểu học", "trung học cơ sở", "trung học phổ thông", "mầm non ngoại thành", "dân tộc nội trú"}

// parts of sentences: who, does, what, where or when.
var (
	who  = strings.Split("chi bộ nhà trường|tổ chuyên môn|các đảng viên trẻ|cô giáo chủ nhiệm|ban giám hiệu|chi ủy|nhóm giáo viên dạy giỏi|người phụ trách thư viện|tổ hành chính|phụ huynh lớp lá|đồng chí bí thư chi bộ|học sinh khối chín|bếp ăn bán trú|bác bảo vệ lâu năm|đoàn thanh niên", "|")
	does = strings.Split("đọc kỹ|ghi lại|bàn thêm về|nhận phần|sắp xếp|chia nhỏ|kiểm tra từng bước|rút gọn|gửi sớm|thảo luận thẳng thắn về|theo dõi mỗi tuần|cùng nhau sửa|đếm được|chia sẻ|hỏi kỹ về", "|")
	what = strings.Split("bản nghị quyết ba trang|danh sách việc trong tháng|cuốn sổ tay nhỏ|những chỗ còn vướng|tủ sách dùng chung của lớp|lịch sinh hoạt chuyên đề|ý kiến của đảng viên|cách làm mới từ cơ sở|các con số trước và sau|kế hoạch giúp học sinh khó khăn|hồ sơ kết nạp đảng viên|góc đọc ở cuối hành lang|buổi dự giờ chéo giữa các tổ|bữa ăn trưa của học trò|giờ tan trường ở đầu hẻm", "|")
	when = strings.Split("ngay từ đầu tháng|trước buổi họp ba ngày|vào chiều thứ Sáu|trong suốt học kỳ|mà không cần thêm kinh phí|để ai cũng nắm được|trước khi kết luận|và báo lại đúng hạn|theo đúng điều đã hứa|ở cả hai cơ sở của trường|với sự chứng kiến của phụ huynh|như một thói quen|dù trời mưa lớn|cho đến khi xong việc|bằng những câu hỏi rất cụ thể", "|")
)

func pick(r *dice, list []string) string { return list[r.IntN(len(list))] }

// clause is one plain statement of 9 to 17 syllables.
func (r *dice) clause() string {
	return pick(r, who) + " " + pick(r, does) + " " + pick(r, what) + " " + pick(r, when)
}

func (r *dice) sentence() string {
	s := r.clause()
	if r.IntN(3) == 0 {
		s += ", còn " + r.clause()
	}
	return capital(s) + "."
}

// paragraph has n words or a few more.
func (r *dice) paragraph(n int) string {
	var b strings.Builder
	for have := 0; have < n; {
		s := r.sentence()
		if have > 0 {
			b.WriteByte(' ')
		}
		if r.IntN(12) == 0 {
			s = "“" + s[:len(s)-1] + "”."
		}
		b.WriteString(s)
		have += len(strings.Fields(s))
	}
	return b.String()
}

// phrase is n words without a full stop.
func (r *dice) phrase(n int) string {
	f := strings.Fields(r.clause() + " " + r.clause())
	return capital(strings.Join(f[:min(n, len(f))], " "))
}

// title is short, ordinary or, now and then, very long.
func (r *dice) title() string {
	switch r.IntN(8) {
	case 0:
		return r.phrase(3)
	case 1:
		return r.phrase(20 + r.IntN(6))
	case 2:
		return r.phrase(4) + ": " + r.phrase(7)
	}
	return r.phrase(5 + r.IntN(8))
}

func (r *dice) summary() string {
	s := r.sentence()
	for utf8.RuneCountInString(s) < 120 {
		s += " " + r.sentence()
	}
	if runes := []rune(s); len(runes) > 280 {
		s = string(runes[:279]) + "…"
	}
	return s
}

func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}
