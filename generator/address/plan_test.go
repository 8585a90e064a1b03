package address

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

func page(lines ...string) *fstest.MapFile {
	front := "title: Bài\npham_vi: cong-khai\n"
	if !strings.Contains(strings.Join(lines, "\n"), "xuat_ban") {
		front += "trang_thai: da-duyet\n"
	}
	return &fstest.MapFile{Data: []byte("---\n" + front + strings.Join(lines, "\n") + "\n---\n")}
}

// TestClashes: whatever two things want one place, both are named, with the
// line that wants it.
func TestClashes(t *testing.T) {
	for name, tt := range map[string]struct {
		root   fstest.MapFS
		static fstest.MapFS
		want   string // "file:line at | file:line with" of each clash
	}{
		"nothing": {root: fstest.MapFS{"guong/a/index.md": page("aliases: [/guong/cu/, cu-2, /cu.html]", "tags: [đổi mới]"), "guong/b/index.md": page("tags: [đổi mới]")}},
		"slug over a folder": {
			root: fstest.MapFS{"guong/x/index.md": page("slug: tu-sach"), "guong/tu-sach/index.md": page()},
			want: "content/guong/x/index.md:5 | content/guong/tu-sach/index.md:1",
		},
		"two slugs": {
			root: fstest.MapFS{"guong/x/index.md": page("slug: a"), "guong/y/index.md": page("slug: a")},
			want: "content/guong/y/index.md:5 | content/guong/x/index.md:5",
		},
		"alias over a page, in other case": {
			root: fstest.MapFS{"guong/x/index.md": page("aliases: [/Guong/TU-sach]"), "guong/tu-sach/index.md": page()},
			want: "content/guong/x/index.md:5 | content/guong/tu-sach/index.md:1",
		},
		"alias over itself": {
			root: fstest.MapFS{"guong/x/index.md": page("aliases: [/guong/x/]")},
			want: "content/guong/x/index.md:5 | content/guong/x/index.md:1",
		},
		"two aliases, composed and not": {
			root: fstest.MapFS{"guong/x/index.md": page("aliases: [\"/cũ/\"]"), "guong/y/index.md": page("aliases: [\"/cu\u0303/\"]")},
			want: "content/guong/y/index.md:5 | content/guong/x/index.md:5",
		},
		"alias over a tag": {
			root: fstest.MapFS{"guong/x/index.md": page("tags: [đổi mới]"), "guong/y/index.md": page("aliases: [/tags/doi-moi/]")},
			want: "content/guong/y/index.md:5 | content/guong/x/index.md:5",
		},
		"alias over a unit's page": {
			root: fstest.MapFS{"guong/x/index.md": page("don_vi: Chi bộ 1"), "guong/y/index.md": page("aliases: [/don-vi/chi-bo-1/]")},
			want: "content/guong/y/index.md:5 | content/guong/x/index.md:5",
		},
		"alias over a further page of a list": {
			root: fstest.MapFS{"guong/x/index.md": page("aliases: [/guong/trang/2/]")},
			want: "content/guong/x/index.md:5 | (made)",
		},
		"alias over a feed": {
			root: fstest.MapFS{"guong/x/index.md": page("aliases: [/404.html]")},
			want: "content/guong/x/index.md:5 | (made)",
		},
		"alias needs a folder where a file is": {
			root: fstest.MapFS{"guong/x/index.md": page("aliases: [/favicon.svg]")}, static: fstest.MapFS{"favicon.svg": page()},
			want: "content/guong/x/index.md:5 | static/favicon.svg:1",
		},
		"static file over a page": {
			root: fstest.MapFS{"guong/x/index.md": page()}, static: fstest.MapFS{"guong/X/index.html": page(), "sitemap.xml": page()},
			want: "static/guong/X/index.html:1 | content/guong/x/index.md:1, static/sitemap.xml:1 | (made)",
		},
		"page over the list of units": {
			root: fstest.MapFS{"don-vi/index.md": page()},
			want: "content/don-vi/index.md:1 | (made)",
		},
		"file over an issue's PDF": {
			root: fstest.MapFS{"so/2023-10/_index.md": page("xuat_ban: {}"), "so/2023-10/ban-tin-2023-10.pdf": page()},
			want: "content/so/2023-10/ban-tin-2023-10.pdf:1 | content/so/2023-10/_index.md:1",
		},
		"calendar of one's own": {
			root: fstest.MapFS{"hoc-tap/x/index.md": page(), "hoc-tap/x/lich-hoc.ics": page()},
			want: "content/hoc-tap/x/lich-hoc.ics:1 | content/hoc-tap/x/index.md:1",
		},
		"picture for sharing of one's own": {root: fstest.MapFS{"guong/x/index.md": page(), "guong/x/chia-se.png": page()}},
		"not in the edition":               {root: fstest.MapFS{"guong/x/index.md": page("slug: y"), "guong/y/index.md": page("draft: true")}},
	} {
		tree, _ := content.Load(tt.root, content.Options{Edition: bulletin.Public, Now: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)})
		var got []string
		for _, c := range New(tree, tt.static).Clashes() {
			got = append(got, place(c.At)+" | "+place(c.With))
		}
		if g := strings.Join(got, ", "); g != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", name, g, tt.want)
		}
	}
}

func place(c Claim) string {
	if c.File == "" {
		return "(made)"
	}
	return fmt.Sprintf("%s:%d", c.File, c.Pos().Line)
}

func TestAliasPath(t *testing.T) {
	root := fstest.MapFS{"guong/x/index.md": page()}
	tree, _ := content.Load(root, content.Options{Edition: bulletin.Internal})
	p := tree.ByPath("guong/x/index.md")
	for alias, want := range map[string]string{
		"/guong/cu/": "guong/cu/index.html", "/guong/cu": "guong/cu/index.html", "cu": "guong/cu/index.html", "../cu": "cu/index.html",
		"/a/b.html": "a/b.html", "/a/b.pdf": "a/b.pdf/index.html", "/a/../b/": "b/index.html",
		"": "", "/": "", "/index.html": "", "/INDEX.html": "", ".": "guong/index.html", "/../x": "", "../../x": "", "https://vd.vn/x/": "", "//vd.vn/x/": "",
		"/a?b/": "", "/a#b": "", `\a`: "", "/con/": "", "/lpt1.html": "", "/a./": "", "/a/\tb": "",
	} {
		if got, err := AliasPath(p, alias); got != want || (err != nil) != (want == "") {
			t.Errorf("%q: %q, %v; want %q", alias, got, err, want)
		}
	}
}
