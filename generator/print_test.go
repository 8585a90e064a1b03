package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"bantin/generator/internal/testtool"
)

// site copies the bulletin of this repository to a folder that may be written.
func site(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"hugo.toml", "layouts", "static", "content"} {
		if err := copyTree(filepath.Join("..", name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestPrintedSample opens the sample's PDFs with readers that are not ours.
func TestPrintedSample(t *testing.T) {
	for _, program := range []string{"qpdf", "pdfinfo", "pdffonts", "pdftotext"} {
		testtool.Need(t, program)
	}
	dir := site(t)
	var complaint bytes.Buffer
	if status := Main([]string{"build", dir}, io.Discard, &complaint); status != exitGood {
		t.Fatalf("status %d\n%s", status, complaint.String())
	}
	for issue, headlines := range issues(t, dir) {
		pdf := filepath.Join(dir, "public", "so", issue, "ban-tin-"+issue+".pdf")
		testtool.Run(t, "qpdf", "--check", pdf)
		info := testtool.Run(t, "pdfinfo", pdf)
		for _, want := range []string{`Tagged: +yes`, `Page size: +595\.2\d* x 841\.8\d* pts \(A4\)`, `Title: +\S`, `Encrypted: +no`} {
			if !regexp.MustCompile(want).MatchString(info) {
				t.Errorf("%s: pdfinfo has no %q:\n%s", issue, want, info)
			}
		}
		fonts := strings.Split(strings.TrimSpace(testtool.Run(t, "pdffonts", pdf)), "\n")[2:]
		for _, f := range fonts {
			if !regexp.MustCompile(`^[A-Z]{6}\+(STIXTwoText|NotoSans|LiberationSans|LiberationSerif)\S* .* yes yes yes `).MatchString(f) {
				t.Errorf("%s: not an embedded subset with a text map: %s", issue, f)
			}
		}
		checkText(t, issue, testtool.Run(t, "pdftotext", pdf, "-"), headlines)
	}
}

// issues maps each issue's key to its articles' headlines.
func issues(t *testing.T, dir string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	files, err := filepath.Glob(filepath.Join(dir, "content", "*", "*", "index.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		issue := regexp.MustCompile(`(?m)^so: "?([\w-]+)"?$`).FindSubmatch(data)
		title := regexp.MustCompile(`(?m)^title: "?(.+?)"?$`).FindSubmatch(data)
		if issue != nil && title != nil && bytes.Contains(data, []byte("trang_thai: da-duyet")) {
			found[string(issue[1])] = append(found[string(issue[1])], string(title[1]))
		}
	}
	if len(found) < 2 {
		t.Fatalf("issues: %q", found)
	}
	return found
}

// checkText: the text comes back composed, and every article is in the
// contents and at its own place.
func checkText(t *testing.T, issue, text string, headlines []string) {
	t.Helper()
	if !norm.NFC.IsNormalString(text) {
		t.Errorf("%s: the text is not NFC", issue)
	}
	flat := strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, h := range headlines {
		if n := strings.Count(flat, strings.ToLower(h)); n < 2 {
			t.Errorf("%s: headline %q occurs %d times", issue, h, n)
		}
	}
}
