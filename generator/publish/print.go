package publish

import (
	"fmt"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/fit"
	"bantin/generator/picture"
	"bantin/generator/press"
)

// Print is one printed issue.
type Print struct {
	File  string // relative to the destination, slash-separated
	Pages int
	Board bool // sheets for the display board, not the issue itself

	anchors map[string]string // printed page of each anchor
}

// printJob is one print page to be set as PDF.
type printJob struct {
	root, html, pdf string // root is the folder that html and pdf are relative to
	basePath        string
	issue           *content.Page
	created         time.Time
	tree            *content.Tree  // whose pages own the files that are shown; may be nil
	pictures        *picture.Store // nil: pictures are printed as they are
	plans           fit.Cache
}

func (j printJob) run() (*Print, bulletin.Findings, error) {
	var findings bulletin.Findings
	doc, err := press.Open(j.files(), j.html, press.Options{
		BasePath: j.basePath, Created: j.date(), Creator: "Bản tin",
		Warn: func(w press.Warning) { findings = append(findings, j.warning(w)) },
	})
	if err != nil {
		return nil, nil, j.failed(err)
	}
	pages, faults, err := doc.Layout()
	if err != nil {
		return nil, nil, j.failed(err)
	}
	for _, f := range faults {
		findings = append(findings, j.fault(f))
	}
	if err := findings.Err(); err != nil {
		return nil, nil, err
	}
	if f := tooLong(j.issue, len(pages.Pages)); f != nil {
		return nil, nil, f
	}
	if err := j.write(doc); err != nil {
		return nil, nil, j.failed(err)
	}
	return &Print{File: j.pdf, Pages: len(pages.Pages), anchors: printedPages(pages)}, findings, nil
}

// tooLong reports an issue of n pages when that is more than its licence allows.
func tooLong(issue *content.Page, n int) bulletin.Findings {
	limits, _ := bulletin.LicensedLimits(issue.Issue.Date)
	if issue.Issue.Imprint.Regime != bulletin.Licensed || n <= limits.Pages {
		return nil
	}
	pos := issue.At("xuat_ban.che_do")
	return bulletin.Findings{{File: issue.File(), Line: pos.Line, Col: pos.Col, Level: bulletin.Error, Code: "so-trang",
		Message: fmt.Sprintf("số báo dài %d trang, bản tin có giấy phép nhiều nhất %d trang", n, limits.Pages), Fix: "chuyển bớt bài sang số sau (" + limits.Law + ")"}}
}

func (j printJob) write(doc *press.Document) error {
	return writeFile(j.root, j.pdf, doc.WritePDF)
}

// date is the creation date of the PDF.
func (j printJob) date() time.Time {
	if j.created.IsZero() {
		return j.issue.Meta.Date
	}
	return j.created
}

func (j printJob) failed(err error) error {
	return bulletin.Findings{{File: j.issue.File(), Line: 1, Col: 1, Level: bulletin.Error, Code: "ban-in",
		Message: fmt.Sprintf("không làm được bản in của %q: %v", j.issue.Meta.Title, err),
		Fix:     "xem lại ảnh và kiểu dáng mà lỗi nhắc đến; tạm thời có thể dựng riêng trang web bằng --no-print"}}
}

// faults says in Vietnamese what is wrong with a finished page.
var faults = map[string]string{
	"overfull-line":     "có dòng dài quá cột",
	"orphan-widow":      "đoạn bị ngắt còn quá ít dòng ở đầu hoặc cuối cột",
	"avoided-break":     "bị ngắt ở chỗ không nên ngắt, như tiểu mục nằm cuối cột",
	"picture-shrunk":    "ảnh cao quá trang nên đã thu nhỏ",
	"picture-missing":   "không mở được ảnh",
	"content-clipped":   "có phần không vừa khung nên bị cắt",
	"off-sheet":         "có phần nằm ngoài mép giấy",
	"page-nearly-empty": "trang gần như trống",
	"river":             "có khe trắng chạy dọc qua nhiều dòng",
	"trapped-space":     "có khoảng trắng bị bỏ lại",
	"columns-too-deep":  "chia cột lồng nhau quá sâu",
	"target-missing":    "mục lục chỉ đến chỗ không có",
	"pages-unstable":    "số trang trong mục lục không ổn định",
	"too-many-pages":    "quá nhiều trang",
	"sign-missing":      "có ký tự mà không phông nào có, in thành ô trống",
}

func (j printJob) fault(f press.Finding) bulletin.Finding {
	text, more := faults[string(f.Code)], " ("+inVietnamese(f.Message)+")"
	if text == "" {
		text, more = inVietnamese(f.Message), ""
	}
	where := fmt.Sprintf("trang %d", f.Page)
	if f.Column > 0 {
		where += fmt.Sprintf(", cột %d", f.Column)
	}
	file, line := j.written(f)
	if f.Code == "picture-missing" {
		return bulletin.Finding{File: file, Line: line, Level: bulletin.Error, Code: "ban-in",
			Message: fmt.Sprintf("bản in, %s: %s%s", where, text, more), Fix: "mở tệp ảnh ấy xem có hỏng không, rồi lưu lại hoặc thay ảnh khác"}
	}
	return bulletin.Finding{File: file, Line: line, Level: bulletin.Warning, Code: "dan-trang",
		Message: fmt.Sprintf("bản in, %s: %s%s", where, text, more), Fix: "xem trang ấy trong PDF; thêm bớt vài chữ hoặc đổi cỡ ảnh"}
}
