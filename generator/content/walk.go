package content

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/cause"
)

type loader struct {
	root     fs.FS
	known    map[string]*Page // by source: what need not be read again
	tree     *Tree
	findings bulletin.Findings
	sources  []source // every file, sorted
}

// source is one file of the folder with its ASCII path.
type source struct{ path, ascii string }

func (l *loader) report(file string, pos Pos, level bulletin.Level, code, message, fix string) {
	l.findings = append(l.findings, bulletin.Finding{File: Dir + "/" + file, Line: pos.Line, Col: pos.Col, Level: level, Code: code, Message: message, Fix: fix})
}

// walk lists the files and gives each its ASCII path. Symbolic links are not
// followed: they could lead out of the folder, and past the edition.
func (l *loader) walk() {
	seen := map[string]string{} // lower-case ASCII path -> real path
	err := fs.WalkDir(l.root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			l.report(name, Pos{}, bulletin.Error, "doc-tep", "không đọc được: "+reason(err), "xem lại quyền đọc của tệp hoặc thư mục này")
			return nil
		}
		if name != "." && (ignored(d.Name()) || isLedger(name)) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		if odd := oddFile(d.Type()); odd != "" {
			l.report(name, Pos{}, bulletin.Error, "tep-khong-thuong", odd+", không phải tệp thường", "bỏ nó ra khỏi thư mục bài")
			return nil
		}
		if !d.Type().IsRegular() {
			l.report(name, Pos{}, bulletin.Warning, "lien-ket-tep", "là liên kết tượng trưng nên bị bỏ qua", "chép hẳn tệp vào thư mục của bài")
			return nil
		}
		l.addSource(name, seen)
		return nil
	})
	if err != nil {
		l.report(".", Pos{}, bulletin.Error, "doc-tep", "không đọc được thư mục: "+reason(err), "xem lại đường dẫn")
	}
	slices.SortFunc(l.sources, func(a, b source) int { return cmp.Compare(a.path, b.path) })
}

func (l *loader) addSource(name string, seen map[string]string) {
	ascii, ok := asciiPath(name)
	if !ok {
		l.report(name, Pos{}, bulletin.Error, "ten-tep", "tên không có chữ hay số nào dùng được trong địa chỉ web", "đổi tên thư mục hoặc tệp bằng chữ cái và số")
		return
	}
	key := strings.ToLower(ascii)
	if other, taken := seen[key]; taken {
		l.report(name, Pos{}, bulletin.Error, "trung-ten", fmt.Sprintf("trùng địa chỉ với %s/%s: cả hai đều thành %q", Dir, other, ascii), "đổi tên một trong hai")
		return
	}
	seen[key] = name
	l.sources = append(l.sources, source{name, ascii})
}

// reason is why a file could not be read, without its name, which the finding has.
func reason(err error) string {
	if c, ok := cause.Of(err); ok {
		return c.Message
	}
	return err.Error()
}

// ignored names the files that editors and operating systems leave behind.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") || strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// isLedger reports whether a file is a ledger of addresses (package ledger).
func isLedger(name string) bool {
	return strings.HasPrefix(name, "so-dia-chi") && path.Ext(name) == ".txt"
}

// otherFormats are files that Hugo would render as pages of their own, or run:
// they would pass by the front matter that decides the edition.
var otherFormats = []string{".md", ".markdown", ".mdown", ".html", ".htm", ".org", ".rst", ".ad", ".adoc", ".asciidoc", ".pdc", ".pandoc", ".gotmpl"}

// isPageFile reports whether an ASCII path is that of a page.
func isPageFile(ascii string) bool {
	base := path.Base(ascii)
	return base == "index.md" || base == "_index.md"
}

// oddFile names what is neither a file nor a link: who opened it might wait for
// ever.
func oddFile(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "là ống (FIFO)"
	case mode&fs.ModeSocket != 0:
		return "là ổ cắm mạng (socket)"
	case mode&(fs.ModeDevice|fs.ModeCharDevice) != 0:
		return "là thiết bị"
	case mode&fs.ModeIrregular != 0:
		return "là loại tệp không rõ"
	}
	return ""
}
