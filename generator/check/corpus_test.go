package check

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/bulletin"
	"bantin/generator/viet"
)

// mostAlarms is how many findings per 1,000 words of good text a warning or an
// error may have; what has more must become a hint, or go.
const mostAlarms = 0.1

// readAndRight are rules whose alarms were read and are right, however many: the
// corpus was written by many hands, who mixed hòa and hoà.
var readAndRight = []string{"dau-thanh"}

// TestCorpus judges ordinary Vietnamese: the *.txt files below the folder that
// BANTIN_CORPUS names, each an article, those of one folder an issue (the command
// corpus makes them). It reports the findings per 1,000 words, rule by rule, with
// examples: eight of each, or as many as BANTIN_EXAMPLES says.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("BANTIN_CORPUS")
	if dir == "" {
		t.Skip("BANTIN_CORPUS names no folder of texts")
	}
	root, words := corpus(t, dir)
	_, findings := judge(root, bulletin.Internal)
	byCode := map[string]bulletin.Findings{}
	for _, f := range findings {
		byCode[f.Code] = append(byCode[f.Code], f)
	}
	t.Logf("%d files, %d words", len(root), words)
	for _, r := range Rules() {
		found := byCode[r.Code]
		if len(found) == 0 {
			continue
		}
		rate := float64(len(found)) / float64(words) * 1000
		t.Logf("%-16s %-9s %6d findings, %.3f per 1,000 words", r.Code, r.Level, len(found), rate)
		for i := 0; i < len(found); i += len(found)/examples(t) + 1 {
			t.Logf("    %s: %s | %s", filepath.Base(filepath.Dir(found[i].File)), found[i].Message, around(root, found[i]))
		}
		if rate > mostAlarms && r.Level != bulletin.Hint && !slices.Contains(readAndRight, r.Code) {
			t.Errorf("%s alarms too often to be a %s", r.Code, r.Level)
		}
	}
}

func corpus(t *testing.T, dir string) (fstest.MapFS, int) {
	t.Helper()
	root, words := fstest.MapFS{}, 0
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".txt" {
			return err
		}
		data, err := os.ReadFile(name)
		words += len(strings.Fields(string(data)))
		rel, _ := filepath.Rel(dir, name)
		issue := "so-" + viet.Slug(filepath.Dir(rel))
		put(root, "so/"+issue+"/_index.md", "so", []string{"pham_vi: cong-khai",
			"xuat_ban: {che_do: to-dan, ten: " + issue + ", co_quan: Đảng ủy, so: 10, ky_han: hằng tháng, chiu_trach_nhiem: Phó Bí thư, kho: a4}"}, "")
		root[fmt.Sprintf("guong/%s/index.md", viet.Slug(strings.TrimSuffix(rel, ".txt")))] = &fstest.MapFile{Data: []byte(model(string(data), "so: "+issue))}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return root, words
}

func examples(t *testing.T) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv("BANTIN_EXAMPLES"), "8"))
	if err != nil || n < 1 {
		t.Fatal("BANTIN_EXAMPLES is no number")
	}
	return n
}

// around is the text at a finding.
func around(root fstest.MapFS, f bulletin.Finding) string {
	file := root[strings.TrimPrefix(f.File, "content/")]
	if file == nil || f.Line < 1 {
		return ""
	}
	lines := strings.Split(string(file.Data), "\n")
	line := []rune(lines[min(f.Line, len(lines))-1])
	from := max(0, min(f.Col-30, len(line)))
	return string(slices.Clone(line[from:min(len(line), max(from, f.Col+30))]))
}
