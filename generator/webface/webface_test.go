package webface

import "testing"

// TestFaces: all faces together are small enough for a phone.
func TestFaces(t *testing.T) {
	faces, err := Faces()
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, f := range faces {
		t.Logf("%s: %d bytes, fallback %s %s", f.Name, len(f.Data), f.Fallback, f.Size)
		total += len(f.Data)
	}
	if total > 60_000 {
		t.Errorf("%d bytes in all", total)
	}
}
