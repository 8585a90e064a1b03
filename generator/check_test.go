package main

import (
	"testing"

	"bantin/generator/bulletin"
)

// TestChosenFindings: who asks about one file is told of its clashes with
// others too, though each is reported at one of the two.
func TestChosenFindings(t *testing.T) {
	all := bulletin.Findings{
		{File: "content/guong/a/index.md", Code: "lap-tu"},
		{File: "content/guong/b/index.md", Code: "thu-tu", Message: "cùng thứ tự 1 trong số 2023-10 với content/guong/a/index.md"},
		{File: "content/guong/b/index.md", Code: "thu-tu", Message: "cùng thứ tự 2 trong số 2023-10 với content/guong/a/index.md.cu"},
		{File: "content/guong/b/index.md", Code: "lien-ket-noi-bo", Message: "bài công khai liên kết đến trang nội bộ content/guong/a/index.md"},
	}
	job := checkJob{files: []string{"content/guong/a/index.md"}}
	if got := job.chosen(all); len(got) != 2 || got[0].Code != "lap-tu" || got[1].Code != "thu-tu" {
		t.Errorf("%v", got)
	}
}
