package publish

import (
	"fmt"
	"path"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// inside leaves out of a public build's report what lies in internal pages: the
// log is read by others, and the name of a folder tells what it is about. That
// there is something is told, at the level that it has.
func inside(tree *content.Tree, findings bulletin.Findings) bulletin.Findings {
	if tree.Options.Edition == bulletin.Internal {
		return findings
	}
	hidden := map[string]bool{}
	for _, p := range tree.Pages {
		if p.Out == content.IsInternal {
			hidden[path.Dir(p.File())] = true
		}
	}
	var shown bulletin.Findings
	count, level := 0, bulletin.Hint
	for _, f := range findings {
		if !hidden[path.Dir(f.File)] {
			shown = append(shown, f)
			continue
		}
		count, level = count+1, max(level, f.Level)
	}
	if count > 0 {
		shown = append(shown, bulletin.Finding{Level: level, Code: "tep-noi-bo",
			Message: fmt.Sprintf("có %d điều phải xem trong các tệp nội bộ, không nêu tên ở bản công khai", count), Fix: "chạy check, không kèm --edition, để xem từng chỗ"})
	}
	return shown
}
