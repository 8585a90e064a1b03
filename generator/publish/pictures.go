package publish

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"bantin/generator/content"
	"bantin/generator/hugosite"
	"bantin/generator/media"
	"bantin/generator/picture"
)

var stores sync.Map // absolute path of a site -> *picture.Store

// picturesOf is the store of a site's pictures written anew. Its folder lies
// beside Hugo's own pictures and is as safe to delete.
func picturesOf(site string) *picture.Store {
	dir, err := filepath.Abs(site)
	if err != nil {
		return picture.NewStore("")
	}
	store, _ := stores.LoadOrStore(dir, picture.NewStore(filepath.Join(dir, "resources", "_gen", "anh")))
	return store.(*picture.Store)
}

// SiteFiles are content files as Hugo shall see them: every picture written
// anew, so that pages, print, boards and mail all show the same one. A picture
// that cannot be is grey: a build never comes so far, and a preview goes on.
func SiteFiles(site string, files []content.File) []hugosite.File {
	shown := make([]hugosite.File, len(files))
	store, focus := picturesOf(site), focusesOf(site)
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				clean(store, focus, filepath.Join(site, content.Dir), &shown[i])
			}
		})
	}
	for i, f := range files {
		shown[i] = hugosite.File{Path: f.Path, Source: f.Source, Data: f.Data}
		if f.Data == nil && (picture.IsName(f.Path) || media.IsName(f.Path)) {
			next <- i
		}
	}
	close(next)
	workers.Wait()
	return shown
}

func clean(store *picture.Store, focus *focuses, root string, f *hugosite.File) {
	name := filepath.Join(root, filepath.FromSlash(f.Source))
	if media.IsName(f.Path) {
		cleanRecording(store, name, f)
		return
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		return // gone meanwhile: whoever opens it says so
	}
	file, data, err := store.Clean(raw, f.Source)
	switch {
	case err != nil:
		f.Data = picture.Blank(f.Source)
	default:
		f.Real, f.Data = file, data
		if facts, err := store.Facts(raw, f.Source); err == nil {
			focus.found.Store(f.Path, facts.Focus)
		}
	}
}

// cleaned remembers of films and the like what stands for them: they are large.
var cleaned sync.Map // name, size and time -> the file that holds the clean one; "" when it is clean

// cleanRecording has a file go out without what it tells of its makers.
func cleanRecording(store *picture.Store, name string, f *hugosite.File) {
	info, err := os.Stat(name)
	if err != nil || info.Size() > media.MaxBytes {
		return // told by the judgement, or by whoever opens it
	}
	key := fmt.Sprint(name, info.Size(), info.ModTime().UnixNano())
	if known, ok := cleaned.Load(key); ok {
		if f.Real = known.(string); f.Real == "" {
			return
		}
		if _, err := os.Stat(f.Real); err == nil {
			return
		}
		f.Real = ""
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		return
	}
	c := media.Clean(raw, f.Source)
	if bytes.Equal(c.Data, raw) {
		cleaned.Store(key, "")
		return
	}
	if f.Real = store.Keep(raw, f.Source, c.Data); f.Real == "" {
		f.Data = c.Data
		return
	}
	cleaned.Store(key, f.Real)
}

// CleanStatic is a file of the static folder as it goes out: pictures and
// recordings without what they tell; one that cannot be read as its owner put it
// there.
func CleanStatic(name string, data []byte) []byte {
	switch {
	case media.IsName(name):
		return media.Clean(data, name).Data
	case picture.IsName(name):
		if c, err := picture.Clean(data, name); err == nil {
			return c.Data
		}
	}
	return data
}

// cleanStatic writes the pictures of the static folder anew in the finished
// site; one that cannot be stays as its owner put it there.
func cleanStatic(site, staging string) error {
	root := filepath.Join(site, "static")
	return filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !picture.IsName(name) && !media.IsName(name) {
			return nil // what Hugo could not copy it has told
		}
		rel, _ := filepath.Rel(root, name)
		to := filepath.Join(staging, rel)
		raw, err := os.ReadFile(to)
		if err != nil {
			return nil // not published
		}
		data := CleanStatic(rel, raw)
		if bytes.Equal(data, raw) {
			return nil
		}
		if err := os.WriteFile(to, data, 0o644); err != nil {
			return fmt.Errorf("ghi tệp %s: %w", rel, err)
		}
		return nil
	})
}

// files are what the press reads: the finished pages, with the photographs that
// came separated for the press in the place of their copies for screens.
func (j printJob) files() fs.FS { return pressFiles{os.DirFS(j.root), j.pictures} }

type pressFiles struct {
	fs.FS
	pictures *picture.Store
}

func (p pressFiles) Open(name string) (fs.File, error) {
	f, err := p.FS.Open(name)
	if err != nil || p.pictures == nil || !p.pictures.HasSeparated() || !strings.HasSuffix(name, ".jpg") && !strings.HasSuffix(name, ".jpeg") {
		return f, err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if separated := p.pictures.Separated(data); separated != nil {
		data = separated
	}
	return &memoryFile{bytes.NewReader(data), fileInfo{info, int64(len(data))}}, nil
}

type memoryFile struct {
	*bytes.Reader
	info fileInfo
}

func (f *memoryFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *memoryFile) Close() error               { return nil }

type fileInfo struct {
	fs.FileInfo
	size int64
}

func (i fileInfo) Size() int64 { return i.size }
