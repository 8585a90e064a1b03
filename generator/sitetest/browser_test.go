package sitetest

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"bantin/generator/internal/testtool"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// kinds is a page of every kind; the last does not exist.
func (s *site) kinds() []string {
	pages := []string{"", "so/", "so/2023-10/", "guong/", "bua-liem-vang/", "hoc-tap/", "guong/tu-sach-xe-day/",
		"bua-liem-vang/nghi-quyet-ba-trang/", "hoc-tap/quan-triet-ket-luan-21/", "van-ban/", "van-ban/21-kl-tw-2021-10-25/",
		"luu-tru/", "tags/", "tags/tiet-kiem/", "don-vi/", "don-vi/chi-bo-khoi-van-phong/", "gioi-thieu/", "khong-co/"}
	if _, err := os.Stat(filepath.Join(s.dir, "tim-kiem", "index.html")); err == nil {
		pages = append(pages, "tim-kiem/")
	}
	return pages
}

// browser opens a tab in a Chromium of the test's own and notes what it asks
// for and what it complains of.
func browser(t *testing.T) (context.Context, *notes) {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(testtool.Need(t, "chromium")), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		// No name is looked up: what a page asks of other hosts fails at once.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	n := &notes{}
	if err := chromedp.Listen(ctx, n.listen); err != nil {
		t.Fatal(err)
	}
	run(t, ctx, command(log.Enable, cdp.Empty{}), command(network.Enable, network.EnableParams{}))
	ctx, cancel = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	return ctx, n
}

type step = chromedp.Action[chromedp.Void]

func run(t *testing.T, ctx context.Context, steps ...step) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// command is a command of the browser's protocol as a step.
func command[P, R any](c cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, c, params)
		return err
	})
}

// eval runs a script in the page and returns its value.
func eval[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// notes are what a tab did.
type notes struct {
	mu         sync.Mutex
	complaints []string // script errors, refused or missing resources
	hosts      []string // asked for something
}

func (n *notes) listen(event any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		n.complaints = append(n.complaints, e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		// The unknown page's own status is no fault.
		if e.Entry.Level == log.EntryLevelError && !strings.Contains(e.Entry.URL, "/khong-co/") {
			n.complaints = append(n.complaints, e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if parts := strings.Split(e.Request.URL, "/"); len(parts) > 2 {
			n.hosts = append(n.hosts, parts[2])
		}
	}
}

// take returns what was noted since the last time.
func (n *notes) take() (complaints, hosts []string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	complaints, hosts = n.complaints, n.hosts
	n.complaints, n.hosts = nil, nil
	return complaints, hosts
}

// media is what kind of screen or paper the page is for. Nothing moves: a page
// that scrolls smoothly is not yet where it goes.
func media(kind, colours string) step {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: kind, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: colours}, {Name: "prefers-reduced-motion", Value: "reduce"}},
	})
}

func scripts(on bool) step {
	return command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
}
