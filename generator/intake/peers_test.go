package intake

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPeers asks pandoc and mammoth for the same points of the same files as
// TestSamples, and prints the table. Points about fields and the report are not
// asked of them. It needs pandoc (Debian) and a folder with mammoth:
//
//	npm install mammoth && BANTIN_MAMMOTH=$PWD go test -run Peers -v ./generator/intake
func TestPeers(t *testing.T) {
	folder := os.Getenv("BANTIN_MAMMOTH")
	if folder == "" {
		t.Skip("BANTIN_MAMMOTH names no folder with mammoth")
	}
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed")
	}
	dir := t.TempDir()
	var table strings.Builder
	sums, total := [3]int{}, 0
	for i, s := range samples() {
		file := filepath.Join(dir, fmt.Sprintf("%02d.docx", i))
		if err := os.WriteFile(file, s.data, 0o644); err != nil {
			t.Fatal(err)
		}
		a := makeArticle(t, "bai.docx", s.data)
		mine, err := ours(a)
		if err != nil {
			t.Fatal(err)
		}
		all := []*outcome{mine, converted(t, "pandoc", "-f", "docx", "-t", "html", "--wrap=none", file), converted(t, filepath.Join(folder, "node_modules/.bin/mammoth"), file)}
		asked, got, missed := 0, [3]int{}, [3][]string{}
		for _, p := range s.points {
			if _, own := mine.holds(p); own {
				continue
			}
			asked++
			for k, o := range all {
				if ok, _ := o.holds(p); ok {
					got[k]++
				} else {
					missed[k] = append(missed[k], p)
				}
			}
		}
		total += asked
		fmt.Fprintf(&table, "%-34s %2d  %2d %2d %2d", s.name, asked, got[0], got[1], got[2])
		for k, name := range []string{"", "pandoc", "mammoth"} {
			sums[k] += got[k]
			if k > 0 && len(missed[k]) > 0 {
				fmt.Fprintf(&table, "  %s: %s", name, strings.Join(missed[k], "; "))
			}
		}
		table.WriteString("\n")
	}
	t.Logf("points asked, of them ours, pandoc, mammoth\n%s%-34s %d  %d %d %d", table.String(), "all", total, sums[0], sums[1], sums[2])
	if sums[0] < sums[1] || sums[0] < sums[2] {
		t.Error("a peer did better")
	}
}

func converted(t *testing.T, program string, args ...string) *outcome {
	t.Helper()
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		t.Logf("%s: %v", program, err)
	}
	o, err := newOutcome(string(out))
	if err != nil {
		t.Fatal(err)
	}
	return o
}
