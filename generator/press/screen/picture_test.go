package screen_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/generator/internal/testtool"
	"bantin/generator/press/display"
	"bantin/generator/press/screen"

	"github.com/chromedp/chromedp"
)

// TestSheetsLookLikeThePDF draws the sample in Chromium and with poppler and
// compares the pictures, brought down to squares of 4 x 4 pixels so that only
// what stands elsewhere or is missing counts, not how edges are smoothed.
// BANTIN_PICTURES names a folder that keeps them.
func TestSheetsLookLikeThePDF(t *testing.T) {
	doc, pages := layout(t)
	name := written(t, doc)
	testtool.Run(t, "pdftoppm", "-png", "-r", "96", "-f", "1", "-l", "1", "-singlefile", name, strings.TrimSuffix(name, ".pdf"))
	data, err := os.ReadFile(strings.TrimSuffix(name, ".pdf") + ".png")
	if err != nil {
		t.Fatal(err)
	}
	shown := shot(t, pages)
	a, b := squares(t, data), squares(t, shown)
	if len(a) != len(b) || len(a) < 1000 {
		t.Fatalf("%d squares of the PDF, %d of the sheet", len(a), len(b))
	}
	far, ink := 0, 0
	for i := range a {
		if math.Abs(a[i]-b[i]) > 70 {
			far++
		}
		if a[i] < 235 {
			ink++
		}
	}
	t.Logf("%d of %d squares with ink differ", far, ink)
	if ink < 500 || far > ink/50 {
		t.Errorf("%d of %d squares with ink differ", far, ink)
	}
}

// shot is what Chromium shows of the first sheet, at its own size.
func shot(t *testing.T, doc *display.Document) []byte {
	t.Helper()
	p := screen.New(screen.Options{})
	svg := p.Document(doc)[0]
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			data, err := p.Font(strings.TrimPrefix(r.URL.Path, "/"))
			if err != nil || data == nil {
				http.NotFound(w, r)
				return
			}
			_, _ = w.Write(data)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "<!doctype html><style>body{margin:0;overflow:hidden}svg{display:block}%s</style>%s", p.Stylesheet(func(f string) string { return "/" + f }), svg)
	}))
	t.Cleanup(server.Close)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(testtool.Need(t, "chromium")), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-quic", true),
		chromedp.Flag("hide-scrollbars", true), chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), chromedp.WindowSize(1000, 900))...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL)); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("document.fonts.ready.then(() => true)", chromedp.EvalAwaitPromise)); err != nil {
		t.Fatal(err)
	}
	data, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("BANTIN_PICTURES"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "sheet.png"), data, 0o644); err != nil {
			t.Error(err)
		}
	}
	return data
}

// The sample's page of 300 x 240 pt at 96 pixels an inch.
const shotWidth, shotHeight = 400, 320

// squares are the mean lightnesses, 0 to 255, of squares of 4 x 4 pixels.
func squares(t *testing.T, data []byte) (list []float64) {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() < shotWidth || b.Dy() < shotHeight {
		t.Fatalf("a picture of %v", b)
	}
	for y := 0; y < shotHeight; y += 4 {
		for x := 0; x < shotWidth; x += 4 {
			list = append(list, lightness(img, x, y))
		}
	}
	return list
}

func lightness(img image.Image, x, y int) (sum float64) {
	for dy := range 4 {
		for dx := range 4 {
			r, g, b, _ := img.At(x+dx, y+dy).RGBA()
			sum += float64(r+g+b) / 3 / 257
		}
	}
	return sum / 16
}
