package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
)

const (
	article = "content/guong/can-lai-khay-com/index.md"
	address = "/guong/can-lai-khay-com/"
)

func TestSaveShows(t *testing.T) {
	l := start(t, copySite(t))
	events, other := l.listen(address, ""), l.listen("/guong/", "")
	l.next(events, "the page", page("</html>"))
	l.save(article, l.read(article)+"\nCâu vừa viết thêm.\n")
	e := l.next(events, "the new text", page("Câu vừa viết thêm."))
	l.settled()
	if _, now := l.get(address); !strings.Contains(now, "Câu vừa viết thêm.") {
		t.Error("the whole build lost the text")
	}
	if e.id == "" || e.id != e.data["ban"] {
		t.Errorf("event id %q, page's version %v", e.id, e.data["ban"])
	}
	title := strings.Replace(l.read(article), `title: "Cân lại khay cơm thừa"`, `title: "Tên mới của bài"`, 1)
	l.save(article, title)
	l.next(events, "the new title", page("Tên mới của bài"))
	l.next(other, "the new title in the list", page("Tên mới của bài"))
}

func TestBrowserThatSlept(t *testing.T) {
	l := start(t, copySite(t))
	e := l.next(l.listen(address, ""), "the page", page("</html>"))
	// A browser that is up to date is told its status alone.
	if first := <-l.listen(address, e.id); first.name != "tinh-trang" {
		t.Errorf("first event %s", first.name)
	}
	l.save(article, l.read(article)+"\nViết lúc máy ngủ.\n")
	l.settled()
	l.next(l.listen(address, e.id), "what it missed", page("Viết lúc máy ngủ."))
}

func TestFoldersComeAndGo(t *testing.T) {
	l := start(t, copySite(t))
	text := strings.Replace(l.read(article), "Cân lại khay cơm thừa", "Bài ở thư mục mới", 1)
	text = text[:strings.Index(text, "anh:")] + text[strings.Index(text, "kieu:"):]
	text = text[:strings.LastIndex(text, "---")] + "---\n\nThân bài.\n"
	put(t, filepath.Join(l.site, "content/guong/Thư mục mới/index.md"), text)
	l.shows("/guong/thu-muc-moi/", "Bài ở thư mục mới", true)
	l.shows("/guong/", "Bài ở thư mục mới", true)
	events := l.listen("/guong/thu-muc-moi/", "")
	l.next(events, "the page", page("Thân bài."))

	dir := filepath.Join(l.site, "content/guong/")
	if err := os.Rename(filepath.Join(dir, "Thư mục mới"), filepath.Join(dir, "doi-ten")); err != nil {
		t.Fatal(err)
	}
	l.next(events, "the farewell", func(e event) bool { return e.data["mat"] == true })
	l.shows("/guong/doi-ten/", "Bài ở thư mục mới", true)
	// The moved folder is watched under its new name.
	l.save("content/guong/doi-ten/index.md", text+"\nĐoạn sau khi đổi tên.\n")
	l.shows("/guong/doi-ten/", "Đoạn sau khi đổi tên.", true)
	if err := os.RemoveAll(filepath.Join(dir, "doi-ten")); err != nil {
		t.Fatal(err)
	}
	l.shows("/guong/", "Bài ở thư mục mới", false)
	if status, _ := l.get("/guong/doi-ten/"); status != 404 {
		t.Error("status of the removed page:", status)
	}
}

func TestBurstIsOneBuild(t *testing.T) {
	site := copySite(t)
	about := filepath.Join(site, "content/gioi-thieu/index.md")
	text, err := os.ReadFile(about)
	if err != nil {
		t.Fatal(err)
	}
	put(t, about, string(text)+"\n[Tệp cuối](t499.pdf)\n")
	l := start(t, site)
	before, _ := l.server.Counts()
	for i := range 500 {
		put(t, filepath.Join(l.site, fmt.Sprintf("content/gioi-thieu/t%03d.pdf", i)), "x")
		// A checkout on a slow disk outlasts what one batch may hold.
		time.Sleep(2 * time.Millisecond)
	}
	l.settled()
	if after, _ := l.server.Counts(); after-before != 1 {
		t.Errorf("%d builds for one burst", after-before)
	}
	if _, text := l.get("/gioi-thieu/t499.pdf"); text != "x" {
		t.Errorf("the last file: %q", text)
	}
}

func TestLinksAreNotFollowed(t *testing.T) {
	site, outside := copySite(t), t.TempDir()
	put(t, filepath.Join(outside, "bi-mat.txt"), "BÍ MẬT")
	put(t, filepath.Join(outside, "index.md"), "---\ntitle: BÍ MẬT\n---\n")
	for _, name := range []string{"content/guong/ra-ngoai", "static/ra-ngoai", "layouts/ra-ngoai"} {
		if err := os.Symlink(outside, filepath.Join(site, name)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	l := start(t, site)
	for name, data := range l.server.store.all() {
		if strings.Contains(string(data), "BÍ MẬT") {
			t.Error("a link out of the site was followed:", name)
		}
	}
	before, _ := l.server.Counts()
	put(t, filepath.Join(outside, "khac.md"), "x")
	l.settled()
	if after, _ := l.server.Counts(); after != before {
		t.Error("a folder outside is watched")
	}
}

func TestMistakesAreToldAndForgotten(t *testing.T) {
	l := start(t, copySite(t))
	for _, tt := range []struct{ name, file, from, to string }{
		{"YAML", article, "title: \"", "title: [\""},
		{"shortcode", article, "\n## ", "\n{{< khong-co >}}\n\n## "},
		{"picture", "content/guong/tu-sach-xe-day/index.md", "---\n\n", "---\n\n![x](khong-co.jpg)\n\n"},
		{"template", "layouts/guong/page.html", "{{", "{{ .KhongCo }}{{"},
		{"partial", "layouts/_partials/dau-bao.html", "{{", "{{ if }}{{"},
		{"settings", settings, "title =", "title = ["},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l.t = t
			good := l.read(tt.file)
			_, page := l.get(address)
			events := l.listen(address, "")
			l.next(events, "no mistakes", mistakes(0, ""))
			bad := strings.Replace(good, tt.from, tt.to, 1)
			if bad == good {
				t.Fatal("nothing was changed")
			}
			l.save(tt.file, bad)
			e := l.next(events, "the mistake", func(e event) bool {
				return e.name == "tinh-trang" && len(e.data["loi"].([]any)) > 0
			})
			first := e.data["loi"].([]any)[0].(map[string]any)
			if first["tep"] != tt.file || first["dong"] == 0.0 || len(first["trich"].([]any)) == 0 || first["sua"] == "" {
				t.Errorf("the mistake: %v", first)
			}
			l.settled()
			if _, now := l.get(address); tt.name != "picture" && now != page {
				t.Error("the last good page is not served")
			}
			l.save(tt.file, good)
			l.next(events, "the end of the mistake", mistakes(0, ""))
			l.settled()
			if _, now := l.get(address); now != page {
				t.Error("the page is not as before")
			}
		})
	}
}

func TestBadges(t *testing.T) {
	l := start(t, copySite(t))
	events := l.listen(address, "")
	l.next(events, "no badge", func(e event) bool { return e.name == "tinh-trang" && len(e.data["nhan"].([]any)) == 0 })
	l.save(article, strings.Replace(strings.Replace(l.read(article), "pham_vi: cong-khai", "pham_vi: noi-bo", 1), "trang_thai: da-duyet", "trang_thai: nhap", 1))
	e := l.next(events, "two badges", func(e event) bool { return e.name == "tinh-trang" && len(e.data["nhan"].([]any)) == 2 })
	if text := fmt.Sprint(e.data["nhan"]); !strings.Contains(text, "Bản nháp") || !strings.Contains(text, "Nội bộ") {
		t.Error(text)
	}
	l.shows(address, "Cân lại khay cơm thừa", true)
}

func TestPositions(t *testing.T) {
	l := start(t, copySite(t))
	_, html := l.get(address)
	lines := strings.Split(l.read(article), "\n")
	found := 0
	for i, line := range lines {
		if strings.HasPrefix(line, "Trường có 620 suất") {
			found++
			if want := fmt.Sprintf(`data-nguon="%s:%d">Trường có 620`, article, i+1); !strings.Contains(html, want) {
				t.Errorf("no %s", want)
			}
		}
	}
	if found != 1 || strings.Count(html, PositionKey) < 5 {
		t.Errorf("%d paragraphs found, %d marked", found, strings.Count(html, PositionKey))
	}
}

func TestStaticFile(t *testing.T) {
	l := start(t, copySite(t))
	l.save("static/moi/tep.txt", "một")
	l.shows("/moi/tep.txt", "một", true)
	before, _ := l.server.Counts()
	l.save("static/moi/tep.txt", "hai")
	l.shows("/moi/tep.txt", "hai", true)
	l.settled()
	if after, _ := l.server.Counts(); after == before {
		t.Error("no build at all")
	}
	if err := os.RemoveAll(filepath.Join(l.site, "static/moi")); err != nil {
		t.Fatal(err)
	}
	l.until("the file's end", func() bool { status, _ := l.get("/moi/tep.txt"); return status == 404 })
}

func TestSheets(t *testing.T) {
	calls := 0
	l := start(t, copySite(t), func(o *Options) {
		o.Sheets = func(_ context.Context, site Snapshot, key string) ([]byte, bulletin.Findings, error) {
			calls++
			print, err := fs.ReadFile(site.Files, "so/"+key+"/in.html")
			if err != nil || site.Tree == nil || len(site.Pages) == 0 {
				return nil, nil, errors.Join(err, errors.New("không có gì"))
			}
			return append([]byte("<!doctype html><html><head></head><body>TỜ IN"), print...), nil, nil
		}
	})
	events := l.listen("/so/2023-09/to-in/", "")
	l.next(events, "the sheets", page("TỜ IN"))
	if calls != 1 {
		t.Errorf("drawn %d times", calls)
	}
	l.settled()
	l.save(article, l.read(article)+"\nChữ lên tờ in.\n")
	l.next(events, "the text on the sheets", page("Chữ lên tờ in."))
	if _, sketches := l.server.Counts(); sketches == 0 {
		t.Error("the sheets waited for the whole build")
	}
	if status, _ := l.get("/so/1999-01/to-in/"); status != 404 {
		t.Error("sheets of no issue:", status)
	}
}

func TestStartsBroken(t *testing.T) {
	site := copySite(t)
	l := &live{t: t, site: site}
	good := l.read(settings)
	l.save(settings, "title = [")
	l = startUnsettled(t, site)
	events := l.listen("/", "")
	l.next(events, "the mistake", mistakes(1, settings))
	if status, text := l.get("/"); status != 503 || !strings.Contains(text, "xem-truoc.js") {
		t.Errorf("%d %s", status, text)
	}
	l.save(settings, good)
	l.next(events, "the page", page("</html>"))
	l.next(events, "the end of the mistake", mistakes(0, ""))
}

func TestContentFolderComesBack(t *testing.T) {
	l := start(t, copySite(t))
	_, before := l.get(address)
	folder, aside := filepath.Join(l.site, "content"), filepath.Join(l.site, "cat-di")
	if err := os.Rename(folder, aside); err != nil {
		t.Fatal(err)
	}
	events := l.listen(address, "")
	l.next(events, "the mistake", func(e event) bool { return e.name == "tinh-trang" && e.data["dung"] == true })
	if status, now := l.get(address); status != 200 || now != before {
		t.Error("the last good page is not served")
	}
	if err := os.Rename(aside, folder); err != nil {
		t.Fatal(err)
	}
	l.next(events, "the end of the mistake", mistakes(0, ""))
	l.save(article, l.read(article)+"\nSau khi thư mục trở lại.\n")
	l.next(events, "the new text", page("Sau khi thư mục trở lại."))
}

func TestSearchFindsWhatIsServed(t *testing.T) {
	l := start(t, copySite(t))
	status, first := l.get("/tim-kiem/chi-muc.json")
	if status != 200 || !strings.HasPrefix(first, "{") {
		t.Fatalf("%d %.80s", status, first)
	}
	l.save(article, l.read(article)+"\nXylophon chưa từng có.\n")
	l.settled()
	if _, now := l.get("/tim-kiem/chi-muc.json"); now == first {
		t.Error("the index is as before the edit")
	}
}
