package fit

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// CSSName is the style sheet of a plan, beside the print page: pages of the site
// may have no style attributes.
const CSSName = "dan-trang-may.css"

// render writes a tree as files: what a plan set in style attributes goes into a
// style sheet of its own.
func (f *fitter) render(res *Result, tree *html.Node) error {
	res.tree = tree
	tree = clone(tree)
	var css strings.Builder
	k := 0
	for n := range tree.Descendants() {
		st := attr(n, "style")
		if !strings.HasPrefix(st, "--") {
			continue
		}
		if attr(n, "id") == "" {
			k++
			set(n, "id", fmt.Sprintf("_cho-%d", k))
		}
		fmt.Fprintf(&css, "#%s { %s; }\n", attr(n, "id"), st)
		remove(n, "style")
	}
	if css.Len() > 0 {
		for n := range tree.Descendants() {
			if n.Data == "head" {
				n.AppendChild(element("link", "rel", "stylesheet", "href", CSSName))
				n.AppendChild(&html.Node{Type: html.TextNode, Data: "\n"})
			}
		}
	}
	var b bytes.Buffer
	if err := html.Render(&b, tree); err != nil {
		return fmt.Errorf("fit: write %s: %w", f.name, err)
	}
	b.WriteByte('\n')
	res.HTML, res.CSS, res.name = b.Bytes(), []byte(css.String()), f.name
	return nil
}

func remove(n *html.Node, key string) {
	var kept []html.Attribute
	for _, a := range n.Attr {
		if a.Key != key {
			kept = append(kept, a)
		}
	}
	n.Attr = kept
}

// Over is fsys with the fitted page in place of the one that was read.
func (r *Result) Over(fsys fs.FS) fs.FS {
	return overlay{fsys, map[string][]byte{path.Clean(r.name): r.HTML, path.Join(path.Dir(r.name), CSSName): r.CSS}}
}

// overlay is a file system with some files replaced.
type overlay struct {
	fs.FS
	files map[string][]byte
}

func (o overlay) Open(name string) (fs.File, error) {
	data, ok := o.files[name]
	if !ok {
		return o.FS.Open(name)
	}
	return &file{bytes.NewReader(data), name}, nil
}

type file struct {
	*bytes.Reader
	name string
}

func (f *file) Close() error               { return nil }
func (f *file) Stat() (fs.FileInfo, error) { return f, nil }
func (f *file) Name() string               { return path.Base(f.name) }
func (f *file) Mode() fs.FileMode          { return 0o444 }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return false }
func (f *file) Sys() any                   { return nil }
