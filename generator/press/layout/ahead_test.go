package layout

import (
	"runtime"
	"strings"
	"testing"
)

// TestAheadSeenByNobody lays documents out on one processor, where nothing is
// broken ahead, and on several.
func TestAheadSeenByNobody(t *testing.T) {
	for name, src := range map[string]string{
		"issue": issueHTML(3),
		"narrow and beside floats": `<style>div{width:50%;margin:0 auto;padding:3pt}.f{float:left;width:90pt}em{position:relative;top:2pt}</style>` +
			strings.Repeat(`<p class="f">Ảnh của chi bộ</p><div><p>Một <em>đoạn văn</em> dài để vòng quanh ô nổi ở bên trái, rồi đi tiếp.<p>Hai<br>dòng</div>`, 40),
		"page references": `<style>a::after{content:" " target-counter(attr(href),page)}</style><p><a href="#x">Xem trang</a>` + strings.Repeat("<p>chi bộ đã đưa nghị quyết vào từng giờ dạy", 400) + `<p id="x">đích`,
		"deep":            strings.Repeat("<div>", 400) + "sâu" + strings.Repeat("<p>đoạn", 20),
	} {
		doc := load(t, src)
		lay := func(processors int) string {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
			d, findings, err := Layout(doc.root, doc.in)
			if err != nil {
				t.Fatal(err)
			}
			var sb strings.Builder
			for _, f := range findings {
				sb.WriteString(f.Message + "\n")
			}
			return Lines(d) + sb.String()
		}
		want := lay(1)
		for range 5 {
			if got := lay(4); got != want {
				t.Fatalf("%s: several processors set other pages", name)
			}
		}
	}
}
