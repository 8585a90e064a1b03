// Package cause says in Vietnamese why the machine refused to read or write a
// file, and what to do: the one place that translates the system's words.
//
// Contract: Of looks at what an error wraps, never at its text; whoever tried
// and at which place the refusal was noticed makes no difference.
package cause

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// Cause is why a file could not be read or written.
type Cause struct {
	Message, Fix, Code string
	Path               string // as the system was given it; "" if unknown
	text               string // of the innermost error, English
}

// causes in the order in which they are asked for.
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
	{syscall.EHOSTDOWN, "mất kết nối với ổ mạng", "mở lại ổ mạng rồi chạy lại", "o-mang"},
	{syscall.ETIMEDOUT, "ổ mạng không trả lời", "xem lại mạng rồi chạy lại", "o-mang"},
	{os.ErrDeadlineExceeded, "ổ mạng không trả lời", "xem lại mạng rồi chạy lại", "o-mang"},
	{syscall.EMFILE, "máy đang mở quá nhiều tệp", "đóng bớt chương trình rồi chạy lại", "qua-nhieu-tep"},
	{syscall.ENAMETOOLONG, "tên tệp hoặc thư mục dài quá mức máy cho phép", "đặt tên ngắn lại", "ten-dai"},
	{fs.ErrPermission, "không có quyền đọc hoặc ghi", "xem lại quyền của tệp hoặc thư mục này (chuột phải, Properties, Security; Linux: chmod u+rw)", "quyen"},
	{fs.ErrNotExist, "không còn tệp hoặc thư mục này", "xem lại tên và chỗ để; vừa bị xóa hay đổi tên thì chạy lại", Missing},
}

// Missing is the code of a file that is not there: most often no fault of the
// machine's.
const Missing = "khong-co"

// Of finds the machine's reason in an error; ok is false for any other.
func Of(err error) (c Cause, ok bool) {
	for _, known := range causes {
		if !errors.Is(err, known.err) {
			continue
		}
		c = Cause{Message: known.message, Fix: known.fix, Code: known.code, text: known.err.Error()}
		var path *fs.PathError
		var link *os.LinkError
		var call *os.SyscallError
		var number syscall.Errno
		switch {
		case errors.As(err, &path):
			c.Path, c.text = path.Path, path.Error()
		case errors.As(err, &link):
			c.Path, c.text = link.New, link.Error()
		case errors.As(err, &call):
			c.text = call.Error()
		case errors.As(err, &number):
			c.text = number.Error()
		}
		return c, true
	}
	return c, false
}

// Say is the error in Vietnamese where the machine is its cause: what was being
// done, as far as our own words tell, the reason, and what to do.
func Say(err error) string {
	c, ok := Of(err)
	if !ok {
		return err.Error()
	}
	doing, _, _ := strings.Cut(err.Error(), c.text)
	doing = strings.TrimRight(doing, ": ")
	switch {
	case doing == "" && c.Path != "":
		doing = c.Path
	case c.Path != "" && !strings.Contains(doing, c.Path):
		doing += " (" + c.Path + ")"
	}
	if doing != "" {
		doing += ": "
	}
	return doing + c.Message + " — " + c.Fix
}
