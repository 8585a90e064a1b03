package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/diff"

	"bantin/generator/bulletin"
	"bantin/generator/check"
	"bantin/generator/check/format"
	"bantin/generator/content"
	"bantin/generator/durable"
	"bantin/generator/publish"
)

const checkHelp = `Soát bài: báo từng chỗ sai, lý do và cách sửa, theo dạng
  tệp:dòng:cột: mức: điều sai — cách sửa [mã]

Cách dùng:
  go run ./generator check [cờ] [thư mục bản tin | tệp bài…]

Cờ:
  --edition noi-bo       soát bản nội bộ (mặc định), hoặc --edition cong-khai
  --drafts               soát cả bài nháp, bài chờ duyệt, bài chưa đến ngày đăng
                         (nêu tên tệp bài thì luôn soát bài ấy, nháp cũng vậy)
  --format text          hoặc json, sarif: cho chương trình khác đọc
  --sua                  tự sửa những chỗ chắc chắn: dấu viết rời, dấu cách, ngoặc kép,
                         ngày, số, chữ TCVN3 và VNI
  --sua --xem            chỉ xem sẽ sửa gì, chưa ghi vào tệp

Bỏ qua một quy tắc, kèm lý do, ở dòng ngay trên chỗ bị báo:
  <!-- bỏ qua: lap-tu — trích nguyên văn -->

Ví dụ:
  go run ./generator check
  go run ./generator check content/guong/tu-sach-lop-em/index.md
  go run ./generator check --sua --xem

Kết quả trả về: 0 là không có lỗi (có thể có cảnh báo), 1 là có lỗi, 2 là gõ sai lệnh.
Giải thích từng mã: HUONG-DAN.md.
`

// checkJob is one run of the command.
type checkJob struct {
	publish.Options
	files  []string // as findings name them; none: all
	format string
	mend   bool
	show   bool // the mends, without writing
}

func runCheck(env environment, args []string) error {
	job, err := checkOptions(args)
	if err != nil {
		return err
	}
	if job.mend && !job.show {
		if err := recoverFiles(job.Site); err != nil {
			return err
		}
	}
	tree, findings, err := publish.Judge(job.Options)
	if err != nil {
		return err
	}
	if job.mend {
		if err := job.mendAll(env, tree); err != nil || job.show {
			return err
		}
		if tree, findings, err = publish.Judge(job.Options); err != nil {
			return err
		}
	}
	findings = job.chosen(findings)
	if err := format.Write(env.stdout, job.format, findings); err != nil {
		return err
	}
	if job.format == "text" {
		fmt.Fprintf(env.stdout, "%d lỗi, %d cảnh báo, %d gợi ý.\n", findings.Count(bulletin.Error), findings.Count(bulletin.Warning), findings.Count(bulletin.Hint))
	}
	if findings.Count(bulletin.Error) > 0 {
		return errReported
	}
	return nil
}

func checkOptions(args []string) (job checkJob, err error) {
	job.Options = publish.Options{Now: time.Now()}
	fs := flag.NewFlagSet("check", flag.ContinueOnError)
	edition := fs.String("edition", string(bulletin.Internal), "")
	fs.BoolVar(&job.Drafts, "drafts", false, "")
	fs.StringVar(&job.format, "format", format.Names()[0], "")
	fs.BoolVar(&job.mend, "sua", false, "")
	fs.BoolVar(&job.show, "xem", false, "")
	if err := parseFlags(fs, args); err != nil {
		return job, err
	}
	job.Edition = bulletin.Edition(*edition)
	switch {
	case !job.Edition.Known():
		return job, usageError{fmt.Sprintf("không có ấn phẩm %q", *edition), "--edition nhận: " + strings.Join(job.Edition.Values(), ", ")}
	case !slices.Contains(format.Names(), job.format):
		return job, usageError{fmt.Sprintf("không có dạng %q", job.format), "--format nhận: " + strings.Join(format.Names(), ", ")}
	case job.show && !job.mend:
		return job, usageError{"--xem chỉ đi cùng --sua", "gõ: go run ./generator check --sua --xem"}
	case job.mend && job.format != "text":
		return job, usageError{"--sua không đi cùng --format " + job.format, "bỏ một trong hai"}
	}
	if err := job.paths(fs.Args()); err != nil {
		return job, err
	}
	job.Drafts = job.Drafts || job.mend || len(job.files) > 0
	return job, nil
}

// paths takes the arguments as one site's folder or as articles in one.
func (job *checkJob) paths(args []string) (err error) {
	if len(args) == 0 {
		job.Site, err = siteFolder(nil)
		return err
	}
	if info, err := os.Stat(args[0]); err == nil && info.IsDir() && len(args) == 1 {
		if _, err := os.Stat(filepath.Join(args[0], "index.md")); err != nil {
			job.Site, err = siteFolder(args)
			return err
		}
	}
	for _, arg := range args {
		if err := job.addFile(arg); err != nil {
			return err
		}
	}
	return nil
}

// addFile adds an article, named by its file or its folder, and finds its site.
func (job *checkJob) addFile(arg string) error {
	if info, err := os.Stat(arg); err == nil && info.IsDir() {
		arg = filepath.Join(arg, "index.md")
	}
	file, err := filepath.Abs(arg)
	if err == nil {
		_, err = os.Stat(file)
	}
	if err != nil {
		return usageError{fmt.Sprintf("không có tệp %q", arg), "ghi đường dẫn đến tệp index.md của bài"}
	}
	for dir := filepath.Dir(file); ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "hugo.toml")); err == nil {
			if job.Site != "" && job.Site != dir {
				return usageError{"các tệp thuộc nhiều bản tin khác nhau", "soát từng bản tin một"}
			}
			rel, _ := filepath.Rel(dir, file)
			job.Site, job.files = dir, append(job.files, filepath.ToSlash(rel))
			return nil
		}
		if dir == filepath.Dir(dir) {
			return usageError{fmt.Sprintf("tệp %q không nằm trong một bản tin (không thấy hugo.toml)", arg), "ghi đường dẫn đến một bài trong thư mục content"}
		}
	}
}

// chosen keeps the findings of the files asked for, and those of other files
// that name them: a clash of two is told at one.
func (job *checkJob) chosen(findings bulletin.Findings) bulletin.Findings {
	if len(job.files) == 0 {
		return findings
	}
	return slices.DeleteFunc(findings, func(f bulletin.Finding) bool {
		rule, _ := check.RuleOf(f.Code)
		return !slices.ContainsFunc(job.files, func(file string) bool {
			return f.File == file || rule.Cross && strings.Contains(f.Message+" ", file+" ")
		})
	})
}

// mendAll mends the articles, or shows what would change.
func (job *checkJob) mendAll(env environment, tree *content.Tree) error {
	checker := check.New(tree, publish.CheckOptions(job.Site))
	total, files := 0, 0
	var failed error
	for _, p := range tree.Pages {
		if len(job.files) > 0 && !slices.Contains(job.files, p.File()) {
			continue
		}
		mended, count := checker.Mend(p)
		if count == 0 || bytes.Equal(mended, p.Raw) {
			continue
		}
		total, files = total+count, files+1
		if job.show {
			if _, err := env.stdout.Write(diff.Diff(p.File(), p.Raw, p.File()+" (sửa)", mended)); err != nil {
				return err
			}
			continue
		}
		if err := replaceFile(filepath.Join(job.Site, filepath.FromSlash(p.File())), p.Raw, mended); err != nil {
			failed = errors.Join(failed, err) // the others can be mended all the same
			continue
		}
		fmt.Fprintf(env.stdout, "đã sửa %s: %d chỗ\n", p.File(), count)
	}
	if job.show {
		fmt.Fprintf(env.stdout, "%d chỗ trong %d tệp; chạy lại không có --xem để ghi.\n", total, files)
	}
	return failed
}

// replaceFile puts next in the place of a file that still holds was: all of it
// or, when anything fails, nothing.
func replaceFile(name string, was, next []byte) error {
	switch err := durable.Replace(name, was, next); {
	case err == nil:
		return nil
	case errors.Is(err, durable.ErrChanged), errors.Is(err, durable.ErrLocked):
		return fmt.Errorf("%s vừa thay đổi trong lúc sửa — lưu tệp rồi chạy lại", name)
	case errors.Is(err, durable.ErrReadOnly):
		return fmt.Errorf("%s chỉ cho đọc nên chưa sửa — bỏ thuộc tính chỉ đọc của tệp rồi chạy lại", name)
	default:
		return fmt.Errorf("ghi %s: %w", name, err)
	}
}

// recoverFiles finishes what a mending that was killed left half written.
func recoverFiles(site string) error {
	err := durable.Recover(filepath.Join(site, content.Dir))
	var path *fs.PathError
	if errors.Is(err, durable.ErrChanged) && errors.As(err, &path) {
		return fmt.Errorf("lần sửa trước bị ngắt giữa chừng và tệp đã thay đổi từ đó; bản trước khi sửa nằm trong %s — so lại, chép chỗ thiếu, rồi xóa tệp ấy", path.Path)
	}
	return err
}
