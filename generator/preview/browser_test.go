package preview

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"bantin/generator/internal/testtool"

	"github.com/chromedp/chromedp"
)

// tab opens a tab in a Chromium of the test's own.
func tab(t testing.TB) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(testtool.Need(t, "chromium")), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.WindowSize(1200, 800),
		// No name is looked up: what a page asks of other hosts fails at once.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func visit(t testing.TB, ctx context.Context, address string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
}

// eval runs a script in the page and returns its value; a promise is awaited.
func eval[T any](t testing.TB, ctx context.Context, script string) T {
	t.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%v\n%s", err, script)
	}
	return value
}

// becomes waits until a script's value is true.
func becomes(t testing.TB, ctx context.Context, script string) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !eval[bool](t, ctx, "!!("+script+")"); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("waited in vain for " + script)
		}
	}
}

// picture keeps what the browser shows, where BANTIN_PICTURES names a folder.
func picture(t testing.TB, ctx context.Context, name string) {
	dir := os.Getenv("BANTIN_PICTURES")
	if dir == "" {
		return
	}
	data, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(dir+"/"+name+".png", data, 0o644)
	}
	if err != nil {
		t.Log(err)
	}
}

// before makes the page's state that an edit must leave alone.
const before = `(async () => {
	window.kept = { video: document.querySelector("#phim"), box: document.querySelector("#o"), details: document.querySelector("#mo-ra") };
	const canvas = document.createElement("canvas");
	canvas.getContext("2d").fillRect(0, 0, 1, 1);
	kept.video.srcObject = canvas.captureStream(5);
	await kept.video.play();
	kept.details.open = true;
	kept.box.value = "đang gõ";
	kept.box.focus({ preventScroll: true });
	const p = [...document.querySelectorAll("p")].find((p) => p.textContent.startsWith("Trường có 620"));
	getSelection().setBaseAndExtent(p.firstChild, 3, p.firstChild, 9);
	scrollTo({ top: 600, behavior: "instant" });
	return scrollY;
})()`

const after = `JSON.stringify([
	document.querySelector("#phim") === kept.video && !kept.video.paused,
	document.querySelector("#o") === kept.box && kept.box.value,
	document.activeElement === kept.box,
	document.querySelector("#mo-ra") === kept.details && kept.details.open,
	String(getSelection()), scrollY])`

func TestMorphKeepsTheReadersPlace(t *testing.T) {
	site := copySite(t)
	layout := "layouts/guong/page.html"
	ctx := tab(t)
	l := &live{t: t, site: site}
	text := l.read(layout)
	at := strings.LastIndex(text, "{{")
	l.save(layout, text[:at]+`<details id="mo-ra"><summary>Mở</summary>Trong</details><input id="o"><video id="phim" muted width="10" height="10"></video>`+text[at:])
	l = start(t, site)
	visit(t, ctx, l.http.URL+address)
	scrolled := eval[float64](t, ctx, before)
	if scrolled == 0 {
		t.Fatal("the page does not scroll")
	}
	was := eval[string](t, ctx, after)
	if was != `[true,"đang gõ",true,true,"ờng có",600]` {
		t.Fatal("before the edit:", was)
	}
	good := l.read(article)
	l.save(article, strings.Replace(good, "Trường có 620 suất ăn bán trú mỗi trưa.", "Trường có 620 suất ăn bán trú mỗi buổi trưa.", 1)+"\nĐoạn cuối mới viết.\n")
	becomes(t, ctx, `document.body.textContent.includes("Đoạn cuối mới viết.") && document.body.textContent.includes("mỗi buổi trưa")`)
	if now := eval[string](t, ctx, after); now != was {
		t.Errorf("after the edit: %s, before: %s", now, was)
	}
	l.settled()
	if now := eval[string](t, ctx, after); now != was {
		t.Errorf("after the whole build: %s, before: %s", now, was)
	}
	// A paragraph above what is read.
	l.save(article, strings.Replace(l.read(article), "## Hỏi người ăn", "Đoạn chen vào.\n\n## Hỏi người ăn", 1))
	becomes(t, ctx, `document.body.textContent.includes("Đoạn chen vào.")`)
	l.settled()
	now := eval[string](t, ctx, after)
	if now[:strings.LastIndex(now, ",")] != was[:strings.LastIndex(was, ",")] {
		t.Errorf("after a paragraph above: %s, before: %s", now, was)
	}
	eval[bool](t, ctx, `(window.mark = true)`)
	css := "layouts/_css/nen.css"
	l.save(css, l.read(css)+"\nbody { outline: 7px solid rgb(1, 2, 3); }\n")
	becomes(t, ctx, `getComputedStyle(document.body).outlineWidth === "7px"`)
	l.settled()
	if n := eval[float64](t, ctx, `document.querySelectorAll("link[rel=stylesheet]").length`); n != 1 || !eval[bool](t, ctx, `mark`) {
		t.Errorf("%v style sheets after the swap; not reloaded: %t", n, eval[bool](t, ctx, `!!window.mark`))
	}
	if same := eval[bool](t, ctx, `(async () => {
		const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
		const plain = (d) => { const c = d.documentElement.cloneNode(true); for (const n of c.querySelectorAll("[data-xem-truoc], bantin-xem-truoc, details")) n.remove(); return c.innerHTML.replace(/\s+/g, " "); };
		return plain(fresh) === plain(document);
	})()`); !same {
		t.Error("the morphed page is not the page that is served")
	}
}

func TestOverlayInBrowser(t *testing.T) {
	ctx := tab(t)
	l := start(t, copySite(t))
	visit(t, ctx, l.http.URL+address)
	const panel = `document.querySelector("bantin-xem-truoc")?.shadowRoot.querySelector(".phu")`
	good := l.read(article)
	l.save(article, strings.Replace(good, `title: "`, `title: [`, 1))
	becomes(t, ctx, panel+`?.classList.contains("dung")`)
	picture(t, ctx, "loi-yaml")
	if text := eval[string](t, ctx, panel+".innerText"); !strings.Contains(text, article+":3") || !strings.Contains(text, "Cách sửa") || !strings.Contains(text, "title: [") {
		t.Error(text)
	}
	l.save(article, good)
	becomes(t, ctx, "!("+panel+")")
	l.save("layouts/guong/page.html", "{{ .Khong }}"+l.read("layouts/guong/page.html"))
	becomes(t, ctx, panel)
	picture(t, ctx, "loi-khuon")
	l.save("layouts/guong/page.html", strings.TrimPrefix(l.read("layouts/guong/page.html"), "{{ .Khong }}"))
	becomes(t, ctx, "!("+panel+")")
	l.save(article, strings.Replace(good, "trang_thai: da-duyet", "trang_thai: nhap", 1))
	const strip = `document.querySelector("bantin-xem-truoc").shadowRoot.querySelector(".day")`
	becomes(t, ctx, strip+`.innerText.includes("Bản nháp")`)
	eval[bool](t, ctx, `[...document.querySelectorAll("p")].find((p) => p.textContent.startsWith("Trường có 620")).dispatchEvent(new MouseEvent("click", { altKey: true, bubbles: true, cancelable: true }))`)
	becomes(t, ctx, strip+`.innerText.includes("`+article+`:")`)
	picture(t, ctx, "nhan-va-nguon")
	folder, aside := l.site+"/content/guong/can-lai-khay-com", l.site+"/cat-di"
	if err := os.Rename(folder, aside); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, strip+`.innerText.includes("không còn nữa")`)
	picture(t, ctx, "mat")
	if err := os.Rename(aside, folder); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, `!`+strip+`.innerText.includes("không còn nữa")`)
}
