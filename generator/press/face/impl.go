package face

import (
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// impl is the hidden half of a Face: the parsed font, made on first use, and
// what shaping remembers.
type impl struct {
	once sync.Once
	err  error

	mu      sync.RWMutex // guards styles and what hangs from them
	styles  []*wordCache
	covers  map[rune]bool
	shaping sync.Mutex // harfbuzz fonts keep caches of their own
	font    *font.Face
	hb      *harfbuzz.Font
	hbWhole *harfbuzz.Font  // with the lookups that place marks, see lean
	marks   map[uint16]bool // glyphs that need it
	buf     *harfbuzz.Buffer
	scale   float64               // font units to 1/1000 em
	ink     map[uint16][2]float64 // what Ink found
	symbols bool                  // signs that it lacks are shown by others of their meaning
}

// wordCache holds the shaped words of one set of features and one language.
type wordCache struct {
	features []Feature
	lang     string
	hb       []harfbuzz.Feature
	words    map[string][]Glyph
}

// maxCached bounds a wordCache: about 20 MB of Vietnamese, more words than any
// issue has. maxCachedLen keeps long runs out.
const (
	maxCached    = 1 << 16
	maxCachedLen = 64
)

func (c *wordCache) is(features []Feature, lang string) bool {
	if len(c.features) != len(features) || c.lang != lang {
		return false
	}
	for i, f := range features {
		if c.features[i] != f {
			return false
		}
	}
	return true
}

// lookup returns the cached word, or the cache that it belongs in.
func (m *impl) lookup(text string, features []Feature, lang string) ([]Glyph, bool, *wordCache) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	for _, c := range m.styles {
		if c.is(features, lang) {
			g, ok := c.words[text]
			return g, ok, c
		}
	}
	return nil, false, nil
}

func (m *impl) addStyle(features []Feature, lang string) *wordCache {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, c := range m.styles {
		if c.is(features, lang) {
			return c
		}
	}
	c := &wordCache{
		features: append([]Feature(nil), features...),
		lang:     lang,
		hb:       harfbuzzFeatures(features),
		words:    map[string][]Glyph{},
	}
	m.styles = append(m.styles, c)
	return c
}

func (m *impl) remember(c *wordCache, text string, glyphs []Glyph) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(c.words) >= maxCached {
		clear(c.words)
	}
	c.words[text] = glyphs
}
