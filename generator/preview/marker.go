package preview

import (
	"sync/atomic"

	"bantin/generator/citation"
	"bantin/generator/content"
)

// marker is what both builders do to each text: citations become links, and
// paragraphs say where they stand.
type marker struct {
	linker atomic.Pointer[citation.Linker]
	pages  atomic.Pointer[map[string]*content.Page]
	// written is a page that was revised after set.
	written atomic.Pointer[content.Page]
}

func (m *marker) set(tree *content.Tree) {
	m.linker.Store(citation.NewLinker(tree))
	pages := make(map[string]*content.Page, len(tree.Pages))
	for _, p := range tree.Pages {
		pages[p.File()] = p
	}
	m.pages.Store(&pages)
	m.written.Store(nil)
}
