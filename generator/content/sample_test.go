package content

import (
	"testing"
	"time"

	"bantin/generator/bulletin"
)

// The project's own content reads without a finding, in both editions.
func TestSample(t *testing.T) {
	for _, e := range []bulletin.Edition{bulletin.Internal, bulletin.Public} {
		tree, findings, err := LoadDir("../../content", Options{Edition: e, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, zone)})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			t.Errorf("%s: %v", e, f)
		}
		if len(tree.In(Article)) == 0 {
			t.Errorf("%s: no articles", e)
		}
	}
}
