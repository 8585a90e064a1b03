package publish

import (
	"path"
	"slices"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/press"
)

// warning reports what the press cannot do with style sheets and drawings.
func (j printJob) warning(w press.Warning) bulletin.Finding {
	if message, inline := strings.CutPrefix(w.Message, "in a drawing: "); inline || path.Ext(w.File) == ".svg" {
		return bulletin.Finding{File: j.source(w.File), Line: w.Line, Level: bulletin.Warning, Code: "hinh-ve",
			Message: "bản in không vẽ được đúng hình này: " + inVietnamese(message), Fix: "xem hình trong PDF; nếu thiếu, xuất lại thành PNG từ chương trình vẽ"}
	}
	return bulletin.Finding{File: j.source(w.File), Line: w.Line, Col: w.Col, Level: bulletin.Warning, Code: "kieu-dang",
		Message: "khi dàn trang in: " + inVietnamese(w.Message), Fix: "sửa kiểu dáng; trang in bỏ qua chỗ này"}
}

// source is the file that an editor opens to mend a served one. Style sheets lie
// in layouts/_css and are served from css/; one that belongs to an issue lies in
// its folder. What is made of several files keeps its name, without the slash of
// an address.
func (j printJob) source(served string) string {
	name := strings.TrimPrefix(served, "/")
	if rest, ok := strings.CutPrefix("/"+name, "/"+strings.Trim(j.basePath, "/")+"/"); ok {
		name = rest
	}
	if path.Ext(name) != ".css" {
		return j.owned(name)
	}
	if base, ok := strings.CutPrefix(name, "css/"); ok {
		return "layouts/_css/" + base
	}
	if dir, base := path.Split(name); j.issue.Source != "" && path.Clean(dir) == path.Dir(j.html) {
		return path.Join(path.Dir(j.issue.File()), base)
	}
	return name
}

// owned is the file below content/ that is served under a name, or the name.
func (j printJob) owned(name string) string {
	if j.tree == nil {
		return name
	}
	for _, p := range j.tree.Pages {
		if rel, ok := strings.CutPrefix(name, path.Dir(p.Source)+"/"); ok {
			if file := p.SourceOf(rel); file != "" {
				return content.Dir + "/" + file
			}
		}
	}
	return name
}

// addNew adds the findings that are not there yet: the prints of one build
// share their style sheets.
func addNew(all, more bulletin.Findings) bulletin.Findings {
	for _, f := range more {
		if !slices.Contains(all, f) {
			all = append(all, f)
		}
	}
	return all
}
