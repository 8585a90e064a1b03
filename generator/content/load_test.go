package content

import (
	"os"
	"testing"
	"time"

	"bantin/generator/bulletin"
)

func TestSampleLoadsWithoutFindings(t *testing.T) {
	for _, edition := range []bulletin.Edition{bulletin.Internal, bulletin.Public} {
		tree, findings := Load(os.DirFS("../../content"), Options{Edition: edition, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
		for _, f := range findings {
			t.Errorf("%s: %v", edition, f)
		}
		if len(tree.In(Article)) == 0 || len(tree.In(Issue)) == 0 || len(tree.In(Document)) == 0 {
			t.Errorf("%s: nothing loaded", edition)
		}
	}
}
