package check

import (
	"slices"

	"bantin/generator/bulletin"
)

// Rule is one thing that is judged. Codes never change and never come back
// with another meaning: editors look them up and silence them by name.
type Rule struct {
	Code  string
	Level bulletin.Level // the highest that its findings have
	Title string         // what is wrong, Vietnamese
	Group string         // the part of the guide that tells of it

	Sealed bool // no editor may silence it
	Cross  bool // needs the whole folder: the judgement of one page leaves it out
	Mends  bool // --sua can put it right
}

const (
	groupFront   = "Lý lịch và tệp"
	groupIssue   = "Số báo"
	groupPicture = "Ảnh"
	groupLink    = "Liên kết"
	groupDoc     = "Văn bản được dẫn"
	groupPrivate = "Dữ liệu riêng và độ mật"
	groupAward   = "Bài dự giải"
	groupSession = "Buổi học tập"
	groupText    = "Chữ và câu"
	groupNumber  = "Ngày và số"
)

const (
	e = bulletin.Error
	w = bulletin.Warning
	h = bulletin.Hint
)

// rules are those of this package and, sealed, those that others report: package
// content while it reads the files, package publish when it has set an issue.
var rules = []Rule{
	{Code: "yaml", Level: e, Group: groupFront, Sealed: true, Title: "lý lịch viết sai YAML"},
	{Code: "ly-lich", Level: e, Group: groupFront, Sealed: true, Title: "không đọc được lý lịch"},
	{Code: "khong-utf8", Level: e, Group: groupFront, Sealed: true, Title: "tệp không phải chữ Unicode (UTF-8)"},
	{Code: "muc-la", Level: e, Group: groupFront, Sealed: true, Title: "lý lịch có mục không dùng được"},
	{Code: "thieu-muc", Level: e, Group: groupFront, Sealed: true, Title: "lý lịch thiếu mục bắt buộc"},
	{Code: "kieu-gia-tri", Level: e, Group: groupFront, Sealed: true, Title: "giá trị không đúng kiểu"},
	{Code: "gia-tri", Level: e, Group: groupFront, Sealed: true, Title: "giá trị không nằm trong những giá trị dùng được"},
	{Code: "qua-dai", Level: e, Group: groupFront, Sealed: true, Title: "giá trị dài quá mức cho phép"},
	{Code: "ngay", Level: e, Group: groupFront, Sealed: true, Title: "không đọc được ngày trong lý lịch"},
	{Code: "loai", Level: e, Group: groupFront, Sealed: true, Title: "loại bài khác với thư mục"},
	{Code: "cho-dat", Level: e, Group: groupFront, Sealed: true, Title: "bài đặt sai chỗ"},
	{Code: "ten-tep", Level: e, Group: groupFront, Sealed: true, Title: "tên không dùng được trong địa chỉ web"},
	{Code: "trung-ten", Level: e, Group: groupFront, Sealed: true, Title: "hai tệp trùng một địa chỉ"},
	{Code: "tep-la", Level: e, Group: groupFront, Sealed: true, Title: "tệp bài mang tên không được dựng"},
	{Code: "tep-mo-coi", Level: w, Group: groupFront, Sealed: true, Title: "tệp không thuộc bài nào"},
	{Code: "tep-o-lai", Level: w, Group: groupFront, Sealed: true, Title: "tệp không được bài dùng nên ở lại máy"},
	{Code: "tep-cam", Level: e, Group: groupFront, Sealed: true, Title: "bài dẫn tệp thuộc loại không đưa lên trang"},
	{Code: "tep-tinh", Level: e, Group: groupFront, Sealed: true, Cross: true, Title: "thư mục static có tệp chạy được mã"},
	{Code: "tep-ke", Level: w, Group: groupFront, Title: "tệp tiếng, phim, PDF kể tên người làm hoặc nơi quay"},
	{Code: "lien-ket-tep", Level: w, Group: groupFront, Sealed: true, Title: "tệp là liên kết tượng trưng"},
	{Code: "trung-dia-chi", Level: e, Group: groupFront, Sealed: true, Cross: true, Title: "hai thứ cùng một địa chỉ trên trang web"},
	{Code: "dia-chi-cu", Level: e, Group: groupFront, Sealed: true, Title: "địa chỉ cũ không giữ được"},
	{Code: "dia-chi-doi", Level: e, Group: groupFront, Sealed: true, Cross: true, Mends: true, Title: "bài đổi chỗ mà địa chỉ đã công bố không còn"},
	{Code: "dia-chi-mat", Level: e, Group: groupFront, Sealed: true, Cross: true, Title: "địa chỉ đã công bố không còn"},
	{Code: "so-dia-chi", Level: e, Group: groupFront, Sealed: true, Cross: true, Title: "sổ địa chỉ có dòng không đọc được, hoặc chưa ghi đủ"},
	{Code: "tep-khong-thuong", Level: e, Group: groupFront, Sealed: true, Title: "trong thư mục có ống, thiết bị, không phải tệp"},
	{Code: "qua-suc", Level: e, Group: groupFront, Sealed: true, Title: "bài quá lớn, hoặc lồng quá sâu"},
	{Code: "doc-tep", Level: e, Group: groupFront, Sealed: true, Title: "không đọc được tệp"},
	{Code: "tu-khoa", Level: e, Group: groupFront, Sealed: true, Title: "từ khóa không dùng được trong địa chỉ web"},
	{Code: "trung-tu-khoa", Level: e, Group: groupFront, Sealed: true, Title: "hai từ khóa trùng một địa chỉ"},
	{Code: "ngoac-word", Level: w, Group: groupFront, Mends: true, Title: "giá trị đặt trong ngoặc kép của Word"},
	{Code: "bo-qua", Level: w, Group: groupFront, Sealed: true, Title: "lời bỏ qua thiếu lý do hoặc thừa"},

	{Code: "so-bao", Level: e, Group: groupIssue, Sealed: true, Title: "bài ghi số báo không có"},
	{Code: "thu-tu", Level: w, Group: groupIssue, Cross: true, Title: "hai bài cùng một chỗ trong số báo"},
	{Code: "kho-giay", Level: w, Group: groupIssue, Title: "khổ giấy quá khổ của bản tin có giấy phép"},
	{Code: "an-hanh", Level: e, Group: groupIssue, Title: "bản tin có giấy phép thiếu điều phải in ở trang cuối"},
	{Code: "so-trang", Level: e, Group: groupIssue, Sealed: true, Title: "số báo có giấy phép dài quá số trang cho phép"},
	{Code: "quang-cao", Level: e, Group: groupIssue, Title: "quảng cáo trong bản tin có giấy phép"},
	{Code: "trung-so", Level: w, Group: groupIssue, Cross: true, Title: "hai số báo trùng số hoặc trùng tên"},
	{Code: "so-trong", Level: w, Group: groupIssue, Cross: true, Title: "số báo không có bài nào"},
	{Code: "quen-so", Level: w, Group: groupIssue, Cross: true, Title: "bài đã duyệt mà không số báo nào nhận"},
	{Code: "do-dai", Level: h, Group: groupIssue, Title: "bài dài so với chỗ trên trang in"},

	{Code: "thieu-anh", Level: e, Group: groupPicture, Sealed: true, Title: "không có tệp ảnh"},
	{Code: "anh-ngoai", Level: e, Group: groupPicture, Sealed: true, Title: "ảnh nằm ở trang khác"},
	{Code: "thieu-mo-ta", Level: w, Group: groupPicture, Title: "ảnh không có lời mô tả cho người không nhìn thấy"},
	{Code: "thieu-chu-thich", Level: w, Group: groupPicture, Title: "ảnh trong bài không có chú thích"},
	{Code: "anh-nho", Level: w, Group: groupPicture, Title: "ảnh quá nhỏ để in"},
	{Code: "anh-hong", Level: e, Group: groupPicture, Sealed: true, Title: "ảnh không dùng được"},
	{Code: "anh-tam", Level: e, Group: groupPicture, Sealed: true, Title: "không hiểu tâm ảnh"},
	{Code: "anh-toa-do", Level: h, Group: groupPicture, Title: "tệp ảnh gốc còn ghi tọa độ nơi chụp"},
	{Code: "dong-y", Level: e, Group: groupPicture, Sealed: true, Title: "ảnh có trẻ em mà chưa đủ sự đồng ý"},
	{Code: "dong-y-tre", Level: h, Group: groupPicture, Title: "ảnh có trẻ em, mới có phụ huynh đồng ý"},
	{Code: "nghi-tre-em", Level: h, Group: groupPicture, Title: "lời ảnh nói đến trẻ em mà lý lịch ghi không có"},

	{Code: "lien-ket-noi-bo", Level: e, Group: groupLink, Sealed: true, Title: "bài công khai liên kết đến trang nội bộ"},
	{Code: "lien-ket", Level: w, Group: groupLink, Title: "liên kết không dẫn đến đâu"},
	{Code: "neo", Level: w, Group: groupLink, Title: "liên kết đến tiểu mục không có"},
	{Code: "lien-ket-cam", Level: w, Group: groupLink, Title: "liên kết chạy mã, nhúng dữ liệu hoặc chỉ vào máy riêng"},
	{Code: "ma-ngan", Level: e, Group: groupLink, Sealed: true, Title: "mã ngắn không có, hoặc viết sai"},

	{Code: "van-ban", Level: e, Group: groupDoc, Sealed: true, Title: "sổ văn bản không có khóa này"},
	{Code: "khoa-van-ban", Level: e, Group: groupDoc, Sealed: true, Title: "thư mục không khớp với số và ngày văn bản"},
	{Code: "thay-the", Level: e, Group: groupDoc, Sealed: true, Title: "văn bản thay thế không có trong sổ, hoặc không có trong bản đang dựng"},
	{Code: "ma-loai", Level: e, Group: groupDoc, Title: "ký hiệu loại văn bản không có"},
	{Code: "ten-loai", Level: w, Group: groupDoc, Title: "tên loại khác với ký hiệu"},
	{Code: "so-hieu", Level: w, Group: groupDoc, Mends: true, Title: "số, ký hiệu văn bản viết sai thể thức"},
	{Code: "ngay-van-ban", Level: w, Group: groupDoc, Title: "ngày văn bản khác với sổ văn bản"},
	{Code: "ngay-khac-bai", Level: w, Group: groupDoc, Cross: true, Title: "ngày văn bản khác với bài khác"},
	{Code: "co-quan", Level: w, Group: groupDoc, Title: "cơ quan ban hành khác với sổ văn bản"},
	{Code: "sai-khoa", Level: w, Group: groupDoc, Title: "ngày văn bản không thuộc khóa đã ghi"},
	{Code: "het-hieu-luc", Level: w, Group: groupDoc, Title: "văn bản đã được thay thế khi bài ra"},
	{Code: "chua-vao-so", Level: h, Group: groupDoc, Title: "văn bản chưa có trong sổ"},

	{Code: "do-mat", Level: e, Group: groupPrivate, Sealed: true, Title: "có dấu độ mật"},
	{Code: "du-lieu-rieng", Level: e, Group: groupPrivate, Sealed: true, Title: "lý lịch có mục chứa dữ liệu cá nhân"},
	{Code: "dien-thoai", Level: e, Group: groupPrivate, Title: "có số điện thoại di động"},
	{Code: "dien-thoai-ban", Level: h, Group: groupPrivate, Title: "có số điện thoại cố định"},
	{Code: "thu-dien-tu", Level: e, Group: groupPrivate, Title: "có địa chỉ thư điện tử"},
	{Code: "can-cuoc", Level: e, Group: groupPrivate, Title: "có số căn cước hoặc chứng minh nhân dân"},
	{Code: "tai-khoan", Level: e, Group: groupPrivate, Title: "có số tài khoản ngân hàng"},

	{Code: "du-giai", Level: e, Group: groupAward, Sealed: true, Title: "kỳ của loạt bài không hợp lý"},
	{Code: "giai-thoi-gian", Level: e, Group: groupAward, Title: "ngày đăng hoặc ngày nộp ngoài thời hạn của giải"},
	{Code: "giai-loai-hinh", Level: e, Group: groupAward, Title: "giải không nhận loại hình này"},
	{Code: "giai-khong-nhan", Level: e, Group: groupAward, Title: "tác phẩm đã đoạt giải mà thể lệ không nhận"},
	{Code: "giai-loat", Level: w, Group: groupAward, Cross: true, Title: "loạt bài thiếu kỳ hoặc trùng kỳ"},
	{Code: "giai-so-bai", Level: e, Group: groupAward, Cross: true, Title: "quá số bài mỗi tác giả được dự"},
	{Code: "giai-chua-ro", Level: h, Group: groupAward, Title: "thể lệ chưa ghi một số giới hạn"},

	{Code: "hoc-gio", Level: e, Group: groupSession, Title: "buổi học kết thúc trước khi bắt đầu"},
	{Code: "hoc-gio-la", Level: h, Group: groupSession, Title: "giờ của buổi học khác thường"},
	{Code: "hoc-trung", Level: w, Group: groupSession, Cross: true, Title: "hai buổi trùng giờ, cùng phòng hoặc cùng báo cáo viên"},
	{Code: "hoc-bao-cao", Level: w, Group: groupSession, Title: "đã đến hạn mà chưa có báo cáo"},
	{Code: "hoc-so-lieu", Level: w, Group: groupSession, Title: "số người có mặt nhiều hơn số triệu tập"},

	{Code: "chu-to-hop", Level: w, Group: groupText, Mends: true, Title: "chữ có dấu viết rời (Unicode tổ hợp)"},
	{Code: "bang-ma", Level: w, Group: groupText, Mends: true, Title: "chữ TCVN3 hoặc VNI chưa chuyển sang Unicode"},
	{Code: "dau-thanh", Level: w, Group: groupText, Cross: true, Title: "một số báo viết lẫn hòa và hoà"},
	{Code: "ky-tu-an", Level: w, Group: groupText, Mends: true, Title: "có ký tự không nhìn thấy"},
	{Code: "ky-tu-in", Level: w, Group: groupText, Title: "ký tự mà phông chữ của bản in không có"},
	{Code: "the-html", Level: w, Group: groupText, Title: "thẻ HTML bị bỏ qua khi dựng"},
	{Code: "lap-tu", Level: w, Group: groupText, Title: "lặp từ"},
	{Code: "viet-hoa", Level: h, Group: groupText, Title: "viết hoa tên riêng khác quy định, hoặc không thống nhất"},
	{Code: "ten-hai-loi", Level: h, Group: groupText, Cross: true, Title: "tên một người viết hai lối"},
	{Code: "khoang-trang", Level: h, Group: groupText, Mends: true, Title: "dấu cách thừa"},
	{Code: "ngoac-kep", Level: h, Group: groupText, Mends: true, Title: "dấu ngoặc kép thẳng"},
	{Code: "dau-sao", Level: w, Group: groupText, Mends: true, Title: "dấu chữ đậm còn nguyên trong bài"},
	{Code: "diem-dinh", Level: w, Group: groupText, Mends: true, Title: "các điểm a), b), c) hay gạch đầu dòng dính thành một đoạn"},
	{Code: "bang-tab", Level: w, Group: groupText, Mends: true, Title: "bảng gõ bằng phím Tab dồn thành một dòng"},
	{Code: "thut-dong", Level: w, Group: groupText, Mends: true, Title: "đoạn thụt bốn dấu cách thành khung mã"},
	{Code: "tho-dinh", Level: w, Group: groupText, Mends: true, Title: "các dòng thơ dồn thành một đoạn"},
	{Code: "nhay-cap", Level: w, Group: groupText, Title: "tiểu mục nhảy cấp"},
	{Code: "chu-thich-trang", Level: w, Group: groupText, Title: "chú thích cuối bài thiếu lời hoặc không được gọi"},

	{Code: "ngay-sai", Level: w, Group: groupNumber, Title: "ngày không có trong lịch"},
	{Code: "ngay-viet", Level: w, Group: groupNumber, Mends: true, Title: "ngày, tháng viết thiếu hoặc thừa số 0"},
	{Code: "so-viet", Level: w, Group: groupNumber, Mends: true, Title: "số viết theo lối Anh"},
	{Code: "phan-tram", Level: h, Group: groupNumber, Title: "tỷ lệ phần trăm không khớp với số đếm"},
}

var ruleOf = func() map[string]Rule {
	m := map[string]Rule{}
	for _, r := range rules {
		m[r.Code] = r
	}
	return m
}()

// Rules lists all rules in the order of the editors' guide.
func Rules() []Rule { return slices.Clone(rules) }

// RuleOf finds a rule by its code.
func RuleOf(code string) (Rule, bool) {
	r, ok := ruleOf[code]
	return r, ok
}
