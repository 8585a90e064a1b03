package citation

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

func document(number, date, reach string) string {
	return "---\ntitle: Văn bản số " + number + "\nso_ky_hieu: " + number + "\ndate: " + date +
		"\nco_quan: Ban Bí thư\ntrich_yeu: Về việc\npham_vi: " + reach + "\n---\n\nBản thân văn bản 85-QĐ/TW.\n"
}

// tree has two documents of one number, one that is internal, and an article.
func tree(t *testing.T, edition bulletin.Edition, list string) *content.Tree {
	t.Helper()
	root := fstest.MapFS{}
	for name, data := range map[string]string{
		"van-ban/85-qd-tw-2017-05-23/index.md": document("85-QĐ/TW", "2017-05-23", "cong-khai"),
		"van-ban/85-qd-tw-2022-10-07/index.md": document("85-QĐ/TW", "2022-10-07", "cong-khai"),
		"van-ban/21-kl-tw-2021-10-25/index.md": document("21-KL/TW", "2021-10-25", "cong-khai"),
		"van-ban/07-kl-du-2023-01-02/index.md": document("07-KL/ĐU", "2023-01-02", "noi-bo"),
		"guong/bai/index.md": "---\ntitle: Bài\ndate: 2023-10-01\ntrang_thai: da-duyet\npham_vi: cong-khai\n" +
			"van_ban: [" + list + "]\n---\n",
	} {
		root[name] = &fstest.MapFile{Data: []byte(data)}
	}
	loaded, _ := content.Load(root, content.Options{Edition: edition, Now: time.Date(2023, 11, 1, 0, 0, 0, 0, time.UTC)})
	return loaded
}

var linked = regexp.MustCompile(`<a href="/van-ban/([^"]*)/">([^<]*)</a>`)

// render is the HTML of a text with our links as [number→key].
func render(t *testing.T, tree *content.Tree, source string) string {
	t.Helper()
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Typographer))
	doc := md.Parser().Parse(text.NewReader([]byte(source)))
	NewLinker(tree).Rewrite(doc, []byte(source), "content/guong/bai/index.md")
	var out bytes.Buffer
	if err := md.Renderer().Render(&out, []byte(source), doc); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(linked.ReplaceAllString(out.String(), "[$2→$1]"))
}

func TestLinks(t *testing.T) {
	for _, tt := range []struct{ source, want string }{
		{"Theo Kết luận số 21-KL/TW, và\n21-KL/TW.", "<p>Theo Kết luận số [21-KL/TW→21-kl-tw-2021-10-25], và\n[21-KL/TW→21-kl-tw-2021-10-25].</p>"},
		{"*Quy định 85-QĐ/TW* “85-QĐ/TW”", "<p><em>Quy định [85-QĐ/TW→85-qd-tw-2022-10-07]</em> “[85-QĐ/TW→85-qd-tw-2022-10-07]”</p>"},
		{"85-QĐ/TW ngày 23 tháng 5 năm 2017", "<p>[85-QĐ/TW→85-qd-tw-2017-05-23] ngày 23 tháng 5 năm 2017</p>"},
		{"số 21 - KL/TW", "<p>số [21 - KL/TW→21-kl-tw-2021-10-25]</p>"},
		{"85-QĐ/TW ngày 24/5/2017", "<p>85-QĐ/TW ngày 24/5/2017</p>"},
		{"99-QĐ/TW", "<p>99-QĐ/TW</p>"},
		{"07-KL/ĐU", "<p>07-KL/ĐU</p>"},
		{"## Học 21-KL/TW", "<h2>Học 21-KL/TW</h2>"},
		{"[21-KL/TW](/x/) `21-KL/TW`", `<p><a href="/x/">21-KL/TW</a> <code>21-KL/TW</code></p>`},
		{"- a\n- 21-KL/TW  \n  b", "<ul>\n<li>a</li>\n<li>[21-KL/TW→21-kl-tw-2021-10-25]<br>\nb</li>\n</ul>"},
	} {
		if got := render(t, tree(t, bulletin.Public, ""), tt.source); got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.source, got, tt.want)
		}
	}
}

func TestListedDocumentIsMeant(t *testing.T) {
	if got := render(t, tree(t, bulletin.Public, "85-qd-tw-2017-05-23"), "85-QĐ/TW"); got != "<p>[85-QĐ/TW→85-qd-tw-2017-05-23]</p>" {
		t.Error(got)
	}
}

func TestEditionDecides(t *testing.T) {
	if got := render(t, tree(t, bulletin.Internal, ""), "07-KL/ĐU"); got != "<p>[07-KL/ĐU→07-kl-du-2023-01-02]</p>" {
		t.Error(got)
	}
}
