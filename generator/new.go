package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/scaffold"
	"bantin/generator/viet"
)

const newHelp = `Tạo một bài, số báo hoặc văn bản mới, có đủ các mục, mỗi mục một lời giải thích.

Cách dùng:
  go run ./generator new <loại> "Tiêu đề" [cờ] [thư mục bản tin]

Loại:
  guong           gương điển hình, mô hình hay
  bua-liem-vang   bài dự Giải Búa liềm vàng
  hoc-tap         buổi học tập, hội nghị
  so              số báo
  van-ban         văn bản trong sổ; tiêu đề ví dụ "Kết luận số 21-KL/TW ngày 25/10/2021"

Cờ:
  --dat mục=giá trị   điền sẵn một mục; dùng được nhiều lần, ví dụ
                      --dat don_vi="Chi bộ 1" --dat tac_gia.0.ho_ten="Nguyễn Văn A"
  --khong-hoi         không hỏi gì thêm (khi không có bàn phím thì cũng không hỏi)

Ví dụ:
  go run ./generator new guong "Tủ sách lớp em"
  go run ./generator new so "Số 11, tháng 11 năm 2023" --dat date=2023-11-15

Không bao giờ ghi đè lên bài đang có.
`

// assignments collects --dat.
type assignments map[string]string

func (a assignments) String() string { return "" }

func (a assignments) Set(s string) error {
	key, value, ok := strings.Cut(s, "=")
	if !ok || key == "" {
		return fmt.Errorf("%q không có dạng mục=giá trị", s)
	}
	a[key] = value
	return nil
}

func runNew(env environment, args []string) error {
	req, site, ask, err := newOptions(args)
	if err != nil {
		return err
	}
	if ask {
		if req, err = askFor(env, os.Stdin, req); err != nil {
			return err
		}
	}
	f, err := scaffold.Make(req)
	if err != nil {
		return usageError{err.Error(), "xem: go run ./generator new --help"}
	}
	if err := scaffold.Write(site, f); err != nil {
		return err
	}
	whatNext(env.stdout, f)
	return nil
}

func newOptions(args []string) (req scaffold.Request, site string, ask bool, err error) {
	if len(args) == 0 {
		return req, "", false, usageError{"chưa cho biết tạo loại nào", "các loại: " + strings.Join(kindNames(), ", ")}
	}
	kind, known := scaffold.KindOf(args[0])
	if !known {
		hint := "các loại: " + strings.Join(kindNames(), ", ")
		if near := bulletin.Nearest(viet.Slug(args[0]), kindNames()); near != "" {
			hint = fmt.Sprintf("có phải %q không? %s", near, hint)
		}
		return req, "", false, usageError{fmt.Sprintf("không có loại %q", args[0]), hint}
	}
	req = scaffold.Request{Kind: kind, Today: time.Now(), Values: assignments{}}
	rest := args[1:]
	if len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
		req.Title, rest = rest[0], rest[1:]
	}
	fs := flag.NewFlagSet("new", flag.ContinueOnError)
	fs.Var(assignments(req.Values), "dat", "")
	quiet := fs.Bool("khong-hoi", false, "")
	if err := parseFlags(fs, rest); err != nil {
		return req, "", false, err
	}
	rest = fs.Args()
	if req.Title == "" && len(rest) > 0 {
		req.Title, rest = rest[0], rest[1:]
	}
	ask = !*quiet && onTerminal(os.Stdin)
	if req.Title == "" && !ask {
		return req, "", false, usageError{"chưa có tiêu đề", fmt.Sprintf("thử: go run ./generator new %s \"Tiêu đề\"", kind.Name)}
	}
	site, err = siteFolder(rest)
	return req, site, ask, err
}

func kindNames() (names []string) {
	for _, k := range scaffold.Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// onTerminal reports whether somebody can type into f. The null device looks
// like a terminal otherwise.
func onTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// askFor asks for the title and for what must be filled; an empty answer leaves
// the key for later.
func askFor(env environment, in io.Reader, req scaffold.Request) (scaffold.Request, error) {
	lines := bufio.NewScanner(in)
	ask := func(what string) (string, bool) {
		fmt.Fprintf(env.stderr, "%s: ", what)
		if !lines.Scan() {
			fmt.Fprintln(env.stderr)
			return "", false
		}
		return strings.TrimSpace(lines.Text()), true
	}
	if req.Title == "" {
		req.Title, _ = ask("Tiêu đề")
	}
	f, err := scaffold.Make(req)
	if err != nil {
		return req, usageError{err.Error(), "xem: go run ./generator new --help"}
	}
	fmt.Fprintln(env.stderr, "Trả lời từng mục, hoặc để trống rồi điền sau trong tệp.")
	for _, q := range f.Empty {
		value, more := answer(env, q, ask)
		if !more {
			break
		}
		if value != "" {
			req.Values[q.Key] = value
		}
	}
	return req, lines.Err()
}

// answer asks until the answer is empty or one that the key may have.
func answer(env environment, q scaffold.Question, ask func(string) (string, bool)) (value string, more bool) {
	text := fmt.Sprintf("%s (%s)", q.Key, q.Text)
	if q.Choices != nil {
		text = fmt.Sprintf("%s (%s: %s)", q.Key, q.Text, strings.Join(q.Choices, ", "))
	}
	for {
		value, more = ask(text)
		if !more || value == "" || q.Choices == nil || slices.Contains(q.Choices, value) {
			return value, more
		}
		if slug := viet.Slug(value); slices.Contains(q.Choices, slug) {
			return slug, true // "tập thể"
		}
		hint := "gõ một trong các giá trị trong ngoặc"
		if near := bulletin.Nearest(viet.Slug(value), q.Choices); near != "" {
			hint = fmt.Sprintf("có phải %q không?", near)
		}
		fmt.Fprintf(env.stderr, "  không dùng được %q — %s\n", value, hint)
	}
}

func whatNext(w io.Writer, f scaffold.File) {
	file := path.Join(content.Dir, f.Path)
	fmt.Fprintf(w, "Đã tạo %s\n", file)
	if len(f.Empty) > 0 {
		var keys []string
		for _, q := range f.Empty {
			keys = append(keys, q.Key)
		}
		fmt.Fprintf(w, "Còn phải điền: %s\n", strings.Join(keys, ", "))
	}
	fmt.Fprintf(w, "Rồi viết nội dung dưới dòng --- thứ hai, và soát: go run ./generator check %s\n", file)
}
