package intake

import (
	"fmt"
	"io"
	"path"
	"strings"

	"bantin/generator/content"
	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/shape"
	"bantin/generator/scaffold"
	"bantin/generator/viet"
)

// Report tells an editor what was made of a file, and what was not taken over.
type Report struct {
	Source   string
	Kind     scaffold.Kind
	Why      string // what spoke for the kind; "" when the editor chose it
	Title    string
	Facts    shape.Facts
	Pictures []*manuscript.Picture
	Left     []manuscript.Left
	Empty    []scaffold.Question
	Dated    bool // the text, or the editor, named its day
}

// Write writes the report; file is the article's.
func (r Report) Write(w io.Writer, file string) {
	fmt.Fprintf(w, "Đã nhập %s → %s\n", r.Source, path.Join(content.Dir, file))
	why := ""
	if r.Why != "" {
		why = fmt.Sprintf(" (vì %s; loại khác: nhập lại với --loai)", r.Why)
	}
	fmt.Fprintf(w, "  Loại bài: %s%s\n  Đầu đề: %s\n", r.Kind.Label, why, r.Title)
	for _, f := range r.found() {
		fmt.Fprintf(w, "  %s: %s\n", f[0], f[1])
	}
	if !r.Dated && r.Kind.Name != "van-ban" {
		fmt.Fprintf(w, "  Ngày: lấy hôm nay, vì bài không ghi; xem lại mục date\n")
	}
	for _, p := range r.Pictures {
		caption := "chưa có chú thích"
		if p.Caption != "" {
			caption = "“" + p.Caption + "”"
		}
		fmt.Fprintf(w, "  Ảnh: %s, %s\n", p.File, caption)
	}
	if len(r.Left) > 0 {
		fmt.Fprintf(w, "Không đưa vào bài, hoặc đã đổi:\n")
		for _, l := range r.Left {
			fmt.Fprintf(w, "  - %s\n", tell(l))
		}
	}
	if len(r.Empty) > 0 {
		var keys []string
		for _, q := range r.Empty {
			keys = append(keys, q.Key)
		}
		fmt.Fprintf(w, "Còn phải điền: %s\n", strings.Join(keys, ", "))
	}
}

// found are the fields that the text gave.
func (r Report) found() (all [][2]string) {
	add := func(name, value string) {
		if value != "" {
			all = append(all, [2]string{name, value})
		}
	}
	f := r.Facts
	add("Sa-pô", f.Lead)
	add("Cơ quan cấp trên", f.Superior)
	add("Cơ quan, đơn vị", f.Organ)
	add("Số, ký hiệu", f.Number)
	add("Trích yếu", f.Subject)
	add("Địa danh", f.Place)
	if !f.Date.IsZero() {
		add("Ngày", viet.ShortDate(f.Date))
	}
	add("Người viết, người ký", f.Author)
	add("Chức vụ", f.Position)
	add("Người chụp ảnh", f.PhotoCredit)
	return all
}

// kinds says what was left out, by kind.
var kinds = map[manuscript.Kind]string{
	manuscript.Inserted:    "sửa đổi theo dõi (Track Changes): đã nhận chữ thêm vào",
	manuscript.Deleted:     "sửa đổi theo dõi (Track Changes): đã bỏ chữ bị xóa",
	manuscript.Moved:       "sửa đổi theo dõi (Track Changes): đã chuyển chỗ",
	manuscript.Reformatted: "sửa đổi theo dõi về kiểu chữ: đã nhận",
	manuscript.Comment:     "lời bình bên lề, không đăng",
	manuscript.Hidden:      "chữ ẩn, không đăng",
	manuscript.Object:      "đối tượng nhúng không đọc được (chèn lại dưới dạng ảnh)",
	manuscript.Outside:     "liên kết, ảnh nằm ngoài tệp, không dùng được",
	manuscript.Unread:      "ảnh không dùng được",
	manuscript.Contents:    "mục lục tự động, trang tự làm lại",
	manuscript.Header:      "chữ ở đầu trang, chân trang",
	manuscript.Symbol:      "ký tự của phông biểu tượng không rõ là gì",
	manuscript.Formula:     "công thức, đã viết thành một dòng, xem lại",
	manuscript.Script:      "thành phần chạy mã, đã bỏ",
	manuscript.Layout:      "chữ ở đầu, cuối văn bản không có mục nào giữ",
	manuscript.Merged:      "bảng có ô gộp: đã viết lại thành ô thường, xem lại bảng",
	manuscript.Nested:      "bảng nằm trong ô của bảng khác: đã viết thành chữ trong ô",
	manuscript.Message:     "tên người gửi, giờ gửi tin nhắn",
	manuscript.Emoji:       "ký hiệu không in được",
	manuscript.Converted:   "đã chuyển sang Unicode chữ",
	manuscript.Sheet:       "trang tính ẩn hoặc ô không có giá trị",
	manuscript.Field:       "ô chờ điền của biểu mẫu, chưa ai điền",
}

// tell says one thing that was left out, on one line.
func tell(l manuscript.Left) string {
	text := kinds[l.Kind]
	if l.Who != "" {
		text += " (" + l.Who + ")"
	}
	if l.Text != "" {
		text += ": “" + shortened(l.Text) + "”"
	}
	if l.Count > 0 {
		text += fmt.Sprintf(" (%d chỗ)", l.Count)
	}
	return text
}

// shortened keeps a line readable; what is long is known by both its ends.
func shortened(s string) string {
	const most = 400
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most-100]) + " … " + string(r[len(r)-80:])
}
