package content

import (
	"fmt"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"bantin/generator/bulletin"
)

// goesOut is what of a page's folder may be published at all, by the ending of
// the name: nothing that a browser would run, or that carries an author's
// comments and tracked changes.
var goesOut = map[string]string{
	".jpg": "ảnh", ".jpeg": "ảnh", ".png": "ảnh", ".webp": "ảnh", ".gif": "ảnh", ".svg": "ảnh",
	".mp3": "tiếng", ".m4a": "tiếng", ".ogg": "tiếng", ".oga": "tiếng", ".opus": "tiếng", ".wav": "tiếng", ".flac": "tiếng",
	".mp4": "phim", ".m4v": "phim", ".webm": "phim", ".ogv": "phim",
	".pdf": "PDF",
	".ics": "lịch",
}

// forTemplates are the files that layouts/ looks for by name.
var forTemplates = map[string][]Role{
	"dan-trang.css": {Issue},
	"chia-se.png":   {Article, Issue},
}

// insteadOf says what to save a file as that may not go out.
var insteadOf = map[string]string{
	".doc": "lưu thành PDF (Word: Lưu thành, kiểu PDF)", ".docx": "lưu thành PDF (Word: Lưu thành, kiểu PDF)",
	".odt": "lưu thành PDF", ".rtf": "lưu thành PDF", ".txt": "lưu thành PDF",
	".xls": "lưu thành PDF, hoặc chép bảng vào bài", ".xlsx": "lưu thành PDF, hoặc chép bảng vào bài", ".csv": "lưu thành PDF, hoặc chép bảng vào bài",
	".ppt": "lưu thành PDF", ".pptx": "lưu thành PDF",
	".heic": PhoneFix, ".heif": PhoneFix,
	".avif": "mở ảnh rồi lưu thành JPEG", ".tif": "mở ảnh rồi lưu thành JPEG", ".tiff": "mở ảnh rồi lưu thành JPEG", ".bmp": "mở ảnh rồi lưu thành PNG", ".jfif": "đổi đuôi tên tệp thành .jpg",
	".mov": "lưu thành .mp4", ".avi": "lưu thành .mp4", ".mkv": "lưu thành .mp4", ".wmv": "lưu thành .mp4", ".wma": "lưu thành .mp3", ".amr": "lưu thành .mp3",
}

// PhoneFix is what to do about a picture in a telephone's own format.
const PhoneFix = "gửi lại ảnh dưới dạng JPEG: iPhone: Cài đặt, Camera, Định dạng, chọn Tương thích nhất (ảnh đã chụp: Tệp, chép ảnh vào đó, hoặc gửi qua thư); Samsung: Máy ảnh, Cài đặt, tắt Ảnh hiệu suất cao"

// GoesOut reports whether a file of this name may be published.
func GoesOut(name string) bool { return goesOut[strings.ToLower(path.Ext(name))] != "" }

// use is one place of a page that shows or links a file.
type use struct {
	owner *Page
	rel   string
	at    Pos
}

// id names the file of a use, whatever tree it stands in.
func (u use) id() string { return path.Dir(u.owner.Path) + "/" + u.rel }

// keepUsed leaves in the tree only the files that a page of the edition shows
// or links and that may go out, and reports the others.
func (l *loader) keepUsed() {
	used, refused := map[string]bool{}, map[string]bool{}
	for _, p := range l.tree.Pages {
		if p.Out != "" {
			continue
		}
		for _, u := range l.tree.uses(p) {
			if GoesOut(u.rel) {
				used[u.id()] = true
				continue
			}
			if !refused[u.id()] {
				refused[u.id()] = true
				l.refuse(p, u)
			}
		}
	}
	for p, files := range l.tree.files {
		l.tree.files[p] = slices.DeleteFunc(files, func(f File) bool {
			return !used[f.Path] && !p.forTemplate(f.Path)
		})
		if p.Out == "" {
			l.reportUnused(p, used, refused)
		}
	}
}

// forTemplate reports whether a template looks for the file at this path.
func (p *Page) forTemplate(file string) bool {
	return path.Dir(file) == path.Dir(p.Path) && slices.Contains(forTemplates[path.Base(file)], p.Role)
}

func (l *loader) refuse(p *Page, u use) {
	fix := insteadOf[strings.ToLower(path.Ext(u.rel))]
	if fix == "" {
		fix = "lưu thành ảnh JPEG hoặc PDF"
	}
	l.report(p.Source, u.at, p.Level(bulletin.Error), "tep-cam", fmt.Sprintf("bài dẫn tệp %q, loại tệp không đưa lên trang", u.owner.SourceName(u.rel)),
		fix+", và sửa tên tệp trong bài; đưa lên được: ảnh (jpg, png, webp, gif, svg), tiếng, phim, PDF, lịch (ics)")
}

// reportUnused tells of each file that stays at home: a picture or a PDF may
// have been forgotten, a draft lies there on purpose.
func (l *loader) reportUnused(p *Page, used, refused map[string]bool) {
	for _, rel := range p.Resources {
		file := path.Join(path.Dir(p.Path), rel)
		if used[file] || refused[file] || p.forTemplate(file) || p.Role == Issue && rel == PlanFile {
			continue
		}
		level, fix := bulletin.Hint, "tệp để làm việc thì cứ để đây, hoặc cất ra ngoài thư mục bản tin"
		if GoesOut(rel) {
			level, fix = bulletin.Warning, fmt.Sprintf("muốn đưa lên thì ghi vào mục anh, hoặc dẫn trong bài: [tên tài liệu](%s); không dùng thì cất đi", path.Base(rel))
		}
		l.report(p.SourceOf(rel), Pos{}, level, "tep-o-lai", "bài không dùng tệp này nên nó không được đưa lên trang", fix)
	}
}

// SourceName is the name, relative to the page's folder, that the editors gave
// a file.
func (p *Page) SourceName(rel string) string {
	return strings.TrimPrefix(p.SourceOf(rel), path.Dir(p.Source)+"/")
}

// uses lists what a page shows or links: in its text, in shortcodes, in any
// value of its front matter.
func (t *Tree) uses(p *Page) (found []use) {
	if !t.hasFiles {
		return nil
	}
	find := func(ref string) (use, bool) {
		target := t.Resolve(p, ref)
		return use{owner: target.Page, rel: target.Resource}, target.Page != nil && target.Resource != ""
	}
	add := func(ref string, at Pos) {
		if u, ok := find(ref); ok {
			u.at = at
			found = append(found, u)
		}
	}
	is := func(ref string) (string, bool) {
		_, ok := find(ref)
		return ref, ok
	}
	p.frontRefs(is, add)
	p.bodyRefs(is, add)
	return found
}

// Shown is a file that a page shows or links, where it does so first.
type Shown struct {
	Source string // real path below the content folder
	Name   string // as its editors call it, relative to its page's folder
	At     Pos
}

// Shows lists what a page shows or links that may go out, each file once.
func (t *Tree) Shows(p *Page) (shown []Shown) {
	seen := map[string]bool{}
	for _, u := range t.uses(p) {
		if !seen[u.id()] && GoesOut(u.rel) {
			seen[u.id()] = true
			shown = append(shown, Shown{u.owner.SourceOf(u.rel), u.owner.SourceName(u.rel), u.at})
		}
	}
	return shown
}

// useIDs names what a page uses, sorted.
func (t *Tree) useIDs(p *Page) []string {
	var ids []string
	for _, u := range t.uses(p) {
		ids = append(ids, u.id())
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// frontRefs offers every text of the front matter: whole, as the name of a
// file, and its Markdown links.
func (p *Page) frontRefs(is func(string) (string, bool), add func(string, Pos)) {
	eachText(p.typed(), "", func(key, s string) {
		add(s, p.At(key))
		for _, e := range lineEdits(s, is) {
			add(strings.Trim(e.with, `"`), p.At(key))
		}
	})
}

// eachText visits every text of a front matter with its key.
func eachText(v reflect.Value, key string, visit func(key, s string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachText(v.Elem(), key, visit)
		}
	case reflect.String:
		if v.Len() > 0 {
			visit(key, v.String())
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), Index(key, i), visit)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for _, f := range schemaOf(v.Type()).fields {
			eachText(v.FieldByIndex(f.index), join(key, f.key), visit)
		}
	}
}

// typed is the page's front matter as a struct.
func (p *Page) typed() reflect.Value {
	switch {
	case p.Model != nil:
		return reflect.ValueOf(p.Model).Elem()
	case p.Award != nil:
		return reflect.ValueOf(p.Award).Elem()
	case p.Session != nil:
		return reflect.ValueOf(p.Session).Elem()
	case p.Issue != nil:
		return reflect.ValueOf(p.Issue).Elem()
	case p.Document != nil:
		return reflect.ValueOf(p.Document).Elem()
	case p.Meta != nil:
		return reflect.ValueOf(p.Meta).Elem()
	}
	return reflect.Value{}
}

var shortcodeCall = regexp.MustCompile(`(?s)\{\{[<%](.*?)[>%]\}\}`)
var shortcodeWord = regexp.MustCompile("\"[^\"]*\"|`[^`]*`|[^\\s=\"`]+")

// bodyRefs offers every reference of the text: as the syntax tree has it, and
// as editors write names with spaces, which are no links for CommonMark.
func (p *Page) bodyRefs(is func(string) (string, bool), add func(string, Pos)) {
	base := len(p.Raw) - len(p.Body)
	for _, e := range bodyEdits(p, is) {
		add(strings.Trim(e.with, `"`), p.bodyPos(e.from-base))
	}
	for _, call := range shortcodeCall.FindAllSubmatchIndex(p.Body, -1) {
		for _, word := range shortcodeWord.FindAllIndex(p.Body[call[2]:call[3]], -1) {
			at := call[2] + word[0]
			add(strings.Trim(string(p.Body[at:call[2]+word[1]]), "\"`"), p.bodyPos(at))
		}
	}
	if len(p.Resources) == 0 {
		return
	}
	doc := references.Parser().Parse(text.NewReader(p.Body))
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Link:
			add(string(n.Destination), p.bodyPos(n.Pos()))
		case *ast.Image:
			add(string(n.Destination), p.bodyPos(n.Pos()))
		}
		return ast.WalkContinue, nil
	})
}

// references parses what may hold a link as the site does.
var references = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))

// bodyPos turns a byte offset of the body into a place in the file.
func (p *Page) bodyPos(at int) Pos {
	before := string(p.Body[:max(0, min(at, len(p.Body)))])
	lines := strings.Count(before, "\n")
	return Pos{max(1, p.BodyLine) + lines, len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1}
}
