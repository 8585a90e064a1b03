package css

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the tables of the README anew")

// TestReadmeTables checks that the README states what the code supports.
func TestReadmeTables(t *testing.T) {
	const name = "../README.md"
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	for mark, want := range map[string]string{
		"properties": SupportTable(),
		"aliases":    strings.Join(Aliases(), ", ") + ".\n",
		"defaults":   strings.Join(Defaults(), ", ") + ".\n",
		"ignored":    strings.Join(Ignored(), ", ") + ".\n",
	} {
		begin, end := "<!-- "+mark+" -->\n", "<!-- end "+mark+" -->"
		head, rest, ok := strings.Cut(text, begin)
		got, tail, ok2 := strings.Cut(rest, end)
		if !ok || !ok2 {
			t.Fatalf("the README has no marks for %s", mark)
		}
		if got != want && !*update {
			t.Errorf("the README's %s differ from the code; run go test ./generator/press/css -update", mark)
		}
		text = head + begin + want + end + tail
	}
	if *update {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
