package check

import (
	"os"
	"testing"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

func TestSampleHasNoFindings(t *testing.T) {
	for _, edition := range []bulletin.Edition{bulletin.Internal, bulletin.Public} {
		tree, _ := content.Load(os.DirFS("../../content"), content.Options{Edition: edition, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
		for _, f := range Run(tree, Options{Static: os.DirFS("../../static"), Files: os.DirFS("../../content")}) {
			t.Errorf("%s: %v", edition, f)
		}
	}
}
