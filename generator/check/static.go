package check

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/picture"
)

// runs are the endings of files that a browser runs, or may run, in the site's
// own name.
var runs = []string{".html", ".htm", ".xhtml", ".xht", ".shtml", ".xml", ".xsl", ".xslt", ".rdf", ".js", ".mjs", ".cjs", ".wasm", ".svgz", ".swf", ".mht", ".mhtml", ".hta", ".jar", ".php"}

// staticFiles: the static folder goes out as it is, so that nothing may lie in
// it that runs, unless the settings name it.
func staticFiles(all *whole) {
	if all.opt.Static == nil {
		return
	}
	_ = fs.WalkDir(all.opt.Static, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir():
		case d.Type()&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice|fs.ModeCharDevice) != 0:
			all.static(name, "tep-khong-thuong", "là ống hoặc thiết bị, không phải tệp thường", "bỏ nó ra khỏi thư mục static")
		case d.Type().IsRegular() && !all.allowed(name):
			all.staticFile(name)
		}
		return nil
	})
}

func (w *whole) static(name, code, message, fix string) {
	w.loose = append(w.loose, bulletin.Finding{File: "static/" + name, Level: bulletin.Error, Code: code, Message: message, Fix: fix})
}

func (w *whole) staticFile(name string) {
	const allow = "không cần thì bỏ tệp; đúng là của trang (người quản trị chép vào) thì ghi tên vào mục params của hugo.toml: tep_tinh_duoc_chay = [%q]"
	switch ending := strings.ToLower(path.Ext(name)); {
	case slices.Contains(runs, ending):
		w.static(name, "tep-tinh", "là loại tệp chạy được mã trên máy người đọc, nằm trong thư mục static nên sẽ lên trang", fmt.Sprintf(allow, name))
	case ending == ".svg":
		data, err := fs.ReadFile(w.opt.Static, name)
		if err == nil {
			_, err = w.opt.Pictures.Facts(data, name)
		}
		if err != nil && picture.IsName(name) {
			w.static(name, "tep-tinh", "hình vẽ không đọc được nên không lọc được mã ở trong", fmt.Sprintf("lưu lại hình bằng chương trình vẽ; "+allow, name))
		}
	}
}

// allowed says whether the settings let a static file run; they may name it
// with the patterns of file names.
func (w *whole) allowed(name string) bool {
	return slices.ContainsFunc(w.opt.StaticRuns, func(pattern string) bool {
		ok, _ := path.Match(strings.TrimPrefix(pattern, "static/"), name)
		return ok
	})
}
