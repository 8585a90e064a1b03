package proof

import (
	"context"
	"fmt"
	"io/fs"
	"math"
	"path"

	"bantin/generator/board"
	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/press/display"
	"bantin/generator/publish"
)

// FocusAt says where the focus of a picture below content/ is, in percent of its
// width and height, when its editor says said.
type FocusAt func(file string, said bulletin.Focus) (x, y int)

// frame is the part of a picture that one use shows, in shares of its size.
type frame struct {
	use        string
	x, y, w, h float64
}

// cut is the share of the picture that the use does not show.
func (f frame) cut() float64 { return 1 - f.w*f.h }

// shot is a picture that an editor put into the front matter.
type shot struct {
	page   *content.Page
	key    string // of the front matter: "anh.0"
	name   string // as the editor wrote it
	file   string // below content/
	said   bulletin.Focus
	x, y   int // the focus, percent
	frames []frame
}

// Contact draws the contact sheet of an issue: every picture of its articles and
// its cover whole, with the frames of all its uses and its focus.
func (p *Proofs) Contact(ctx context.Context, files fs.FS, tree *content.Tree, key string, at FocusAt) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	laid, _, err := p.lay(ctx, files, tree, key)
	if err != nil {
		return nil, err
	}
	uses, err := usesOf(files, laid, key)
	if err != nil {
		return nil, err
	}
	shots := shotsOf(tree, laid.Issue)
	for i := range shots {
		s := &shots[i]
		s.x, s.y = at(s.file, s.said)
		s.frames = uses["/"+s.file]
	}
	return contactPage(laid.Issue, p.files, shots), nil
}

// usesOf finds the frames of each picture on the printed issue and its boards.
func usesOf(files fs.FS, laid *publish.Laid, key string) (map[string][]frame, error) {
	uses := map[string][]frame{}
	shown(uses, laid.Pages, func(page *display.Page) string {
		if page.Number == 1 {
			return "trang nhất bản in"
		}
		return "bản in, trang " + page.Label
	})
	sheets := path.Join("so", key, "bang-tin.html")
	if _, err := fs.Stat(files, sheets); err == nil {
		set, err := board.Open(files, sheets, board.Options{})
		if err != nil {
			return nil, fmt.Errorf("dàn tờ bảng tin của số %s: %w", key, err)
		}
		shown(uses, set.Pages, func(page *display.Page) string { return fmt.Sprintf("tờ bảng tin %d", page.Number) })
	}
	return uses, nil
}

// shown notes what the pages show of each picture of the site.
func shown(uses map[string][]frame, doc *display.Document, use func(*display.Page) string) {
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			img, ok := item.(*display.Image)
			if !ok || img.W <= 0 || img.H <= 0 {
				continue
			}
			named, ok := img.Picture.(interface{ Name() string })
			if !ok {
				continue
			}
			f := frame{use(page), 0, 0, 1, 1}
			if c := img.Clip; c != nil {
				left, top := max(c.X, img.X), max(c.Y, img.Y)
				f.x, f.y = (left-img.X)/img.W, (top-img.Y)/img.H
				f.w, f.h = (min(c.X+c.W, img.X+img.W)-left)/img.W, (min(c.Y+c.H, img.Y+img.H)-top)/img.H
			}
			uses[named.Name()] = append(uses[named.Name()], f)
		}
	}
}

// shotsOf lists the pictures of an issue: its cover, then those of its articles.
func shotsOf(tree *content.Tree, issue *content.Page) (shots []shot) {
	add := func(page *content.Page, key, name string, said bulletin.Focus) {
		if rel, ok := page.Resource(name); ok {
			shots = append(shots, shot{page: page, key: key, name: name, file: path.Join(path.Dir(page.Path), rel), said: said})
		}
	}
	if c := issue.Issue.Cover; c != nil {
		add(issue, "anh_bia", c.File, c.Focus)
	}
	for _, page := range tree.In(content.Article) {
		if page.Article == nil || page.Article.Issue != issue.Key || page.Out != "" {
			continue
		}
		for i, photo := range page.Article.Photos {
			add(page, fmt.Sprintf("anh.%d", i), photo.File, photo.Focus)
		}
	}
	return shots
}

// whole reports that next to nothing is cut.
func (f frame) whole() bool { return math.Abs(f.cut()) < 0.005 }
