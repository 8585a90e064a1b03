package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"bantin/generator/bulletin"
	"bantin/generator/hugosite"
	"bantin/generator/hugosite/staging"
)

// translate turns what hugosite says, in English, into what editors read.
func translate(err error) error {
	var refused *staging.Error
	var many hugosite.Errors
	var one *hugosite.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &refused):
		return destinationError{refused}
	case errors.As(err, &many):
		var findings bulletin.Findings
		for _, e := range many {
			findings = append(findings, finding(e))
		}
		return findings
	case errors.As(err, &one):
		return bulletin.Findings{finding(one)}
	}
	if f, ok := byCause(err); ok {
		return bulletin.Findings{f}
	}
	return err
}

var kinds = map[hugosite.Kind]struct{ message, fix, code string }{
	hugosite.KindTemplate: {"khuôn trang có lỗi", "sửa tệp trong layouts/ ở đúng dòng này", "khuon-trang"},
	hugosite.KindContent:  {"bài viết làm Hugo dừng lại", "sửa bài ở dòng này", "bai-viet"},
	hugosite.KindConfig:   {"cài đặt có lỗi", "sửa hugo.toml; thử bỏ thay đổi gần nhất", "cai-dat"},
	hugosite.KindAsset:    {"tệp dùng chung có lỗi", "sửa hoặc thay tệp này", "tep-dung-chung"},
	hugosite.KindStill:    {"dựng trang mãi không xong nên đã bỏ", "thường do khuôn trang sửa gần đây nhất (tệp nêu ở đầu dòng) lặp không dứt: bỏ thay đổi ấy rồi chạy lại", "khong-dut"},
	hugosite.KindInternal: {"Hugo dừng bất thường", "thử lại; nếu vẫn lỗi, gửi nguyên dòng này cho người quản trị", "hugo"},
}

// causes say in Vietnamese why a file could not be read or written, whoever
// tried: the operating system's word counts, not the place at which Hugo noticed.
var causes = []struct {
	err                error
	message, fix, code string
}{
	{syscall.ENOSPC, "đĩa đầy, không ghi thêm được", "xóa bớt tệp để có chỗ trống rồi chạy lại; bản dựng cũ còn nguyên", "dia-day"},
	{syscall.EDQUOT, "hết phần đĩa được cấp, không ghi thêm được", "xóa bớt tệp, hoặc xin thêm chỗ rồi chạy lại; bản dựng cũ còn nguyên", "dia-day"},
	{syscall.EROFS, "ổ đĩa chỉ cho đọc", "mở khóa ghi của ổ, hoặc chọn thư mục đích ở ổ khác", "chi-doc"},
	{syscall.EIO, "ổ đĩa hoặc thẻ nhớ báo lỗi khi đọc, ghi", "chép tệp sang ổ khác rồi chạy lại; ổ có thể sắp hỏng", "o-dia"},
	{syscall.ESTALE, "mất kết nối với ổ mạng", "mở lại ổ mạng rồi chạy lại", "o-mang"},
	{syscall.ENOTCONN, "mất kết nối với ổ mạng", "mở lại ổ mạng rồi chạy lại", "o-mang"},
	{syscall.ETIMEDOUT, "ổ mạng không trả lời", "xem lại mạng rồi chạy lại", "o-mang"},
	{syscall.EMFILE, "máy đang mở quá nhiều tệp", "đóng bớt chương trình rồi chạy lại", "qua-nhieu-tep"},
	{fs.ErrPermission, "không có quyền đọc hoặc ghi", "xem lại quyền của tệp hoặc thư mục này (chuột phải, Properties, Security; Linux: chmod u+rw)", "quyen"},
	{errOddFile, "", "bỏ nó đi, hoặc thay bằng một tệp thường", "tep-khong-thuong"},
}

// errOddFile stands for every *hugosite.OddFile among the causes.
var errOddFile = errors.New("odd file")

// byCause tells of an error whose cause is the machine's; ok is false for any
// other.
func byCause(err error) (f bulletin.Finding, ok bool) {
	var odd *hugosite.OddFile
	var path *fs.PathError
	for _, c := range causes {
		if !errors.Is(err, c.err) && (c.err != errOddFile || !errors.As(err, &odd)) {
			continue
		}
		f = bulletin.Finding{Level: bulletin.Error, Message: c.message, Fix: c.fix, Code: c.code}
		switch {
		case odd != nil && odd.Mode&fs.ModeNamedPipe != 0:
			f.Message = "là ống (FIFO), không phải tệp"
		case odd != nil:
			f.Message = "là thiết bị, không phải tệp"
		case errors.As(err, &path):
			f.File = path.Path
		}
		return f, true
	}
	return f, false
}

func finding(e *hugosite.Error) bulletin.Finding {
	if f, ok := byCause(e); ok {
		if e.Kind == hugosite.KindFile || f.File == "" {
			f.File = e.File
		}
		return f
	}
	if strings.Contains(e.Message, "calls itself without end") {
		e.Message = "khuôn này tự gọi chính nó mãi"
	}
	k, known := kinds[e.Kind]
	if !known {
		k = kinds[hugosite.KindInternal]
	}
	message := k.message
	if e.Kind != hugosite.KindStill {
		message += ": " + e.Message
	}
	if e.Page != "" && e.Page != e.File {
		message += fmt.Sprintf(" (khi dựng %s)", e.Page)
	}
	return bulletin.Finding{File: e.File, Line: e.Line, Col: e.Col, Level: bulletin.Error, Message: message, Fix: k.fix, Code: k.code}
}

// destinationError is a destination that may not be replaced.
type destinationError struct{ refused *staging.Error }

var refusals = map[staging.Reason]string{
	staging.Busy:      "một lần dựng khác đang ghi vào đó — đợi lần ấy xong rồi chạy lại",
	staging.NotFolder: "đó không phải thư mục — chọn một thư mục khác",
	staging.Foreign:   "trong đó có tệp không phải của trang web đã dựng — chọn thư mục khác, hoặc đổi tên thư mục ấy rồi chạy lại",
	staging.Source:    "đó là thư mục nguồn của bản tin, thay nó đi là mất bài — chọn thư mục khác, ví dụ public",
	staging.Home:      "đó là thư mục cá nhân của bạn — chọn một thư mục con trống",
	staging.Current:   "đó là thư mục đang đứng — chọn thư mục khác",
	staging.Mounted:   "đó là một ổ đĩa được gắn vào — chọn một thư mục con của nó",
	staging.NoAccess:  "không ghi được vào đó — xem lại quyền của thư mục",
}

func (e destinationError) Error() string {
	reason, known := refusals[e.refused.Reason]
	if !known {
		reason = string(e.refused.Reason)
	}
	return fmt.Sprintf("không dùng được thư mục đích %s: %s", e.refused.Path, reason)
}

func (e destinationError) Unwrap() error { return e.refused }

// BadDestination reports whether err refuses the destination as such: the
// command line was wrong, not the content.
func BadDestination(err error) bool {
	var d destinationError
	return errors.As(err, &d) && d.refused.Reason != staging.Busy && d.refused.Reason != staging.NoAccess
}
