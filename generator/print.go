package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/durable"
	"bantin/generator/impose"
	"bantin/generator/publish"
)

const printHelp = `In riêng một thứ thành tệp PDF: số báo, tờ dán bảng tin, biểu ngữ, hồ sơ dự giải.

Cách dùng:
  go run ./generator print [cờ] <số báo hoặc bài>
  go run ./generator print --khuon bieu-ngu [cờ] "Dòng chữ"

Khuôn (--khuon):
  so         số báo đã dàn trang (mặc định); --dau-cat: tràn mép 3 mm và dấu cắt
  bang-tin   các tờ dán bảng tin của một số, hoặc tờ của một bài
  dau-muc    tờ đầu mục: mỗi chuyên mục của một số một tờ
  bieu-ngu   một câu, chữ lớn hết khổ giấy; dấu | là chỗ xuống dòng
  dai        dải khẩu hiệu: một câu trên một dòng
  ho-so      bìa A4 và phiếu kiểm của một bài dự Giải Búa liềm vàng

Giấy:
  --kho a3            a0, a1, a2, a3, a4, hoặc rộngxcao tính bằng mm: 3000x297
  --huong doc         hoặc ngang
  --khoang-cach 2m    đọc được từ xa bao nhiêu; chữ lớn theo, nhiều chữ quá thì bớt bài chứ không thu nhỏ
  --bai-moi-to 0      số bài mỗi tờ, 1 đến 3; 0 là tự tính

Máy in nhỏ hơn tờ:
  --ghep a4           hoặc a3: chia tờ thành nhiều mảnh để dán lại
  --dong-sach a3      hoặc a4: xếp trang số báo để gập đôi, đóng ghim giữa

Khác:
  --ra ten.pdf        tệp nhận kết quả (mặc định: tên theo khuôn, trong thư mục đang đứng)
  --edition noi-bo    hoặc cong-khai
  --ghi-dan-trang     ghi cách dàn trang vào dan-trang.yaml cạnh số báo: từ đó số ấy in ra như cũ (--dau-cat cũng ghi)
  --drafts            in được cả bài nháp, bài chờ duyệt, bài chưa đến ngày đăng
  --base-url https://…/  địa chỉ trang nội bộ, để bài nội bộ cũng có mã QR

Ví dụ:
  go run ./generator print 2023-10
  go run ./generator print --dong-sach a3 2023-10
  go run ./generator print --khuon bang-tin --kho a2 --ghep a4 2023-10
  go run ./generator print --khuon bang-tin --khoang-cach 1,5m content/guong/tu-sach-xe-day
  go run ./generator print --khuon bieu-ngu --kho a3 --huong ngang "Dạy tốt | Học tốt"
  go run ./generator print --khuon ho-so content/bua-liem-vang/nghi-quyet-ba-trang

Kết quả trả về: 0 là tốt, 1 là bài có lỗi, 2 là gõ sai lệnh.
`

// printJob is one run of the command.
type printJob struct {
	publish.SheetOptions
	tile, booklet string // paper, "" for none
	out           string
	keep          bool // write the layout beside the issue
}

func runPrint(env environment, args []string) error {
	job, err := printOptions(args)
	if err != nil {
		return err
	}
	progress := newProgress(env.stderr)
	job.Progress = progress.show
	sheets, err := publish.MakeSheets(env.ctx, job.SheetOptions)
	progress.clear()
	var target publish.TargetError
	if errors.As(err, &target) {
		return usageError{target.What, target.Hint}
	}
	if err != nil {
		return err
	}
	printFindings(env.stderr, sheets.Findings)
	pdf, pages, err := job.impose(sheets)
	if err != nil {
		return err
	}
	if err := writePDF(job.file(sheets.Name), pdf); err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "Đã ghi %s (%s).\n", job.file(sheets.Name), pages)
	if sheets.Kept || !sheets.HasPlan() || !job.keep && !job.Marks {
		return nil
	}
	file, err := publish.KeepPlan(job.Site, sheets)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "Cách dàn của số này đã ghi vào %s: từ nay số ấy in ra như vậy. Muốn máy dàn lại thì xóa tệp ấy.\n", file)
	return nil
}

func printOptions(args []string) (job printJob, err error) {
	job.Options = publish.Options{Now: time.Now(), Progress: nil}
	fs := flag.NewFlagSet("print", flag.ContinueOnError)
	form := fs.String("khuon", string(publish.FormIssue), "")
	paper := fs.String("kho", "", "")
	turn := fs.String("huong", "", "")
	distance := fs.String("khoang-cach", "", "")
	each := fs.Int("bai-moi-to", 0, "")
	edition := fs.String("edition", string(bulletin.Internal), "")
	fs.StringVar(&job.tile, "ghep", "", "")
	fs.StringVar(&job.booklet, "dong-sach", "", "")
	fs.StringVar(&job.out, "ra", "", "")
	fs.StringVar(&job.BaseURL, "base-url", "", "")
	fs.BoolVar(&job.Drafts, "drafts", false, "")
	fs.BoolVar(&job.Marks, "dau-cat", false, "")
	fs.BoolVar(&job.keep, "ghi-dan-trang", false, "")
	if err := parseFlags(fs, args); err != nil {
		return job, err
	}
	job.Form, job.Edition = publish.Form(*form), bulletin.Edition(*edition)
	if err := job.check(); err != nil {
		return job, err
	}
	if err := job.values(*paper, *turn, *distance, *each); err != nil {
		return job, err
	}
	if err := job.subject(fs.Args()); err != nil {
		return job, err
	}
	if job.Created, err = sourceDate(); err != nil {
		return job, err
	}
	job.Site, err = siteFolder(nil)
	return job, err
}

// check judges the flags that are words.
func (job *printJob) check() error {
	switch {
	case !slices.Contains(job.Form.Values(), string(job.Form)):
		hint := "--khuon nhận: " + strings.Join(job.Form.Values(), ", ")
		if near := bulletin.Nearest(string(job.Form), job.Form.Values()); near != "" {
			hint = fmt.Sprintf("có phải %q không? %s", near, hint)
		}
		return usageError{fmt.Sprintf("không có khuôn %q", job.Form), hint}
	case !job.Edition.Known():
		return usageError{fmt.Sprintf("không có ấn phẩm %q", job.Edition), "--edition nhận: " + strings.Join(job.Edition.Values(), ", ")}
	case job.tile != "" && job.booklet != "":
		return usageError{"--ghep không đi cùng --dong-sach", "dán mảnh thì dùng --ghep, gập đôi thì dùng --dong-sach"}
	case job.tile != "" && job.tile != "a3" && job.tile != "a4":
		return usageError{fmt.Sprintf("--ghep không nhận %q", job.tile), "ghi --ghep a4 hoặc --ghep a3"}
	case job.booklet != "" && job.booklet != "a3" && job.booklet != "a4":
		return usageError{fmt.Sprintf("--dong-sach không nhận %q", job.booklet), "ghi --dong-sach a3 (trang giữ nguyên cỡ) hoặc --dong-sach a4 (trang thu còn một nửa)"}
	case job.booklet != "" && job.Form != publish.FormIssue:
		return usageError{"--dong-sach chỉ dùng cho số báo", "bỏ --khuon, hoặc bỏ --dong-sach"}
	case job.keep && job.Form != publish.FormIssue:
		return usageError{"--ghi-dan-trang chỉ dùng cho số báo", "bỏ --khuon, hoặc bỏ --ghi-dan-trang"}
	case job.Marks && (job.Form != publish.FormIssue || job.booklet != "" || job.tile != ""):
		return usageError{"--dau-cat chỉ dùng cho số báo in nguyên trang", "bỏ cờ --khuon, --ghep, --dong-sach, hoặc bỏ --dau-cat"}
	}
	return checkBaseURL(job.BaseURL)
}

// file is where the result goes.
func (job *printJob) file(name string) string {
	if job.out != "" {
		return job.out
	}
	prefix := "ban-tin-"
	if job.Form != publish.FormIssue {
		prefix = string(job.Form) + "-"
	}
	name = strings.TrimPrefix(prefix+strings.TrimPrefix(name, string(job.Form)), "-")
	name = strings.TrimSuffix(name, "-")
	if job.tile != "" {
		name += "-ghep-" + job.tile
	}
	if job.booklet != "" {
		name += "-dong-sach-" + job.booklet
	}
	return name + ".pdf"
}

// writePDF replaces only what is a PDF already.
func writePDF(name string, data []byte) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return usageError{fmt.Sprintf("%q không phải tên một tệp", name), "chọn tên khác: --ra ten.pdf"}
	}
	if old, err := os.ReadFile(name); err == nil && !bytes.HasPrefix(old, []byte("%PDF")) {
		return usageError{fmt.Sprintf("tệp %q đã có và không phải PDF", name), "chọn tên khác: --ra ten.pdf"}
	}
	err := durable.Put(name, data)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, durable.ErrReadOnly):
		return fmt.Errorf("tệp %s chỉ cho đọc — bỏ thuộc tính chỉ đọc, hoặc chọn tên khác: --ra ten.pdf", name)
	}
	return fmt.Errorf("ghi %s: %w", name, err)
}

// impose puts the pages on smaller paper, or two on a side, when asked to; it
// also says how many pages there are.
func (job *printJob) impose(s *publish.Sheets) (pdf []byte, pages string, err error) {
	papers := map[string]impose.Paper{"a3": impose.A3, "a4": impose.A4}
	info := impose.Info{Title: s.Pages.Title, Created: s.Created}
	n := len(s.Pages.Pages)
	switch {
	case job.tile != "":
		pdf, n, err = impose.Tile(s.PDF, impose.Tiling{Paper: papers[job.tile], Ink: publish.Ink(s.Pages), Info: info})
		return pdf, fmt.Sprintf("%d tờ thành %d mảnh %s", len(s.Pages.Pages), n, strings.ToUpper(job.tile)), err
	case job.booklet != "":
		pdf, n, err = impose.Booklet(s.PDF, papers[job.booklet], info)
		return pdf, fmt.Sprintf("%d trang, %d mặt giấy %s; in hai mặt, lật theo cạnh ngắn", len(s.Pages.Pages), n, strings.ToUpper(job.booklet)), err
	}
	return s.PDF, fmt.Sprintf("%d trang", n), nil
}
