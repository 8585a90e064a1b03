package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"bantin/generator/bulletin"
	"bantin/generator/card"
	"bantin/generator/content"
	"bantin/generator/hugosite"
)

// cardFile is the name of a page's picture for sharing, beside its index.html;
// layouts/_partials/anh-the.html links to it.
const cardFile = "chia-se.png"

// hasCards says whether an edition has pictures for sharing: nobody may share
// the internal one.
func hasCards(e bulletin.Edition) bool { return e == bulletin.Public }

// cardJob is one picture to be drawn.
type cardJob struct {
	file string
	card card.Card
}

// drawCards draws the picture of every article and issue into the staging
// folder, on all processors: one takes several milliseconds.
func drawCards(ctx context.Context, opt Options, tree *content.Tree, site *hugosite.Engine) error {
	jobs := cardJobs(tree, site)
	opt.Progress(fmt.Sprintf("vẽ ảnh chia sẻ: %d ảnh", len(jobs)))
	next := make(chan cardJob)
	var workers sync.WaitGroup
	var once sync.Once
	var failed error
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		workers.Go(func() {
			drawer, err := card.NewDrawer()
			for job := range next {
				if err == nil {
					err = job.draw(drawer)
				}
				if err != nil {
					once.Do(func() { failed = err })
				}
			}
		})
	}
	for _, job := range jobs {
		if ctx.Err() != nil {
			break
		}
		next <- job
	}
	close(next)
	workers.Wait()
	return failed
}

func cardJobs(tree *content.Tree, site *hugosite.Engine) (jobs []cardJob) {
	sources := map[string]*content.Page{}
	issues := map[string]string{}
	for _, p := range tree.Pages {
		if p.Article != nil || p.Issue != nil {
			sources[p.File()] = p
		}
		if p.Issue != nil {
			issues[p.Key] = p.Meta.Title
		}
	}
	pages := site.Pages()
	masthead := ""
	for _, page := range pages {
		if page.Kind == "home" {
			masthead = fullName(page.Title)
		}
	}
	for _, page := range pages {
		p, html := sources[page.File], page.OutputFormats["html"]
		if p == nil || html == "" {
			continue
		}
		c := card.Card{Masthead: masthead, Title: shownTitle(p), Summary: p.Meta.Summary}
		if p.Article != nil {
			kind, _, _ := strings.Cut(p.Path, "/")
			c.Label, c.Kind, c.Foot = p.Article.Column, kind, join(p.Article.Unit, issues[p.Article.Issue])
		} else {
			c.Label, c.Foot = "Số mới", p.Issue.Imprint.Organ
		}
		jobs = append(jobs, cardJob{filepath.Join(site.Staging(), filepath.FromSlash(path.Join(path.Dir(html), cardFile))), c})
	}
	return jobs
}

// fullName is the bulletin's name with "Bản tin" before it, once.
func fullName(title string) string {
	if strings.HasPrefix(strings.ToLower(title), "bản tin") {
		return title
	}
	return strings.TrimSpace("Bản tin " + title)
}

func join(parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, " · ")
}

// draw draws the picture, unless the editors put one of their own there.
func (j cardJob) draw(d *card.Drawer) (err error) {
	f, err := os.OpenFile(j.file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("ghi ảnh chia sẻ của %q: %w", j.card.Title, err)
	}
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	return d.Write(f, j.card)
}
