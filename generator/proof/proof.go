// Package proof shows the printed sheets of an issue as one page for a browser,
// in the very layout that the PDF has: one sheet under another or as spreads,
// with the edges and the baseline grid where they are asked for, and with the
// faults that the press finds marked at their place.
//
// Contract: Page is called again after every change of the site; the markup of a
// sheet that did not change is the same to the byte, so that who shows it need
// replace only the others. A group on a sheet says in data-nguon where it was
// written: "content/guong/ten-bai/index.md:12", as the print page's elements do.
// What the page names besides the site's pictures, fonts and a style sheet and a
// script, File serves. Nothing in it needs inline style or script.
package proof

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/press"
	"bantin/generator/press/picture"
	"bantin/generator/press/screen"
	"bantin/generator/publish"
)

// SourceAttr is the attribute that says where an element was written.
const SourceAttr = "data-nguon"

// Proofs draws sheets. It is safe for concurrent use and draws one issue at a
// time.
type Proofs struct {
	files   string // address that File's names are below: "/_xem-truoc/to-in/"
	mu      sync.Mutex
	session *press.Session
	screens map[string]*screen.Painter // by issue
	styles  map[string]string          // style sheets of fonts by name
	tree    *content.Tree              // of the issue being drawn
	plans   map[string]plan            // by issue
}

// New returns Proofs whose File is served below the address files.
func New(files string) *Proofs {
	return &Proofs{files: files, session: press.NewSession(), screens: map[string]*screen.Painter{}, styles: map[string]string{}, plans: map[string]plan{}}
}

// Page draws the sheets of the issue key of a site whose outputs are in files
// and whose content is tree. The findings are those of printing it.
func (p *Proofs) Page(ctx context.Context, files fs.FS, tree *content.Tree, key string) ([]byte, bulletin.Findings, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	laid, told, err := p.lay(ctx, files, tree, key)
	if err != nil {
		return nil, nil, err
	}
	painter := p.screens[key]
	if painter == nil {
		painter = screen.New(screen.Options{Picture: pictureAddress, Sheet: sheetAddress, SourceAttr: SourceAttr, Source: p.source})
		p.screens[key] = painter
	}
	p.tree = tree
	v := view{Laid: laid, Key: key, files: p.files, svgs: painter.Document(laid.Pages), findings: append(told, laid.Findings()...)}
	v.fonts = p.style(painter)
	return v.page(), v.findings, nil
}

// lay makes up and lays out the print page of an issue, and says what making up
// told.
func (p *Proofs) lay(ctx context.Context, files fs.FS, tree *content.Tree, key string) (*publish.Laid, bulletin.Findings, error) {
	issue := find(tree, key)
	if issue == nil {
		return nil, nil, fmt.Errorf("không có số báo %q", key)
	}
	laid := &publish.Laid{Issue: issue, HTML: path.Join("so", key, "in.html"), Tree: tree}
	files, told, err := p.makeUp(files, laid, key)
	if err != nil {
		return nil, nil, fmt.Errorf("dàn trang số %s: %w", key, err)
	}
	doc, err := p.session.Open(files, laid.HTML, press.Options{SourceAttr: SourceAttr,
		Warn: func(w press.Warning) { laid.Warnings = append(laid.Warnings, w) }})
	if err != nil {
		return nil, nil, fmt.Errorf("đọc trang in của số %s: %w", key, err)
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	if laid.Pages, laid.Faults, err = doc.Layout(); err != nil {
		return nil, nil, fmt.Errorf("dàn trang số %s: %w", key, err)
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	return laid, told, nil
}

// source names the file as it is called on disk: templates know only the name
// in ASCII that Hugo sees.
func (p *Proofs) source(where string) string {
	cut := strings.LastIndexByte(where, ':')
	if cut < 0 {
		return where
	}
	if page := p.tree.ByPath(strings.TrimPrefix(where[:cut], content.Dir+"/")); page != nil {
		return page.File() + where[cut:]
	}
	return where
}

func find(tree *content.Tree, key string) *content.Page {
	if tree == nil {
		return nil
	}
	for _, page := range tree.In(content.Issue) {
		if page.Key == key {
			return page
		}
	}
	return nil
}

// pictureAddress is where the site serves a picture. The end changes with the
// file, which browsers would otherwise show as it was.
func pictureAddress(r *picture.Raster) string {
	if !strings.HasPrefix(r.Name(), "/") || strings.HasPrefix(r.Name(), "//") {
		return ""
	}
	return r.Name() + "?" + r.Key()
}

func sheetAddress(i int) string { return fmt.Sprintf("#to-%d", i+1) }
