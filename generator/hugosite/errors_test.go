package hugosite

import (
	"errors"
	"strings"
	"testing"
)

func asError(t testing.TB, err error) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("not an *Error: %v", err)
	}
	return e
}

type bomb struct{}

func (bomb) Boom() string         { panic("bùm") }
func (bomb) Err() (string, error) { return "", errors.New("lỗi của ta") }

// TestErrors holds Hugo to the errors that diagnose reads: place, kind and the
// reason without the chain.
func TestErrors(t *testing.T) {
	const article = "-- content/bai/index.md --\n---\ntitle: a\n---\n\n"
	const list = "-- layouts/all.html --\n{{ define \"main\" }}\n  "
	for _, tt := range []struct{ name, site, want string }{
		{"unknown field", list + "{{ .Foo }}{{ end }}", "layouts/all.html:2:5: template: <.Foo>: can't evaluate field Foo in type *hugolib.pageState"},
		{"bad template", list + "{{ if }}{{ end }}", "layouts/all.html:2: template: missing value for if"},
		{"unknown function", list + "{{ foo 1 }}{{ end }}", `layouts/all.html:2: template: function "foo" not defined`},
		{"bad base template", "-- layouts/baseof.html --\n{{ block \"main\" . }}{{ end }}\n{{ .Loi }}", "layouts/baseof.html:2:3: template: <.Loi>: can't evaluate field Loi in type *hugolib.pageState"},
		{"partial", list + "{{ partial \"x.html\" . }}{{ end }}\n-- layouts/_partials/x.html --\n\n{{ index 1 2 }}", "layouts/_partials/x.html:2:3: template: <index 1 2>: error calling index: index of type int with args [2] failed: can't index item of type int"},
		{"no partial", list + "{{ partial \"x.html\" . }}{{ end }}", `layouts/all.html:2:5: template: <partial "x.html" .>: error calling partial: partial "x.html" not found`},
		{"nil", list + "{{ .Parent.Parent.Parent.Title }}{{ end }}", "layouts/all.html:2:12: template: <.Parent.Parent.Parent.Title>: nil pointer evaluating page.Page.Parent"},
		{"our method fails", list + "{{ site.Params.p.Err }}{{ end }}", "layouts/all.html:2:9: template: <site.Params.p.Err>: error calling Err: lỗi của ta"},
		{"our method panics", list + "{{ site.Params.p.Boom }}{{ end }}", "layouts/all.html:2:9: template: <site.Params.p.Boom>: error calling Boom: bùm"},
		{"errorf", list + "{{ errorf \"hỏng %d\" 1 }}{{ end }}", "template: hỏng 1"},
		{"render hook", article + "## x\n-- layouts/_markup/render-heading.html --\n{{ .Foo }}", "layouts/_markup/render-heading.html:1:3: template: <.Foo>: can't evaluate field Foo in type goldmark.headingContext"},
		{"data read by a template", list + "{{ (resources.Get \"a.json\" | transform.Unmarshal).a }}{{ end }}\n-- assets/a.json --\n{ a }", `layouts/all.html:2:40: template: <transform.Unmarshal>: error calling Unmarshal: "_stream.json:1:1": unmarshal failed: invalid character 'a' looking for beginning of object key string`},
		{"bad picture", list + "{{ range .Resources }}{{ (.Resize \"10x\").RelPermalink }}{{ end }}{{ end }}\n-- content/bai/a.jpg --\nx", `layouts/all.html:2:28: template: <.Resize>: error calling Resize: failed to resize image "content/bai/a.jpg": resize /bai/a.jpg: image: unknown format`},

		{"bad YAML", "-- content/bai/index.md --\n---\ntitle: a\nb: [\n---\n", "content/bai/index.md:3:4: content: sequence end token ']' not found"},
		{"tab in YAML", "-- content/bai/index.md --\n---\ntitle: a\n\tb: 1\n---\n", "content/bai/index.md:3:1: content: found character '\t' that cannot start any token"},
		{"front matter without end", "-- content/bai/index.md --\n---\ntitle: a\n", "content/bai/index.md:2:1: content: EOF looking for end YAML front matter delimiter"},
		{"bad date", "-- content/bai/index.md --\n---\ntitle: a\ndate: hôm qua\n---\n", `content/bai/index.md:3: content: the "date" front matter field is not a parsable date`},
		{"unknown shortcode", article + "xx {{< khong >}}\n", `content/bai/index.md:5:4: content: template for shortcode "khong" not found`},
		{"shortcode without end", article + "xx {{< loi\n-- layouts/_shortcodes/loi.html --\n", "content/bai/index.md:6:1: content: unclosed shortcode action"},
		{"shortcode's template", article + "xx {{< loi >}}\n-- layouts/_shortcodes/loi.html --\n{{ .Foo }}", "layouts/_shortcodes/loi.html:1:3: template: <.Foo>: can't evaluate field Foo in type *hugolib.ShortcodeWithPage"},
		{"shortcode's errorf", article + "xx {{< loi >}}\n-- layouts/_shortcodes/loi.html --\n{{ errorf \"sai: %s\" .Position }}", "content/bai/index.md:5:4: content: sai"},
		{"bad ref", article + "xx [a]({{< ref \"khong\" >}})\n", `content/bai/index.md:5:8: content: [en] REF_NOT_FOUND: Ref "khong": page not found`},

		{"bad TOML", "-- hugo.toml --\ntitle = \"x\"\na = = 1\n", "hugo.toml:2:5: config: unexpected character U+003D '=' at start of value"},
		{"key twice", "-- hugo.toml --\ntitle=\"a\"\ntitle=\"b\"\n", "hugo.toml:2:1: config: key title is already defined"},
		{"wrong type", "-- hugo.toml --\ntitle = \"x\"\n[pagination]\npagerSize = \"abc\"\n", `hugo.toml:3: config: cannot parse 'PagerSize' as int: strconv.ParseInt: parsing "abc": invalid syntax`},
		{"unknown output format", "-- hugo.toml --\n[outputs]\npage=[\"khong\"]\n", `hugo.toml:2: config: unknown output format "khong" for kind "page"`},
		{"no theme", "-- hugo.toml --\ntheme=\"khong-co\"\n", `hugo.toml:1: config: module "khong-co" not found in "themes/khong-co"; either add it as a Hugo Module or store it in "themes".: module does not exist`},

		{"bad data file", "-- data/x.yaml --\na: [\n-- layouts/home.html --\n{{ hugo.Data.x }}", "data/x.yaml:1:4: asset: sequence end token ']' not found"},
		{"bad i18n file", "-- i18n/vi.yaml --\n- id: [\n", "i18n/vi.yaml:1:7: asset: sequence end token ']' not found"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := writeSite(t, tt.site)
			e := open(t, dir, func(o *Options) { o.Params = map[string]any{"p": bomb{}} })
			x := asError(t, e.Build())
			place, _, found := strings.Cut(x.Error(), ": ")
			if !found || x.File == "" {
				place = ""
			} else {
				place += ": "
			}
			if got := place + string(x.Kind) + ": " + x.Message; got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if x.Line > 0 && len(x.Excerpt) == 0 {
				t.Error("no excerpt")
			}
			if x.Unwrap() == nil {
				t.Error("Hugo's own error is lost")
			}
		})
	}
}

// TestErrorNamesTheFileOnDisk: the editor knows the folder with marks, not the
// name that Hugo sees; and every broken page is named.
func TestErrorNamesTheFileOnDisk(t *testing.T) {
	dir := writeSite(t, "-- content/Đường lối/Bài 1.md --\n---\ntitle: a\n---\n\n\n{{< khong >}}\n-- content/Hai.md --\n---\ntitle: a\n---\n{{< khong >}}\n")
	e := open(t, dir, func(o *Options) {
		o.Content = []File{
			{Path: "duong-loi/bai-1.md", Source: "Đường lối/Bài 1.md"},
			{Path: "hai.md", Source: "Hai.md", Data: []byte("---\ntitle: a\n---\n\n{{ hỏng }}{{< sai >}}\n")},
		}
	})
	err := e.Build()
	var all Errors
	if !errors.As(err, &all) {
		t.Fatalf("%T is not Errors", err)
	}
	wants(t, err.Error(), "content/Đường lối/Bài 1.md:6:1: ")
	for _, x := range all {
		if x.File == "content/Đường lối/Bài 1.md" && (x.First != 4 || len(x.Excerpt) != 3 || x.Excerpt[2] != "{{< khong >}}") {
			t.Errorf("excerpt from line %d: %q", x.First, x.Excerpt)
		}
	}
}

func TestErrorNamesTheRenderedPage(t *testing.T) {
	dir := writeSite(t, "-- layouts/page.html --\n{{ .Loi }}\n")
	if x := asError(t, open(t, dir).Build()); x.Page != "content/bai/index.md" {
		t.Errorf("page %q", x.Page)
	}
}

func TestForeignContentMountIsRefused(t *testing.T) {
	for _, site := range []string{
		"-- hugo.toml --\n[[module.mounts]]\nsource=\"khac\"\ntarget=\"content\"\n-- khac/a.md --\n",
		"-- hugo.toml --\n[[module.mounts]]\nsource=\"khac\"\ntarget=\"content/guong\"\n-- khac/a.md --\n",
		"-- hugo.toml --\ntheme=\"t\"\n-- themes/t/content/a.md --\n",
	} {
		e := open(t, writeSite(t, site), func(o *Options) { o.Content = []File{} })
		if x := asError(t, e.Build()); x.Kind != KindConfig || x.File != "hugo.toml" {
			t.Errorf("%s: got %+v", site, x)
		}
	}
}
