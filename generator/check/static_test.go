package check

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// TestStaticFiles: what runs may lie in the static folder only by name.
func TestStaticFiles(t *testing.T) {
	static := fstest.MapFS{
		"favicon.svg":      {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>`)},
		"hong.svg":         {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"><g`)},
		"trang.HTML":       {Data: []byte("<script>")},
		"js/do.js":         {Data: []byte("1")},
		"js/them.js":       {Data: []byte("1")},
		"google123.html":   {Data: []byte("x")},
		"BingSiteAuth.xml": {Data: []byte("x")},
		"anh.png":          {Data: []byte("x")},
		"CNAME":            {Data: []byte("x")},
		"ong":              {Mode: fs.ModeNamedPipe},
	}
	tree, _ := content.Load(fstest.MapFS{"_index.md": {Data: []byte("---\ntitle: Bản tin\npham_vi: cong-khai\n---\n")}}, content.Options{Edition: bulletin.Public})
	told := func(runs ...string) (files []string) {
		for _, f := range Run(tree, Options{Static: static, StaticRuns: runs}) {
			if f.Level == bulletin.Error {
				files = append(files, f.File+" "+f.Code)
			}
		}
		slices.Sort(files)
		return files
	}
	want := []string{"static/BingSiteAuth.xml tep-tinh", "static/google123.html tep-tinh", "static/hong.svg tep-tinh", "static/js/do.js tep-tinh", "static/js/them.js tep-tinh", "static/ong tep-khong-thuong", "static/trang.HTML tep-tinh"}
	if got := told(); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	want = []string{"static/BingSiteAuth.xml tep-tinh", "static/hong.svg tep-tinh", "static/ong tep-khong-thuong", "static/trang.HTML tep-tinh"}
	if got := told("js/*.js", "static/google123.html"); !slices.Equal(got, want) {
		t.Errorf("allowed: got  %q\nwant %q", got, want)
	}
}
