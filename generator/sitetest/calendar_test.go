package sitetest

import (
	"path"
	"slices"
	"strings"
	"testing"

	"bantin/generator/bulletin"

	ics "github.com/arran4/golang-ical"
)

func calendar(t *testing.T, data string) *ics.Calendar {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSuffix(data, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.Contains(line, "\n") {
			t.Errorf("line of %d bytes, or without CR: %q (RFC 5545, 3.1)", len(line), line)
		}
	}
	c, err := ics.ParseCalendar(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestCalendar reads the sessions back with another program's parser.
func TestCalendar(t *testing.T) {
	ids := map[string]string{}
	for _, edition := range []bulletin.Edition{bulletin.Public, bulletin.Internal} {
		s := sample(t, edition)
		all := calendar(t, s.read(t, "hoc-tap/lich-hoc.ics")).Events()
		single := 0
		for _, name := range s.files(t, ".ics") {
			if path.Dir(name) != "hoc-tap" {
				single += len(calendar(t, s.read(t, name)).Events())
			}
		}
		if len(all) == 0 || single != len(all) {
			t.Errorf("%s: %d sessions in one calendar, %d in their own", edition, len(all), single)
		}
		for _, e := range all {
			title := e.GetProperty(ics.ComponentPropertySummary).Value
			start, err := e.GetStartAt()
			if _, offset := start.Zone(); err != nil || offset != 7*3600 {
				t.Errorf("%s: %v, %v", title, start, err)
			}
			if end, err := e.GetEndAt(); err == nil && !end.After(start) {
				t.Errorf("%s ends before it starts", title)
			}
			if place := e.GetProperty(ics.ComponentPropertyLocation) != nil; place != (edition == bulletin.Internal) {
				t.Errorf("%s: %s: place shown: %v", edition, title, place)
			}
			// The two editions stand on different addresses here.
			if was, ok := ids[title]; ok && was != e.Id() {
				t.Errorf("%s: UID %s, then %s", title, was, e.Id())
			}
			ids[title] = e.Id()
		}
	}
	if again := len(slices.Compact(slices.Sorted(func(yield func(string) bool) {
		for _, id := range ids {
			if !yield(id) {
				return
			}
		}
	}))); again != len(ids) {
		t.Errorf("%d UIDs for %d sessions", again, len(ids))
	}
}
