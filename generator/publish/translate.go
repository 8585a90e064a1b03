package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/cause"
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

// byCause tells of an error whose cause is the machine's; ok is false for any
// other.
func byCause(err error) (f bulletin.Finding, ok bool) {
	var odd *hugosite.OddFile
	if errors.As(err, &odd) {
		f = bulletin.Finding{Level: bulletin.Error, Message: "là thiết bị, không phải tệp", Fix: "bỏ nó đi, hoặc thay bằng một tệp thường", Code: "tep-khong-thuong"}
		if odd.Mode&fs.ModeNamedPipe != 0 {
			f.Message = "là ống (FIFO), không phải tệp"
		}
		return f, true
	}
	c, ok := cause.Of(err)
	if !ok || c.Code == cause.Missing { // Hugo looks for many a file that need not be
		return f, false
	}
	return bulletin.Finding{File: c.Path, Level: bulletin.Error, Message: c.Message, Fix: c.Fix, Code: c.Code}, true
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
	if c, ok := cause.Of(e.refused.Err); ok && e.refused.Reason == staging.NoAccess {
		reason = c.Message + " — " + c.Fix
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
