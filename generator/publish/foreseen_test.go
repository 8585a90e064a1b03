package publish

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bantin/generator/address"
	"bantin/generator/bulletin"
)

// TestPlanForeseesTheSite: every file of the finished sample, in both editions,
// stands where the address plan says, so that nothing can clash unforeseen.
func TestPlanForeseesTheSite(t *testing.T) {
	for _, edition := range []bulletin.Edition{bulletin.Public, bulletin.Internal} {
		to := filepath.Join(t.TempDir(), "public")
		opt := Options{Site: "../..", Destination: to, Edition: edition, Print: true, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
		if _, err := Build(context.Background(), opt); err != nil {
			t.Fatal(err)
		}
		tree, _, err := Judge(opt)
		if err != nil {
			t.Fatal(err)
		}
		plan := address.New(tree, CheckOptions(opt.Site).Static)
		count := 0
		err = fs.WalkDir(os.DirFS(to), ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				if count++; !plan.Foresees(name) {
					t.Errorf("%s: not foreseen: %s", edition, name)
				}
			}
			return err
		})
		if err != nil || count < 200 {
			t.Errorf("%s: %d files, %v", edition, count, err)
		}
	}
}
