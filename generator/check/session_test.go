package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/bulletin"
)

func TestHours(t *testing.T) {
	for line, want := range map[string]int{
		"bat_dau: 2023-10-20 07:30": 0, "bat_dau: 2023-10-20 19:30": 0, "bat_dau: 2023-10-20": 1, "bat_dau: 2023-10-20 02:00": 1, "bat_dau: 2023-10-20 21:30": 1,
		"bat_dau: 2023-10-20 07:30\nket_thuc: 2023-10-20 20:00": 1, "bat_dau: 2023-10-20 07:30\nket_thuc: 2023-10-21 16:30": 0,
	} {
		root := fstest.MapFS{}
		put(root, "hoc-tap/thu/index.md", "hoc-tap", strings.Split(line, "\n"), "Buổi học.\n")
		_, findings := judge(root, bulletin.Internal)
		if got := count(findings, "hoc-gio-la"); got != want || len(findings) != want {
			t.Errorf("%s: %v", line, findings)
		}
	}
}
