package main

import (
	"bytes"
	"fmt"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bantin/generator/board"
	"bantin/generator/internal/testtool"
	"bantin/generator/press"
	"bantin/generator/press/display"
)

// builtSample builds the sample bulletin in a folder of the test.
func builtSample(t *testing.T, args ...string) (dir string) {
	t.Helper()
	dir = site(t)
	var complaint bytes.Buffer
	if status := Main(append(append([]string{"build"}, args...), dir), io.Discard, &complaint); status != exitGood {
		t.Fatalf("status %d\n%s", status, complaint.String())
	}
	return filepath.Join(dir, "public")
}

// addresses are the targets of all code pictures of a built site.
func addresses(t *testing.T, public string) (all []string) {
	t.Helper()
	files, err := fs.Glob(os.DirFS(public), "qr/*.png")
	if err != nil || len(files) == 0 {
		t.Fatal("no codes", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(public, name))
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		text := testtool.ReadCode(img)
		if text == "" {
			t.Errorf("%s cannot be read", name)
		}
		all = append(all, text)
	}
	slices.Sort(all)
	return all
}

const (
	internalArticle = "/hoc-tap/hoi-nghi-bao-cao-vien-thang-9/"
	publicArticle   = "/guong/tu-sach-xe-day/"
)

// TestCodesLeadToTheRightEdition reads the codes with a reader that is not
// ours. An internal article never leads to the public site.
func TestCodesLeadToTheRightEdition(t *testing.T) {
	for _, tt := range []struct {
		name       string
		args       []string
		public     string // where the public article's code leads
		internal   string // where the internal one's does; "" for no code
		printedFor bool   // the internal article names its printed page
	}{
		{"internal without address", nil, "https://ban-tin.example" + publicArticle, "", true},
		{"internal with address", []string{"--base-url", "https://noibo.example/ban-tin/"}, "https://noibo.example/ban-tin" + publicArticle, "https://noibo.example/ban-tin" + internalArticle, false},
		{"public", []string{"--edition", "cong-khai"}, "https://ban-tin.example" + publicArticle, "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			public := builtSample(t, append(tt.args, "--no-print")...)
			found := addresses(t, public)
			if !slices.Contains(found, tt.public) {
				t.Errorf("no code leads to %s: %q", tt.public, found)
			}
			for _, a := range found {
				if strings.HasSuffix(a, internalArticle) && a != tt.internal {
					t.Errorf("the internal article's code leads to %q, want %q", a, tt.internal)
				}
			}
			if tt.internal != "" && !slices.Contains(found, tt.internal) {
				t.Errorf("no code leads to %s: %q", tt.internal, found)
			}
			text := sheetText(openSheets(t, public, "so/2023-10/bang-tin.html"))
			if got := regexp.MustCompile(`đọc tiếp\s+ở trang \d+, số 10`).MatchString(text); got != tt.printedFor {
				t.Errorf("printed page named: %t, want %t", got, tt.printedFor)
			}
		})
	}
}

func openSheets(t *testing.T, public, name string) *board.Set {
	t.Helper()
	base := "/"
	if data, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(name))); err == nil && bytes.Contains(data, []byte(`"/ban-tin/css/`)) {
		base = "/ban-tin/"
	}
	set, err := board.Open(os.DirFS(public), name, board.Options{
		Printed: map[string]string{"bai-hoi-nghi-bao-cao-vien-thang-9": "11"},
		Press:   press.Options{BasePath: base},
	})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func sheetText(set *board.Set) string {
	var b strings.Builder
	for _, p := range set.Pages.Pages {
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok {
				b.WriteString(text.Text)
			}
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// TestBoardGeometry asserts what can be read from two metres in the finished
// pages, not in the style sheet.
func TestBoardGeometry(t *testing.T) {
	public := builtSample(t)
	const mm = 72 / 25.4
	for _, key := range []string{"2023-09", "2023-10"} {
		linkedSheets(t, public, key)
		set := openSheets(t, public, "so/"+key+"/bang-tin.html")
		if set.Metres != 2 {
			t.Errorf("%s: sheets for %g m", key, set.Metres)
		}
		for _, s := range board.TooSmall(set.Pages, board.Readable(2)) {
			t.Errorf("%s, sheet %d: %s %q has capitals of %.1f mm, want %.1f", key, s.Page, s.Type, s.Text, s.Cap/mm, s.Need/mm)
		}
		for i, s := range set.Sheets {
			if s.Pages != 1 || len(s.Files) > 3 {
				t.Errorf("%s, sheet %d: %d pages, %d articles", key, i+1, s.Pages, len(s.Files))
			}
		}
		for i, p := range set.Pages.Pages {
			if int(p.Width/mm+0.5) != 297 || int(p.Height/mm+0.5) != 420 {
				t.Errorf("%s: page %d is %g x %g mm", key, i+1, p.Width/mm, p.Height/mm)
			}
			checkSheet(t, fmt.Sprintf("%s, sheet %d", key, i+1), p)
		}
		text := sheetText(set)
		for i := range set.Pages.Pages {
			if foot := fmt.Sprintf("Tờ %d/%d", i+1, len(set.Pages.Pages)); !strings.Contains(text, foot) {
				t.Errorf("%s: no %q", key, foot)
			}
		}
	}
}

// linkedSheets wants the page to lead to its sheets.
func linkedSheets(t *testing.T, public, key string) {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(public, "so", key, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	pdf := "/so/" + key + "/to-bang-tin-" + key + ".pdf"
	if !bytes.Contains(page, []byte(`<a class="nut nut-phu" href="`+pdf+`" type="application/pdf">Tờ dán bảng tin (PDF, khổ A3)</a>`)) {
		t.Errorf("the page of %s has no link to %s", key, pdf)
	}
	data, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(pdf)))
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("%s is no PDF: %v", pdf, err)
	}
}

// checkSheet wants everything on the paper and codes of at least 25 mm: the
// picture's own quiet zone, four modules a side, is not counted.
func checkSheet(t *testing.T, name string, p *display.Page) {
	t.Helper()
	const mm = 72 / 25.4
	for _, it := range p.Items {
		switch it := it.(type) {
		case *display.Text:
			if it.X < 9*mm || it.Y > p.Height-5*mm || it.Y < 0 {
				t.Errorf("%s: %q at %.0f, %.0f mm is off the page area", name, it.Text, it.X/mm, it.Y/mm)
			}
		case *display.Image:
			if it.Elem == nil || !strings.HasPrefix(it.Elem.Alt, "Mã QR") {
				continue
			}
			natural, _ := it.Picture.Size()
			modules := natural / 0.75 / 8 // the picture has 8 px a module
			if side := it.W * (modules - 8) / modules; side < 25*mm {
				t.Errorf("%s: code of %.1f mm", name, side/mm)
			}
		}
	}
}

// TestCodeOnPaper reads the code from the printed sheet as a phone would.
func TestCodeOnPaper(t *testing.T) {
	testtool.Need(t, "pdftoppm")
	dir := site(t)
	out := filepath.Join(dir, "to.pdf")
	t.Chdir(dir)
	var complaint bytes.Buffer
	if status := Main([]string{"print", "--khuon", "bang-tin", "--ra", out, "content" + publicArticle}, io.Discard, &complaint); status != exitGood {
		t.Fatalf("status %d\n%s", status, complaint.String())
	}
	for _, grey := range []string{"", "-gray"} {
		args := []string{"-png", "-r", "110", "-singlefile", out, filepath.Join(dir, "anh"+grey)}
		if grey != "" {
			args = append([]string{grey}, args...)
		}
		testtool.Run(t, "pdftoppm", args...)
		data, err := os.ReadFile(filepath.Join(dir, "anh"+grey+".png"))
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := testtool.ReadCode(img), "https://ban-tin.example"+publicArticle; got != want {
			t.Errorf("the sheet%s reads %q, want %q", grey, got, want)
		}
	}
}
