package content

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// decodeFront reads front matter into v, a struct of package bulletin. line is
// the line of the file before the front matter's first. ok is false when it is
// no YAML mapping at all.
func decodeFront(front []byte, line int, v reflect.Value) (keys map[string]Pos, problems []problem, ok bool) {
	d := &decoder{line: line, keys: map[string]Pos{}}
	m, err := parseYAML(front)
	var syntax *problem
	switch {
	case errors.As(err, &syntax):
		syntax.pos.Line += line
		return d.keys, []problem{*syntax}, false
	case m == nil:
		m = &ast.MappingNode{}
	}
	d.mapping(v, m, "", Pos{1, 1})
	return d.keys, d.problems, true
}

func (p *problem) Error() string { return p.message }

// parseYAML returns the top mapping; nil when there is nothing. The parser is
// for foreign input, so a panic in it is a file that cannot be read, no more.
func parseYAML(front []byte) (m *ast.MappingNode, err error) {
	defer func() {
		if recover() != nil {
			m, err = nil, &problem{Pos{0, 1}, "ly-lich", "không đọc được lý lịch", "so lại với lý lịch của một bài khác"}
		}
	}()
	if bytes.IndexByte(front, '\r') >= 0 {
		front = bytes.ReplaceAll(front, []byte("\r\n"), []byte("\n"))
	}
	file, err := parser.ParseBytes(front, 0)
	if err != nil {
		return nil, syntaxProblem(err, front)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return nil, nil
	}
	switch body := file.Docs[0].Body.(type) {
	case *ast.MappingNode:
		return body, nil
	case *ast.NullNode, *ast.CommentGroupNode:
		return nil, nil
	}
	return nil, &problem{Pos{1, 1}, "ly-lich", "lý lịch không phải là các mục", "viết mỗi mục một dòng dạng  title: \"Tên bài\""}
}

// syntaxReasons says in Vietnamese what the YAML parser means.
var syntaxReasons = []struct{ part, message, fix string }{
	{"already defined", "mục này đã có ở trên", "bỏ một trong hai dòng"},
	{"double-quoted", "thiếu dấu ngoặc kép đóng", "thêm dấu \" ở cuối giá trị; dấu ngoặc kép nằm trong giá trị thì viết “ ”"},
	{"single-quoted", "thiếu dấu nháy đơn đóng", "thêm dấu ' ở cuối giá trị"},
	{"character '\t'", "thụt dòng bằng phím Tab", "thụt dòng bằng dấu cách"},
	{"mapping value is not allowed", "dấu hai chấm nằm giữa giá trị, hoặc dòng thụt vào không đúng chỗ", "đặt cả giá trị trong dấu ngoặc kép, và để các mục cùng cấp thẳng hàng"},
	{"reserved character", "giá trị bắt đầu bằng ký tự riêng của YAML", "đặt cả giá trị trong dấu ngoặc kép"},
	{"directive", "giá trị bắt đầu bằng dấu %", "đặt cả giá trị trong dấu ngoặc kép"},
	{"alias", "giá trị bắt đầu bằng dấu *", "đặt cả giá trị trong dấu ngoặc kép"},
	{"anchor", "giá trị bắt đầu bằng dấu &", "đặt cả giá trị trong dấu ngoặc kép"},
	{"']'", "danh sách trong ngoặc vuông chưa đóng", "thêm dấu ] ở cuối danh sách"},
	{"'['", "thừa dấu ]", "bỏ dấu ] hoặc đặt cả giá trị trong dấu ngoặc kép"},
	{"'}'", "nhóm trong ngoặc nhọn chưa đóng", "thêm dấu } ở cuối nhóm"},
	{"pre-defined", "có chữ thừa sau giá trị, hoặc dòng thụt vào không đúng chỗ", "đặt cả giá trị trong dấu ngoặc kép, và để các mục cùng cấp thẳng hàng"},
	{"non-map value", "dòng này không có dạng  mục: giá trị", "thêm dấu hai chấm và một dấu cách sau mục, hoặc đặt giá trị nhiều dòng trong dấu ngoặc kép"},
	{"", "chỗ này không đúng cách viết", "so lại với lý lịch của một bài khác: mỗi dòng một mục dạng  title: \"Tên bài\", các mục cùng cấp thẳng hàng"},
}

// wordQuoted is a line whose value begins with one of Word's quotes.
var wordQuoted = regexp.MustCompile(`^[\s\w-]*:\s+[“”„]`)

// alsoLook ends every fix: the parser often notices only on the next line.
const alsoLook = "; xem lại cả dấu hai chấm, dấu ngoặc kép và số dấu cách đầu dòng ở đây và dòng trước"

func syntaxProblem(err error, front []byte) *problem {
	var syntax *yaml.SyntaxError
	message, pos := err.Error(), Pos{1, 1}
	if errors.As(err, &syntax) {
		message = syntax.GetMessage()
		if t := syntax.GetToken(); t != nil && t.Position != nil {
			pos = Pos{max(1, min(t.Position.Line, bytes.Count(front, []byte("\n"))+1)), max(1, t.Position.Column)}
		}
	}
	if lines := strings.Split(string(front), "\n"); pos.Line <= len(lines) && wordQuoted.MatchString(lines[pos.Line-1]) {
		return &problem{pos, "yaml", "giá trị đặt trong dấu ngoặc kép của Word, YAML không hiểu", "dùng ngoặc kép thẳng: \"…\""}
	}
	for _, r := range syntaxReasons {
		if strings.Contains(message, r.part) {
			return &problem{pos, "yaml", "lý lịch viết sai YAML: " + r.message, r.fix + alsoLook}
		}
	}
	panic(fmt.Sprintf("content: no reason for %q", message)) // the last reason fits all
}
