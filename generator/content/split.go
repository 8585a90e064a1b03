package content

import (
	"bytes"
)

// parts are the two halves of a Markdown file, as bytes of it.
type parts struct {
	front     []byte // between the marks, without them
	frontAt   int    // where front begins in the file
	frontLine int    // the line on which it begins
	body      []byte
	bodyLine  int
}

// problem is something wrong that is not yet tied to a file.
type problem struct {
	pos                Pos
	code, message, fix string
}

var bom = []byte("\xef\xbb\xbf")

// split finds the YAML front matter. A byte order mark and Windows line ends
// are tolerated.
func split(data []byte) (parts, *problem) {
	at := 0
	if bytes.HasPrefix(data, bom) {
		at = len(bom)
	}
	first, next := line(data, at)
	switch mark := string(bytes.TrimSpace(first)); {
	case mark == "---":
	case mark == "+++":
		return parts{}, &problem{Pos{1, 1}, "ly-lich", "lý lịch viết bằng TOML (+++)", "viết bằng YAML: dòng ---, rồi mỗi dòng một mục dạng  title: \"Tên bài\", rồi dòng ---"}
	case bytes.HasPrefix(first, []byte("{")):
		return parts{}, &problem{Pos{1, 1}, "ly-lich", "lý lịch viết bằng JSON", "viết bằng YAML: dòng ---, rồi mỗi dòng một mục dạng  title: \"Tên bài\", rồi dòng ---"}
	default:
		return parts{}, &problem{Pos{1, 1}, "ly-lich", "tệp không có lý lịch ở đầu", "mở đầu tệp bằng dòng ---, các mục như title, date, rồi dòng --- nữa"}
	}
	p := parts{frontAt: next, frontLine: 2}
	for at, n := next, 2; at < len(data); n++ {
		l, end := line(data, at)
		if bytes.HasPrefix(l, []byte("---")) {
			if len(bytes.TrimSpace(l)) > 3 {
				return parts{}, &problem{Pos{n, 1}, "ly-lich", "dòng đóng lý lịch có chữ thừa", "để dòng này chỉ còn ---"}
			}
			p.front, p.body, p.bodyLine = data[next:at], data[end:], n+1
			return p, nil
		}
		at = end
	}
	return parts{}, &problem{Pos{1, 1}, "ly-lich", "lý lịch không có dòng --- đóng lại", "thêm một dòng --- sau mục cuối cùng, trước nội dung bài"}
}

// line returns the line that begins at, without its end, and where the next
// begins.
func line(data []byte, at int) (l []byte, next int) {
	rest := data[at:]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		return bytes.TrimSuffix(rest[:i], []byte("\r")), at + i + 1
	}
	return rest, len(data)
}
