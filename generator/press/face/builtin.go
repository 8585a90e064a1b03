package face

import (
	"sync"

	"fyne.io/fyne/v2/theme"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/liberation/liberationmonobold"
	"github.com/go-fonts/liberation/liberationmonobolditalic"
	"github.com/go-fonts/liberation/liberationmonoitalic"
	"github.com/go-fonts/liberation/liberationmonoregular"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansbolditalic"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/go-fonts/stix/stix2textbold"
	"github.com/go-fonts/stix/stix2textbolditalic"
	"github.com/go-fonts/stix/stix2textitalic"
	"github.com/go-fonts/stix/stix2textmedium"
	"github.com/go-fonts/stix/stix2textmediumitalic"
	"github.com/go-fonts/stix/stix2textregular"
	"github.com/go-fonts/stix/stix2textsemibold"
	"github.com/go-fonts/stix/stix2textsemibolditalic"
)

// The embedded families.
const (
	stix  = "STIX Two Text"
	sans  = "Liberation Sans"
	noto  = "Noto Sans" // a humanist sans, with all of Vietnamese
	serif = "Liberation Serif"
	mono  = "Liberation Mono"
	// symbols is asked last: it has the ticks, stars, boxes, arrows and circled
	// numbers that the others lack, in outline.
	symbols = "DejaVu Sans"
)

// builtin makes the embedded faces once per process, unparsed: a document uses
// four or five of the twenty-odd, and parsing waits for the first use.
var builtin = sync.OnceValue(func() map[string][]*entry {
	families := map[string][]*entry{}
	add := func(family string, weight int, italic bool, data []byte) {
		f := &Face{Family: family, Weight: weight, Italic: italic, Data: data}
		key := normal(family)
		families[key] = append(families[key], &entry{face: f, weights: [2]int{weight, weight}})
	}
	add(stix, 400, false, stix2textregular.TTF)
	add(stix, 500, false, stix2textmedium.TTF)
	add(stix, 600, false, stix2textsemibold.TTF)
	add(stix, 700, false, stix2textbold.TTF)
	add(stix, 400, true, stix2textitalic.TTF)
	add(stix, 500, true, stix2textmediumitalic.TTF)
	add(stix, 600, true, stix2textsemibolditalic.TTF)
	add(stix, 700, true, stix2textbolditalic.TTF)
	add(sans, 400, false, liberationsansregular.TTF)
	add(sans, 700, false, liberationsansbold.TTF)
	add(sans, 400, true, liberationsansitalic.TTF)
	add(sans, 700, true, liberationsansbolditalic.TTF)
	add(noto, 400, false, theme.DefaultTextFont().Content())
	add(noto, 700, false, theme.DefaultTextBoldFont().Content())
	add(noto, 400, true, theme.DefaultTextItalicFont().Content())
	add(noto, 700, true, theme.DefaultTextBoldItalicFont().Content())
	add(serif, 400, false, liberationserifregular.TTF)
	add(serif, 700, false, liberationserifbold.TTF)
	add(serif, 400, true, liberationserifitalic.TTF)
	add(serif, 700, true, liberationserifbolditalic.TTF)
	add(mono, 400, false, liberationmonoregular.TTF)
	add(mono, 700, false, liberationmonobold.TTF)
	add(mono, 400, true, liberationmonoitalic.TTF)
	add(mono, 700, true, liberationmonobolditalic.TTF)
	add(symbols, 400, false, dejavusans.TTF)
	families[normal(symbols)][0].face.impl.symbols = true
	return families
})

// aliases lead from the generic families of CSS Fonts 4, section 2.1.1, and
// from the names of common fonts to an embedded family: Liberation has the
// widths of Arial, Times New Roman and Courier New.
var aliases = map[string]string{
	"serif":           stix,
	"ui-serif":        stix,
	"math":            stix,
	"stix two":        stix,
	"stix":            stix,
	"sans-serif":      sans,
	"system-ui":       sans,
	"ui-sans-serif":   sans,
	"ui-rounded":      sans,
	"-apple-system":   sans,
	"arial":           sans,
	"helvetica":       sans,
	"helvetica neue":  sans,
	"monospace":       mono,
	"ui-monospace":    mono,
	"courier":         mono,
	"courier new":     mono,
	"times":           serif,
	"times new roman": serif,
}
