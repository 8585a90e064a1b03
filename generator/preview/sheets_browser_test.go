package preview

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/proof"
	"bantin/generator/publish"
)

// withSheets shows printed sheets as the serve command does.
func withSheets(o *Options) {
	proofs := proof.New(SheetFiles)
	o.SheetFile = proofs.File
	o.Sheets = func(ctx context.Context, site Snapshot, key string) ([]byte, bulletin.Findings, error) {
		return proofs.Page(ctx, site.Files, site.Tree, key)
	}
}

// sheetState is which sheets are still the same nodes with the same content, and
// where the reader is.
const sheetState = `(() => {
	const all = [...document.querySelectorAll("svg.press")];
	return JSON.stringify([all.length, all.filter((s, i) => kept[i] === s).length, all.filter((s, i) => was[i] !== s.innerHTML).length, scrollY]);
})()`

func TestSheetsInBrowser(t *testing.T) {
	ctx := tab(t)
	l := start(t, copySite(t), withSheets)
	visit(t, ctx, l.http.URL+"/so/2023-09/to-in/")
	becomes(t, ctx, `document.fonts.ready && document.querySelectorAll("svg.press").length > 3`)
	if bad := eval[string](t, ctx, `document.fonts.ready.then(() => [...document.fonts].filter((f) => f.status !== "loaded").map((f) => f.family).join())`); bad != "" {
		t.Error("fonts not loaded:", bad)
	}
	picture(t, ctx, "to-in-dau")
	const many = `JSON.stringify([(window.kept = [...document.querySelectorAll("svg.press")]).length, (window.was = kept.map((s) => s.innerHTML)).length, scrollTo({ top: 2500, behavior: "instant" }), 0, scrollY])`
	eval[string](t, ctx, many)
	before := eval[string](t, ctx, sheetState)
	if !strings.HasSuffix(before, ",0,2500]") {
		t.Fatal("before the edit:", before)
	}
	good := l.read(article)
	l.save(article, strings.Replace(good, "Trường có 620 suất", "Trường có 987 suất", 1))
	becomes(t, ctx, `[...document.querySelectorAll("svg.press")].some((s) => s.textContent.includes("987"))`)
	l.settled()
	now := eval[string](t, ctx, sheetState)
	if want := strings.Replace(before, ",0,2500]", ",1,2500]", 1); now != want {
		t.Errorf("after the edit [sheets, kept, changed, scroll] are %s, want %s", now, want)
	}
	eval[bool](t, ctx, `(document.querySelector("#doi").click(), document.querySelector("#mep").click(), document.querySelector("#luoi").click(), true)`)
	side := eval[string](t, ctx, `(() => { const at = (n) => document.querySelector("#to-" + n).getBoundingClientRect(); return JSON.stringify([at(2).top === at(3).top, at(2).right === at(3).left, at(1).left === at(3).left]); })()`)
	if side != "[true,true,true]" {
		t.Errorf("spreads [beside, touching, first on the right]: %s", side)
	}
	picture(t, ctx, "to-in-doi")
	l.save(article, good)
	becomes(t, ctx, `[...document.querySelectorAll("svg.press")].every((s) => !s.textContent.includes("987"))`)
	if kept := eval[bool](t, ctx, `document.querySelector("#doi").checked && getComputedStyle(document.querySelector(".lop .luoi")).display === "inline"`); !kept {
		t.Error("the reader's choices are lost")
	}
	eval[bool](t, ctx, `(() => {
		const g = [...document.querySelectorAll("svg.press g[data-nguon]")].find((g) => g.textContent.includes("Trường có 620") || g.textContent.replace(/\s/g, "").includes("rườngcó620"));
		const zone = g.querySelector(".zone");
		zone.scrollIntoView({ block: "center", behavior: "instant" });
		const r = zone.getBoundingClientRect();
		const hit = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
		return hit.dispatchEvent(new MouseEvent("click", { altKey: true, bubbles: true, cancelable: true }));
	})()`)
	line := strings.Count(good[:strings.Index(good, "Trường có 620")], "\n") + 1
	becomes(t, ctx, `document.querySelector("bantin-xem-truoc").shadowRoot.querySelector(".day").innerText.includes("`+article+`:`+strconv.Itoa(line)+`")`)
	picture(t, ctx, "to-in-nguon")
	eval[bool](t, ctx, `[...document.querySelectorAll("svg.press text")].find((x) => x.textContent.startsWith("Hỏi người ăn")).dispatchEvent(new MouseEvent("click", { altKey: true, bubbles: true, cancelable: true }))`)
	becomes(t, ctx, `document.querySelector("bantin-xem-truoc").shadowRoot.querySelector(".day").innerText.includes("`+article+`:1\n")`)
}

// TestSketchOfSheets wants the print page drawn with an edited article when
// sheets are looked at, and not else: it takes longer than the rest.
func TestSketchOfSheets(t *testing.T) {
	site := copySite(t)
	now := time.Now()
	tree, _, err := content.LoadDir(filepath.Join(site, content.Dir), content.Options{Edition: bulletin.Internal, Drafts: true, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	page := tree.ByPath(strings.TrimPrefix(article, content.Dir+"/"))
	for _, sheets := range []bool{false, true} {
		s := newSketch(publish.Options{Site: site, Edition: bulletin.Internal, BaseURL: "http://127.0.0.1/", Drafts: true, Now: now}, sheets)
		if err := s.prepare(tree, page, 0); err != nil {
			t.Fatal(err)
		}
		revised := tree.Revise(page, []byte(strings.Replace(string(page.Raw), "Trường có 620", "Trường có 987", 1)))
		files, err := s.page(revised, 1)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(files["so/2023-09/in.html"]), "987"); got != sheets {
			t.Errorf("sheets looked at: %t, print page drawn: %t", sheets, got)
		}
		if _, drawn := files["so/2023-09/index.html"]; !drawn {
			t.Error("the issue's page is not drawn")
		}
		if err := s.close(); err != nil {
			t.Fatal(err)
		}
	}
}
