package bulletin

import "testing"

func TestLicensedLimits(t *testing.T) {
	for _, c := range []struct {
		y, m   int
		pages  int
		change bool
	}{{2015, 1, 64, false}, {2023, 10, 64, false}, {2026, 6, 64, false}, {2026, 7, 64, true}, {2030, 1, 64, true}} {
		limits, newer := LicensedLimits(day(c.y, 0, 1).AddDate(0, c.m, 0))
		if limits.Pages != c.pages || (newer != "") != c.change {
			t.Errorf("%d/%d: %d pages, newer %q", c.m, c.y, limits.Pages, newer)
		}
	}
}

func TestPaperSizes(t *testing.T) {
	for _, name := range Paper("").Values() {
		if w, h := Paper(name).Size(); w == 0 || h <= w {
			t.Errorf("%s: %g × %g mm", name, w, h)
		}
	}
}
