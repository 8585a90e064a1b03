package preview

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"

	"bantin/generator/publish"
	"bantin/generator/search"
)

// index is the search index, made when a reader of the preview searches.
type index struct {
	mu      sync.Mutex
	edition int
	files   map[string][]byte // by output
}

// inIndex says whether an output belongs to the search index.
func inIndex(output string) bool {
	rest, ok := strings.CutPrefix(output, search.Dir+"/")
	return ok && (rest == "chi-muc.json" || strings.HasPrefix(rest, "du-lieu/"))
}

// searched returns a file of the search index of what is served. The head of
// the index asks for a new one when pages changed; its parts, which the head
// names, are those of the last head.
func (s *Server) searched(output string) (data []byte, tag string, ok bool) {
	s.index.mu.Lock()
	defer s.index.mu.Unlock()
	edition, _ := s.store.next()
	if s.index.files == nil || s.index.edition != edition && strings.HasSuffix(output, "/chi-muc.json") {
		files, err := s.makeIndex()
		if err != nil {
			s.opt.Report(err.Error())
			return nil, "", false
		}
		s.index.files, s.index.edition = files, edition
	}
	if data, ok = s.index.files[output]; ok {
		tag = tagOf(data)
	}
	return data, tag, ok
}

// makeIndex makes the index in a temporary folder and takes it into memory.
func (s *Server) makeIndex() (files map[string][]byte, err error) {
	dir, err := os.MkdirTemp("", "bantin-tim-kiem-")
	if err != nil {
		return nil, fmt.Errorf("làm chỉ mục tìm kiếm: %w", err)
	}
	defer func() {
		if left := os.RemoveAll(dir); err == nil && left != nil {
			err = fmt.Errorf("dọn thư mục tạm: %w", left)
		}
	}()
	site := s.Snapshot()
	if site.Tree == nil {
		return nil, nil
	}
	if err := publish.WriteSearch(dir, site.Tree, site.Pages, site.Files); err != nil {
		return nil, err
	}
	files = map[string][]byte{}
	root := os.DirFS(dir)
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files[name], err = fs.ReadFile(root, name)
		}
		return err
	})
	return files, err
}
