package publish

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
)

// TestRecordingsTellNothing: a PDF that an article links, and one in the static
// folder, go out without their author; the files of the editors stay.
func TestRecordingsTellNothing(t *testing.T) {
	dir := oddSite(t)
	pdf := "%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n3 0 obj\n<</Title(Phiếu)/Author(Tên riêng)>>\nendobj\ntrailer\n<</Root 1 0 R/Info 3 0 R>>\n%%EOF\n"
	front := "---\ntitle: Giới thiệu\ntom_tat: Bài để thử.\npham_vi: cong-khai\n---\n"
	write(t, filepath.Join(dir, "content/_index.md"), front)
	write(t, filepath.Join(dir, "content/gioi-thieu/index.md"), front+"[Phiếu](phieu.pdf)\n")
	write(t, filepath.Join(dir, "content/gioi-thieu/phieu.pdf"), pdf)
	write(t, filepath.Join(dir, "static/phieu-khac.pdf"), pdf)
	to := filepath.Join(t.TempDir(), "public")
	opt := Options{Site: dir, Destination: to, Edition: bulletin.Public, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	for range 2 { // the second finds the clean file ready
		if _, err := Build(context.Background(), opt); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"gioi-thieu/phieu.pdf", "phieu-khac.pdf"} {
			got, err := os.ReadFile(filepath.Join(to, name))
			if err != nil || len(got) != len(pdf) || strings.Contains(string(got), "Tên riêng") || !strings.Contains(string(got), "(Phiếu)") {
				t.Errorf("%s: %v %q", name, err, got)
			}
		}
	}
	if got, err := os.ReadFile(filepath.Join(dir, "content/gioi-thieu/phieu.pdf")); err != nil || string(got) != pdf {
		t.Error("the editor's file is not as it was", err)
	}
}
