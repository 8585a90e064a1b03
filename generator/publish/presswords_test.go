package publish

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/press"
)

// TestEditorsReadVietnamese takes what the press can say from its sources: a
// new message needs words here.
func TestEditorsReadVietnamese(t *testing.T) {
	said := regexp.MustCompile(`(?:\bwarn\(|Message: |msg: |\.find\(|fault\{)(?:[^"\n]*[^"\n\w])?("(?:[^"\\]|\\.)*")`)
	verbs := strings.NewReplacer("%q", `"x"`, "%s", "x", "%v", "x", "%d", "3", "%.0f", "3", "%%", "%")
	count := 0
	for _, dir := range []string{"", "css", "box", "layout", "paint", "svg"} {
		files, err := filepath.Glob(filepath.Join("..", "press", dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range said.FindAllSubmatch(src, -1) {
				text, err := strconv.Unquote(string(m[1]))
				if err != nil || len(strings.Fields(text)) < 2 || strings.HasPrefix(text, "in a style") || text == "%s" {
					continue
				}
				count++
				message := verbs.Replace(text)
				if strings.HasSuffix(message, " ") { // a name follows, and a reason
					message += "x: y"
				}
				if inVietnamese(message) == message {
					t.Errorf("%s: no words for %q", name, message)
				}
			}
		}
	}
	if count < 25 {
		t.Errorf("%d messages found: the press says more than that", count)
	}
}

func TestWordsOfThePress(t *testing.T) {
	for english, want := range map[string]string{
		`property "zoom" is not supported`:                                               "thuộc tính “zoom” chưa được hỗ trợ",
		`display: grid is not a value that is supported`:                                 "display chưa nhận giá trị grid",
		`in a style attribute: property "zoom" is not supported`:                         "trong thuộc tính style: thuộc tính “zoom” chưa được hỗ trợ",
		`@layer is not supported`:                                                        "@layer chưa được hỗ trợ",
		`the picture a.png is 900 pt tall and was scaled down to 700 pt to fit its page`: "a.png cao 900 pt, thu còn 700 pt",
		`open: a.png`: "open: a.png",
	} {
		if got := inVietnamese(english); got != want {
			t.Errorf("%q: %q, want %q", english, got, want)
		}
	}
	j := printJob{issue: &content.Page{Source: "so/2023-10/_index.md"}}
	f := j.fault(press.Finding{Page: 7, Column: 2, Code: "trapped-space", Message: "the page's last 213 pt stay empty: what follows does not fit there"})
	if want := "bản in, trang 7, cột 2: có khoảng trắng bị bỏ lại (213 pt cuối trang để trống vì phần sau không chia được)"; f.Message != want || f.Level != bulletin.Warning {
		t.Errorf("%+v", f)
	}
}
