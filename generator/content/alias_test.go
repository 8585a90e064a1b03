package content

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestInsertAlias(t *testing.T) {
	for front, want := range map[string]string{
		"title: Bài\n":                         "title: Bài\naliases: [/cu/]\n",
		"title: Bài\r\n":                       "title: Bài\r\naliases: [/cu/]\r\n",
		"aliases: [/a/, /b/]\ntitle: Bài\n":    "aliases: [/cu/, /a/, /b/]\ntitle: Bài\n",
		"aliases:\n  - /a/\n  - /b/\ntitle: B": "aliases:\n  - /cu/\n  - /a/\n  - /b/\ntitle: B",
		"aliases: []\ntitle: Bài\n":            "",
		"aliases:\ntitle: Bài\n":               "",
	} {
		if !strings.HasSuffix(front, "\n") {
			front, want = front+"\n", want+"\n"
		}
		raw := "---\n" + front + "---\nBài.\n"
		tree, _ := Load(fstest.MapFS{"guong/x/index.md": {Data: []byte(raw)}}, Options{})
		p := tree.ByPath("guong/x/index.md")
		at, text, ok := p.InsertAlias("/cu/")
		if ok != (want != "") {
			t.Errorf("%q: %v", front, ok)
		}
		if got := raw[:at] + text + raw[at:]; ok && got != "---\n"+want+"---\nBài.\n" {
			t.Errorf("%q: %q", front, got)
		}
	}
}
