package intake

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"bantin/generator/intake/docx"
	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
	"bantin/generator/intake/plain"
	"bantin/generator/intake/sheet"
	"bantin/generator/intake/webpage"
	"bantin/generator/picture"
)

// ErrKind is wrapped when a file is of a kind that is not read.
var ErrKind = errors.New("không nhập được loại tệp này")

// saveAs says how to get a file that is read, by extension.
var saveAs = map[string]string{
	".doc": "mở bằng Word, chọn Tệp › Lưu thành (F12), kiểu “Word Document (*.docx)”, rồi nhập tệp .docx",
	".xls": "mở bằng Excel, chọn Tệp › Lưu thành (F12), kiểu “Excel Workbook (*.xlsx)”",
	".odt": "mở bằng Word hoặc LibreOffice, lưu thành .docx", ".rtf": "mở bằng Word, lưu thành .docx",
	".pdf": "xin tệp Word gốc; PDF không còn giữ đoạn và tiểu mục", ".docm": "tệp có macro: mở bằng Word, lưu thành .docx (không macro)",
	".xlsm": "tệp có macro: mở bằng Excel, lưu thành .xlsx", ".ppt": "chép chữ sang Word rồi nhập", ".pptx": "chép chữ sang Word rồi nhập",
	".mht": "lưu trang dưới dạng .html", ".mhtml": "lưu trang dưới dạng .html", ".zip": "giải nén rồi nhập thư mục", ".rar": "giải nén rồi nhập thư mục",
}

// IsPhoto reports whether a file is a photograph by its name.
func IsPhoto(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp":
		return true
	}
	return picture.IsName(name)
}

var readers = map[string]func([]byte) (*manuscript.Manuscript, error){
	".docx": docx.Read, ".xlsx": sheet.Read, ".txt": plain.Read, ".text": plain.Read, ".html": webpage.Read, ".htm": webpage.Read,
}

// Read reads a text, whatever it came in.
func Read(s Source) (*manuscript.Manuscript, error) {
	ext := strings.ToLower(path.Ext(s.Name))
	read := readers[ext]
	switch {
	case len(bytes.TrimSpace(s.Data)) == 0:
		return nil, fmt.Errorf("%s: tệp rỗng; xem lại bản gốc", s.Name)
	case read == nil && saveAs[ext] != "":
		return nil, fmt.Errorf("%s: %w — %s", s.Name, ErrKind, saveAs[ext])
	case read == nil:
		return nil, fmt.Errorf("%s: %w — nhập được .docx, .txt, .html, .xlsx và ảnh", s.Name, ErrKind)
	}
	m, err := read(s.Data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.Name, explain(err))
	}
	return m, nil
}

// faults explains why a file is refused, and what to do.
var faults = map[ooxml.Fault]string{
	ooxml.NotZip:    "không mở được: tệp hỏng hoặc không phải tệp Word, Excel — mở bằng Word, lưu lại thành .docx rồi nhập",
	ooxml.OldBinary: "là tệp Word, Excel kiểu cũ dù mang đuôi mới — mở bằng Word, chọn Tệp › Lưu thành (F12), kiểu “Word Document (*.docx)”",
	ooxml.Encrypted: "có mật khẩu — mở bằng Word, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ tài liệu), lưu lại",
	ooxml.Bomb:      "bung ra quá lớn so với cỡ tệp — không nhập; hỏi lại người gửi",
	ooxml.Traversal: "có tên tệp bên trong chỉ ra ngoài — tệp không an toàn, không nhập; hỏi lại người gửi",
	ooxml.DTD:       "có khai báo DTD hoặc thực thể ngoài — tệp không an toàn, không nhập; hỏi lại người gửi",
	ooxml.TooDeep:   "lồng quá nhiều lớp — không nhập; chép chữ sang tệp Word mới",
	ooxml.Macros:    "có macro — mở bằng Word, lưu thành .docx (không macro) rồi nhập",
	ooxml.BrokenXML: "bên trong bị hỏng — mở bằng Word (Word thường tự sửa được), lưu lại rồi nhập",
	ooxml.Missing:   "thiếu phần chính — mở bằng Word, lưu lại rồi nhập",
	ooxml.TooMany:   "có quá nhiều phần bên trong — không nhập; chép chữ sang tệp Word mới",
	ooxml.WrongKind: "là loại tài liệu khác với đuôi tệp — xem lại đuôi tệp",
}

func explain(err error) error {
	var refused *ooxml.Error
	if errors.As(err, &refused) {
		return fmt.Errorf("%s (%w)", faults[refused.Fault], err)
	}
	return err
}
