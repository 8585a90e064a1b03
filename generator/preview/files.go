package preview

import (
	"os"
	"path/filepath"
	"strings"

	"bantin/generator/content"
)

// within says whether a file or a folder that holds it was touched.
func within(touched map[string]bool, source string) bool {
	for !touched[source] {
		i := strings.LastIndexByte(source, '/')
		if i < 0 {
			return touched[""]
		}
		source = source[:i]
	}
	return true
}

// readPage reads the file of a page that the tree has; nil when name is not
// such a file.
func readPage(site string, tree *content.Tree, name string) (*content.Page, []byte) {
	source, ok := strings.CutPrefix(name, content.Dir+"/")
	if !ok {
		return nil, nil
	}
	for _, p := range tree.Pages {
		if p.Source != source {
			continue
		}
		root, err := os.OpenRoot(filepath.Join(site, content.Dir))
		if err != nil {
			return nil, nil
		}
		defer root.Close()
		file := filepath.FromSlash(source)
		if info, err := root.Lstat(file); err != nil || !info.Mode().IsRegular() {
			return nil, nil
		}
		raw, err := root.ReadFile(file)
		if err != nil {
			return nil, nil
		}
		return p, raw
	}
	return nil, nil
}

// layoutFiles lists the files below layouts/, relative to the site.
func layoutFiles(site string) map[string]bool {
	files := map[string]bool{}
	_ = filepath.WalkDir(filepath.Join(site, "layouts"), func(name string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			rel, _ := filepath.Rel(site, name)
			files[filepath.ToSlash(rel)] = true
		}
		return nil
	})
	return files
}

func exists(site, name string) bool {
	info, err := os.Lstat(filepath.Join(site, filepath.FromSlash(name)))
	return err == nil && info.Mode().IsRegular()
}
