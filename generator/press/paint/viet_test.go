package paint

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"bantin/generator/internal/testtool"
	"bantin/generator/press/display"
)

// letters are the 134 accented letters of Vietnamese, in lines.
var letters = []string{
	"á à ả ã ạ ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ đ",
	"é è ẻ ẽ ẹ ê ế ề ể ễ ệ í ì ỉ ĩ ị",
	"ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ",
	"ú ù ủ ũ ụ ư ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ",
}

type style struct {
	family string
	weight int
	italic bool
}

var styles = []style{
	{"STIX Two Text", 400, false}, {"STIX Two Text", 400, true}, {"STIX Two Text", 700, false},
	{"Liberation Sans", 400, false}, {"Liberation Sans", 700, false},
}

// sheet sets all letters in all styles, and some words.
func sheet(t testing.TB) (*display.Document, string) {
	root := &display.Elem{Type: "Document"}
	page := &display.Page{Number: 1, Label: "1", Width: 595.28, Height: 841.89}
	doc := &display.Document{Pages: []*display.Page{page}, Root: root, Lang: "vi", Title: "Các chữ cái"}
	var want strings.Builder
	y := 30.0
	for _, st := range styles {
		f := find(t, st.family, st.weight, st.italic)
		for _, l := range append(slices.Clone(letters), "AVATAR Từ điển Tiếng Việt, số 21-KL/TW; “Ý” Vỹ – 12.000 đồng") {
			for _, l := range []string{l, strings.ToUpper(l)} {
				y += 15
				page.Items = append(page.Items, line(f, 12, 40, y, l, root.Add("P")))
				want.WriteString(l + "\n")
			}
		}
		y += 8
	}
	return doc, want.String()
}

func TestVietnameseExtractsExactly(t *testing.T) {
	n := 0
	for _, l := range letters {
		n += 2 * len(strings.Fields(l))
	}
	if n != 134 {
		t.Fatalf("%d letters", n)
	}
	doc, want := sheet(t)
	path := save(t, doc)
	got := strings.TrimRight(testtool.Run(t, "pdftotext", "-raw", path, "-"), "\f\n") + "\n"
	if got != want {
		t.Errorf("extracted\n%s\nwant\n%s", got, want)
	}
	testtool.Run(t, "qpdf", "--check", path)
	fonts := testtool.Run(t, "pdffonts", path)
	if n := len(regexp.MustCompile(`(?m)[A-Z]{6}\+\S+ +CID.* yes yes yes `).FindAllString(fonts, -1)); n != len(styles) {
		t.Errorf("%d embedded subsets with Unicode, want %d:\n%s", n, len(styles), fonts)
	}
}
