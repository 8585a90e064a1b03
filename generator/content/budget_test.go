package content

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
)

// TestBudget: what would keep a parser busy is refused at once, with the line.
func TestBudget(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"brackets", strings.Repeat("[", 50000) + "a" + strings.Repeat("](b)", 50000), ":2: "},
		{"emphasis", strings.Repeat("*a_ ", 50000), ":2: "},
		{"emphasis in paragraphs", strings.Repeat(strings.Repeat("*a_ ", 500)+"\n\n", 100), ": lỗi: quá nhiều dấu"},
		{"quotations", "x\n\n" + strings.Repeat(">", 5000) + " a", "lồng quá"},
		{"lists", strings.Repeat("- ", 5000) + "a", "lồng quá"},
		{"headings", strings.Repeat("## a\n\n", 100000), "tiểu mục"},
		{"underlined headings", strings.Repeat("a\n===\n\n", 100000), "tiểu mục"},
		{"notes", strings.Repeat("a[^1]\n\n", 20000), "chú thích"},
		{"size", strings.Repeat("chữ ", 1<<20), "quá 2048 kB"},
		{"backticks", strings.Repeat("`a ", 50000), "quá nhiều dấu"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			text := "---\n---\n" + tt.body
			problems := (&Page{Path: "guong/a/index.md", Role: Article}).parse([]byte(text))
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("took %v", took)
			}
			if len(problems) != 1 || problems[0].code != "qua-suc" || !strings.Contains(fmt.Sprintf(":%d: lỗi: %s", problems[0].pos.Line, problems[0].message), strings.TrimPrefix(tt.want, ":2: ")) {
				t.Errorf("problems: %.300v", problems)
			}
		})
	}
}

// TestBudgetLeavesRoom: a study document of 60 printed pages passes.
func TestBudgetLeavesRoom(t *testing.T) {
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, "## Mục %d\n\n%s[^%d] **đậm** và *nghiêng*, [liên kết](https://vi-du.example/).\n\n1. Một\n   - Hai\n     > Trích “lời”\n\n| a | b |\n|---|---|\n%s\n[^%d]: Lời chú thích.\n\n",
			i, strings.Repeat("Chi bộ thảo luận và biểu quyết. ", 25), i, strings.Repeat("| **x** | [y](z) |\n", 20), i)
	}
	if x := overBody([]byte(b.String()), 1); x != nil {
		t.Fatal(x)
	}
	t.Logf("%d kB", b.Len()>>10)
}

// TestDatesWithTime: Hugo reads every date that we read.
func TestDatesWithTime(t *testing.T) {
	for _, typed := range []string{`"2026-02-10 07:00"`, "2026-02-10 07:00:30", "2026-02-10T07:00", `'2026-02-10T07:00:00'`, "2026-02-10T07:00:00+07:00"} {
		tree, findings := load(folder("-- guong/a/index.md --\n"+article("date: "+typed)), bulletin.Internal)
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		if data := string(tree.Pages[0].bytes()); !strings.Contains(data, "\ndate: 2026-02-10T07:00:") || !strings.Contains(data, "+07:00") {
			t.Errorf("%s: %s", typed, data[:80])
		}
	}
}

// TestTagsThatLeadOut: a tag is no path.
func TestTagsThatLeadOut(t *testing.T) {
	for _, tag := range []string{"../../x", "/x", "a//b", "x/.."} {
		_, findings := load(folder("-- guong/a/index.md --\n"+article(fmt.Sprintf("tags: [%q]", tag))), bulletin.Internal)
		if len(findings) != 1 || findings[0].Code != "tu-khoa" || findings[0].Line < 2 {
			t.Errorf("%s: %v", tag, findings)
		}
	}
}
