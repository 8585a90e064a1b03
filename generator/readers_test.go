package main

import (
	"bytes"
	"fmt"
	"image"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bantin/generator/internal/testtool"
)

// readers draw every page of a PDF, as a screen or a printer would. What they
// say while they do is a complaint: they mend silently what they can, and say a
// word where they had to leave something out.
var readers = map[string][]string{
	"pdftoppm": {"-r", "36", "-gray", "FILE"},
	"mutool":   {"draw", "-q", "-r", "36", "-F", "pgm", "-o", "/dev/null", "FILE"},
	"gs":       {"-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pgmraw", "-r36", "-sOutputFile=/dev/null", "FILE"},
}

// complaint is what a reader says of a file, "" when it is content.
func complaint(t *testing.T, program, file string) string {
	t.Helper()
	var args []string
	for _, a := range readers[program] {
		args = append(args, strings.Replace(a, "FILE", file, 1))
	}
	cmd := exec.Command(testtool.Need(t, program), args...)
	var said bytes.Buffer
	cmd.Stderr = &said
	if program == "gs" { // it speaks on both
		cmd.Stdout = &said
	}
	if err := cmd.Run(); err != nil {
		return err.Error() + "\n" + said.String()
	}
	// What MuPDF says of itself where it is built without colour management.
	text := strings.ReplaceAll(said.String(), "warning: ICC support is not available\n", "")
	return strings.TrimSpace(text)
}

// kindsOfPDF makes one of every kind: its name, and the file.
func kindsOfPDF(t *testing.T) map[string]string {
	t.Helper()
	public := builtSample(t)
	files := map[string]string{
		"issue":  filepath.Join(public, "so/2023-10/ban-tin-2023-10.pdf"),
		"boards": filepath.Join(public, "so/2023-10/to-bang-tin-2023-10.pdf"),
	}
	t.Chdir(filepath.Dir(public))
	for name, args := range map[string][]string{
		"marked issue":   {"--dau-cat", "2023-10"},
		"booklet":        {"--dong-sach", "a3", "2023-10"},
		"tiled boards":   {"--khuon", "bang-tin", "--kho", "a2", "--ghep", "a4", "2023-10"},
		"heads":          {"--khuon", "dau-muc", "2023-10"},
		"banner":         {"--khuon", "bieu-ngu", "Kỷ luật, kỷ cương|Đổi mới, sáng tạo"},
		"strip in tiles": {"--khuon", "dai", "--kho", "600x297", "--ghep", "a4", "Thử"},
		"award entry":    {"--khuon", "ho-so", "nguoi-giu-chia-khoa"},
	} {
		files[name] = filepath.Join(t.TempDir(), strings.ReplaceAll(name, " ", "-")+".pdf")
		var said bytes.Buffer
		if status := Main(append([]string{"print", "--ra", files[name]}, args...), io.Discard, &said); status != exitGood {
			t.Fatalf("%s: status %d\n%s", name, status, said.String())
		}
	}
	return files
}

// TestReadersDrawEveryPDF has three readers that share no code draw every kind
// of PDF. Text that can be extracted need not be seen: the words under the tiles
// could once be read by pdftotext, and were drawn by nobody.
func TestReadersDrawEveryPDF(t *testing.T) {
	for program := range readers {
		testtool.Need(t, program)
	}
	files := kindsOfPDF(t)
	for name, file := range files {
		for program := range readers {
			if said := complaint(t, program, file); said != "" {
				t.Errorf("%s of the %s:\n%s", program, name, said)
			}
		}
	}
	for _, tiles := range []string{"strip in tiles", "tiled boards"} {
		drawn(t, tiles, files[tiles])
	}
}

// drawn: the words that name the first tile's place are ink on its page.
func drawn(t *testing.T, name, file string) {
	t.Helper()
	const dpi = 144 // two points of the raster are one pt
	page := raster(t, file, dpi)
	// The line of 7 pt stands 18.4 pt above the paper's edge.
	foot := image.Rect(0, page.Rect.Max.Y-2*26, page.Rect.Max.X/3, page.Rect.Max.Y-2*17)
	dark, columns := 0, map[int]bool{}
	for y := foot.Min.Y; y < foot.Max.Y; y++ {
		for x := foot.Min.X; x < foot.Max.X; x++ {
			if page.GrayAt(x, y).Y < 128 {
				dark++
				columns[x] = true
			}
		}
	}
	if dark < 500 || len(columns) < 100 {
		t.Errorf("%s: %d dark points in %d columns where the place of the tile should be", name, dark, len(columns))
	}
}

// raster is the first page of a PDF as poppler draws it.
func raster(t *testing.T, file string, dpi int) *image.Gray {
	t.Helper()
	pgm := testtool.Run(t, "pdftoppm", "-gray", "-r", fmt.Sprint(dpi), "-f", "1", "-l", "1", file)
	var w, h, most int
	if _, err := fmt.Sscanf(pgm, "P5\n%d %d\n%d\n", &w, &h, &most); err != nil || most != 255 {
		t.Fatal("not a picture of gray bytes:", err)
	}
	return &image.Gray{Pix: []byte(pgm[len(pgm)-w*h:]), Stride: w, Rect: image.Rect(0, 0, w, h)}
}
