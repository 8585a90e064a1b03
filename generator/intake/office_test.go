package intake

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// officeLoses are the points of samples that LibreOffice itself loses or
// changes when it writes the file anew.
var officeLoses = map[string]string{
	"form fields/not: Bấm để nhập":         "it writes the prompt as text",
	"running head/left: Bản nháp lần 3":    "it drops a head that no section names",
	"embedded object/left: Excel.Sheet.12": "it drops an object without a picture",
}

// TestLibreOffice has LibreOffice write every sample anew and asks the same
// points: its files say the same in other words. BANTIN_SOFFICE names the
// program (Debian: libreoffice-writer-nogui).
func TestLibreOffice(t *testing.T) {
	soffice := os.Getenv("BANTIN_SOFFICE")
	if soffice == "" {
		t.Skip("BANTIN_SOFFICE names no LibreOffice")
	}
	in, out := t.TempDir(), t.TempDir()
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", out}
	for i, s := range samples() {
		file := filepath.Join(in, fmt.Sprintf("%02d.docx", i))
		if err := os.WriteFile(file, s.data, 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if said, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	for i, s := range samples() {
		t.Run(s.name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(out, fmt.Sprintf("%02d.docx", i)))
			if err != nil {
				t.Fatal(err)
			}
			a := makeArticle(t, "bai.docx", data)
			o, err := ours(a)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range s.points {
				if ok, _ := o.holds(p); !ok && officeLoses[s.name+"/"+p] == "" {
					_, body, _ := strings.Cut(string(a.File.Data), "\n---\n\n")
					t.Errorf("%s\nof\n%s\nleft %q", p, body, o.left)
				}
			}
			onlyToDo(t, a)
		})
	}
}
