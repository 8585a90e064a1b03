package proof

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"strings"

	"bantin/generator/press/screen"
)

//go:embed to-in.css
var sheetCSS []byte

//go:embed to-in.js
var sheetJS []byte

//go:embed khung-anh.css
var contactCSS []byte

//go:embed khung-anh.js
var contactJS []byte

// style notes the style sheet for a painter's fonts and returns its name, which
// depends on what it says.
func (p *Proofs) style(painter *screen.Painter) string {
	text := painter.Stylesheet(func(family string) string { return p.files + "chu/" + family + ".otf" })
	sum := sha256.Sum256([]byte(text))
	name := "chu-" + hex.EncodeToString(sum[:6]) + ".css"
	p.styles[name] = text
	return name
}

// File is what the pages ask for below the address that New was given:
// "to-in.css", "chu/p0123456789.otf". It may be kept for ever where it has a
// number in its name.
func (p *Proofs) File(name string) (data []byte, ok bool) {
	switch name {
	case "to-in.css":
		return sheetCSS, true
	case "to-in.js":
		return sheetJS, true
	case "khung-anh.css":
		return contactCSS, true
	case "khung-anh.js":
		return contactJS, true
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if text, ok := p.styles[name]; ok {
		return []byte(text), true
	}
	family, ok := strings.CutPrefix(name, "chu/")
	if !ok {
		return nil, false
	}
	family, _ = strings.CutSuffix(family, ".otf")
	for _, painter := range p.screens {
		if data, err := painter.Font(family); err == nil && data != nil {
			return data, true
		}
	}
	return nil, false
}
