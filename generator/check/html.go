package check

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"bantin/generator/content"
)

var (
	htmlComment = regexp.MustCompile(`(?s)<!--.*?(?:-->|$)`)
	htmlTag     = regexp.MustCompile(`<([a-zA-Z!?][a-zA-Z0-9-]*)`)
)

// html warns of raw HTML: the site is built without it, for a pasted script or
// frame would run in every reader's browser, and nothing says so where it was.
func html(p *pass) {
	if bytes.IndexByte(p.page.Body, '<') < 0 {
		return
	}
	p.walk(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.HTMLBlock:
			if count := n.Lines().Len(); count > 0 {
				start, stop := n.Lines().At(0).Start, n.Lines().At(count-1).Stop
				if at, name := openingTag(p.page.Body[start:stop]); at >= 0 {
					p.dropped(start+at, name, "đoạn HTML <%s> bị bỏ qua khi dựng, cả chữ ở bên trong")
				}
			}
		case *ast.RawHTML:
			first := n.Segments.At(0)
			if at, name := openingTag(first.Value(p.page.Body)); at >= 0 {
				p.dropped(first.Start+at, name, "thẻ HTML <%s> bị bỏ qua khi dựng")
			}
		}
	})
}

// openingTag finds the first opening tag, or declaration, in raw HTML outside
// comments; at is -1 when there is none.
func openingTag(raw []byte) (at int, name string) {
	blank := htmlComment.ReplaceAllFunc(raw, func(c []byte) []byte { return bytes.Repeat([]byte{' '}, len(c)) })
	if m := htmlTag.FindSubmatchIndex(blank); m != nil {
		return m[0], strings.ToLower(string(blank[m[2]:m[3]]))
	}
	return -1, ""
}

func (p *pass) dropped(at int, name, message string) {
	fix := "viết bằng Markdown (HUONG-DAN.md, mục 4); muốn in nguyên văn dấu < thì viết \\<"
	switch name {
	case "img", "picture", "figure":
		fix = "chép ảnh vào thư mục của bài, viết ![mô tả](ten-anh.jpg \"chú thích\")"
	case "iframe", "video", "embed", "object", "audio":
		fix = "dùng mã ngắn video (HUONG-DAN.md, mục 9), hoặc ghi một liên kết"
	case "script", "style", "link", "form", "input", "button":
		fix = "bỏ đi; bài chỉ gồm chữ, ảnh, bảng và liên kết"
	case "b", "strong":
		fix = "viết **chữ đậm**"
	case "i", "em":
		fix = "viết *chữ nghiêng*"
	case "br":
		fix = "xuống dòng bằng dấu \\ ở cuối dòng, hoặc tách thành đoạn mới"
	case "a":
		fix = "viết [chữ](địa chỉ)"
	case "table", "tr", "td", "th", "tbody", "thead":
		fix = "viết bảng bằng Markdown (HUONG-DAN.md, mục 4)"
	}
	p.add(p.pos(at), "the-html", fmt.Sprintf(message, name), fix)
}

// unsafeSchemes are those of addresses that run a program, carry their content
// in themselves or name a file of the writer's machine.
var unsafeSchemes = []struct{ scheme, message string }{
	{"javascript:", "liên kết chạy mã lệnh"},
	{"vbscript:", "liên kết chạy mã lệnh"},
	{"data:", "liên kết nhúng dữ liệu"},
	{"file:", "liên kết đến tệp trên máy riêng"},
}

// unsafeLink reports an address that no reader can, or should, follow; the
// site is built without it.
func (p *pass) unsafeLink(dest string, pos content.Pos) bool {
	plain := strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1 // browsers skip them in a scheme
		}
		return r
	}, dest))
	for _, s := range unsafeSchemes {
		if strings.HasPrefix(plain, s.scheme) {
			p.add(pos, "lien-ket-cam", fmt.Sprintf("%s (%s…), bị bỏ khi dựng", s.message, s.scheme), "ghi địa chỉ web https://…, hoặc chép tệp vào thư mục của bài rồi ghi tên tệp")
			return true
		}
	}
	return false
}
