package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/intake"
	"bantin/generator/scaffold"
	"bantin/generator/viet"
)

const importHelp = `Nhập bài từ Word, tin nhắn Zalo, trang web, bảng Excel và ảnh chụp thành bài của bản tin.

Cách dùng:
  go run ./generator import [cờ] <tệp hoặc thư mục>…

Nhập được:
  bai.docx      tệp Word (tệp .doc cũ: mở bằng Word, lưu thành .docx)
  tin.txt       tin nhắn Zalo hoặc văn bản thường
  trang.html    trang web đã lưu
  bang.xlsx     bảng số liệu
  *.jpg *.png   ảnh: đi cùng một bài thì thành ảnh của bài ấy
  thu-muc/      một bài cùng các ảnh của nó, hoặc nhiều bài

Cờ:
  --loai guong        loại bài: guong, bua-liem-vang, hoc-tap, van-ban; không ghi thì tự đoán
  --tieu-de "…"       đầu đề, khi trong tệp không có hoặc muốn khác
  --dat mục=giá trị   điền sẵn một mục; dùng được nhiều lần
  --ban-tin thư-mục   thư mục của bản tin; không ghi là thư mục đang đứng
  --xem               chỉ xem sẽ có gì, chưa ghi

Chương trình báo từng thứ không đưa vào bài: chữ đã xóa khi theo dõi sửa đổi, lời bình, chữ ẩn,
đối tượng lạ. Không bao giờ ghi đè lên bài đang có; tệp gốc giữ nguyên.

Ví dụ:
  go run ./generator import "Báo cáo mô hình.docx" --loai guong
  go run ./generator import bai-zalo.txt anh1.jpg anh2.jpg
`

// importJob is one run of the command.
type importJob struct {
	site  string
	files []string
	opt   intake.Options
	show  bool
}

func runImport(env environment, args []string) error {
	job, err := importOptions(args)
	if err != nil {
		return err
	}
	groups, err := gather(job.files)
	if err != nil {
		return err
	}
	if len(groups) > 1 && (job.opt.Title != "" || len(job.opt.Values) > 0) {
		return usageError{"--tieu-de và --dat chỉ đi cùng một bài", "nhập từng bài một"}
	}
	var failed []error
	for i, g := range groups {
		if i > 0 {
			fmt.Fprintln(env.stdout)
		}
		if err := env.ctx.Err(); err != nil {
			return err
		}
		if err := job.one(env, g); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// one imports one article.
func (job importJob) one(env environment, g group) error {
	a, err := intake.Make(g.text, g.photos, job.opt)
	if err != nil {
		return err
	}
	if job.show {
		a.Report.Write(env.stdout, a.File.Path)
		fmt.Fprintf(env.stdout, "(mới xem, chưa ghi)\n\n%s", a.File.Data)
		return nil
	}
	if err := scaffold.Write(job.site, a.File); err != nil {
		return fmt.Errorf("nhập %s: %w", a.Report.Source, err)
	}
	a.Report.Write(env.stdout, a.File.Path)
	fmt.Fprintf(env.stdout, "Đọc lại cùng bản gốc, rồi soát: go run ./generator check %s\n", path.Join(content.Dir, a.File.Path))
	return nil
}

func importOptions(args []string) (job importJob, err error) {
	job.opt = intake.Options{Today: time.Now(), Values: assignments{}}
	fs := flag.NewFlagSet("import", flag.ContinueOnError)
	fs.StringVar(&job.opt.Kind, "loai", "", "")
	fs.StringVar(&job.opt.Title, "tieu-de", "", "")
	fs.Var(assignments(job.opt.Values), "dat", "")
	site := fs.String("ban-tin", ".", "")
	fs.BoolVar(&job.show, "xem", false, "")
	for rest := args; len(rest) > 0; { // flags may stand after files
		if err := parseFlags(fs, rest); err != nil {
			return job, err
		}
		if rest = fs.Args(); len(rest) > 0 {
			job.files, rest = append(job.files, rest[0]), rest[1:]
		}
	}
	if len(job.files) == 0 {
		return job, usageError{"chưa cho biết nhập tệp nào", "thử: go run ./generator import bai.docx"}
	}
	if k := job.opt.Kind; k != "" {
		names := slices.DeleteFunc(kindNames(), func(n string) bool { return n == "so" })
		if !slices.Contains(names, k) {
			hint := "các loại: " + strings.Join(names, ", ")
			if near := bulletin.Nearest(viet.Slug(k), names); near != "" {
				hint = fmt.Sprintf("có phải %q không? %s", near, hint)
			}
			return job, usageError{fmt.Sprintf("không có loại %q", k), hint}
		}
	}
	job.site, err = siteFolder([]string{*site})
	return job, err
}

// group is what becomes one article.
type group struct {
	text   *intake.Source
	photos []intake.Source
}

const (
	maxFile  = 256 << 20 // bytes of one file
	maxFiles = 500       // in one folder
)

// gather reads the files, and says which belong together: the files named
// together, and the files of each folder. Photographs belong to the one text
// beside them.
func gather(names []string) (groups []group, err error) {
	var loose []string
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, usageError{fmt.Sprintf("không mở được %q", name), "xem lại tên và đường dẫn; tên có dấu cách thì đặt trong ngoặc kép"}
		}
		if !info.IsDir() {
			loose = append(loose, name)
			continue
		}
		inside, err := folderFiles(name)
		if err != nil {
			return nil, err
		}
		more, err := together(inside, name)
		if err != nil {
			return nil, err
		}
		groups = append(groups, more...)
	}
	more, err := together(loose, "")
	return append(more, groups...), err
}

// folderFiles are the files of a folder that may be texts or photographs,
// photographs in the natural order of their names.
func folderFiles(dir string) (names []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("đọc thư mục %s: %w", dir, err)
	}
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$") {
			names = append(names, filepath.Join(dir, e.Name()))
		}
	}
	if len(names) > maxFiles {
		return nil, usageError{fmt.Sprintf("thư mục %q có %d tệp", dir, len(names)), "chỉ nhập thư mục của một bài, hoặc nêu tên từng tệp"}
	}
	slices.SortStableFunc(names, func(a, b string) int { return viet.Compare(filepath.Base(a), filepath.Base(b)) })
	return names, nil
}

func together(names []string, dir string) (groups []group, err error) {
	var photos []intake.Source
	for _, name := range names {
		s, err := source(name)
		switch {
		case err != nil:
			return nil, err
		case intake.IsPhoto(name):
			photos = append(photos, s)
		default:
			groups = append(groups, group{text: &s})
		}
	}
	switch {
	case len(photos) == 0:
	case len(groups) == 0:
		groups = []group{{photos: photos}}
	case len(groups) == 1:
		groups[0].photos = photos
	default:
		where := "các tệp đã nêu"
		if dir != "" {
			where = fmt.Sprintf("thư mục %q", dir)
		}
		return nil, usageError{fmt.Sprintf("%s có %d bài và %d ảnh: không biết ảnh của bài nào", where, len(groups), len(photos)), "để mỗi bài cùng ảnh của nó vào một thư mục, hoặc nhập từng bài"}
	}
	return groups, nil
}

func source(name string) (intake.Source, error) {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	if err == nil && info.Size() > maxFile {
		return intake.Source{}, fmt.Errorf("%s: lớn quá %d MB — thu nhỏ ảnh trong Word (Nén ảnh) hoặc tách bài", name, maxFile>>20)
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(name)
	}
	if err != nil {
		return intake.Source{}, fmt.Errorf("đọc %s: %w", name, err)
	}
	return intake.Source{Name: filepath.Base(name), Data: data}, nil
}
