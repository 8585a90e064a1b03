package worddoc

import (
	"os"
	"testing"
)

// TestWrite writes the sample article where BANTIN_WORD says, to look at it.
func TestWrite(t *testing.T) {
	name := os.Getenv("BANTIN_WORD")
	if name == "" {
		t.Skip("BANTIN_WORD names no file")
	}
	if err := os.WriteFile(name, Whole(), 0o644); err != nil {
		t.Fatal(err)
	}
}
