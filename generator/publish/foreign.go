package publish

import (
	"fmt"
	"path/filepath"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/hugosite/staging"
)

// foreignFiles tells of what lay in the destination and no build had written.
func foreignFiles(destination string, r staging.Report) (findings bulletin.Findings) {
	warn := func(message, fix string) {
		findings = append(findings, bulletin.Finding{File: filepath.ToSlash(destination), Level: bulletin.Warning, Code: "tep-la", Message: message, Fix: fix})
	}
	const toStatic = "muốn đăng cùng trang web thì chép vào thư mục static; không cần nữa thì xóa đi"
	switch {
	case r.Whole:
		warn(fmt.Sprintf("chưa biết tệp nào ở đó do chương trình dựng, tệp nào của bạn: bản cũ được giữ nguyên trong %s", r.Aside),
			"xem trong ấy có tệp nào của mình không, lấy ra rồi xóa thư mục ấy; việc này chỉ xảy ra một lần")
	case r.Aside != "":
		warn(fmt.Sprintf("%d tệp không do lần dựng trước ghi, hoặc đã bị sửa từ đó, nên được chuyển sang %s: %s", len(r.Moved), r.Aside, some(r.Moved)), toStatic)
	}
	if len(r.Kept) > 0 {
		warn("giữ lại cài đặt của máy chủ web, không do chương trình dựng: "+some(r.Kept), "nên chép vào thư mục static để lần dựng nào cũng có")
	}
	if r.Err != nil {
		findings = append(findings, notCleaned(r.Left, r.Err))
	}
	return findings
}

// some names the first of many.
func some(names []string) string {
	const most = 5
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s và %d tệp khác", strings.Join(names[:most], ", "), len(names)-most)
}

// notCleaned tells that the new site is in place and something old is not gone.
func notCleaned(folder string, err error) bulletin.Finding {
	return bulletin.Finding{File: filepath.ToSlash(folder), Level: bulletin.Warning, Code: "chua-don",
		Message: fmt.Sprintf("trang web mới đã vào chỗ, nhưng bản cũ chưa xóa được: %v", err),
		Fix:     "đóng chương trình đang mở tệp trong đó; lần dựng sau sẽ dọn tiếp"}
}
