package preview

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func lines(s string) []byte { return []byte(strings.Join(strings.Split(s, ""), "\n") + "\n") }

func TestMerge(t *testing.T) {
	for _, tt := range []struct {
		base, next, target, want string
		ok                       bool
	}{
		{"abc", "aXc", "abc", "aXc", true},
		{"abc", "aXc", "1abc2", "1aXc2", true},
		{"abcdef", "aXcdYf", "abc9def", "aXc9dYf", true},
		{"abc", "ac", "0abc", "0ac", true},
		{"abc", "abXc", "0abc", "0abXc", true},
		{"abc", "abc", "xyz", "xyz", true},
		{"abc", "aXc", "a9c", "", false},
		{"abc", "aXc", "ab9c", "", false},
		{"abc", "abXc", "ab9c", "", false},
	} {
		got, ok := merge(lines(tt.base), lines(tt.next), lines(tt.target))
		if ok != tt.ok || ok && string(got) != string(lines(tt.want)) {
			t.Errorf("merge(%s, %s, %s) = %q, %t", tt.base, tt.next, tt.target, strings.ReplaceAll(string(got), "\n", ""), ok)
		}
	}
}

// TestMergeKeepsOrFails: where a merge succeeds, going back gives the target
// again.
func TestMergeKeepsOrFails(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func(from string, edits int) string {
		for range edits {
			at := r.IntN(len(from))
			from = from[:at] + string(rune('a'+r.IntN(26))) + from[at+r.IntN(2):]
		}
		return from
	}
	good := 0
	for range 2000 {
		base := text("abcdefghijklmnopqrstuvwxyz", 3)
		next, target := text(base, r.IntN(3)), text(base, r.IntN(3))
		merged, ok := merge(lines(base), lines(next), lines(target))
		if !ok {
			continue
		}
		good++
		if back, ok := merge(lines(next), lines(base), merged); ok && string(back) != string(lines(target)) {
			t.Fatalf("base %s next %s target %s: merged %q, back %q", base, next, target, merged, back)
		}
	}
	if good < 500 {
		t.Error("hardly a merge succeeded:", good)
	}
}
